import { Hono } from 'hono';
import { isFromDatastar, pageContext, patch, refuse, sendEvents } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form } from '../http/form.js';
import { Events } from '../live/events.js';
import { readQuantity } from '../quantity.js';
import { unknownProduct } from '../store/catalogue.js';
import type { Refusal } from '../store/refusal.js';
import { cart as cartView, cartLine, cartLineMessage, cartPage, itsValue, type LineTrouble } from '../views/cart.js';
import type { View } from '../views/layout.js';

const messageView = (message: string, c: ShopContext): View => cartLineMessage(c.req.param('product') ?? '', message);

/** What a visitor has chosen: to change, to take out, to look at. */
export const cart = new Hono<Env>()
  .get('/cart', (c) => showCart(c))

  .post('/cart/:product/quantity', form(messageView), (c) => {
    const { shop, session, fields } = c.var;
    const product = c.req.param('product');
    const quantity = readQuantity(fields.get('quantity'));
    if ('error' in quantity) return showLine(c, { product, quantity: quantity.shown, error: quantity.error }, 422);

    if (quantity.isAssumed) return showLine(c, { product, note: 'No quantity was given: nothing was changed.' }, 422);
    const page = fields.text('page');
    const before = shop.store.carts.lines(session).find((line) => line.product === product);
    const refusal = shop.store.carts.setQuantity(session, product, quantity.count, page);
    if (refusal)
      return showLine(c, { product, quantity: String(quantity.count), error: refusal.message }, refusal.status);
    if (!isFromDatastar(c)) return c.redirect('/cart', 303);
    // Where another page came between, this one has been shown the other's quantity: it has to take back its own.
    const isSource = before?.page === page || String(before?.rev) === fields.text('rev');
    return patch(c, lineView(c, isSource ? itsValue : []));
  })

  .post('/cart/:product/remove', form(messageView), async (c) => {
    const { shop, session, fields } = c.var;
    const product = shop.store.catalogue.find(c.req.param('product'))?.id;
    if (product === undefined)
      return showLine(c, { product: c.req.param('product'), error: unknownProduct.message }, unknownProduct.status);

    const page = fields.text('page');
    const refusal = shop.store.carts.remove(session, product, page);
    if (refusal) return refuse(c, refusal, messageView);
    if (!isFromDatastar(c)) return c.redirect('/cart', 303);

    const lines = shop.store.carts.lines(session);
    const events = new Events();
    if (lines.length === 0)
      events.patchElements(String(await cartView(page, lines, { rendering: 'patch' })), { useViewTransition: true });
    else events.patchElements('', { selector: `#cart-line-${product}`, mode: 'remove', useViewTransition: true });
    return sendEvents(c, events);
  });

function showCart(c: ShopContext, trouble?: LineTrouble, status?: Refusal['status']): Response | Promise<Response> {
  const { shop, session } = c.var;
  const lines = shop.store.carts.lines(session);
  return c.html(
    cartPage(pageContext(c, '/live?cart'), { lines, trouble, lastOrder: shop.store.orders.lastOf(session) }),
    status,
  );
}

/** What is wrong, at the line; to a plain form on the whole page. What was typed stays. */
function showLine(c: ShopContext, trouble: LineTrouble, status: Refusal['status']): Response | Promise<Response> {
  if (!isFromDatastar(c)) return showCart(c, trouble, status);
  return patch(c, lineView(c, trouble.quantity ? [] : itsValue, trouble));
}

/** The line in question, or the whole cart where it is gone. The sums come by the live stream. */
function lineView(c: ShopContext, keeps: readonly string[], trouble?: LineTrouble): View {
  const lines = c.var.shop.store.carts.lines(c.var.session);
  const line = lines.find(({ product }) => product === c.req.param('product'));
  const page = c.var.fields.text('page');
  if (!line) return cartView(page, lines, { rendering: 'patch', trouble });
  return cartLine(page, line, { rendering: 'patch', keeps }, trouble);
}
