/** What goes over the wire compressed, and what does not. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
let cookie: string;
before(async () => {
  shop = await startShop();
  const client = new Client(shop.address);
  await client.get('/');
  ({ cookie } = client);
});
after(() => shop.stop());

/** As it comes over the wire; `fetch` would decompress it. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get(new URL(path, shop.address), { headers: { cookie, ...headers } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

/** Two renderings of a page differ in what is made anew for each. */
const withoutKeys = (text: string): string =>
  text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'uuid').replace(/nonce="[^"]*"/g, 'nonce');

const paths = ['/', '/product/red-lamp', '/cart', '/admin', '/nothing', '/transitions.css', '/shop.css', '/pico.css'];

for (const path of [...paths, '/datastar.js', '/ds-elements.js', '/telescope.svg'])
  test(`${path} is sent as brotli to who takes it, smaller and the same`, async () => {
    const plain = await ask(path);
    assert.equal(plain.headers['content-encoding'], undefined);
    const plainBody = await buffer(plain);
    const brotli = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
    assert.equal(brotli.headers['content-encoding'], 'br');
    const brotliBody = await buffer(brotli);
    assert.ok(brotliBody.length < plainBody.length / 1.5, `${brotliBody.length} of ${plainBody.length} bytes`);
    assert.equal(withoutKeys(brotliDecompressSync(brotliBody).toString()), withoutKeys(plainBody.toString()));

    assert.equal(brotli.statusCode, plain.statusCode);
    assert.equal(brotli.headers['content-type'], plain.headers['content-type']);
    assert.equal(brotli.headers['x-content-type-options'], 'nosniff');
    for (const { headers } of [plain, brotli]) assert.match(headers.vary ?? '', /Accept-Encoding/);
    const length = brotli.headers['content-length'];
    assert.ok(length === undefined || Number(length) === brotliBody.length);
  });

test('an answer to Datastar is compressed', async () => {
  const response = await ask('/product/red-lamp/info', { 'Accept-Encoding': 'br', 'Datastar-Request': 'true' });
  assert.equal(response.headers['content-encoding'], 'br');
  assert.match(brotliDecompressSync(await buffer(response)).toString(), /id="info-component"/);
});

test('a rebuilt file is sent from what was compressed then, and the same', async () => {
  const before = await buffer(await ask('/ds-elements.js'));
  await buffer(await ask('/rebuild/status-button', { 'Datastar-Request': 'true' }));
  const response = await ask('/ds-elements.js', { 'Accept-Encoding': 'br' });
  assert.equal(response.headers['content-encoding'], 'br');
  const body = await buffer(response);
  assert.ok(brotliDecompressSync(body).equals(before));
  const { etag = '' } = response.headers;
  assert.equal((await ask('/ds-elements.js', { 'Accept-Encoding': 'br', 'If-None-Match': etag })).statusCode, 304);
  assert.equal((await ask('/ds-elements.js', { 'If-None-Match': etag })).statusCode, 200, 'plain is another file');
});

for (const encoding of ['', 'gzip', 'identity', 'br;q=0', 'gzip, br;q=0.0'])
  test(`who says “Accept-Encoding: ${encoding}” gets no brotli`, async () => {
    for (const path of ['/', '/shop.css']) {
      const response = await ask(path, { 'Accept-Encoding': encoding });
      assert.equal(response.headers['content-encoding'], undefined);
      await buffer(response);
    }
  });

test('what is shorter than a header is not compressed', async () => {
  const response = await ask('/product/nothing/info', { 'Accept-Encoding': 'br', 'Datastar-Request': 'true' });
  assert.equal(response.headers['content-encoding'], undefined);
  assert.ok((await buffer(response)).length < 256);
});

describe('a live stream', () => {
  for (const path of ['/live?list', '/live?product=red-lamp', '/admin/live'])
    test(`${path} comes as it is, event by event`, { timeout: 10_000 }, async () => {
      const response = await ask(path, { 'Accept-Encoding': 'br' });
      assert.equal(response.headers['content-encoding'], undefined);
      assert.match(response.headers['cache-control'] ?? '', /no-transform/);
      const [first] = (await once(response, 'data')) as [Buffer];
      assert.match(first.toString(), /^event: datastar-patch-elements\n/);
      response.destroy();
    });
});
