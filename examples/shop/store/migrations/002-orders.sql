-- What the shop calls an order everywhere else; "purchase" is what the form says that puts things into the cart.
ALTER TABLE purchase RENAME TO customer_order;
ALTER TABLE purchase_line RENAME TO order_line;
ALTER TABLE order_line RENAME COLUMN purchase TO customer_order;
