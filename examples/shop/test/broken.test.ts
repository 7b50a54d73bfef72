/** Broken requests: each is told what is wrong, where it is wrong; nothing is changed, and nothing executed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cases, type Case } from './broken-cases.js';
import { Client, customer } from './client.js';
import { events, harmIn, html, junk, sql } from '../../../test/support/hostile.js';
import { startShop, type Shop } from './support.js';
import { dump, patched, rowsOf } from './tables.js';

let shop: Shop;
let client: Client;

before(async () => {
  shop = await startShop();
  client = new Client(shop.address);
  // Something in every table, and a cart with the line that the cases are about.
  await client.post('/add-item', { 'item-id': 'planisphere' });
  await client.post('/checkout', customer);
  await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '2' });
  await client.post('/favourite/telescope', { favourite: 'yes' });
});
after(() => shop.stop());

function send({ path, body, type }: Case, isDatastar: boolean): Promise<Response> {
  const contentType = type ?? (typeof body === 'string' ? 'application/x-www-form-urlencoded' : '');
  return client.send(path, {
    method: 'POST',
    body,
    headers: {
      origin: new URL(shop.address).origin,
      ...(contentType && { 'content-type': contentType }),
      ...(isDatastar && { 'datastar-request': 'true' }),
    },
  });
}

for (const [route, list] of cases)
  describe(`POST ${route}`, () => {
    for (const case_ of list)
      test(`with ${case_.title} says so, and changes nothing`, async () => {
        const before = dump(shop.file);

        const datastar = await send(case_, true);
        assert.equal(datastar.status, 200);
        assert.match(datastar.headers.get('content-type') ?? '', /^text\/event-stream/);
        const answer = await datastar.text();
        assert.equal(harmIn(answer), undefined);
        const message = case_.at.exec(patched(answer))?.[1]?.trim() ?? '';
        assert.match(message, /\w{2}/, `a message at ${case_.at.source} in ${answer.slice(0, 2000)}`);
        assert.doesNotMatch(answer, /<\/?noscript/);

        const plain = await send(case_, false);
        const page = await plain.text();
        assert.equal(plain.status, case_.status);
        assert.match(page, /^<!doctype html>/);
        assert.equal(harmIn(page), undefined);
        assert.ok(page.includes(message), `the page says “${message}” as well`);

        assert.deepEqual(dump(shop.file), before);
      });
  });

describe('what may be any text', () => {
  const short = junk.filter((text) => text.length < 1000);
  for (const text of [...html, ...sql, ...events, ...short])
    test(`takes ${JSON.stringify(text.slice(0, 40))} for nothing but text`, async () => {
      const visitor = new Client(shop.address);
      const others = (): unknown => [rowsOf(shop.file, 'cart_line'), rowsOf(shop.file, 'favourite')];
      const products = (): unknown => rowsOf<{ id: string }>(shop.file, 'product').map(({ id }) => id);
      const before = [others(), products(), rowsOf(shop.file, 'customer_order').length];
      const kept = text.trim();
      const isPrintable = !/\p{Cc}/u.test(kept) && kept.length <= 100;
      const { email } = customer;
      const entered = { name: text, email, street: text, postcode: text, city: text, 'Idempotency-Key': text };

      await visitor.post('/add-item', { 'item-id': 'eclipse-glasses', 'Idempotency-Key': text });
      const response = await visitor.post('/checkout', entered);
      assert.equal(harmIn(await response.text()), undefined);
      assert.equal(response.status, isPrintable ? 303 : 422);
      if (!isPrintable) await visitor.post('/checkout', { ...customer, 'Idempotency-Key': text });

      const orders = rowsOf<{ name: string; city: string; id: number }>(shop.file, 'customer_order');
      const order = orders.at(-1);
      assert.deepEqual([others(), products(), orders.length - 1], before);
      if (isPrintable) assert.deepEqual([order?.name, order?.city], [kept, kept], 'it is kept as it came');
      for (const path of [`/order/${order?.id ?? ''}`, '/admin']) {
        const page = await visitor.get(path);
        assert.equal(page.status, 200);
        assert.equal(harmIn(await page.text()), undefined, path);
      }
      assert.equal(harmIn(await firstOf(await visitor.get('/admin/live'))), undefined);
    });

  for (const text of [...html, ...sql, ...events])
    test(`gives ${JSON.stringify(text.slice(0, 40))} as the name of a page back as text`, async () => {
      for (const [path, fields] of [
        ['/cart/red-lamp/quantity', { quantity: '2', page: text }],
        ['/cart/moon/remove', { page: text }],
      ] as const)
        assert.equal(harmIn(await (await client.post(path, fields, { isDatastar: true })).text()), undefined, path);
      const stream = await client.get(`/live?cart&page=${encodeURIComponent(text)}`);
      assert.equal(harmIn(await firstOf(stream)), undefined);
    });
});

test('removing what is not in the cart is as good as done and changes nothing', async () => {
  const before = dump(shop.file);
  const path = '/cart/telescope/remove';
  assert.equal((await client.post(path, {})).headers.get('location'), '/cart');
  const answer = await client.post(path, {}, { isDatastar: true });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /selector #cart-line-telescope\ndata: mode remove/);
  assert.deepEqual(dump(shop.file), before);
});

test('removing what the shop does not have gets a message in the cart and changes nothing', async () => {
  const before = dump(shop.file);
  for (const id of ['moon', ...html, ...sql, ...events, ...junk]) {
    const path = `/cart/${encodeURIComponent(id)}/remove`;
    const plain = await client.post(path, {});
    assert.equal(plain.status, 404);
    const datastar = await client.post(path, {}, { isDatastar: true });
    assert.equal(datastar.status, 200);
    for (const answer of [await plain.text(), await datastar.text()]) {
      assert.match(answer, /id="cart-message"[^>]*>\s*We have no such thing/);
      assert.equal(harmIn(answer), undefined);
    }
  }
  assert.deepEqual(dump(shop.file), before);
});

/** The first of a stream that would go on. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunk = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(chunk?.value);
}
