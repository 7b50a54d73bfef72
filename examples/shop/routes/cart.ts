import { Hono } from 'hono';
import { isFromDatastar, pageContext, patch, refuse, sendEvents } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form } from '../http/form.js';
import { Events } from '../live/events.js';
import { readQuantity } from '../quantity.js';
import { unknownProduct } from '../store/catalogue.js';
import type { CartLine } from '../store/carts.js';
import type { Refusal } from '../store/refusal.js';
import { cart as cartView, cartPage } from '../views/cart.js';
import { cartLine, cartLineMessage } from '../views/cart-line.js';
import type { View } from '../views/layout.js';
import { afterChange, afterRefusal, asNews, type LineStepper, type LineTrouble } from '../views/line-stepper.js';

const messageView = (message: string, c: ShopContext): View => cartLineMessage(c.req.param('product') ?? '', message);

/** What a visitor has chosen: to change, to take out, to look at. */
export const cart = new Hono<Env>()
  .get('/cart', (c) => showCart(c))

  .post('/cart/:product/quantity', form(messageView), (c) => {
    const { shop, session, fields } = c.var;
    const product = c.req.param('product');
    const quantity = readQuantity(fields.get('quantity'));
    if ('error' in quantity) return showTrouble(c, { product, quantity: quantity.shown, message: quantity.error }, 422);
    if (quantity.isAssumed)
      return showTrouble(c, { product, message: 'No quantity was given: nothing was changed.' }, 422);

    const sender = { page: fields.text('page'), rev: fields.text('rev') };
    const before = shop.store.carts.lines(session).find((line) => line.product === product);
    const refusal = shop.store.carts.setQuantity(session, product, quantity.count, sender.page);
    if (refusal)
      return showTrouble(c, { product, quantity: String(quantity.count), message: refusal.message }, refusal.status);
    if (!isFromDatastar(c)) return c.redirect('/cart', 303);
    return patchLine(c, (line) => afterChange(line, before, sender));
  })

  .post('/cart/:product/remove', form(messageView), async (c) => {
    const { shop, session, fields } = c.var;
    const product = c.req.param('product');
    if (!shop.store.catalogue.find(product))
      return showTrouble(c, { product, message: unknownProduct.message }, unknownProduct.status);

    const page = fields.text('page');
    const refusal = shop.store.carts.remove(session, product, page);
    if (refusal) return refuse(c, refusal, messageView);
    if (!isFromDatastar(c)) return c.redirect('/cart', 303);

    const lines = shop.store.carts.lines(session);
    const events = new Events();
    if (lines.length === 0)
      events.patchElements(String(await cartView(page, lines, { rendering: 'patch' })), {
        useViewTransition: true,
      });
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
function showTrouble(c: ShopContext, trouble: LineTrouble, status: Refusal['status']): Response | Promise<Response> {
  if (!isFromDatastar(c)) return showCart(c, trouble, status);
  return patchLine(c, (line) => afterRefusal(line, trouble), trouble);
}

/** The line in question, or the whole cart where it is gone. The sums come by the live stream. */
function patchLine(c: ShopContext, stepper: (line: CartLine) => LineStepper, trouble?: LineTrouble): Promise<Response> {
  const lines = c.var.shop.store.carts.lines(c.var.session);
  const line = lines.find(({ product }) => product === c.req.param('product'));
  const page = c.var.fields.text('page');
  if (line) return patch(c, cartLine(page, line, { rendering: 'patch', stepper: stepper(line), trouble }));
  return patch(c, cartView(page, lines, { rendering: 'patch', stepper: (line) => asNews(line, page), trouble }));
}
