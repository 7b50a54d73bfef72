import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { cartCount, info, page, purchaseForm, viewersText } from './views.js';

const files = {
  '/ds-elements.js': env.DS_ELEMENTS ?? '../../../dist/ds-elements.bundle.js',
  '/ds-elements.css': env.DS_ELEMENTS_CSS ?? '../../../dist/ds-elements.css',
  '/htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
  '/sse.js': 'node_modules/htmx-ext-sse/sse.js',
  '/style.css': '../style.css',
};
/** The cart of each session, and what its next page says. */
const carts = new Map();
const cartOf = (c) => carts.get(getCookie(c, 'session')) ?? { count: 0, message: '' };
/** The open pages. */
const streams = new Set();

const isQuantity = (text) => /^[0-9]{1,2}$/.test(text) && Number(text) > 0;

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
  const { quantity, 'item-id': id } = await c.req.parseBody({ all: true }); // an array where a field came twice
  if (id !== 'telescope') return refuse(c, { message: 'We have no such thing in the shop.' }, 404);

  const text = String(quantity ?? 1).trim();
  if (!isQuantity(text)) {
    const isNumber = /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(text);
    return refuse(c, { quantity: isNumber ? text : '', error: 'Enter a whole number from 1 to 99.' }, 422);
  }
  const added = `${Number(text)} × Garden telescope added to your cart.`;
  const message = quantity === undefined ? `No quantity was given, so we took one. ${added}` : added;

  const known = getCookie(c, 'session');
  const session = carts.has(known) ? known : randomUUID();
  const isForm = !c.req.header('HX-Request');
  const count = cartOf(c).count + Number(text);
  carts.set(session, { count, message: isForm ? message : '' });
  setCookie(c, 'session', session, { httpOnly: true, sameSite: 'Lax' });
  return isForm ? c.redirect('/', 303) : c.html(purchaseForm({ message }) + cartCount(count));
});

app.get('/product/:id/info', (c) => answer(c, info(c.req.param('id')), { shownInfo: c.req.param('id') }));

app.get('/total', (c) => {
  const { quantity } = c.req.query();
  return c.text(isQuantity(quantity) ? `Together €${289 * quantity}.00` : '');
});

/** Not awaited: a reader who stalls keeps nobody else waiting. */
const tellAll = () => streams.forEach((stream) => void stream.writeSSE({ data: viewersText(streams.size) }));

app.get('/live', (c) =>
  streamSSE(c, async (stream) => {
    stream.onAbort(() => {
      streams.delete(stream);
      tellAll();
    });
    streams.add(stream);
    tellAll();
    while (!stream.aborted) {
      await stream.sleep(2000);
      await stream.write(': still here\n\n'); // for proxies, which close what is silent
    }
  }),
);

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 8080) });
