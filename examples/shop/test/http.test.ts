/** The shop as a client without Datastar, without JavaScript, or without good manners sees it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

interface Order {
  readonly cookie?: string;
  readonly isDatastar?: boolean;
  readonly origin?: string;
}

function post(
  fields: Record<string, string>,
  { cookie = '', isDatastar = false, origin = new URL(shop.address).origin }: Order = {},
): Promise<Response> {
  return fetch(new URL('/add-item', shop.address), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { cookie, origin, ...(isDatastar && { 'Datastar-Request': 'true' }) },
  });
}

const get = (path: string, cookie = ''): Promise<Response> =>
  fetch(new URL(path, shop.address), { headers: { cookie } });

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

async function newCart(): Promise<string> {
  return cookieOf(await get('/'));
}

async function countIn(cookie: string): Promise<number> {
  const page = await (await get('/', cookie)).text();
  return Number(/<ds-cart-badge count="(\d+)"/.exec(page)?.[1]);
}

describe('a plain form post', () => {
  test('adds the item and redirects to its page, which says so', async () => {
    const cookie = await newCart();
    const response = await post({ 'item-id': 'red-lamp', quantity: '3' }, { cookie });
    assert.equal(response.status, 303);
    const page = await (await get(response.headers.get('location') ?? '', cookie)).text();
    assert.match(page, /3 × Red lamp added to your cart\./);
    assert.equal(await countIn(cookie), 3);
  });

  test('without a quantity counts as one, and the page says that too', async () => {
    const cookie = await newCart();
    const response = await post({ 'item-id': 'red-lamp' }, { cookie });
    const page = await (await get(response.headers.get('location') ?? '', cookie)).text();
    assert.match(page, /No quantity was given, so we took one\. 1 × Red lamp/);
    assert.equal(await countIn(cookie), 1);
  });

  for (const quantity of ['', 'many', '-1', '0', '1.5', '100', '9'.repeat(40)])
    test(`with the quantity “${quantity}” gets the page with 422 and a message, and changes nothing`, async () => {
      const cookie = await newCart();
      const response = await post({ 'item-id': 'red-lamp', quantity }, { cookie });
      assert.equal(response.status, 422);
      const page = await response.text();
      assert.match(page, /<!doctype html>/);
      assert.match(page, /<ds-quantity-stepper[^>]* error="[^"]+"/);
      assert.match(page, /<small id="plain-error">[^<]+<\/small>/, 'without JavaScript it can be read as well');
      assert.equal(await countIn(cookie), 0);
    });

  test('for something that the shop does not have gets a page that says so', async () => {
    const cookie = await newCart();
    const response = await post({ 'item-id': 'moon', quantity: '1' }, { cookie });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /We have no such thing in the shop/);
    assert.equal(await countIn(cookie), 0);
  });

  test('keeps the cart of the form where cookies are off', async () => {
    const page = await (await get('/product/red-lamp')).text();
    const cartId = /name="cart-id" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await post({ 'cart-id': cartId, 'item-id': 'red-lamp', quantity: '2' });
    assert.equal(await countIn(`cart-id=${cartId}`), 2);
  });

  test('is refused when it comes from another site', async () => {
    const cookie = await newCart();
    const response = await post(
      { 'item-id': 'red-lamp', quantity: '1' },
      { cookie, origin: 'https://elsewhere.example' },
    );
    assert.equal(response.status, 403);
    assert.equal(await countIn(cookie), 0);
  });

  test('is refused when it is larger than any form of ours', async () => {
    const response = await post({ 'item-id': 'x'.repeat(20_000) });
    assert.equal(response.status, 413);
  });
});

describe('a post from Datastar', () => {
  test('gets form and badge in one response, over SSE', async () => {
    const response = await post({ 'item-id': 'planisphere', quantity: '2' }, { isDatastar: true });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    const stream = await response.text();
    assert.equal(stream.match(/^event: datastar-patch-elements$/gm)?.length, 2);
    assert.match(stream, /id="purchase-item"[^]*2 × Planisphere added[^]*id="cart-count"[^]*count="2"/);
  });

  test('gets a refusal as 200, since the client applies nothing else', async () => {
    const response = await post({ 'item-id': 'planisphere', quantity: 'many' }, { isDatastar: true });
    assert.equal(response.status, 200);
    const stream = await response.text();
    assert.match(stream, /error="That is not a number we can use/);
    assert.doesNotMatch(stream, /cart-count/);
  });

  test('hears about something that the shop does not have', async () => {
    const response = await post({ 'item-id': 'moon' }, { isDatastar: true });
    assert.match(await response.text(), /id="purchase-message"[^]*We have no such thing in the shop/);
  });

  test('never gets a noscript, which a patch would bring to life', async () => {
    const response = await post({ 'item-id': 'planisphere', quantity: '' }, { isDatastar: true });
    assert.doesNotMatch(await response.text(), /noscript/);
  });
});

test('text from outside is only ever text', async () => {
  const hostile = '"><script>alert(1)</script>';
  for (const path of [
    `/product/${encodeURIComponent(hostile)}`,
    `/product/red-lamp?added=${encodeURIComponent(hostile)}`,
  ])
    assert.doesNotMatch(await (await get(path)).text(), /<script>alert/);
  const page = await (await post({ 'item-id': 'red-lamp', quantity: hostile })).text();
  assert.doesNotMatch(page, /<script>alert/);
});

test('an unknown address and an unknown product are 404, each with a way back', async () => {
  for (const path of ['/nothing', '/product/moon', '/../package.json']) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /Go to the shop/);
  }
});

test('the cart cookie is out of reach for scripts and for other sites', async () => {
  const [cookie] = (await get('/')).headers.getSetCookie();
  assert.match(cookie ?? '', /; HttpOnly; SameSite=Lax$/);
});

test('pages are never taken from a cache, assets are asked for anew and not sent again', async () => {
  assert.equal((await get('/')).headers.get('cache-control'), 'no-store');
  const asset = await get('/shop.css');
  const again = await fetch(new URL('/shop.css', shop.address), {
    headers: { 'If-None-Match': asset.headers.get('etag') ?? '' },
  });
  assert.equal(again.status, 304);
});

test('a body that is not what its type claims is refused', async () => {
  const { status } = await fetch(new URL('/add-item', shop.address), {
    method: 'POST',
    body: 'xx',
    headers: { origin: new URL(shop.address).origin, 'Content-Type': 'multipart/form-data' },
  });
  assert.equal(status, 400);
});
