/** Pages, files and addresses, as a client without a browser sees them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

const newClient = (): Client => new Client(shop.address);

test('an unknown address, product or order is 404, each with a way back', async () => {
  for (const path of ['/nothing', '/product/moon', '/product/moon/info', '/order/1', '/order/x', '/../package.json']) {
    const response = await newClient().get(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /<a href="\/"/, path);
  }
});

test('text from outside is only ever text', async () => {
  const hostile = '"><script>alert(1)</script>';
  for (const path of [
    `/product/${encodeURIComponent(hostile)}`,
    `/product/red-lamp?added=${encodeURIComponent(hostile)}`,
  ])
    assert.doesNotMatch(await (await newClient().get(path)).text(), /<script>alert/);
  const page = await (await newClient().post('/add-item', { 'item-id': 'red-lamp', quantity: hostile })).text();
  assert.doesNotMatch(page, /<script>alert/);
});

test('pages are never taken from a cache, assets are asked for anew and not sent again', async () => {
  assert.equal((await newClient().get('/')).headers.get('cache-control'), 'no-store');
  const asset = await newClient().get('/shop.css');
  assert.equal(asset.headers.get('cache-control'), 'no-cache');
  const again = await newClient().get('/shop.css', { headers: { 'If-None-Match': asset.headers.get('etag') ?? '' } });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
});

test('asking for the head of a live stream leaves no viewer behind', async () => {
  for (let time = 0; time < 3; time++) await newClient().send('/live?product=orrery', { method: 'HEAD' });
  const page = await (await newClient().get('/product/orrery')).text();
  assert.doesNotMatch(page, /\d people look at this/);
});
