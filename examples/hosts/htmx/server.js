import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { env } from 'node:process';
import { setInterval } from 'node:timers';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { cartCount, info, isKnown, page, purchaseForm, viewersText } from './views.js';

const files = {
  '/ds-elements.js': '../../../dist/ds-elements.bundle.js',
  '/ds-elements.css': '../../../dist/ds-elements.css',
  '/htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
  '/sse.js': 'node_modules/htmx-ext-sse/sse.js',
  '/style.css': '../style.css',
};
/** Of each session: how much is in it, what its next page says, what was told of the newest forms by the key of each. */
const newCart = () => ({ count: 0, message: '', sold: new Map() });
const carts = new Map();
const cartOf = (c) => carts.get(getCookie(c, 'session')) ?? newCart();
/** The open pages. */
const streams = new Set();
const news = new EventEmitter().setMaxListeners(0);
setInterval(() => news.emit('change'), 2000); // a heartbeat

const isQuantity = (text) => /^[0-9]{1,2}$/.test(text) && Number(text) > 0;

/** Whoever clicks twice, or sends once more what got no answer, buys once and hears the same again. */
function sell(cart, count, message, key) {
  if (cart.sold.has(key)) return cart.sold.get(key);
  cart.count += count;
  if (key) cart.sold.set(key, message);
  if (cart.sold.size > 20) cart.sold.delete(cart.sold.keys().next().value);
  return message;
}

function showPage(c, view, status) {
  const viewers = Math.max(1, streams.size); // the reader counts too, though their stream has yet to begin
  c.header('Cache-Control', 'no-store');
  return c.html(page({ count: cartOf(c).count, viewers, ...view }), status);
}

/** The part to htmx, which puts nothing in but a success; to a plain form or link the whole page. */
const answer = (c, part, view, status) => (c.req.header('HX-Request') ? c.html(part) : showPage(c, view, status));
const refuse = (c, view, status) => answer(c, purchaseForm(view), view, status);

const app = new Hono().use(csrf());
for (const [address, path] of Object.entries(files)) app.get(address, serveStatic({ path }));

app.get('/', (c) => {
  const cart = cartOf(c);
  const { message } = cart;
  cart.message = '';
  return showPage(c, { message });
});

app.post('/add-item', bodyLimit({ maxSize: 10_000 }), async (c) => {
  const { quantity, 'item-id': id, 'Idempotency-Key': key } = await c.req.parseBody({ all: true }); // an array where a field came twice
  if (id !== 'telescope') return refuse(c, { message: 'We have no such thing in the shop.' }, 404);

  const text = String(quantity ?? 1).trim();
  if (!isQuantity(text)) {
    const isNumber = /^-?[0-9]{1,9}(\.[0-9]{1,9})?$/.test(text);
    return refuse(c, { quantity: isNumber ? text : '', error: 'Enter a whole number from 1 to 99.' }, 422);
  }
  const added = `${Number(text)} × Garden telescope added to your cart.`;
  const message = quantity === undefined ? `No quantity was given, so we took one. ${added}` : added;

  const known = getCookie(c, 'session');
  const session = carts.has(known) ? known : randomUUID();
  const isForm = !c.req.header('HX-Request');
  const cart = carts.get(session) ?? newCart();
  carts.set(session, cart);
  const told = sell(cart, Number(text), message, String(key ?? ''));
  setCookie(c, 'session', session, { httpOnly: true, sameSite: 'Lax' });
  if (!isForm) return c.html(purchaseForm({ message: told }) + cartCount(cart.count));
  cart.message = told;
  return c.redirect('/', 303);
});

app.get('/product/:id/info', (c) => {
  const id = c.req.param('id');
  return answer(c, info(id), { shownInfo: id }, isKnown(id) ? 200 : 404);
});

app.get('/total', (c) => {
  const { quantity } = c.req.query();
  return c.text(isQuantity(quantity) ? `Total €${289 * quantity}.00` : '');
});

app.get('/live', (c) =>
  streamSSE(c, async (stream) => {
    stream.onAbort(() => streams.delete(stream) && news.emit('change'));
    streams.add(stream);
    news.emit('change');
    for (let told; !stream.aborted;) {
      const count = streams.size;
      // A write waits until the reader has room: who is slow gets the newest count, and no backlog.
      if (count !== told) await stream.writeSSE({ data: viewersText(count) });
      else await stream.write(': still here\n\n'); // for proxies, which close what is silent
      told = count;
      if (count === streams.size) await once(news, 'change');
    }
  }),
);

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 8080) });
