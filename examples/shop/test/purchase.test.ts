/** The purchase form, as people use it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import {
  attributeOf,
  recordRequests,
  seeAttribute,
  seeText,
  sentBy,
  Stage,
  textOf,
  typeInto,
  type Visit,
} from './browser.js';

const addButton = '#add-to-cart';
const badge = '#cart-count ds-cart-badge';

const stage = new Stage();
const visitProduct = (): Promise<Visit> => stage.visit('/product/red-lamp');
const quantityIn = (page: Page): Promise<unknown> => sentBy(page, '#purchase-item', 'quantity');
const typeQuantity = (page: Page, text: string): Promise<void> => typeInto(page, '#quantity', text);

/** As a page would post that had lost its checks: what the server makes of it is what counts. */
async function liftChecks(page: Page): Promise<void> {
  await page.$eval('#purchase-item', (form) => form.removeAttribute('data-attr:novalidate')); // it would bring them back
  await page.$eval('#purchase-item', (form) => ((form as HTMLFormElement).noValidate = true));
}

describe('adding to the cart', () => {
  test('one response changes the form and the badge far away, and puts the quantity back to one', async () => {
    await using visitor = await visitProduct();
    const { page, complaints } = visitor;
    const requests = recordRequests(page);

    await page.click('#quantity >>> [part=increment]');
    await page.click('#quantity >>> [part=increment]');
    assert.equal(await quantityIn(page), '3');
    await page.click(addButton);

    await seeText(page, '#purchase-message', '3 × Red lamp added to your cart.');
    await seeAttribute(page, badge, 'count', '3');
    assert.equal(await quantityIn(page), '1');
    assert.deepEqual(requests, ['POST /add-item']);
    assert.deepEqual(complaints, [], 'and the strict Content-Security-Policy had nothing against it');
  });

  test('a screen reader hears the new count', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await page.click(addButton);
    const region = await page.waitForSelector(`${badge} >>> [role=status]`);
    assert.ok(region);
    await page.waitForFunction((region) => region.textContent.includes('Items in cart: 1'), {}, region);
  });

  test('twice in a row, each time from one again, and the count adds up on every page', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    for (const [typed, count] of [
      ['4', '4'],
      ['5', '9'],
    ] as const) {
      await typeQuantity(page, typed);
      await page.click(addButton);
      await seeAttribute(page, badge, 'count', count);
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#quantity')?.value === (1 as unknown));
    }
    await page.goto(new URL('/', page.url()).href);
    await seeAttribute(page, badge, 'count', '9');
  });

  test('buys once, however often Enter is pressed while the order is on its way', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await typeQuantity(page, '5');
    const held: HTTPRequest[] = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.method() === 'POST') held.push(request);
      else void request.continue();
    });
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    for (let times = 6; times > 0; times--) await page.keyboard.press('Enter');
    await sent;
    await page.evaluate(() => new Promise(requestAnimationFrame)); // another would have come by then
    assert.deepEqual(
      held.map((request) => request.method()),
      ['POST'],
    );
    await held[0]?.continue();
    await seeText(page, '#purchase-message', '5 × Red lamp');
    await page.reload();
    assert.equal(await attributeOf(page, badge, 'count'), '5');
  });

  test('works with nothing but a keyboard', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    const stops: string[] = [];
    do {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || ''));
    } while (stops.at(-1) !== 'quantity' && stops.length < 20);
    assert.equal(stops.at(-1), 'quantity', `Tab went to ${stops.join(', ')}`);

    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await seeText(page, '#purchase-message', '3 × Red lamp');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'quantity', 'the focus stays');
  });

  test('without a quantity counts as one, and the message says so', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await page.$eval('#quantity', (stepper) => stepper.removeAttribute('name'));
    await page.click(addButton);
    await seeText(page, '#purchase-message', 'No quantity was given, so we took one. 1 × Red lamp');
    await seeAttribute(page, badge, 'count', '1');
  });
});

describe('a quantity that cannot be', () => {
  test('is caught in the page before anything is sent', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    const requests = recordRequests(page);
    await typeQuantity(page, '1000');
    await page.click(addButton);
    await page.waitForSelector('#quantity:state(user-invalid)');
    assert.deepEqual(requests, []);
    assert.equal(await quantityIn(page), '1000', 'what was typed stays');
  });

  for (const [kind, typed, message] of [
    ['empty', '', 'Enter how many'],
    ['zero', '0', 'Enter at least 1'],
    ['negative', '-2', 'Enter at least 1'],
    ['fractional', '1.5', 'We count whole things'],
    ['huge', '5000', 'We pack at most 99'],
    ['not a number', 'a few', 'Enter how many'], // a number field submits nothing for it, like the native one
  ] as const)
    test(`(${kind}) gets the server’s message at the field and changes nothing`, async () => {
      await using visitor = await visitProduct();
      const { page, complaints } = visitor;
      await liftChecks(page);
      await typeQuantity(page, typed);
      await page.click(addButton);
      const shown = await page.waitForSelector('#quantity[error]:not([error=""]) >>> [part=error]');
      assert.match((await shown?.evaluate((element) => element.textContent)) ?? '', new RegExp(message));
      assert.equal(await attributeOf(page, badge, 'count'), '0');
      assert.equal(await textOf(page, '#purchase-message'), '');
      assert.deepEqual(complaints, []);

      await typeQuantity(page, '2');
      await page.click(addButton);
      await seeText(page, '#purchase-message', '2 × Red lamp');
      assert.equal(await attributeOf(page, '#quantity', 'error'), '', 'a good one takes the message away');
    });

  test('moves nothing on the page, and neither does a success', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    const top = (selector: string): Promise<number> =>
      page.$eval(selector, (element) => element.getBoundingClientRect().top + scrollY);
    const places = (): Promise<number[]> => Promise.all([addButton, '#quantity', '#info-component'].map(top));
    const start = await places();
    await liftChecks(page);
    await typeQuantity(page, '5000');
    await page.click(addButton);
    await page.waitForSelector('#quantity[error]:not([error=""])');
    assert.deepEqual(await places(), start);
    await typeQuantity(page, '2');
    await page.click(addButton);
    await seeText(page, '#purchase-message', '2 × Red lamp');
    assert.deepEqual(await places(), start);
  });
});

test('an item that is no longer sold is told at the form', async () => {
  await using visitor = await visitProduct();
  const { page } = visitor;
  await page.$eval('#item-id', (input) => input.setAttribute('value', 'moon'));
  await page.click(addButton);
  await seeText(page, '#purchase-message', 'We have no such thing in the shop');
  assert.equal(await attributeOf(page, badge, 'count'), '0');
});

test('a form that is too large is told at the form', async () => {
  await using visitor = await visitProduct();
  const { page } = visitor;
  await page.$eval('#item-id', (input) => input.setAttribute('value', 'x'.repeat(20_000)));
  await page.click(addButton);
  await seeText(page, '#purchase-message', 'That is more than this form can hold.');
});
