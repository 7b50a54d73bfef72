/** The shop as those meet it who run it: settings, starts, faults behind the pages. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { Client } from './client.js';
import { databaseFile, startShop, type Shop } from './support.js';

async function start(t: TestContext, env: Record<string, string> = {}): Promise<Shop> {
  const shop = await startShop(env);
  t.after(() => shop.stop());
  return shop;
}

test('behind a proxy, SHOP_ORIGIN says where forms come from, and that the cookie is for TLS and this host alone', async (t) => {
  const { address } = await start(t, { SHOP_ORIGIN: 'https://shop.example', SHOP_ADMIN_PASSWORD: 'per aspera' });
  const client = new Client(address);
  const [cookie] = (await client.get('/')).headers.getSetCookie();
  assert.match(cookie ?? '', /^__Host-session=[^;]*; .*; Secure/);
  const fields = { 'item-id': 'red-lamp', quantity: '1' };
  assert.equal((await client.post('/add-item', fields, { origin: 'https://shop.example' })).status, 303);
  assert.equal((await client.post('/add-item', fields)).status, 403);
  assert.equal(await client.inCart(), 1);

  const planted = new Client(address);
  planted.cookie = client.cookie.replace('__Host-', ''); // what another host of the same domain could set
  assert.equal(await planted.inCart(), 0);
});

test('where the database cannot be read, there is a page that says so, with every header', async (t) => {
  const { address, file } = await start(t);
  const database = new DatabaseSync(file);
  database.exec('ALTER TABLE favourite RENAME TO lost');
  database.close();
  const response = await new Client(address).get('/');
  assert.equal(response.status, 500);
  assert.match(await response.text(), /Something broke\. Please try again\./);
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
});

test('several servers may start at once on a new database', async (t) => {
  const SHOP_DB = databaseFile();
  const shops = await Promise.all([1, 2, 3].map(() => start(t, { SHOP_DB })));
  for (const { address } of shops) assert.equal(await new Client(address).stock('telescope'), '8 in stock');
});

test('nothing that a cache may keep sets a cookie', async (t) => {
  const { address } = await start(t);
  for (const path of ['/transitions.css', '/shop.css', '/telescope.svg', '/ds-elements.js']) {
    const { headers, status } = await new Client(address).get(path);
    assert.equal(status, 200, path);
    assert.deepEqual(headers.getSetCookie(), [], path);
    assert.doesNotMatch(headers.get('cache-control') ?? '', /no-store/, path);
  }
});

test('a rebuild that is asked for again after a lost connection is not another one', async (t) => {
  const { address } = await start(t);
  const client = new Client(address);
  const built = await (await client.get('/rebuild/status-button', { isDatastar: true })).text();
  assert.match(built, /^id: build$/m);
  assert.match(built, /Built: \d+ files/);
  const again = await client.get('/rebuild/status-button', { isDatastar: true, headers: { 'last-event-id': 'build' } });
  const text = await again.text();
  assert.match(text, /Built: \d+ files/);
  assert.doesNotMatch(text, /Building/);
});
