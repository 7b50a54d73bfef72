/** The shop without JavaScript, by plain form posts and redirects; and the same posts from Datastar. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

const newClient = (): Client => new Client(shop.address);
const lamps = (quantity: number): Record<string, string> => ({ 'item-id': 'red-lamp', quantity: String(quantity) });

/** Follows a redirect, as a browser would: to a page that is there. */
async function follow(client: Client, response: Response): Promise<string> {
  assert.equal(response.status, 303);
  const page = await client.get(response.headers.get('location') ?? '');
  assert.equal(page.status, 200, `${page.url} can be looked at`);
  return page.text();
}

describe('a plain purchase', () => {
  test('is redirected to the page of the product, which says what was added', async () => {
    const client = newClient();
    const page = await follow(client, await client.post('/add-item', lamps(3)));
    assert.match(page, /3 × Red lamp added to your cart\./);
    assert.equal(await client.inCart(), 3);
  });

  test('without a quantity counts as one, and the page says that too', async () => {
    const client = newClient();
    const page = await follow(client, await client.post('/add-item', { 'item-id': 'red-lamp' }));
    assert.match(page, /No quantity was given, so we took one\. 1 × Red lamp/);
    assert.equal(await client.inCart(), 1);
  });

  test('as multipart is understood as well', async () => {
    const client = newClient();
    const body = new FormData();
    for (const [name, value] of Object.entries(lamps(2))) body.set(name, value);
    await follow(
      client,
      await client.send('/add-item', { method: 'POST', body, headers: { origin: new URL(shop.address).origin } }),
    );
    assert.equal(await client.inCart(), 2);
  });

  test('that is refused shows why beside the native field, which keeps what was entered', async () => {
    const response = await newClient().post('/add-item', lamps(100));
    assert.equal(response.status, 422);
    const page = await response.text();
    assert.match(page, /<noscript>[^]*<input[^>]*\sid="plain-quantity"[^>]*\svalue="100"[^>]*\saria-invalid="true"/);
    assert.match(page, /<small id="plain-quantity-error">[^<]*at most 99[^<]*<\/small>/);
  });
});

describe('a purchase by Datastar', () => {
  test('gets form and badge in one response, over SSE', async () => {
    const response = await newClient().post('/add-item', lamps(2), { isDatastar: true });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    const stream = await response.text();
    assert.equal(stream.match(/^event: datastar-patch-elements$/gm)?.length, 2);
    assert.match(stream, /id="purchase-item"[^]*2 × Red lamp added[^]*id="cart-count"[^]*count="2"/);
  });

  test('that is refused gets the form alone, with 200', async () => {
    const response = await newClient().post('/add-item', lamps(0), { isDatastar: true });
    assert.equal(response.status, 200);
    const stream = await response.text();
    assert.match(stream, /error="[^"]+"/);
    assert.doesNotMatch(stream, /cart-count/);
  });

  test('never gets a noscript, which a patch would bring to life', async () => {
    const client = newClient();
    for (const [path, fields] of [
      ['/add-item', lamps(0)],
      ['/add-item', lamps(1)],
      ['/cart/red-lamp/quantity', { quantity: '2' }],
      ['/cart/red-lamp/quantity', { quantity: 'x' }],
      ['/add-item', { 'item-id': 'planisphere' }],
      ['/cart/planisphere/remove', {}],
    ] as const)
      assert.doesNotMatch(await (await client.post(path, fields, { isDatastar: true })).text(), /noscript/, path);
  });
});

describe('the cart, by plain posts', () => {
  test('takes a new quantity, shows it, and adds up', async () => {
    const client = newClient();
    await client.post('/add-item', lamps(1));
    const page = await follow(client, await client.post('/cart/red-lamp/quantity', { quantity: '4' }));
    assert.match(page, /id="plain-quantity-red-lamp"[^>]*\svalue="4"/);
    assert.match(page, /id="cart-total"[^]*€128\.00/); // four lamps of 32
    assert.equal(await client.inCart(), 4);
  });

  test('that cannot be had is 422 with the message at its line, and the old quantity stands', async () => {
    const client = newClient();
    await client.post('/add-item', lamps(1));
    await client.post('/add-item', { 'item-id': 'planisphere' });
    const response = await client.post('/cart/red-lamp/quantity', { quantity: '0' });
    assert.equal(response.status, 422);
    const page = await response.text();
    assert.match(page, /<small id="plain-quantity-red-lamp-error">[^<]*at least 1[^<]*</);
    assert.match(page, /<small id="plain-quantity-planisphere-error"><\/small>/);
    assert.equal(await client.inCart(), 2);
  });

  test('lets go of a line, and of the last one', async () => {
    const client = newClient();
    await client.post('/add-item', lamps(2));
    await client.post('/add-item', { 'item-id': 'planisphere' });
    const rest = await follow(client, await client.post('/cart/red-lamp/remove', {}));
    assert.doesNotMatch(rest, /id="cart-line-red-lamp"/);
    assert.match(rest, /id="cart-line-planisphere"/);
    const empty = await follow(client, await client.post('/cart/planisphere/remove', {}));
    assert.doesNotMatch(empty, /id="cart-line-/);
    assert.equal(await client.inCart(), 0);
  });

  test('is nobody else’s', async () => {
    const [client, other] = [newClient(), newClient()];
    await client.post('/add-item', lamps(2));
    await other.get('/');
    assert.equal((await other.post('/cart/red-lamp/quantity', { quantity: '9' })).status, 409);
    await other.post('/cart/red-lamp/remove', {});
    assert.equal(await client.inCart(), 2);
    assert.equal(await other.inCart(), 0);
  });
});

describe('a heart, by a plain post', () => {
  const like = (client: Client, referer?: string): Promise<Response> =>
    client.post(
      '/favourite/red-lamp',
      { favourite: 'yes' },
      { headers: { ...(referer !== undefined && { referer }) } },
    );

  for (const path of ['/', '/product/planisphere', '/favourites', '/info'])
    test(`leads back to ${path}, where it was given`, async () => {
      const client = newClient();
      const response = await like(client, new URL(path, shop.address).href);
      assert.equal(response.headers.get('location'), path);
      await follow(client, response);
    });

  test('given on the page of a refused purchase leads to a page, too', async () => {
    const client = newClient();
    const refused = await client.post('/add-item', lamps(0));
    assert.match(await refused.text(), /action="\/favourite\/red-lamp"/);
    assert.match(await follow(client, await like(client, refused.url)), /id="favourite-red-lamp"/);
  });

  test('without a page that it came from leads to the product', async () =>
    assert.equal((await like(newClient())).headers.get('location'), '/product/red-lamp'));

  const referers: Record<string, () => string> = {
    'another site': () => 'https://elsewhere.example/product/red-lamp',
    'another port': () => 'http://127.0.0.1:1/',
    'an address with two slashes': () => `${new URL(shop.address).origin}//elsewhere.example/`,
    'an address with slash and backslash': () => `${new URL(shop.address).origin}/\\elsewhere.example/`,
    'a script': () => 'javascript:alert(1)',
    'no address': () => 'elsewhere',
  };
  for (const [name, referer] of Object.entries(referers))
    test(`never leads out of the shop: ${name} as Referer`, async () => {
      const location = (await like(newClient(), referer())).headers.get('location') ?? '';
      assert.equal(new URL(location, shop.address).origin, new URL(shop.address).origin, location);
    });

  test('is shown, counted, and taken back; said twice it is the same as once', async () => {
    const client = newClient();
    for (let time = 0; time < 2; time++) await like(client);
    const liked = await (await client.get('/favourites')).text();
    assert.match(liked, /id="favourite-button-red-lamp"[^>]*\svalue="no"[^>]*\saria-pressed="true"/);
    assert.match(liked, /id="favourites-count">\s*<ds-cart-badge count="1"/);
    for (let time = 0; time < 2; time++) await client.post('/favourite/red-lamp', { favourite: 'no' });
    assert.doesNotMatch(await (await client.get('/favourites')).text(), /id="favourite-button-red-lamp"/);
  });
});
