import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { readAddress, type CheckoutForm } from '../checkout.js';
import { isFromDatastar, messageNotFound, pageContext, patch } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form, idempotencyKey, nextKey } from '../http/form.js';
import { PlacedBefore } from '../store/orders.js';
import { Refusal } from '../store/refusal.js';
import {
  checkoutDone,
  checkoutForm,
  checkoutMessage,
  checkoutPage,
  checkoutSummary,
  orderPage,
} from '../views/checkout.js';
import type { View } from '../views/layout.js';

const messageView = (message: string): View => checkoutMessage(message);

/** From the cart to an order. */
export const checkout = new Hono<Env>()
  .get('/checkout', (c) =>
    c.var.shop.store.carts.count(c.var.session) === 0
      ? c.redirect('/cart', 303)
      : showCheckout(c, { values: {}, errors: {}, key: randomUUID() }),
  )

  .post('/checkout', form(messageView), (c) => {
    const { shop, session, fields } = c.var;
    const key = idempotencyKey(c);
    const { address, ...entered } = readAddress((field) => fields.text(field));
    if (!address) return showCheckout(c, { ...entered, key, message: 'Please check the marked fields.' }, 422);

    const order = shop.store.orders.place(session, key, address, fields.optional('seen'));
    if (order instanceof Refusal) {
      const placed = order instanceof PlacedBefore && { order: order.id };
      const { message, status } = order;
      return showCheckout(c, { ...entered, ...placed, key: nextKey(key, order), message }, status);
    }
    if (isFromDatastar(c)) return patch(c, checkoutDone(order));
    return c.redirect(`/order/${order}`, 303);
  })

  .get('/order/:id{\\d{1,15}}', (c) => {
    const order = c.var.shop.store.orders.find(c.var.session, Number(c.req.param('id')));
    if (!order) return messageNotFound(c, 'You have no order with this number.');
    return c.html(orderPage(pageContext(c), order));
  });

function showCheckout(c: ShopContext, form: CheckoutForm, status?: Refusal['status']): Response | Promise<Response> {
  const lines = c.var.shop.store.carts.lines(c.var.session);
  if (isFromDatastar(c)) return patch(c, checkoutForm(form, lines, 'patch'), checkoutSummary(lines));
  return c.html(checkoutPage(pageContext(c, '/live?checkout'), lines, form), status);
}
