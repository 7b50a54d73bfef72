/** Who gets behind the counter. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';
import { rowsOf } from './tables.js';

const password = 'per aspera: ad astra';
const basic = (name: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});

const stock = (shop: Shop): number | undefined =>
  rowsOf<{ id: string; stock: number }>(shop.file, 'product').find(({ id }) => id === 'red-lamp')?.stock;

/** Everything behind the counter, asked for as its page does. */
const requests: Record<string, (client: Client, headers: Record<string, string>) => Promise<Response>> = {
  'GET /admin': (client, headers) => client.get('/admin', { headers }),
  'GET /admin/live': (client, headers) => client.get('/admin/live', { headers }),
  'POST /admin/stock/red-lamp': (client, headers) =>
    client.post('/admin/stock/red-lamp', { stock: '11' }, { headers, isDatastar: true }),
  'GET /rebuild/status-button': (client, headers) =>
    client.get('/rebuild/status-button', { headers, isDatastar: true }),
};

describe('with a password', () => {
  let shop: Shop;
  before(async () => (shop = await startShop({ SHOP_ADMIN_PASSWORD: password })));
  after(() => shop.stop());

  const wrong: Record<string, Record<string, string>> = {
    'without one': {},
    'with another': basic('admin', 'per aspera'),
    'with a longer one': basic('admin', `${password}!`),
    'with an empty one': basic('admin', ''),
    'with another name': basic('root', password),
    'with junk': { authorization: 'Basic %%%' },
    'with a token': { authorization: `Bearer ${password}` },
  };
  for (const [request, ask] of Object.entries(requests)) {
    for (const [how, headers] of Object.entries(wrong))
      test(`${request} ${how} is 401, and does nothing`, async () => {
        const response = await ask(new Client(shop.address), headers);
        assert.equal(response.status, 401);
        assert.match(response.headers.get('www-authenticate') ?? '', /^Basic realm="/);
        assert.doesNotMatch(await response.text(), /order|stock|button/i);
        assert.equal(stock(shop), 40);
      });
  }

  test('the shop itself asks for none', async () => {
    for (const path of ['/', '/product/red-lamp', '/cart', '/favourites'])
      assert.equal((await new Client(shop.address).get(path)).status, 200, path);
  });

  test('is not got around by another spelling of the address', async () => {
    for (const path of ['/Admin', '/admin/', '//admin', '/%61dmin', '/./admin', '/x/../admin', '/admin%2flive'])
      assert.notEqual((await new Client(shop.address).get(`${new URL(shop.address).origin}${path}`)).status, 200, path);
  });

  for (const [request, ask] of Object.entries(requests))
    test(`${request} with it is done`, async () => {
      const response = await ask(new Client(shop.address), basic('admin', password));
      assert.equal(response.status, 200);
      await response.body?.cancel();
      if (request.startsWith('POST')) assert.equal(stock(shop), 11);
    });
});

describe('without a password', () => {
  let shop: Shop;
  before(async () => (shop = await startShop()));
  after(() => shop.stop());

  for (const [request, ask] of Object.entries(requests))
    test(`${request} is open to all`, async () => {
      const response = await ask(new Client(shop.address), {});
      assert.equal(response.status, 200);
      await response.body?.cancel();
    });

  test('the page behind the counter says that it is open', async () =>
    assert.match(await (await new Client(shop.address).get('/admin')).text(), /Open to everyone/));

  test('a plain form sets the stock and leads back', async () => {
    const client = new Client(shop.address);
    const response = await client.post('/admin/stock/red-lamp', { stock: '17' });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/admin');
    assert.equal(stock(shop), 17);
  });
});

describe('the rebuild button', () => {
  let shop: Shop;
  before(async () => (shop = await startShop()));
  after(() => shop.stop());

  const status = async (): Promise<string> => {
    const page = await (await new Client(shop.address).get('/admin')).text();
    return /id="rebuild-bundle-status-button"\s+class="status (\w+)"/.exec(page)?.[1] ?? '';
  };

  test('followed as a link, from here or elsewhere, starts nothing', async () => {
    for (const headers of [{}, { referer: 'https://elsewhere.example/' }, { 'datastar-request': 'yes' }]) {
      const response = await new Client(shop.address).get('/rebuild/status-button', { headers });
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), '/admin');
    }
    assert.equal(await status(), 'idle');
  });

  test('pressed in the page starts it, and tells how it goes until it is done', async () => {
    const stream = await (await new Client(shop.address).get('/rebuild/status-button', { isDatastar: true })).text();
    assert.match(stream, /class="status building"[^]*class="status built"/);
    assert.equal(await status(), 'built');
  });
});
