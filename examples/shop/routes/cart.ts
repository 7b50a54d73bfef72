import { Hono } from 'hono';
import { isFromDatastar, pageContext, patch, refuse, sendEvents } from '../http/answer.js';
import type { Env, Request } from '../http/env.js';
import { form } from '../http/form.js';
import { Events } from '../live/events.js';
import { readQuantity } from '../quantity.js';
import { unknownProduct } from '../store/catalogue.js';
import type { Refusal } from '../store/refusal.js';
import { cart as cartView, cartLine, cartLineMessage, cartPage, type LineTrouble } from '../views/cart.js';
import type { View } from '../views/layout.js';

const place = (message: string, c: Request): View => cartLineMessage(c.req.param('product') ?? '', message);

/** What a visitor has chosen: to change, to take out, to look at. */
export const cart = new Hono<Env>()
  .get('/cart', (c) => showCart(c))

  .post('/cart/:product/quantity', form(place), (c) => {
    const { shop, session, fields } = c.var;
    const product = c.req.param('product');
    const quantity = readQuantity(fields.get('quantity'));
    if ('error' in quantity) return showLine(c, { product, quantity: quantity.shown, error: quantity.error }, 422);

    const refusal = shop.store.carts.setQuantity(session, product, quantity.count, fields.text('page'));
    if (refusal)
      return showLine(c, { product, quantity: String(quantity.count), error: refusal.message }, refusal.status);
    if (isFromDatastar(c)) return showLine(c);
    return c.redirect('/cart', 303);
  })

  .post('/cart/:product/remove', form(place), async (c) => {
    const { shop, session, fields } = c.var;
    const product = shop.store.catalogue.find(c.req.param('product'))?.id;
    if (product === undefined)
      return showLine(c, { product: c.req.param('product'), error: unknownProduct.message }, unknownProduct.status);

    const page = fields.text('page');
    const refusal = shop.store.carts.remove(session, product, page);
    if (refusal) return refuse(c, refusal, place);
    if (!isFromDatastar(c)) return c.redirect('/cart', 303);

    const lines = shop.store.carts.lines(session);
    const events = new Events();
    if (lines.length === 0)
      events.patchElements(String(await cartView(page, lines, 'patch')), { useViewTransition: true });
    else events.patchElements('', { selector: `#cart-line-${product}`, mode: 'remove', useViewTransition: true });
    return sendEvents(c, events);
  });

function showCart(c: Request, trouble?: LineTrouble, status?: Refusal['status']): Response | Promise<Response> {
  return c.html(cartPage(pageContext(c, '/live?cart'), c.var.shop.store.carts.lines(c.var.session), trouble), status);
}

/** The line that was changed; or, to a plain form, the whole page. The sums come by the live stream. */
function showLine(c: Request, trouble?: LineTrouble, status?: Refusal['status']): Response | Promise<Response> {
  if (!isFromDatastar(c)) return showCart(c, trouble, status);
  const { shop, session, fields } = c.var;
  const lines = shop.store.carts.lines(session);
  const line = lines.find(({ product }) => product === c.req.param('product'));
  const page = fields.text('page');
  if (!line) return patch(c, cartView(page, lines, 'patch', trouble));
  return patch(c, cartLine(page, line, 'patch', trouble));
}
