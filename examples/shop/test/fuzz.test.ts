/** Every route that reads more from outside than who asks: 5,000 random forms each, or 3,000 random addresses and headers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { createApp } from '../app.js';
import { Bundle } from '../bundle.js';
import { Hub } from '../live/hub.js';
import { Viewers } from '../live/viewers.js';
import { openStore } from '../store/store.js';
import { customer } from './client.js';
import { files, gets, origin, posts, sessions, type FuzzRequest } from './fuzz-requests.js';
import { harmIn } from '../../../test/support/hostile.js';

/** An address says less than a form. */
const runs = { POST: 5000, GET: 3000 };

interface Local {
  ask(request: FuzzRequest): Promise<Response>;
  lowestStock(): number;
  viewers(): number;
  /** Puts a thing into both carts, so that there is something to change, and to order. */
  fill(): void;
}

const names = ['press.css', 'favicon.svg'];
const paths = new Map(names.map((name) => [`/${name}`, fileURLToPath(new URL(`../public/${name}`, import.meta.url))]));
const bundle = new Bundle(new Hub(), () => Promise.resolve(paths));
await bundle.read();
const etags = names.map((name) => `"${bundle.find(`/${name}`)?.etag}"`);

/** The shop in this process, in memory, with two of its files. */
async function openShop(): Promise<Local> {
  const hub = new Hub();
  const store = openStore(':memory:', hub);
  const viewers = new Viewers(hub);
  const bundle = new Bundle(hub, () => Promise.resolve(paths));
  await bundle.read();
  const app = createApp({ store, hub, viewers, bundle });
  const products = store.catalogue.all().map(({ id }) => id);
  let filled = 0;
  const fill = (): void => {
    for (const session of sessions)
      if (store.carts.count(session) === 0)
        store.carts.add(session, `filled ${filled++}`, { product: 'eclipse-glasses', quantity: 1 });
    if (store.catalogue.known('eclipse-glasses').stock === 0) store.catalogue.setStock('eclipse-glasses', 9);
  };
  fill();
  for (const [number, session] of sessions.entries()) store.orders.place(session, `first ${number}`, customer);
  return {
    fill,
    async ask({ path, body, headers }) {
      return app.request(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        body: body ?? null,
      });
    },
    lowestStock: () => Math.min(...products.map((id) => store.catalogue.known(id).stock)),
    viewers: () => products.reduce((sum, product) => sum + viewers.count(product), 0),
  };
}

/** All of an answer; of one that would go on, the first that it says. */
async function read(response: Response): Promise<string> {
  const isStream = response.headers.get('cache-control')?.includes('no-transform') === true;
  if (response.headers.get('content-encoding') === 'br')
    return brotliDecompressSync(await response.arrayBuffer()).toString();
  if (!isStream || !response.body) return response.text();
  const reader = response.body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

function checkHeaders({ headers }: Response): void {
  assert.match(
    headers.get('content-security-policy') ?? '',
    /^default-src 'none'; script-src 'nonce-[\w+/]{22}=='; .*frame-ancestors 'none'/,
  );
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('x-frame-options'), 'DENY');
  assert.equal(headers.get('referrer-policy'), 'same-origin');
}

interface Route {
  readonly name: `${keyof typeof runs} ${string}`;
  readonly requests: fc.Arbitrary<FuzzRequest>;
  /** Answers that must have come among the many, or the requests were too wild to find anything. */
  readonly statuses: readonly number[];
}

const checkout = [...Object.keys(customer), 'Idempotency-Key', 'seen'];
const routes: readonly Route[] = [
  {
    name: 'POST /add-item',
    requests: posts('/add-item', ['item-id', 'quantity', 'Idempotency-Key']),
    statuses: [200, 303, 409, 413, 415, 422],
  },
  {
    name: 'POST /favourite/:id',
    requests: posts('/favourite/:id', ['favourite']),
    statuses: [200, 303, 404, 413, 415, 422],
  },
  {
    name: 'POST /cart/:product/quantity',
    requests: posts('/cart/:product/quantity', ['quantity', 'page', 'rev']),
    statuses: [200, 303, 404, 409, 413, 415, 422],
  },
  {
    name: 'POST /cart/:product/remove',
    requests: posts('/cart/:product/remove', ['page']),
    statuses: [200, 303, 404, 413, 415],
  },
  { name: 'POST /checkout', requests: posts('/checkout', checkout), statuses: [200, 303, 413, 415, 422] },
  {
    name: 'POST /admin/stock/:id',
    requests: posts('/admin/stock/:id', ['stock', 'seen']),
    statuses: [200, 303, 404, 413, 415, 422],
  },
  { name: 'GET /product/:id', requests: gets('/product/:id', ['added', 'assumed']), statuses: [200, 404] },
  { name: 'GET /product/:id/info', requests: gets('/product/:id/info', ['x']), statuses: [200, 404] },
  { name: 'GET /order/:id', requests: gets('/order/:id', ['x']), statuses: [200, 404] },
  { name: 'GET /info', requests: gets('/info', ['x']), statuses: [200] },
  { name: 'GET /:file', requests: files(names, etags), statuses: [200, 304, 404] },
  { name: 'GET /rebuild/status-button', requests: gets('/rebuild/status-button', ['x']), statuses: [200, 303] },
  { name: 'GET /live', requests: gets('/live', ['list', 'product', 'cart', 'checkout', 'page']), statuses: [200] },
  { name: 'GET /admin/live', requests: gets('/admin/live', ['after', 'page']), statuses: [200] },
];

describe('random requests', () => {
  for (const { name, requests, statuses } of routes) {
    const numRuns = name.startsWith('POST') ? runs.POST : runs.GET;
    test(`${name} answers ${numRuns} of them without an error, without anything hostile in it, and with every header`, async () => {
      const shop = await openShop();
      const seen = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(requests, async (request) => {
          shop.fill();
          const response = await shop.ask(request);
          seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
          assert.ok(response.status < 500, `${response.status}`);
          checkHeaders(response);
          assert.equal(harmIn(await read(response)), undefined);
          if (request.body !== undefined) assert.ok(shop.lowestStock() >= 0);
        }),
        { numRuns },
      );
      assert.equal(shop.viewers(), 0, 'nobody is counted whose stream has ended');
      for (const status of statuses)
        assert.ok((seen.get(status) ?? 0) > 5, `${status} among ${JSON.stringify([...seen])}`);
    });
  }
});
