/** What people meet who come back, look away, or are told the wrong thing by an address. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, customer } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

async function clientWith(product: string, quantity = 1): Promise<Client> {
  const client = new Client(shop.address);
  await client.post('/add-item', { 'item-id': product, quantity: String(quantity) });
  return client;
}

const textOf = async (response: Response | Promise<Response>): Promise<string> => (await response).text();

test('nobody buys what they were not shown', async () => {
  const client = await clientWith('planisphere');
  const seen = /name="seen" value="([^"]+)"/.exec(await textOf(client.get('/checkout')))?.[1] ?? '';
  await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '1' }); // in another tab
  const refused = await client.post('/checkout', { ...customer, seen });
  assert.equal(refused.status, 409);
  const page = await refused.text();
  assert.match(page, /Your cart has changed\./);
  const now = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
  assert.equal((await client.post('/checkout', { ...customer, seen: now })).status, 303);
});

test('an order that was placed is found again from the empty cart', async () => {
  const client = await clientWith('planisphere');
  const order = (await client.post('/checkout', customer)).headers.get('location') ?? 'none';
  assert.match(await textOf(client.get('/cart')), new RegExp(`href="${order}">Your last order`));
  assert.doesNotMatch(await textOf(new Client(shop.address).get('/cart')), /Your last order/);
});

test('a line without a quantity stays as it is, and says so', async () => {
  const client = await clientWith('planisphere', 3);
  for (const isDatastar of [false, true]) {
    const answer = await textOf(client.post('/cart/planisphere/quantity', {}, { isDatastar }));
    assert.match(answer, /id="cart-message-planisphere"[^>]*>No quantity was given: nothing was changed\./);
  }
  assert.equal(await client.inCart(), 3);
});

test('less is always welcome, also where there is not enough', async () => {
  const client = await clientWith('binoculars', 5);
  await client.post('/admin/stock/binoculars', { stock: '2' });
  assert.match(await textOf(client.get('/cart')), /id="cart-message-binoculars"[^>]*>Only 2 left\./);
  assert.equal((await client.post('/cart/binoculars/quantity', { quantity: '4' })).status, 303);
  assert.equal((await client.post('/cart/binoculars/quantity', { quantity: '5' })).status, 409);
  assert.equal(await client.inCart(), 4);
});

test('what was sold while it was counted is not put back on the shelf', async () => {
  const admin = new Client(shop.address);
  const buyer = await clientWith('eclipse-glasses', 3);
  await buyer.post('/checkout', customer);
  const late = await admin.post('/admin/stock/eclipse-glasses', { stock: '201', seen: '200' });
  assert.equal(late.status, 409);
  assert.equal(await admin.stock('eclipse-glasses'), '197 in stock');
  const row = await textOf(
    admin.post('/admin/stock/eclipse-glasses', { stock: '201', seen: '200' }, { isDatastar: true }),
  );
  assert.match(
    row,
    /name="seen" value="197"[^]* value="201"[^]*It went from 200 to 197 in the meantime/,
    'the count stays',
  );
  const again = { stock: '201', seen: '197' };
  assert.equal((await admin.post('/admin/stock/eclipse-glasses', again)).status, 303);
  assert.equal(await admin.stock('eclipse-glasses'), '201 in stock');
});

test('an address cannot claim a purchase', async () => {
  const client = await clientWith('planisphere', 2);
  for (const added of ['77', '2', 'x'])
    assert.doesNotMatch(await textOf(client.get(`/product/planisphere?added=${added}`)), /added to your cart/);
  const { headers } = await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '2' });
  const place = headers.get('location') ?? '';
  assert.match(await textOf(client.get(place)), /2 × Red lamp added to your cart/);
  assert.doesNotMatch(await textOf(new Client(shop.address).get(place)), /added to your cart/);
});

test('an address of nothing to be seen, or one that turns the line, is no address', async () => {
  const client = await clientWith('planisphere');
  for (const name of ['\u200B', '…', 'evil\u202Egnp'])
    assert.equal((await client.post('/checkout', { ...customer, name })).status, 422, name);
  assert.equal((await client.post('/checkout', { ...customer, name: 'Mira ' + '🚀'.repeat(60) })).status, 303);
});
