import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { addedMessage, cartCount, info, page, purchaseForm } from './views.js';

const files = {
  '/ds-elements.js': ['text/javascript', env.DS_ELEMENTS ?? '../../../dist/ds-elements.bundle.js'],
  '/htmx.js': ['text/javascript', 'node_modules/htmx.org/dist/htmx.min.js'],
  '/style.css': ['text/css', '../style.css'],
};
const carts = new Map();
const items = (c) => carts.get(getCookie(c, 'session')) ?? 0;
const isQuantity = (text) => /^[1-9][0-9]?$/.test(text);

/** The parts to htmx, which puts nothing in but a success; to a plain form or link the whole page. */
const answer = (c, parts, view, status) =>
  c.req.header('HX-Request') ? c.html(parts) : c.html(page({ items: items(c), ...view }), status);

const app = new Hono().use(csrf());

for (const [path, [type, file]] of Object.entries(files))
  app.get(path, (c) => c.body(readFileSync(file), 200, { 'Content-Type': type }));

app.get('/', (c) => {
  const { added, assumed } = c.req.query();
  return c.html(page({ items: items(c), message: isQuantity(added) ? addedMessage(added, assumed) : '' }));
});

app.post('/add-item', async (c) => {
  const fields = await c.req.parseBody({ all: true });
  const { quantity: sent = '1' } = fields; // an array where it came twice, which is no number either
  const refuse = (view, status) => answer(c, purchaseForm(view), view, status);

  if (fields['item-id'] !== 'telescope') return refuse({ message: 'There is no such thing in this shop.' }, 404);
  if (!isQuantity(sent)) {
    const quantity = /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(sent) ? sent : '';
    return refuse({ quantity, error: 'Enter a whole number from 1 to 99.' }, 422);
  }
  const known = getCookie(c, 'session');
  const session = carts.has(known) ? known : randomUUID();
  carts.set(session, items(c) + Number(sent));
  setCookie(c, 'session', session, { httpOnly: true, sameSite: 'Lax' });
  const isAssumed = !('quantity' in fields);
  if (!c.req.header('HX-Request')) return c.redirect(`/?added=${sent}${isAssumed ? '&assumed=yes' : ''}`, 303);
  return c.html(purchaseForm({ message: addedMessage(sent, isAssumed) }) + cartCount(carts.get(session)));
});

app.get('/product/:id/info', (c) => answer(c, info(c.req.param('id')), { shownInfo: c.req.param('id') }));

app.get('/total', (c) => {
  const { quantity } = c.req.query();
  return c.text(isQuantity(quantity) ? `Together €${289 * quantity}.00` : '');
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 8080) });
