/** The cart page under quick hands and a slow line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import type { HTTPRequest, JSHandle, Page } from 'puppeteer-core';
import { open, putIntoCart, seeAttribute, seeQuantity, seeText, Stage } from './browser.js';

const lines = ['red-lamp', 'blanket'] as const;
const stepper = (product: string): string => `#cart-quantity-${product}`;
const badge = '#cart-count ds-cart-badge';

const stage = new Stage();

/** @returns every value that the steppers show from now on, looked at in each frame */
const watchSteppers = (page: Page): Promise<JSHandle<number[][]>> =>
  page.evaluateHandle(() => {
    const steppers = [...document.querySelectorAll('#cart ds-quantity-stepper')].map(({ id }) => id);
    const values = steppers.map((): number[] => []);
    const look = (): void => {
      for (const [index, id] of steppers.entries()) {
        const { value } = document.getElementById(id) as HTMLElement & { value: number };
        if (values[index]?.at(-1) !== value) values[index]?.push(value);
      }
      requestAnimationFrame(look);
    };
    look();
    return values;
  });

async function slowDown(page: Page, latency: number): Promise<void> {
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

/** One click after the other, without waiting for what becomes of them. */
async function clickAsFastAsPossible(page: Page, selectors: string[]): Promise<void> {
  const places = new Map<string, { x: number; y: number }>();
  for (const selector of selectors) {
    const box = await (await page.$(selector))?.boundingBox();
    assert.ok(box, selector);
    places.set(selector, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  for (const selector of selectors) {
    const { x, y } = places.get(selector) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
  }
}

async function quantitiesInDatabase(session: string): Promise<unknown[]> {
  const database = new DatabaseSync((await stage.shop).file, { readOnly: true });
  const rows = database.prepare('SELECT quantity FROM cart_line WHERE session = ? ORDER BY added_at').all(session);
  database.close();
  return rows.map((row) => (row as { quantity: unknown }).quantity);
}

for (const latency of [0, 150])
  test(`quick changes of two lines add up everywhere, and no number jumps back (${latency} ms of latency)`, async () => {
    await using visitor = await stage.visit('/');
    const { page, complaints } = visitor;
    for (const product of lines) await putIntoCart(page, product);
    await open(page, new URL('/cart', page.url()));
    const other = await visitor.openTab('/cart');
    await page.bringToFront();
    const watch = await watchSteppers(page);
    await slowDown(page, latency);

    const buttons = lines.map((product) => `${stepper(product)} >>> [part=increment]`);
    await clickAsFastAsPossible(page, [...buttons, ...buttons, ...buttons]);
    for (const tab of [page, other]) {
      await seeText(tab, '#cart-total', '588.00'); // 4 × 32 + 4 × 115
      await seeAttribute(tab, badge, 'count', '8');
      for (const product of lines) await seeQuantity(tab, stepper(product), 4);
    }
    assert.deepEqual(await quantitiesInDatabase(await visitor.session()), [4, 4]);
    for (const values of await watch.jsonValue())
      assert.deepEqual(
        values,
        values.toSorted((a, b) => a - b),
        'it only grew',
      );
    assert.deepEqual(complaints, []);
  });

test('a change elsewhere does not undo what is on its way from here', async () => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  for (const product of lines) await putIntoCart(page, product);
  const other = await visitor.openTab('/cart');
  await open(page, new URL('/cart', page.url()));
  await page.bringToFront();
  const more = `${stepper('red-lamp')} >>> [part=increment]`;
  await page.click(more);
  await seeText(page, '#cart-total', '179.00');

  const held: HTTPRequest[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.method() === 'POST') held.push(request);
    else void request.continue();
  });
  await page.click(more);
  await other.click(`${stepper('blanket')} >>> [part=increment]`);
  await seeQuantity(page, stepper('blanket'), 2);
  await seeQuantity(page, stepper('red-lamp'), 3);
  await Promise.all(held.map((request) => request.continue()));
  for (const tab of [page, other]) {
    await seeText(tab, '#cart-total', '326.00'); // 3 × 32 + 2 × 115
    await seeQuantity(tab, stepper('red-lamp'), 3);
  }
  assert.deepEqual(await quantitiesInDatabase(await visitor.session()), [3, 2]);
});

test('a quantity that cannot be gets its message at the line, and the rest of the cart stays', async () => {
  await using visitor = await stage.visit('/');
  const { page, complaints } = visitor;
  for (const product of lines) await putIntoCart(page, product);
  await open(page, new URL('/cart', page.url()));
  await page.focus(stepper('blanket'));
  await page.keyboard.type('50'); // there are 22
  await page.keyboard.press('Enter');
  const shown = await page.waitForSelector(`${stepper('blanket')}[error]:not([error=""]) >>> [part=error]`);
  assert.match((await shown?.evaluate(({ textContent }) => textContent)) ?? '', /There are 22 left/);
  await seeQuantity(page, stepper('blanket'), 50);
  assert.deepEqual(await quantitiesInDatabase(await visitor.session()), [1, 1]);
  await seeAttribute(page, badge, 'count', '2');
  assert.deepEqual(complaints, []);
});
