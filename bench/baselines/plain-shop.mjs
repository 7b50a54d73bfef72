/**
 * The shop's own app with two more ways to buy: a page that writes two pieces of HTML by `innerHTML`, with a native number
 * field and a span in place of the elements; and an answer that says no more than the new count. Middleware, reading of the
 * form, store and database are the shop's.
 */
import { randomUUID } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { html, raw } from 'hono/html';
import { datastar } from '../../scripts/datastar.mjs';
import { createApp } from '../../examples/shop/app.js';
import { pageContext } from '../../examples/shop/http/answer.js';
import { Bundle, shopFiles } from '../../examples/shop/bundle.js';
import { form, idempotencyKey } from '../../examples/shop/http/form.js';
import { Hub } from '../../examples/shop/live/hub.js';
import { Viewers } from '../../examples/shop/live/viewers.js';
import { readQuantity } from '../../examples/shop/quantity.js';
import { openStore } from '../../examples/shop/store/store.js';
import { productPage } from '../../examples/shop/views/product.js';
import { purchaseMessage } from '../../examples/shop/views/purchase-form.js';

/**
 * @typedef {import('../../examples/shop/store/catalogue.js').Product} Product
 * @typedef {import('../../examples/shop/http/env.js').ShopContext} ShopContext
 */

const hub = new Hub();
const store = openStore(process.env['SHOP_DB'] ?? ':memory:', hub);
const client = await datastar();
const bundle = new Bundle(hub, () => shopFiles(client));
await bundle.read();
const app = createApp({ store, hub, bundle, viewers: new Viewers(hub) });

app.get('/plain/product/:id', async (c) => {
  const product = store.catalogue.known(c.req.param('id'));
  const context = pageContext(c);
  const page = String(await productPage(context, { product, viewers: 1, key: randomUUID() }));
  /** @type {[RegExp, string][]} */
  const changes = [
    [
      /<form\s+id="purchase-item"[^]*?<div class="buy">[^]*?<\/form>/,
      `<form id="purchase-item">${await plainForm(product, '')}</form>`,
    ],
    [/<div id="cart-count">[^]*?<\/div>/, `<div id="cart-count">${plainBadge(context.inCart)}</div>`],
    [/<div\s+id="live"[^]*?<\/div>/, ''],
    [/<script[^>]*datastar\.js[^>]*><\/script>/, `<script type="module" nonce="${context.nonce}">${script}</script>`],
  ];
  return c.html(
    changes.reduce((page, [place, plain]) => {
      if (!place.test(page)) throw new Error(`The product page has no ${place}`);
      return page.replace(place, () => plain);
    }, page),
  );
});

app.post('/plain/add-item', form(purchaseMessage), async (c) => {
  const bought = buy(c);
  if (!bought) return c.json({ error: 'Not bought' }, 422);
  const { product, count, inCart } = bought;
  const written = await plainForm(product, `${count} × ${product.name} added to your cart.`);
  return c.json({ form: String(written), badge: String(plainBadge(inCart)) });
});

app.post('/bare/add-item', form(purchaseMessage), (c) => {
  const bought = buy(c);
  return bought ? c.json({ inCart: bought.inCart }) : c.json({ error: 'Not bought' }, 422);
});

/** Line by line what `POST /add-item` does before it answers. @param {ShopContext} c */
function buy(c) {
  const { session, fields } = c.var;
  const product = store.catalogue.find(fields.text('item-id'));
  const quantity = readQuantity(fields.get('quantity'));
  if (!product || 'error' in quantity) return undefined;
  const { count } = quantity;
  const refusal = store.carts.add(session, idempotencyKey(c), { product: product.id, quantity: count });
  return refusal ? undefined : { product, count, inCart: store.carts.count(session) };
}

/** @param {Product} product @param {string} message */
const plainForm = ({ id }, message) => {
  const key = randomUUID();
  return html`<input type="hidden" id="purchase-key" name="Idempotency-Key" value="${key}" />
    <input type="hidden" id="item-id" name="item-id" value="${id}" />
    <label for="quantity">Quantity</label>
    <div class="buy">
      <input type="number" id="quantity" name="quantity" value="1" min="1" max="99" required />
      <button type="submit" id="add-to-cart">Add to cart</button>
    </div>
    <p id="purchase-message" role="status">${message}</p>`;
};

/** @param {number} count */
const plainBadge = (count) => html`<span class="plain-badge">${raw(String(count))}</span>`;

/** Under the name of a policy that the shop's Content-Security-Policy allows, and whose owner is not on this page. */
const script = `
  const policy = trustedTypes.createPolicy('datastar', { createHTML: (html) => html });
  const form = document.querySelector('#purchase-item');
  const badge = document.querySelector('#cart-count');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await fetch('/plain/add-item', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const answer = await response.json();
    form.innerHTML = policy.createHTML(answer.form);
    badge.innerHTML = policy.createHTML(answer.badge);
  });`;

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
process.once('SIGTERM', () => {
  hub.publish('stop');
  server.close(() => store.close());
  if ('closeAllConnections' in server) server.closeAllConnections();
});
