/** The orders behind the counter, as they come in: each once, whatever happens to the connection. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from 'puppeteer-core';
import { showWindow, Stage, visit } from './browser.js';
import { Client, customer } from './client.js';
import { startShop } from './support.js';

const stage = new Stage();

/** @returns the order's number */
async function placeOrder(shop: string, name: string): Promise<number> {
  const client = new Client(shop);
  await client.post('/add-item', { 'item-id': 'planisphere', quantity: '1' });
  const answer = await client.post('/checkout', { ...customer, name });
  return Number(/^\/order\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1]);
}

async function placeOrders(shop: string, ...names: string[]): Promise<number[]> {
  const orders: number[] = [];
  for (const name of names) orders.push(await placeOrder(shop, name));
  return orders;
}

const ordersOn = (page: Page): Promise<number[]> =>
  page.$$eval('#orders > li', (entries) => entries.map(({ id }) => Number(id.replace('order-', ''))));

const seeOrder = (page: Page, id: number): Promise<unknown> => page.waitForSelector(`#order-${id}`);

test('orders appear as they come in, the newest first, each once', async () => {
  const { address } = await stage.shop;
  const [before = 0] = await placeOrders(address, 'Ada');
  await using visitor = await stage.visit('/admin');
  const { page } = visitor;
  assert.deepEqual(await ordersOn(page), [before]);
  const [second = 0] = await placeOrders(address, 'Bo');
  await seeOrder(page, second);
  const atOnce = await Promise.all(['Cy', 'Di', 'Ed', 'Flo'].map((name) => placeOrder(address, name)));
  await Promise.all(atOnce.map((id) => seeOrder(page, id)));
  assert.deepEqual(await ordersOn(page), [...atOnce.toSorted((a, b) => b - a), second, before]);
  assert.deepEqual(visitor.complaints, []);
});

test('exactly the missed orders come after the connection was lost', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  const { file, address } = first;
  await using visitor = await visit(await stage.browser, new URL('/admin', address));
  const { page } = visitor;
  const seen = await placeOrders(address, 'Ada', 'Bo');
  await seeOrder(page, Math.max(...seen));

  await first.stop();
  await page.setOfflineMode(true); // so that it comes back only after the orders that it misses
  const second = await startShop({ PORT: new URL(address).port, SHOP_DB: file });
  t.after(() => second.stop());
  const missed = await placeOrders(address, 'Cy', 'Di', 'Ed');
  assert.deepEqual(await ordersOn(page), seen.toReversed());
  const [reconnection] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/admin/live') && response.ok()),
    page.setOfflineMode(false),
  ]);
  await seeOrder(page, Math.max(...missed));
  const [last = 0] = await placeOrders(address, 'Flo');
  await seeOrder(page, last);
  assert.deepEqual(await ordersOn(page), [...seen, ...missed, last].toReversed());
  assert.equal(reconnection.request().headers()['last-event-id'], String(seen.at(-1)));
});

test('exactly the missed orders come when a hidden page is shown', async () => {
  const { address } = await stage.shop;
  await using visitor = await stage.visit('/admin');
  const { page } = visitor;
  const before = await ordersOn(page);
  const [seen = 0] = await placeOrders(address, 'Max');
  await seeOrder(page, seen);
  await showWindow(page, false);
  const missed = await placeOrders(address, 'Nat', 'Oz');
  assert.deepEqual(await ordersOn(page), [seen, ...before]);

  await showWindow(page, true);
  const [last = 0] = await placeOrders(address, 'Pip');
  await seeOrder(page, last);
  assert.deepEqual(await ordersOn(page), [last, ...missed.toReversed(), seen, ...before]);
  assert.deepEqual(visitor.complaints, []);
});

test('an order comes once, also where the page was hidden and shown while the client waited to try again', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/admin', first.address));
  const { page } = visitor;
  await first.stop();
  await page.setOfflineMode(true); // so that the client fails once more when the shop is back
  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  const streams: string[] = [];
  page.on('response', (response) => response.url().includes('/live') && streams.push(response.url()));

  await new Promise((resolve) => page.once('requestfailed', resolve)); // in a second it tries again
  await showWindow(page, false);
  await page.setOfflineMode(false);
  await showWindow(page, true);
  await sleep(1500);
  const orders = await placeOrders(second.address, 'Ada', 'Bo');
  await seeOrder(page, Math.max(...orders));
  await sleep(200); // for what comes twice
  assert.deepEqual(await ordersOn(page), orders.toReversed());
  assert.equal(streams.length, 1);
});

/** Puts orders into the book of a shop, which does not notice before the next one is placed. */
function fillBook(file: string, count: number): void {
  const db = new DatabaseSync(file);
  db.exec(`
    WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ${count})
    INSERT INTO customer_order (session, key, name, email, street, postcode, city, placed_at)
    SELECT 'past', hex(randomblob(8)), 'Ada', 'ada@example.org', 'North path 1', '12345', 'Hollow Hill', 0 FROM number`);
  db.close();
}

for (const [before, oldest] of [
  [30, 1],
  [60, 11], // the page begins with the newest fifty
] as const)
  test(`a page that was opened at order ${before} and stays open keeps the newest thousand`, async (t) => {
    const shop = await startShop();
    t.after(() => shop.stop());
    fillBook(shop.file, before);
    await using visitor = await visit(await stage.browser, new URL('/admin', shop.address));
    const { page } = visitor;
    assert.equal((await ordersOn(page)).at(-1), oldest);
    const newest = oldest + 999;
    fillBook(shop.file, newest - before - 1);
    for (const id of [newest, newest + 1, newest + 2]) {
      assert.equal(await placeOrder(shop.address, 'Bo'), id);
      await seeOrder(page, id);
      await page.waitForFunction(() => document.querySelectorAll('#orders > li').length === 1000);
      assert.deepEqual(
        await ordersOn(page),
        Array.from({ length: 1000 }, (_, index) => id - index),
      );
    }
    assert.deepEqual(visitor.complaints, [], 'none is taken away that was not there');
  });

/** A line to the shop that is cut, once, where the server sends a certain text. */
async function cuttingLine(
  shop: string,
): Promise<{ address: string; cutAt: (text: string) => void; close: () => void }> {
  let knife = '';
  const { hostname, port } = new URL(shop);
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.on('close', () => far.destroy()).pipe(far);
    far
      .on('close', () => near.destroy())
      .on('data', (data: Buffer) => {
        const cut = knife ? data.indexOf(knife) : -1;
        if (cut < 0) return near.write(data);
        knife = '';
        return near.end(data.subarray(0, cut), () => far.destroy());
      });
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    address: `http://127.0.0.1:${(line.address() as AddressInfo).port}/`,
    cutAt: (text) => (knife = text),
    close: () => line.close(),
  };
}

test('an order that the line was cut in comes whole afterwards, once', async (t) => {
  const { address } = await stage.shop;
  const line = await cuttingLine(address);
  t.after(line.close);
  await using visitor = await visit(await stage.browser, new URL('/admin', line.address));
  const { page } = visitor;
  const [first = 0] = await placeOrders(address, 'Jo');
  await seeOrder(page, first);
  const before = await ordersOn(page);

  line.cutAt('class="order-entry"');
  const [second = 0] = await placeOrders(address, 'Kim');
  await seeOrder(page, second);
  const [third = 0] = await placeOrders(address, 'Lou');
  await seeOrder(page, third);
  assert.deepEqual(await ordersOn(page), [third, second, ...before]);
});

test('the stream takes up after the last event that the client names', async () => {
  const { address } = await stage.shop;
  const [first = 0, ...later] = await placeOrders(address, 'Gus', 'Hal', 'Ida');
  const leaving = new AbortController();
  const answer = await fetch(new URL('/admin/live?after=0', address), {
    headers: { 'last-event-id': String(first), 'Datastar-Request': 'true' },
    signal: leaving.signal,
  });
  const present = await answer.body?.getReader().read(); // the present state is one write
  leaving.abort();
  const ids = new TextDecoder().decode(present?.value).matchAll(/^id: (\d+)$/gm);
  assert.deepEqual(
    [...ids].map(([, id]) => Number(id)),
    later,
  );
});
