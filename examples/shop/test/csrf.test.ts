/** Forms that other sites send in a visitor's name, and bodies larger than any form of ours. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client, customer } from './client.js';
import { startShop, type Shop } from './support.js';
import { dump } from './tables.js';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await startShop();
  client = new Client(shop.address);
  await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '2' });
});
after(() => shop.stop());

/** Every route that changes something, with fields that it takes from its own page. */
const posts: Record<string, Record<string, string>> = {
  '/add-item': { 'item-id': 'red-lamp', quantity: '1' },
  '/favourite/red-lamp': { favourite: 'yes' },
  '/cart/red-lamp/quantity': { quantity: '5' },
  '/admin/stock/red-lamp': { stock: '50' },
  '/checkout': customer,
  '/cart/red-lamp/remove': {},
};

const elsewhere: Record<string, Record<string, string>> = {
  'the Origin of another site': { origin: 'https://elsewhere.example' },
  'an Origin that is kept secret': { origin: 'null' },
  'the Origin of another port': { origin: 'http://127.0.0.1:1' },
  'no Origin at all': {},
  'Sec-Fetch-Site: cross-site': { 'sec-fetch-site': 'cross-site' },
  'Sec-Fetch-Site: same-site': { 'sec-fetch-site': 'same-site' },
  'Sec-Fetch-Site: none': { 'sec-fetch-site': 'none' },
  'both of another site': { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
};

const send = (path: string, body: RequestInit['body'], headers: Record<string, string>): Promise<Response> =>
  client.send(path, { method: 'POST', ...(body !== undefined && { body }), headers });

for (const [path, fields] of Object.entries(posts))
  describe(`POST ${path}`, () => {
    for (const [name, headers] of Object.entries(elsewhere))
      test(`is refused with ${name}, whatever kind of form it is, and changes nothing`, async () => {
        const before = dump(shop.file);
        const multipart = new FormData();
        for (const [field, value] of Object.entries(fields)) multipart.set(field, value);
        for (const body of [new URLSearchParams(fields), multipart, 'quantity=1']) {
          const { status } = await send(path, body, headers);
          assert.equal(status, 403);
          const datastar = await send(path, body, { ...headers, 'datastar-request': 'true' });
          assert.equal(datastar.status, 403);
        }
        assert.deepEqual(dump(shop.file), before);
      });

    test('as JSON, which other sites cannot send without asking, changes nothing either', async () => {
      const before = dump(shop.file);
      const { status } = await send(path, JSON.stringify(fields), {
        origin: 'https://elsewhere.example',
        'content-type': 'application/json',
      });
      assert.ok(status >= 400 && status < 500, `${status}`);
      assert.deepEqual(dump(shop.file), before);
    });

    for (const [name, contentLength] of [
      ['that says how large it is', true],
      ['that does not', false],
    ] as const)
      test(`with a body of 10 MB ${name} is refused, and changes nothing`, async () => {
        const before = dump(shop.file);
        const body = new TextEncoder().encode(`${new URLSearchParams(fields)}&more=${'x'.repeat(10_000_000)}`);
        const init: RequestInit & { duplex: 'half' } = {
          method: 'POST',
          body: contentLength ? body : new Blob([body]).stream(),
          duplex: 'half',
          headers: { origin: new URL(shop.address).origin, 'content-type': 'application/x-www-form-urlencoded' },
        };
        const response = await client.send(path, init);
        assert.equal(response.status, 413);
        assert.match(await response.text(), /more than this form can hold/);
        assert.deepEqual(dump(shop.file), before);
      });

    test('is done with the right Origin, and with Sec-Fetch-Site: same-origin', async () => {
      const { origin } = new URL(shop.address);
      for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin' }]) {
        await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '1' });
        const before = dump(shop.file);
        assert.equal((await send(path, new URLSearchParams(fields), headers)).status, 303);
        // The second time some of them say what is so already.
        if ('origin' in headers) assert.notDeepEqual(dump(shop.file), before);
      }
    });
  });
