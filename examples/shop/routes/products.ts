import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isFromDatastar, liveList, messageNotFound, pageContext, patch, refuse } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form, idempotencyKey, nextKey } from '../http/form.js';
import { readQuantity } from '../quantity.js';
import { unknownProduct, type Product } from '../store/catalogue.js';
import { Refusal } from '../store/refusal.js';
import { cartCount } from '../views/counts.js';
import { missingInfo, productInfo, productPage } from '../views/product.js';
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
    return showProduct(c, { product, key: randomUUID(), message: messageAfterRedirect(c, product) });
  })

  .get('/product/:id/info', (c) => {
    const product = c.var.shop.store.catalogue.find(c.req.param('id'));
    if (!product)
      return isFromDatastar(c)
        ? patch(c, missingInfo(unknownProduct.message))
        : messageNotFound(c, unknownProduct.message);
    if (isFromDatastar(c)) return patch(c, productInfo(product, 'patch'));
    return showProduct(c, { product, key: randomUUID(), hasInfo: true });
  })

  .post('/add-item', form(purchaseMessage), (c) => {
    const { shop, session, fields } = c.var;
    const product = shop.store.catalogue.find(fields.text('item-id'));
    if (!product) return refuse(c, new Refusal(unknownProduct.message), purchaseMessage); // a field names it, not the address

    const key = idempotencyKey(c);
    const quantity = readQuantity(fields.get('quantity'));
    if ('error' in quantity) {
      const { error, shown } = quantity;
      return showPurchase(c, { product, key, quantity: shown, error }, 422); // a retry, maybe, of what was done
    }

    const { count, isAssumed } = quantity;
    const refusal = shop.store.carts.add(session, key, { product: product.id, quantity: count });
    if (refusal) {
      const { message: error, status } = refusal;
      return showPurchase(c, { product, key: nextKey(key, refusal), quantity: String(count), error }, status);
    }

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

function showPurchase(c: ShopContext, purchase: Purchase, status: Refusal['status']): Promise<Response> | Response {
  return isFromDatastar(c) ? patch(c, purchaseForm(purchase, 'patch')) : showProduct(c, purchase, status);
}

function showProduct(
  c: ShopContext,
  page: Purchase & { readonly hasInfo?: boolean },
  status?: Refusal['status'],
): Promise<Response> | Response {
  const { shop, session } = c.var;
  const { id } = page.product;
  const viewers = shop.viewers.countWith(id, session);
  return c.html(productPage(pageContext(c, `/live?product=${id}`), { ...page, viewers }), status);
}

function addedMessage({ name }: Product, count: number, isAssumed: boolean): string {
  const added = `${count} × ${name} added to your cart.`;
  return isAssumed ? `No quantity was given, so we took one. ${added}` : added;
}

/**
 * What the page says that a plain form post was redirected to: of what was really added, by this visitor, and is still in the
 * cart.
 */
function messageAfterRedirect(c: ShopContext, product: Product): string {
  const { added = '', assumed } = c.req.query();
  const { carts } = c.var.shop.store;
  const addition = carts.addition(c.var.session, added);
  const isInCart = carts.lines(c.var.session).some((line) => line.product === product.id);
  const isMeant = isInCart && addition?.product === product.id;
  return isMeant ? addedMessage(product, addition.quantity, assumed === 'yes') : '';
}
