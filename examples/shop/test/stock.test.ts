/** Many buyers at once, for less than they want: what there is is sold, and nothing that there is not. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Client, customer } from './client.js';
import { startShop, type Shop } from './support.js';
import { rowsOf } from './tables.js';

const product = 'telescope';
const left = 7;
const buyers = 50;

const shops: Shop[] = [];
afterEach(async () => {
  await Promise.all(shops.splice(0).map((shop) => shop.stop()));
});

async function open(file?: string): Promise<Shop> {
  const shop = await startShop(file === undefined ? {} : { SHOP_DB: file });
  shops.push(shop);
  return shop;
}

/** Every buyer puts so many into the cart; then all check out at once, every second one by Datastar. */
async function rush([first, ...more]: readonly [Shop, ...Shop[]], quantity: number): Promise<void> {
  const all = [first, ...more];
  const counter = new Client(first.address);
  assert.equal((await counter.post(`/admin/stock/${product}`, { stock: String(left) })).status, 303);
  const clients = Array.from({ length: buyers }, (_, index) => new Client((all[index % all.length] ?? first).address));
  for (const client of clients)
    assert.equal((await client.post('/add-item', { 'item-id': product, quantity: String(quantity) })).status, 303);

  const answers = await Promise.all(
    clients.map(async (client, index) => {
      const isDatastar = Math.floor(index / all.length) % 2 === 1;
      const response = await client.post('/checkout', customer, { isDatastar });
      const text = await response.text();
      const order = /\/order\/(\d+)/.exec(isDatastar ? text : (response.headers.get('location') ?? ''))?.[1];
      if (order === undefined) {
        assert.equal(response.status, isDatastar ? 200 : 409);
        assert.match(text, /id="checkout-message"[^>]*>[^<]*Garden telescope[^<]*(only \d left|sold out)/);
        assert.equal(await client.inCart(), quantity, 'who was too late keeps the cart');
        return { order: 0 };
      }
      assert.equal(response.status, isDatastar ? 200 : 303);
      assert.equal(await client.inCart(), 0);
      return { order: Number(order) };
    }),
  );

  const sold = Math.floor(left / quantity);
  const orders = answers.map(({ order }) => order).filter((order) => order > 0);
  assert.equal(orders.length, sold);
  assert.equal(answers.length - orders.length, buyers - sold);

  const lines = rowsOf<{ customer_order: number; product: string; quantity: number }>(first.file, 'order_line');
  assert.deepEqual(
    lines.map(({ customer_order }) => customer_order).sort(),
    [...orders].sort(),
    'every order is in the books, once',
  );
  assert.ok(lines.every((line) => line.product === product && line.quantity === quantity));
  assert.equal(rowsOf(first.file, 'customer_order').length, sold);
  const stock = rowsOf<{ id: string; stock: number }>(first.file, 'product').find(({ id }) => id === product)?.stock;
  assert.equal(stock, left - sold * quantity);
}

test('of 50 buyers of one each, 7 get the 7 that are left, and 43 hear that they came too late', async () =>
  rush([await open()], 1));

test('of 50 buyers of two each, 3 get 6 of the 7 that are left, and 47 hear that they came too late', async () =>
  rush([await open()], 2));

test('two servers on one database sell no more than one would', async () => {
  const first = await open();
  await rush([first, await open(first.file)], 1);
});
