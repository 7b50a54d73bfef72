/** What can be measured of how the pages look: for everyone, on every screen, without a jump. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { open, seeText, Stage, typeInto, type Look, type Visit } from './browser.js';
import { Client, customer } from './client.js';

const stage = new Stage();
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const paths = [
  '/',
  '/info',
  '/product/planisphere',
  '/product/meteorite/info',
  '/product/moon',
  '/favourites',
  '/cart',
  '/checkout',
  '/admin',
];

type Shopper = Visit & { readonly paths: readonly string[] };

/** A visitor with an order, and with something in the cart and in the heart, so that no page is empty. */
async function visitAsShopper(look: Look): Promise<Shopper> {
  const visitor = await stage.visit('/product/red-lamp', { ...look, motion: 'reduce' });
  const { page } = visitor;
  const client = new Client(page.url());
  client.cookie = `session=${await visitor.session()}`;
  await client.post('/add-item', { 'item-id': 'star-atlas' });
  const order = (await client.post('/checkout', customer)).headers.get('location') ?? '';
  await client.post('/add-item', { 'item-id': 'blanket', quantity: '2' });
  await client.post('/favourite/blanket', { favourite: 'yes' });
  return { ...visitor, paths: [...paths, order] };
}

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${page.url()} ${id}: ${html}`));
}

for (const [scheme, width, height] of [
  ['light', 1280, 900],
  ['dark', 1280, 900],
  ['light', 390, 844],
  ['dark', 390, 844],
] as const)
  test(`every page is accessible in ${scheme} mode (${width} × ${height}), as far as axe can tell`, async () => {
    await using visitor = await visitAsShopper({ scheme, width, height });
    const { page, paths } = visitor;
    for (const path of paths) {
      await open(page, new URL(path, page.url()));
      assert.deepEqual(await axe(page), []);
    }
    await open(page, new URL('/checkout', page.url()));
    await page.click('#checkout-form button');
    await seeText(page, '#checkout-message', 'Please check the marked fields.');
    assert.deepEqual(await axe(page), []);
    for (const [path, stepper] of [
      ['/product/telescope', '#quantity'],
      ['/cart', '#cart-quantity-blanket'],
    ] as const) {
      await open(page, new URL(path, page.url()));
      await typeInto(page, stepper, '99');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`${stepper}[error*=" left"]`);
      assert.deepEqual(await axe(page), []);
    }
  });

test('a phone shows all that it takes to buy, without scrolling', async () => {
  await using visitor = await stage.visit('/', { width: 390, height: 844 });
  const { page } = visitor;
  for (const product of ['telescope', 'orrery', 'eclipse-glasses']) {
    await open(page, new URL(`/product/${product}`, page.url()));
    for (const part of ['.picture', '.price', '.stock', '#quantity', '#add-to-cart']) {
      const isInView = await page.$eval(`.product ${part}`, (part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      assert.ok(isInView, `${product} ${part}`);
    }
  }
});

describe('on a narrow phone', () => {
  for (const [direction, size] of [
    ['ltr', '100%'],
    ['rtl', '100%'],
    ['ltr', '200%'],
  ] as const)
    test(`every page fits (${direction}, text at ${size})`, async () => {
      await using visitor = await visitAsShopper({ width: 320, height: 640 });
      const { page, paths } = visitor;
      for (const path of paths) {
        await open(page, new URL(path, page.url()));
        const overflow = await page.evaluate(
          (direction, size) => {
            document.documentElement.dir = direction;
            document.documentElement.style.fontSize = size;
            return document.documentElement.scrollWidth - innerWidth;
          },
          direction,
          size,
        );
        assert.equal(overflow, 0, path);
      }
    });
});

for (const [width, height] of [
  [390, 844],
  [1280, 900],
] as const)
  test(`no page moves while it loads (${width} × ${height})`, async () => {
    await using visitor = await visitAsShopper({ width, height });
    const { page, paths } = visitor;
    await page.evaluateOnNewDocument(() => {
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) performance.mark('moved', { startTime });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of paths) {
      await open(page, new URL(path, page.url()));
      await page.waitForNetworkIdle({ concurrency: 1 }); // the live stream stays open
      const moves = await page.evaluate(() => performance.getEntriesByName('moved').map(({ startTime }) => startTime));
      assert.deepEqual(moves, [], path);
    }
  });
