/** What happens elsewhere shows on every open page; and a page that nobody sees asks for nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JSHandle, Page } from 'puppeteer-core';
import { Client } from './client.js';
import {
  putIntoCart,
  recordRequests,
  seeAttribute,
  seeQuantity,
  seeText,
  showWindow,
  Stage,
  textOf,
  typeInto,
  visit,
  type Visit,
} from './browser.js';
import { startShop } from './support.js';

const stage = new Stage();

async function setStock(admin: Page, product: string, stock: number): Promise<void> {
  await typeInto(admin, `#stock-value-${product}`, String(stock));
  await admin.click(`#stock-form-${product} button`);
}

/**
 * @returns when the text of `selector` changes from now on, and when a form is submitted: milliseconds since 1970, by the
 * clock that all pages of one machine share
 */
const noteTimes = (page: Page, selector: string): Promise<JSHandle<number[]>> =>
  page.evaluateHandle((selector) => {
    const times: number[] = [];
    const note = (): void => void times.push(performance.timeOrigin + performance.now());
    let known = document.querySelector(selector)?.textContent;
    new MutationObserver(() => {
      const text = document.querySelector(selector)?.textContent;
      if (text !== known) note();
      known = text;
    }).observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener('submit', note, { capture: true });
    return times;
  }, selector);

test('stock that is set behind the counter shows on every shopper’s page at once', async (t) => {
  await using admin = await stage.visit('/admin');
  await using one = await stage.visit('/product/planisphere');
  await using other = await stage.visit('/');
  const pages = [one.page, await one.openTab('/'), other.page];
  const stock = '#stock-planisphere';
  const counts = [4, 77, 0, 1, 120];
  const [start, ...seen] = await Promise.all(
    [admin.page, ...pages].map((page) => noteTimes(page, page === admin.page ? 'nothing' : stock)),
  );
  for (const count of counts) {
    const text = count === 0 ? 'Sold out' : new RegExp(`\\b${count}\\b`);
    await setStock(admin.page, 'planisphere', count);
    await Promise.all([...pages, admin.page].map((page) => seeText(page, stock, text)));
  }
  const starts = (await start?.jsonValue()) ?? [];
  const ends = await Promise.all(seen.map((times) => times.jsonValue()));
  for (const times of ends) assert.equal(times.length, counts.length, 'each change came once');
  const delays = ends.flatMap((times) => times.map((time, index) => time - (starts[index] ?? 0))).sort((a, b) => a - b);
  const [median = Infinity, worst = Infinity] = [delays[delays.length >> 1], delays.at(-1)];
  t.diagnostic(
    `from the admin’s submit to a shopper’s page: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
  );
  assert.ok(worst < 1000, `${worst} ms`);
  assert.deepEqual([...admin.complaints, ...one.complaints, ...other.complaints], []);
});

test('a product that is sold out cannot be bought, until there is more of it', async () => {
  await using admin = await stage.visit('/admin');
  await using shopper = await stage.visit('/product/orrery');
  const { page } = shopper;
  await typeInto(page, '#quantity', '2');
  await setStock(admin.page, 'orrery', 0);
  await page.waitForSelector('#add-to-cart[aria-disabled=true]');
  assert.equal(await textOf(page, '#add-to-cart'), 'Sold out');
  await page.click('#add-to-cart');
  await seeAttribute(page, '#quantity', 'error', 'Just sold out. We are making more.');
  await setStock(admin.page, 'orrery', 3);
  await page.waitForSelector('#add-to-cart:not([aria-disabled])');
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', '2 × ');
  await seeAttribute(page, '#cart-count ds-cart-badge', 'count', '2');
});

test('a page that is opened counts its reader from the first byte', async () => {
  await using visitor = await stage.visit('/product/star-atlas');
  const reader = new Client((await stage.shop).address);
  const viewers = async (): Promise<string> => {
    const page = await (await reader.get('/product/star-atlas')).text();
    return /id="viewers"[^]*?<\/svg>\s*([^<]*?)\s*</.exec(page)?.[1] ?? '';
  };
  await seeText(visitor.page, '#viewers', 'You are the only one');
  assert.equal(await viewers(), '2 people look at this');
  reader.cookie = `session=${await visitor.session()}`;
  assert.equal(await viewers(), 'You are the only one looking at this');
});

test('“people look at this” counts people, not their tabs, and those who stay', async () => {
  const alone = 'You are the only one';
  await using one = await stage.visit('/product/sundial');
  const second = await one.openTab('/product/sundial');
  await seeText(one.page, '#viewers', alone);
  await using other = await stage.visit('/product/sundial');
  const three = await stage.visit('/product/sundial');
  const pages = [one.page, second, other.page];
  await Promise.all([...pages, three.page].map((page) => seeText(page, '#viewers', '3 people')));
  await three[Symbol.asyncDispose]();
  await Promise.all(pages.map((page) => seeText(page, '#viewers', '2 people')));
  await second.close();
  await other.page.goto(new URL('/', other.page.url()).href);
  await seeText(one.page, '#viewers', alone);
});

async function twoCarts(visitor: Visit): Promise<[Page, Page]> {
  await putIntoCart(visitor.page, 'red-lamp', 2);
  await putIntoCart(visitor.page, 'blanket', 1);
  return [await visitor.openTab('/cart'), await visitor.openTab('/cart')];
}

const linePrice = '#cart-line-red-lamp > .price';
const total = '#cart-total';
const badge = '#cart-count ds-cart-badge';

for (const typed of ['', '7'])
  test(`the cart is the same in two tabs${typed && ', also where something else had been typed'}`, async () => {
    await using visitor = await stage.visit('/');
    const [here, there] = await twoCarts(visitor);
    if (typed !== '') await typeInto(there, '#cart-quantity-red-lamp', typed);
    await here.bringToFront();
    await here.click('#cart-quantity-red-lamp >>> [part=increment]');
    for (const page of [here, there]) {
      await seeQuantity(page, '#cart-quantity-red-lamp', 3);
      await seeAttribute(page, badge, 'count', '4');
    }
    for (const place of [linePrice, total]) assert.equal(await textOf(there, place), await textOf(here, place), place);
    await seeAttribute(visitor.page, badge, 'count', '4');

    await there.click('#cart-remove-button-blanket');
    await here.waitForFunction(() => !document.querySelector('#cart-line-blanket'));
    await seeAttribute(here, badge, 'count', '3');
    assert.deepEqual(visitor.complaints, []);
  });

test('a hidden tab costs nothing, and is up to date as soon as it is shown', async () => {
  await using admin = await stage.visit('/admin');
  await using hiding = await stage.visit('/product/night-flask');
  await using staying = await stage.visit('/product/night-flask');
  await Promise.all([hiding.page, staying.page].map((page) => seeText(page, '#viewers', '2 people')));

  await showWindow(hiding.page, false);
  await seeText(staying.page, '#viewers', 'You are the only one');
  await setStock(admin.page, 'night-flask', 2);
  await seeText(staying.page, '#stock-night-flask', 'Only 2 left');
  assert.match(await textOf(hiding.page, '#stock-night-flask'), /60/, 'nobody looks at it, so nobody told it');

  await showWindow(hiding.page, true);
  await seeText(hiding.page, '#stock-night-flask', 'Only 2 left');
  await Promise.all([hiding.page, staying.page].map((page) => seeText(page, '#viewers', '2 people')));
  assert.deepEqual(hiding.complaints, []);
});

test('a tab that is hidden while the server is away asks for nothing until it is shown', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  const address = new URL('/product/telescope', first.address);
  await using hiding = await visit(await stage.browser, address);
  await first.stop();
  await seeText(hiding.page, '#server-trouble', 'Trying again'); // once a second
  await showWindow(hiding.page, false);
  const requests = recordRequests(hiding.page);

  const second = await startShop({ PORT: address.port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await sleep(2500);
  assert.deepEqual(requests, []);
  await using staying = await visit(await stage.browser, address);
  await seeText(staying.page, '#viewers', 'You are the only one');

  await showWindow(hiding.page, true);
  await Promise.all([hiding.page, staying.page].map((page) => seeText(page, '#viewers', '2 people')));
  await seeText(hiding.page, '#server-trouble', /^$/);
  await sleep(2500);
  assert.deepEqual(requests, ['GET /live'], 'one stream, and no retry beside it');
});
