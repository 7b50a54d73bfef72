import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isFromDatastar, liveList, messageNotFound, pageContext, patch, refuse } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form, idempotencyKey } from '../http/form.js';
import { readQuantity } from '../quantity.js';
import { unknownProduct, type Product } from '../store/catalogue.js';
import { Refusal } from '../store/refusal.js';
import { cartCount } from '../views/counts.js';
import { productInfo, productPage } from '../views/product.js';
import { homePage } from '../views/products.js';
import { purchaseForm, purchaseMessage, type Purchase } from '../views/purchase-form.js';
import { tonight, tonightAlert, tonightDetails, type Tonight } from '../views/tonight.js';

/** What there is to see, and putting it into the cart. */
export const products = new Hono<Env>()
  .get('/', (c) => showHome(c))

  .get('/info', (c) => {
    const now = tonight(Date.now());
    if (isFromDatastar(c)) return patch(c, tonightDetails(now, 'patch'), tonightAlert(now));
    return showHome(c, now);
  })

  .get('/product/:id', (c) => {
    const product = c.var.shop.store.catalogue.find(c.req.param('id'));
    if (!product) return messageNotFound(c, unknownProduct.message);
    return showProduct(c, { product, message: messageAfterRedirect(c, product) });
  })

  .get('/product/:id/info', (c) => {
    const product = c.var.shop.store.catalogue.find(c.req.param('id'));
    if (!product) return messageNotFound(c, unknownProduct.message);
    if (isFromDatastar(c)) return patch(c, productInfo(product, 'patch'));
    return showProduct(c, { product, hasInfo: true });
  })

  .post('/add-item', form(purchaseMessage), (c) => {
    const { shop, session, fields } = c.var;
    const product = shop.store.catalogue.find(fields.text('item-id'));
    if (!product) return refuse(c, unknownProduct, purchaseMessage);

    const quantity = readQuantity(fields.get('quantity'));
    if ('error' in quantity) return showPurchase(c, { product, quantity: quantity.shown, error: quantity.error }, 422);

    const { count, isAssumed } = quantity;
    const key = idempotencyKey(c);
    const refusal = shop.store.carts.add(session, key, { product: product.id, quantity: count });
    if (refusal) return showPurchase(c, { product, quantity: String(count), error: refusal.message }, refusal.status);

    if (isFromDatastar(c)) {
      const message = addedMessage(product, count, isAssumed);
      return patch(
        c,
        purchaseForm({ product, message, key: randomUUID() }, 'patch'),
        cartCount(shop.store.carts.count(session)),
      );
    }
    const said = new URLSearchParams({ added: key, ...(isAssumed && { assumed: 'yes' }) });
    return c.redirect(`/product/${product.id}?${said}`, 303);
  });

function showHome(c: ShopContext, tonight?: Tonight): Response | Promise<Response> {
  const products = c.var.shop.store.catalogue.all();
  return c.html(homePage(pageContext(c, liveList(products)), products, tonight));
}

function showPurchase(
  c: ShopContext,
  purchase: Omit<Purchase, 'key'>,
  status: Refusal['status'],
): Promise<Response> | Response {
  return isFromDatastar(c)
    ? patch(c, purchaseForm({ ...purchase, key: randomUUID() }, 'patch'))
    : showProduct(c, purchase, status);
}

function showProduct(
  c: ShopContext,
  page: Omit<Purchase, 'key'> & { readonly hasInfo?: boolean },
  status?: Refusal['status'],
): Promise<Response> | Response {
  const { id } = page.product;
  // The reader counts too, though their stream has yet to begin.
  const viewers = Math.max(1, c.var.shop.viewers.count(id));
  return c.html(productPage(pageContext(c, `/live?product=${id}`), { ...page, key: randomUUID(), viewers }), status);
}

function addedMessage({ name }: Product, count: number, isAssumed: boolean): string {
  const added = `${count} × ${name} added to your cart.`;
  return isAssumed ? `No quantity was given, so we took one. ${added}` : added;
}

/** What the page says that a plain form post was redirected to: of what was really added, and by this visitor. */
function messageAfterRedirect(c: ShopContext, product: Product): string {
  const { added = '', assumed } = c.req.query();
  const addition = c.var.shop.store.carts.addition(c.var.session, added);
  return addition?.product === product.id ? addedMessage(product, addition.quantity, assumed === 'yes') : '';
}
