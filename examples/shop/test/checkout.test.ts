/** From the cart to an order, at a form whose mistakes the server finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { attributeOf, block, open, putIntoCart, recordRequests, seeText, Stage, textOf } from './browser.js';
import { customer } from './client.js';

type Entries = Partial<Record<'name' | 'email' | 'street' | 'postcode' | 'city', string>>;

const stage = new Stage();

async function enter(page: Page, entries: Entries): Promise<void> {
  for (const [name, text] of Object.entries(entries)) {
    await page.click(`#checkout-${name}`, { count: 3 });
    await page.keyboard.type(text);
  }
}

const valuesOn = (page: Page): Promise<Entries> =>
  page.$$eval('#checkout-form .field input', (inputs) =>
    Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
  );

/** What each field is described by, where it is marked as wrong. */
const errorsOn = (page: Page): Promise<Entries> =>
  page.$$eval('#checkout-form input[aria-invalid=true]', (inputs) =>
    Object.fromEntries(
      inputs.map((input) => {
        const description = document.getElementById(input.getAttribute('aria-describedby') ?? '');
        return [input.name, description?.textContent.trim() ?? ''];
      }),
    ),
  );

test('mistakes are shown at their fields, what was typed stays, and a good form becomes an order', async () => {
  await using visitor = await stage.visit('/');
  const { page, complaints } = visitor;
  await putIntoCart(page, 'red-lamp', 2);
  await open(page, new URL('/checkout', page.url()));
  const requests = recordRequests(page);

  const entries = { name: '<b>Mira</b>', email: 'mira@home', city: 'Hollow Hill' };
  await enter(page, entries);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#checkout-email[aria-invalid=true]');
  assert.deepEqual(requests, ['POST /checkout']);
  assert.deepEqual(await errorsOn(page), {
    email: 'That is not an e-mail address. It should look like mira@example.org.',
    street: 'Which street, and which number?',
    postcode: 'The parcel needs a postcode.',
  });
  assert.deepEqual(await valuesOn(page), { ...entries, street: '', postcode: '' });
  assert.equal(
    await page.evaluate(() => document.activeElement?.id),
    'checkout-email',
    'the focus is at the first mistake',
  );

  await enter(page, { email: 'mira@example.org', street: 'North path 1', postcode: '12345' });
  await Promise.all([page.waitForNavigation(), page.click('#checkout-form button')]);
  await page.waitForSelector('[data-test-ready]');
  const order = page.url();
  assert.match(order, /\/order\/\d+$/);
  assert.equal(await textOf(page, 'address'), '<b>Mira</b>North path 112345 Hollow Hill');
  assert.match(await textOf(page, '.summary'), /2 × Red lamp/);
  assert.equal(await attributeOf(page, '#cart-count ds-cart-badge', 'count'), '0');

  assert.equal((await page.reload())?.status(), 200);
  assert.match(await textOf(page, 'h1'), /Thank you/);
  await open(page, new URL('/cart', order));
  await seeText(page, '#cart', 'There is nothing in it yet');
  assert.deepEqual(complaints, []);
});

test('the same mistakes again take the focus again, and are said again', async () => {
  await using visitor = await stage.visit('/');
  const { page, complaints } = visitor;
  await putIntoCart(page, 'red-lamp');
  await open(page, new URL('/checkout', page.url()));
  /** What a live region is given to say. */
  const said = await page.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations) for (const { textContent } of addedNodes) said.push(textContent ?? '');
    }).observe(document.querySelector('#checkout-message') ?? document, { childList: true });
    return said;
  });
  for (const time of [1, 2, 3]) {
    await page.focus('#checkout-form button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'checkout-name');
    assert.deepEqual(await said.jsonValue(), Array(time).fill('Please check the marked fields.'));
  }
  assert.deepEqual(complaints, []);
});

test('an order that cannot be filled is told at the form, and changes nothing', async () => {
  await using admin = await stage.visit('/admin');
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await putIntoCart(page, 'telescope', 2);
  await open(page, new URL('/checkout', page.url()));
  await admin.page.focus('#stock-value-telescope');
  await admin.page.keyboard.type('1');
  await admin.page.keyboard.press('Enter');
  await seeText(admin.page, '#stock-telescope', 'Only 1 left');

  await enter(page, customer);
  await page.keyboard.press('Enter');
  await seeText(page, '#checkout-message', 'Garden telescope: only 1 left');
  assert.deepEqual(await valuesOn(page), customer);
  assert.equal(await attributeOf(page, '#cart-count ds-cart-badge', 'count'), '2');
  await seeText(admin.page, '#stock-telescope', 'Only 1 left');
});

test('an order that waits is for what was shown when it was placed, whatever another tab adds meanwhile', async () => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await putIntoCart(page, 'planisphere');
  await open(page, new URL('/checkout', page.url()));
  await enter(page, customer);
  const unblock = await block(page, '*/checkout');
  await page.keyboard.press('Enter');
  await seeText(page, '#server-trouble', /not answer/);

  const other = await visitor.openTab('/product/planisphere');
  await putIntoCart(other, 'planisphere', 9);
  await page.bringToFront();
  await seeText(page, '#checkout-summary', '10 × Planisphere');
  await unblock();
  await seeText(page, '#checkout-message', 'Your cart has changed.');
  assert.equal(await attributeOf(page, '#cart-count ds-cart-badge', 'count'), '10');

  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(await textOf(page, '.summary'), /10 × Planisphere/);
});
