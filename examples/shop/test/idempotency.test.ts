/** The same form, sent twice: by an impatient finger, or by a client whose answer got lost. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Client, customer } from './client.js';
import { startShop, type Shop } from './support.js';
import { rowsOf } from './tables.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

const newClient = (): Client => new Client(shop.address);
const lamps = { 'item-id': 'red-lamp', quantity: '2' };
const orders = (): number => rowsOf(shop.file, 'customer_order').length;
const stock = (): number | undefined =>
  rowsOf<{ id: string; stock: number }>(shop.file, 'product').find(({ id }) => id === 'red-lamp')?.stock;

type Send = (client: Client, path: string, fields: Record<string, string>, key: string) => Promise<Response>;

const ways: Record<string, Send> = {
  'as a field': (client, path, fields, key) => client.post(path, { ...fields, 'Idempotency-Key': key }),
  'as an HTTP header': (client, path, fields, key) =>
    client.post(path, fields, { headers: { 'Idempotency-Key': key } }),
};

for (const [way, send] of Object.entries(ways))
  describe(`a key ${way}`, () => {
    test('makes the same addition count once, with the same answer', async () => {
      const client = newClient();
      const key = randomUUID();
      const first = await send(client, '/add-item', lamps, key);
      for (let time = 0; time < 3; time++) {
        const again = await send(client, '/add-item', lamps, key);
        assert.equal(again.status, 303);
        assert.equal(again.headers.get('location'), first.headers.get('location'));
      }
      assert.equal(await client.inCart(), 2);
    });

    test('refuses an addition with something else in it, and says what was added', async () => {
      const client = newClient();
      const key = randomUUID();
      await send(client, '/add-item', lamps, key);
      for (const other of [
        { ...lamps, quantity: '3' },
        { ...lamps, 'item-id': 'planisphere' },
      ]) {
        const response = await send(client, '/add-item', other, key);
        assert.equal(response.status, 409);
        assert.match(
          await response.text(),
          /<ds-quantity-stepper\b[^>]*\serror="2 × Red lamp went into your cart before/,
        );
      }
      assert.equal(await client.inCart(), 2);
    });

    test('means nothing to another session', async () => {
      const key = randomUUID();
      for (const client of [newClient(), newClient()]) {
        await client.get('/');
        assert.equal((await send(client, '/add-item', lamps, key)).status, 303);
        assert.equal(await client.inCart(), 2);
      }
    });

    test('makes the same order count once, with the same answer', async () => {
      const client = newClient();
      const key = randomUUID();
      await client.post('/add-item', lamps);
      const [ordersBefore, stockBefore = NaN] = [orders(), stock()];
      const first = await send(client, '/checkout', customer, key);
      assert.equal(first.status, 303);
      await client.post('/add-item', lamps); // what is in the cart by then is not what was ordered
      const again = await send(client, '/checkout', customer, key);
      assert.equal(again.status, 303);
      assert.equal(again.headers.get('location'), first.headers.get('location'));
      assert.equal(orders(), ordersBefore + 1);
      assert.equal(stock(), stockBefore - 2);
      assert.equal(await client.inCart(), 2);
    });

    test('refuses an order to another address, leads to the one that was placed, and leaves the cart as it is', async () => {
      const client = newClient();
      const key = randomUUID();
      await client.post('/add-item', lamps);
      const { headers } = await send(client, '/checkout', customer, key);
      await client.post('/add-item', lamps);
      const ordersBefore = orders();
      const response = await send(client, '/checkout', { ...customer, street: 'Valley 2' }, key);
      assert.equal(response.status, 409);
      const placed = headers.get('location') ?? '';
      const message = `Order ${placed.slice('/order/'.length)} was placed already, and goes to the address that you sent first.`;
      assert.match(await response.text(), new RegExp(`${message}\\s*<a href="${placed}">`));
      assert.equal(orders(), ordersBefore);
      assert.equal(await client.inCart(), 2);
    });

    test('lets two sessions order with the same key', async () => {
      const key = randomUUID();
      const before = orders();
      for (const client of [newClient(), newClient()]) {
        await client.post('/add-item', lamps);
        assert.equal((await send(client, '/checkout', customer, key)).status, 303);
      }
      assert.equal(orders(), before + 2);
    });
  });

test('the same addition and the same order, sent ten times at once, count once', async () => {
  const client = newClient();
  await client.get('/');
  const keys = { add: randomUUID(), order: randomUUID() };
  const tenTimes = async (path: string, fields: Record<string, string>): Promise<Set<string | null>> => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.post(path, fields)));
    return new Set(answers.map(({ headers }) => headers.get('location')));
  };
  const before = orders();
  assert.equal((await tenTimes('/add-item', { ...lamps, 'Idempotency-Key': keys.add })).size, 1);
  assert.equal(await client.inCart(), 2);
  assert.equal((await tenTimes('/checkout', { ...customer, 'Idempotency-Key': keys.order })).size, 1);
  assert.equal(orders(), before + 1);
});

test('every form of a page has a key of its own', async () => {
  const keyOf = async (path: string): Promise<string> => {
    const page = await (await client.get(path)).text();
    return /name="Idempotency-Key" value="([^"]{36})"/.exec(page)?.[1] ?? '';
  };
  const client = newClient();
  await client.post('/add-item', lamps);
  const keys = [];
  for (const path of ['/product/red-lamp', '/product/red-lamp', '/checkout']) keys.push(await keyOf(path));
  assert.equal(new Set(keys).size, 3);
  assert.ok(!keys.includes(''));
});

test('without a key nothing is taken for a repetition', async () => {
  const client = newClient();
  for (let time = 0; time < 2; time++) await client.post('/add-item', lamps);
  assert.equal(await client.inCart(), 4);
});
