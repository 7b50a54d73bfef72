/** What every answer says to the browser about how far to trust it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

/** Answers of every kind that the shop gives. */
const answers: Record<string, (client: Client) => Promise<Response>> = {
  'a page': (client) => client.get('/'),
  'a product page': (client) => client.get('/product/telescope'),
  'the admin page': (client) => client.get('/admin'),
  'a file': (client) => client.get('/shop.css'),
  'a drawing': (client) => client.get('/telescope.svg'),
  'a stylesheet made on the fly': (client) => client.get('/transitions.css'),
  'a patch': (client) => client.get('/info', { isDatastar: true }),
  'a live stream': (client) => client.get('/live?list'),
  'the live stream behind the counter': (client) => client.get('/admin/live'),
  'a redirect': (client) => client.post('/add-item', { 'item-id': 'telescope' }),
  'an unknown address': (client) => client.get('/nothing'),
  'a refused form': (client) => client.post('/add-item', { 'item-id': 'telescope', quantity: '0' }),
  'a form from elsewhere': (client) => client.post('/add-item', {}, { origin: 'https://elsewhere.example' }),
  'a form that is too large': (client) => client.post('/add-item', { 'item-id': 'x'.repeat(20_000) }),
};

function policy(response: Response): Map<string, string> {
  const header = response.headers.get('content-security-policy') ?? '';
  return new Map(
    header.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
}

const nonceOf = (response: Response): string =>
  /^'nonce-([\w+/]{22}==)'$/.exec(policy(response).get('script-src') ?? '')?.[1] ?? '';

for (const [name, ask] of Object.entries(answers))
  describe(name, () => {
    let response: Response;
    before(async () => {
      response = await ask(new Client(shop.address));
      await response.body?.cancel();
    });

    test('allows only our own scripts, styles, fonts, pictures, requests and forms', () => {
      const { 'script-src': script, 'style-src': style, ...others } = Object.fromEntries(policy(response));
      assert.match(script ?? '', /^'nonce-[\w+/]{22}=='$/);
      assert.equal(style, `'self' ${script}`);
      assert.deepEqual(others, {
        'default-src': "'none'",
        'font-src': "'self'",
        'img-src': "'self' data:",
        'connect-src': "'self'",
        'form-action': "'self'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
        'require-trusted-types-for': "'script'",
        'trusted-types': 'datastar lit-html',
      });
    });

    for (const [header, value] of [
      ['x-frame-options', 'DENY'],
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'same-origin'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
    ] as const)
      test(`says ${header}: ${value}`, () => assert.equal(response.headers.get(header), value));
  });

test('every script of a page carries the nonce of its answer, and no other answer has the same', async () => {
  const seen = new Set<string>();
  const paths = ['/', '/', '/product/red-lamp', '/cart', '/favourites', '/admin', '/nothing'];
  for (const path of paths) {
    const response = await new Client(shop.address).get(path);
    const page = await response.text();
    const nonce = nonceOf(response);
    assert.notEqual(nonce, '', path);
    const scripts = page.match(/<script\b[^>]*>/g) ?? [];
    assert.equal(scripts.length, 2, path);
    for (const script of scripts) assert.equal(/\bnonce="([^"]*)"/.exec(script)?.[1], nonce, script);
    assert.equal(/\bdata-nonce="([^"]*)"/.exec(page)?.[1], nonce, 'Datastar reads it there');
    seen.add(nonce);
  }
  assert.equal(seen.size, paths.length);
});

test('no page has a style or a handler in an attribute, or a script in itself', async () => {
  for (const path of ['/', '/product/red-lamp', '/cart', '/admin']) {
    const page = await (await new Client(shop.address).get(path)).text();
    assert.doesNotMatch(page, /<[^>]*\s(style|on\w+)=/, path);
    assert.doesNotMatch(page, /<script\b[^>]*>\s*[^<\s]/, path);
  }
});

describe('the session cookie', () => {
  test('is out of reach for scripts and for other sites', async () => {
    const cookies = (await new Client(shop.address).get('/')).headers.getSetCookie();
    assert.equal(cookies.length, 1);
    const [pair, ...attributes] = cookies[0]?.split('; ') ?? [];
    assert.match(pair ?? '', /^session=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/'])
      assert.ok(attributes.includes(attribute), attribute);
    assert.ok(!attributes.some((attribute) => attribute.startsWith('Domain')), 'it is for this host alone');
  });

  test('that is not in the form of ours is replaced', async () => {
    for (const cookie of ['session=1', "session=' OR 1=1--", 'session=%E0%A4%A', `session=${'a'.repeat(4000)}`]) {
      const response = await new Client(shop.address).get('/', { headers: { cookie } });
      assert.equal(response.status, 200);
      assert.match(response.headers.get('set-cookie') ?? '', /^session=[\da-f]{8}-/, cookie);
    }
  });

  test('differs from visitor to visitor, and stays with each', async () => {
    const [one, other] = [new Client(shop.address), new Client(shop.address)];
    for (const client of [one, other]) await client.get('/');
    assert.notEqual(one.cookie, other.cookie);
    const again = await one.get('/cart');
    assert.equal(again.headers.getSetCookie()[0]?.split(';')[0], one.cookie);
  });

  test('is not sent with files, which can be cached for all', async () =>
    assert.deepEqual((await new Client(shop.address).get('/shop.css')).headers.getSetCookie(), []));
});
