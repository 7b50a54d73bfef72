/** The server killed with no warning, again and again, in the middle of many people buying. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { formatCents } from '../views/money.js';
import { centsOf, checkBooks, readBooks, sumOf, type Books } from './books.js';
import { launchBrowser, visit, type Visit } from './browser.js';
import { Buyer, plenty, scarce } from './buyers.js';
import { Client } from './client.js';
import { databaseFile, startShop, type Shop } from './support.js';

const rounds = 20;
const patience = 5000; // milliseconds in which a page has to show the truth
const [watched] = plenty;

let browser: Browser;
before(async () => (browser = await launchBrowser()));
after(() => browser.close());

interface OpenPage extends Visit {
  /** Resolves when the page shows what is in the books. */
  readonly see: (books: Books) => Promise<unknown>;
}

const options = { polling: 20, timeout: patience };

async function openPages(address: string, buyer: Buyer): Promise<OpenPage[]> {
  const product = await visit(browser, new URL(`/product/${watched}`, address));
  const admin = await visit(browser, new URL('/admin', address));
  const cart = await visit(browser, new URL('/cart', address));
  buyer.session = await cart.session();
  return [
    { ...product, see: (books) => seeStock(product.page, books) },
    { ...admin, see: (books) => seeOrders(admin.page, books) },
    { ...cart, see: (books) => seeCart(cart.page, books, buyer.session) },
  ];
}

const seeStock = (page: Page, { products }: Books): Promise<unknown> =>
  page.waitForFunction(
    (id, text) => document.querySelector(`#stock-${id}`)?.textContent.trim() === text,
    options,
    watched,
    `${products.find(({ product }) => product === watched)?.stock} in stock`,
  );

/** All of them, each once, the newest first: the page was open from the first on. */
const seeOrders = (page: Page, { orders }: Books): Promise<unknown> =>
  page.waitForFunction(
    (ids) => Array.from(document.querySelectorAll('#orders li'), ({ id }) => id).join() === ids,
    options,
    orders.map(({ id }) => `order-${id}`).join(),
  );

function seeCart(page: Page, books: Books, session: string): Promise<unknown> {
  const lines = sumOf(books.cartLines.filter((line) => line.session === session));
  const count = [...lines.values()].reduce((sum, quantity) => sum + quantity, 0);
  return page.waitForFunction(
    (count, total) =>
      document.querySelector('#cart-count ds-cart-badge')?.getAttribute('count') === count &&
      (document.querySelector('#cart-total .price')?.textContent ?? '') === total,
    options,
    String(count),
    count === 0 ? '' : formatCents(centsOf(books, lines)),
  );
}

/** Lets all of them buy for a moment, kills the server, and waits until each has noticed. */
async function buyAndKill(shop: Shop, buyers: readonly Buyer[]): Promise<number> {
  const trips = buyers.map((buyer) => {
    const first = buyer.buyOnce();
    return { first, end: first.then((isAnswered) => (isAnswered ? buyer.buy() : undefined)) };
  });
  assert.ok(await Promise.race(trips.map(({ first }) => first)));
  await sleep(50 + Math.random() * 350);
  const inFlight = buyers.filter(({ isWaiting }) => isWaiting).length;
  assert.ok(inFlight > 0, 'the server is killed at work');
  await shop.stop('SIGKILL');
  await Promise.all(trips.map(({ end }) => end));
  return inFlight;
}

test('kill -9 loses nothing that was answered, does nothing twice, and every open page recovers', async (t) => {
  const file = databaseFile();
  let shop = await startShop({ SHOP_DB: file });
  t.after(() => shop.stop('SIGKILL'));
  const { address } = shop;
  const { port } = new URL(address);

  const staff = new Client(address);
  for (const [product, stock] of [...plenty.map((id) => [id, '9999'] as const), [scarce, '40'] as const])
    assert.equal((await staff.post(`/admin/stock/${product}`, { stock })).status, 303);
  const start = readBooks(file);

  const buyers = Array.from({ length: 20 }, () => new Buyer(address));
  await Promise.all(buyers.map((buyer) => buyer.enter()));
  const [first] = buyers;
  assert.ok(first);
  const pages = await openPages(address, first);
  for (const { page } of pages) await page.evaluate(() => Reflect.set(window, 'isStillThis', true));

  let inFlight = 0;
  let doneUnanswered = 0;
  let slowest = 0;
  for (let round = 1; round <= rounds; round++) {
    inFlight += await buyAndKill(shop, buyers);
    shop = await startShop({ PORT: port, SHOP_DB: file });
    const restart = performance.now();
    doneUnanswered += checkBooks(readBooks(file), start, buyers);

    const again = await Promise.all(buyers.map((buyer) => buyer.askAgain()));
    assert.ok(again.every(Boolean));
    const books = readBooks(file);
    checkBooks(books, start, buyers);
    await Promise.all(pages.map(({ see }) => see(books)));
    slowest = Math.max(slowest, performance.now() - restart);
    assert.ok(slowest < patience, `${slowest} ms in round ${round}`);
  }

  for (const { page, complaints } of pages) {
    assert.equal(await page.evaluate(() => 'isStillThis' in window), true, 'it was never reloaded');
    const notOfTheLostServer = complaints.filter((text) => !text.includes('net::ERR_'));
    assert.deepEqual(notOfTheLostServer, []);
  }
  const sum = (count: keyof Buyer['counts']): number => buyers.reduce((sum, { counts }) => sum + counts[count], 0);
  const books = readBooks(file);
  assert.equal(sum('requests'), sum('answered') + sum('repeated'));
  assert.ok(books.products.find(({ product }) => product === scarce)?.stock === 0, 'and something was sold out');
  t.diagnostic(
    `${rounds} kills with ${inFlight} requests in flight; ${sum('requests')} requests, ${sum('answered')} answered ` +
      `(${sum('refused')} with “sold out” or “too few”), ${sum('repeated')} repeated, of which ${doneUnanswered} had ` +
      `been done before the kill; ${books.additions.length} additions, ${books.orders.length} orders; ` +
      `every page true within ${Math.ceil(slowest)} ms of the restart`,
  );
  await Promise.all(pages.map((visit) => visit[Symbol.asyncDispose]()));
  assert.deepEqual(await shop.stop(), { code: 0, errors: '' });
});
