/** The cart page under quick hands and a slow line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HTTPRequest, JSHandle, Page } from 'puppeteer-core';
import {
  open,
  putIntoCart,
  seeAttribute,
  seeQuantity,
  seeText,
  showWindow,
  Stage,
  typeInto,
  type Visit,
} from './browser.js';
import { rowsOf } from './tables.js';

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

async function quantitiesInDatabase(session: string): Promise<number[]> {
  const rows = rowsOf<{ session: string; quantity: number; added_at: number }>((await stage.shop).file, 'cart_line');
  const own = rows.filter((row) => row.session === session).toSorted((a, b) => a.added_at - b.added_at);
  return own.map(({ quantity }) => quantity);
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

const refusal = /There are 22 left/;

/** Asks for 50 blankets, of which there are 22, on the cart page. */
async function askForTooMany(page: Page): Promise<void> {
  await page.focus(stepper('blanket'));
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${stepper('blanket')}[error]:not([error=""])`);
}

/** What the line says of its quantity, to a person who looks at it. */
async function blanketLine(page: Page): Promise<{ value: unknown; error: string }> {
  const field = await page.waitForSelector(stepper('blanket'));
  const error = await page.waitForSelector(`${stepper('blanket')} >>> [part=error]`);
  return {
    value: await field?.evaluate((field) => (field as HTMLElement & { value: unknown }).value),
    error: (await error?.evaluate(({ textContent }) => textContent)) ?? '',
  };
}

async function visitCart(): Promise<Visit> {
  const visitor = await stage.visit('/');
  for (const product of lines) await putIntoCart(visitor.page, product);
  await open(visitor.page, new URL('/cart', visitor.page.url()));
  return visitor;
}

test('a quantity that cannot be gets its message at the line, and the rest of the cart stays', async () => {
  await using visitor = await visitCart();
  const { page, complaints } = visitor;
  await askForTooMany(page);
  const { value, error } = await blanketLine(page);
  assert.equal(value, 50);
  assert.match(error, refusal);
  assert.deepEqual(await quantitiesInDatabase(await visitor.session()), [1, 1]);
  await seeAttribute(page, badge, 'count', '2');
  assert.deepEqual(complaints, []);
});

test('a refused quantity stays with its message while another tab changes another line', async () => {
  await using visitor = await visitCart();
  const { page } = visitor;
  const other = await visitor.openTab('/cart');
  await page.bringToFront();
  await askForTooMany(page);
  await other.click(`${stepper('red-lamp')} >>> [part=increment]`);
  await seeQuantity(page, stepper('red-lamp'), 2);
  const { value, error } = await blanketLine(page);
  assert.equal(value, 50);
  assert.match(error, refusal);
});

test('a refused quantity leaves together with its message when another tab sets another', async () => {
  await using visitor = await visitCart();
  const { page } = visitor;
  const other = await visitor.openTab('/cart');
  await page.bringToFront();
  await askForTooMany(page);
  await other.click(`${stepper('blanket')} >>> [part=increment]`);
  await seeQuantity(page, stepper('blanket'), 2);
  assert.deepEqual(await blanketLine(page), { value: 2, error: '' });
});

for (const [kind, typed] of [
  ['too high', '50'],
  ['empty', ''],
  ['no number', 'a few'],
] as const)
  test(`a refused quantity (${kind}) leaves with its message when the page was hidden and is told anew`, async () => {
    await using visitor = await visitCart();
    const { page } = visitor;
    await typeInto(page, stepper('blanket'), typed);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${stepper('blanket')}[error]:not([error=""])`);
    await showWindow(page, false);
    await showWindow(page, true);
    await seeQuantity(page, stepper('blanket'), 1);
    assert.deepEqual(await blanketLine(page), { value: 1, error: '' });
  });

test('a line that was taken out and put back in another tab, while this one was hidden, shows its new number', async () => {
  await using visitor = await visitCart();
  const { page } = visitor;
  const more = `${stepper('red-lamp')} >>> [part=increment]`;
  await clickAsFastAsPossible(page, [more, more]);
  await seeText(page, '#cart-total', '211.00'); // 3 × 32 + 115
  await showWindow(page, false);

  const other = await visitor.openTab('/cart');
  await other.click('#cart-remove-button-red-lamp');
  await other.waitForFunction(() => !document.querySelector('#cart-line-red-lamp'));
  await putIntoCart(other, 'red-lamp');
  await showWindow(page, true);
  await seeText(page, '#cart-line-red-lamp .each', '1 × ');
  await seeQuantity(page, stepper('red-lamp'), 1);
});
