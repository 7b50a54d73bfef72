/** A shop that can read its database and no longer write to it. */
import assert from 'node:assert/strict';
import { copyFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import {
  launchBrowser,
  open,
  putIntoCart,
  seeAttribute,
  seeText,
  textOf,
  typeInto,
  visit,
  type Look,
  type Visit,
} from './browser.js';
import { Client, customer } from './client.js';
import { databaseFile, startShop, type Ending, type Shop } from './support.js';
import { dump, type Tables } from './tables.js';

let browser: Browser;
before(async () => (browser = await launchBrowser()));
after(() => browser.close());

/** No view transitions between pages: Chromium calls each an error of the page that is left. */
const calm: Look = { motion: 'reduce' };

interface Deed {
  readonly on: string;
  readonly act: (page: Page) => Promise<void>;
  /** The component it concerns. */
  readonly place: string;
  readonly plain: readonly [path: string, fields: Record<string, string>];
  /** What shows that it was done. */
  readonly seeDone: (page: Page) => Promise<unknown>;
}

/** Everything that writes, for a visitor who has two planispheres and a globe of the Moon in the cart. */
const deeds: Readonly<Record<string, Deed>> = {
  'add to cart': {
    on: '/product/red-lamp',
    act: (page) => page.click('#add-to-cart'),
    place: '#purchase-item',
    plain: ['/add-item', { 'item-id': 'red-lamp', quantity: '1' }],
    seeDone: (page) => seeText(page, '#purchase-message', '1 × Red lamp added'),
  },
  favourite: {
    on: '/product/red-lamp',
    act: (page) => page.click('#favourite-button-red-lamp'),
    place: '#favourite-red-lamp',
    plain: ['/favourite/red-lamp', { favourite: 'yes' }],
    seeDone: (page) => seeAttribute(page, '#favourite-button-red-lamp', 'aria-pressed', 'true'),
  },
  'change a quantity': {
    on: '/cart',
    act: (page) => page.click('#cart-quantity-planisphere >>> [part=increment]'),
    place: '#cart-form-planisphere',
    plain: ['/cart/planisphere/quantity', { quantity: '3' }],
    seeDone: (page) => seeAttribute(page, '#cart-count ds-cart-badge', 'count', '5'),
  },
  'take out of the cart': {
    on: '/cart',
    act: (page) => page.click('#cart-remove-button-moon-globe'),
    place: '#cart-line-moon-globe',
    plain: ['/cart/moon-globe/remove', {}],
    seeDone: (page) => page.waitForFunction(() => !document.querySelector('#cart-line-moon-globe')),
  },
  'check out': {
    on: '/checkout',
    act: async (page) => {
      for (const [field, text] of Object.entries(customer)) await page.locator(`#checkout-${field}`).fill(text);
      await page.click('#checkout-form button[type=submit]');
    },
    place: '#checkout-form',
    plain: ['/checkout', customer],
    seeDone: (page) => seeText(page, 'address', 'Mira Sternberg'),
  },
  'set a stock': {
    on: '/admin',
    act: async (page) => {
      await typeInto(page, '#stock-value-sundial', '7');
      await page.click('#stock-form-sundial button[type=submit]');
    },
    place: '#stock-form-sundial',
    plain: ['/admin/stock/sundial', { stock: '7' }],
    seeDone: (page) => seeText(page, '#stock-sundial', '7 in stock'),
  },
};

/** One that is gone with the test, however that ends. */
async function shopFor(t: TestContext, ...how: Parameters<typeof startShop>): Promise<Shop> {
  const shop = await startShop(...how);
  t.after(() => shop.stop('SIGKILL'));
  return shop;
}

/** A page that stayed would ask for its server, and complain that it has gone. */
async function close({ page }: Visit, shop: Shop): Promise<Ending> {
  await page.goto('about:blank');
  return shop.stop();
}

async function everythingSaysSo({ page, complaints }: Visit, address: string, message: string): Promise<void> {
  for (const { on, act, place } of Object.values(deeds)) {
    await open(page, new URL(on, address));
    await act(page);
    await page.waitForSelector(`${place} ::-p-text(${message})`, { visible: true });
    if (on === '/checkout')
      assert.equal(await page.$eval('#checkout-name', (input) => (input as HTMLInputElement).value), customer.name);
    assert.equal(await textOf(page, '#server-trouble'), '');
  }
  assert.deepEqual(complaints, []);
}

async function plainFormsGetPages(client: Client, message: string): Promise<void> {
  for (const { plain } of Object.values(deeds)) {
    const response = await client.post(...plain);
    assert.equal(response.status, 503, plain[0]);
    const page = await response.text();
    assert.match(page, /<!doctype html>/);
    assert.ok(page.includes(message), plain[0]);
  }
}

async function everythingWorks({ page, complaints }: Visit, address: string): Promise<void> {
  for (const { on, act, seeDone } of Object.values(deeds)) {
    await open(page, new URL(on, address));
    await act(page);
    await seeDone(page);
    // The same goes for one in the page, when it is left in the middle.
    await page.waitForSelector('html:not(:active-view-transition)');
  }
  assert.deepEqual(complaints, []);
}

/**
 * Fills a shop's storage until nothing can be written, and looks at every step. A visitor has two planispheres and a globe of
 * the Moon in the cart by then.
 *
 * @param room how many bytes are left
 * @param contents all that is in the file
 */
async function fill(address: string, visitor: Visit, room: () => number, contents: () => Tables): Promise<void> {
  await putIntoCart(visitor.page, 'planisphere', 2);
  await putIntoCart(visitor.page, 'moon-globe');
  const client = clientOf(await visitor.session(), address);

  const stranger = new Client(address);
  assert.equal(await statusOf(stranger.post('/add-item', { 'item-id': 'eclipse-glasses' })), 303);
  const roomBefore = room();
  assert.equal(await statusOf(stranger.post('/checkout', customer)), 303);
  const orderSize = roomBefore - room();

  // From where an order no longer fits to where nothing does, page by page: none of it is ever begun.
  let refusedOrders = 0;
  for (let count = 0; ; count++) {
    const before = contents();
    if (room() < orderSize) {
      assert.equal(await statusOf(client.post('/checkout', customer)), 503);
      assert.deepEqual(contents(), before);
      refusedOrders++;
    }
    const status = await statusOf(client.post('/admin/stock/orrery', { stock: String(count) }));
    if (status === 503) break;
    assert.equal(status, 303);
  }
  assert.ok(refusedOrders > 3, `${refusedOrders} orders`);
}

const kilobyte = 1024;

test(
  'on a full disk each component says so, nothing is half-written, and all goes on once there is room',
  { skip: process.platform !== 'linux' && 'only Linux gives a process a small disk of its own' },
  async (t) => {
    const message = 'The shop’s disk is full. Nothing was changed; please try again later.';
    const path = databaseFile();
    const ballast = `${dirname(path)}/ballast`;
    // A disk of a megabyte that only the shop has, and half of it is taken.
    const shop = await shopFor(
      t,
      { SHOP_DB: path },
      `mount -t tmpfs -o size=1m tmpfs ${dirname(path)}; head -c ${500 * kilobyte} /dev/zero > ${ballast}`,
      'unshare --map-root-user --mount',
    );
    const seen = (path: string): string => `/proc/${shop.pid}/root${path}`;
    // SQLite itself would look for the file on the disk that everybody sees.
    const contents = (): Tables => {
      const copy = databaseFile();
      for (const part of ['', '-wal']) copyFileSync(seen(`${path}${part}`), `${copy}${part}`);
      return dump(copy);
    };
    const room = (): number => {
      const { bavail, bsize } = statfsSync(seen(dirname(path)));
      return bavail * bsize;
    };
    await using visitor = await visit(browser, shop.address, calm);
    await fill(shop.address, visitor, room, contents);
    const before = contents();
    await everythingSaysSo(visitor, shop.address, message);
    await plainFormsGetPages(clientOf(await visitor.session(), shop.address), message);
    assert.deepEqual(contents(), before, 'nothing was changed, as they were told');

    rmSync(seen(ballast));
    await everythingWorks(visitor, shop.address);
    assert.equal((await close(visitor, shop)).code, 0);
  },
);

test('on a disk that takes no more each component says so, and all goes on with another', async (t) => {
  const message = 'The shop’s disk does not work as it should. Nothing was changed; please try again later.';
  const limit = 400 * kilobyte; // of which the shop alone needs a fifth
  const crowded = await shopFor(t, {}, `ulimit -f ${limit / kilobyte}`);
  const { file, address } = crowded;
  await using visitor = await visit(browser, address, calm);
  const room = (): number => limit - statSync(`${file}-wal`).size;
  await fill(address, visitor, room, () => dump(file));
  const before = dump(file);
  await everythingSaysSo(visitor, address, message);
  await plainFormsGetPages(clientOf(await visitor.session(), address), message);
  assert.deepEqual(dump(file), before, 'nothing was changed, as they were told');
  assert.equal((await close(visitor, crowded)).code, 0);

  const roomy = await shopFor(t, { SHOP_DB: file });
  assert.deepEqual(dump(file), before);
  await everythingWorks(visitor, roomy.address);
  assert.deepEqual(await close(visitor, roomy), { code: 0, errors: '' });
});

test('a read-only database can be looked at, and each component says that no more is possible', async (t) => {
  const message = 'The shop can only be looked at just now. Nothing was changed.';
  const first = await shopFor(t);
  const { file } = first;
  await using visitor = await visit(browser, first.address, calm);
  await putIntoCart(visitor.page, 'planisphere', 2);
  await putIntoCart(visitor.page, 'moon-globe');
  const session = await visitor.session();
  await close(visitor, first);
  const before = dump(file);

  const readOnly = await shopFor(t, { SHOP_DB: `file:${file}?mode=ro` });
  await everythingSaysSo(visitor, readOnly.address, message);
  await plainFormsGetPages(clientOf(session, readOnly.address), message);
  assert.deepEqual(dump(file), before);
  assert.equal((await close(visitor, readOnly)).code, 0);

  const second = await shopFor(t, { SHOP_DB: file });
  assert.deepEqual(dump(file), before);
  await everythingWorks(visitor, second.address);
  assert.deepEqual(await close(visitor, second), { code: 0, errors: '' });
});

async function statusOf(asked: Promise<Response>): Promise<number> {
  const response = await asked;
  await response.arrayBuffer();
  return response.status;
}

/** The visitor again, with plain forms and no browser. */
function clientOf(session: string, address: string): Client {
  const client = new Client(address);
  client.cookie = `session=${session}`;
  return client;
}
