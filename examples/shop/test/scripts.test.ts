/** The whole way from a product to an order: with every script, with one of them blocked, and with none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, recordPosts, seeText, Stage, textOf, typeInto, type Scripts } from './browser.js';
import { customer } from './client.js';

const stage = new Stage();

const hasClient = (scripts: Scripts): boolean => scripts === 'both' || scripts === 'datastar';

/** Presses a button that sends its form, and waits for the answer. */
async function press(page: Page, scripts: Scripts, button: string): Promise<void> {
  const answer = hasClient(scripts)
    ? page.waitForResponse((response) => response.request().method() === 'POST')
    : page.waitForNavigation();
  await Promise.all([answer, page.click(button)]);
}

/** With the client the page changes a moment after the answer; else it is a new page. */
async function see(page: Page, scripts: Scripts, selector: string, text: RegExp): Promise<void> {
  if (hasClient(scripts)) await seeText(page, selector, text);
  else assert.match(await textOf(page, selector), text);
}

async function enterQuantity(page: Page, scripts: Scripts, id: string, text: string): Promise<void> {
  if (scripts !== 'none') return typeInto(page, `#${id}`, text);
  await page.click(`#plain-${id.replace('cart-', '')}`, { count: 3 });
  await page.keyboard.type(text);
}

async function order(page: Page): Promise<void> {
  for (const [name, text] of Object.entries(customer)) await page.type(`#checkout-${name}`, text);
  await Promise.all([page.waitForNavigation(), page.click('#checkout-form button')]);
}

for (const [situation, scripts] of [
  ['with all scripts', 'both'],
  ['without the client, whose forms are plain then', 'kit'],
  ['without the elements, where an absent quantity counts as one', 'datastar'],
  ['without JavaScript', 'none'],
] as const)
  test(`the shop sells ${situation}`, async () => {
    const hasSteppers = scripts !== 'datastar';
    await using visitor = await stage.visit('/product/red-lamp', { scripts, motion: 'reduce' });
    const { page } = visitor;
    const posts = await recordPosts(page);

    if (hasSteppers) await enterQuantity(page, scripts, 'quantity', '2');
    await press(page, scripts, '#add-to-cart');
    await see(
      page,
      scripts,
      '#purchase-message',
      hasSteppers ? /^\s*2 × / : /No quantity was given, so we took one. 1 × /,
    );
    await press(page, scripts, '#add-to-cart'); // on the page as the answer left it
    await see(page, scripts, '#purchase-message', /1 × /);
    await open(page, new URL('/product/blanket', page.url()), scripts);
    await press(page, scripts, '#add-to-cart');

    await open(page, new URL('/cart', page.url()), scripts);
    await see(page, scripts, '#cart-total', hasSteppers ? /211\.00/ : /179\.00/);
    if (hasSteppers) {
      await enterQuantity(page, scripts, 'cart-quantity-red-lamp', '5');
      await press(page, scripts, scripts === 'both' ? '#cart-total' : '#cart-update-red-lamp'); // leaving the field is enough
      await see(page, scripts, '#cart-total', /275\.00/);
    }
    await press(page, scripts, '#cart-remove-button-blanket');
    await see(page, scripts, '#cart-total', hasSteppers ? /160\.00/ : /64\.00/);
    await page.waitForSelector('#cart-line-blanket', { hidden: true });

    await Promise.all([page.waitForNavigation(), page.click('#cart a[href="/checkout"]')]);
    await order(page);
    assert.match(page.url(), /\/order\/\d+$/);
    assert.match(await textOf(page, '.summary'), hasSteppers ? /5 × Red lamp/ : /2 × Red lamp/);

    const asking = posts.filter(({ path }) => /^\/add-item$|\/quantity$/.test(path));
    assert.deepEqual(
      asking.map(({ path, fields }) => `${path} ${fields.getAll('quantity').join()}`),
      hasSteppers
        ? ['/add-item 2', '/add-item 1', '/add-item 1', '/cart/red-lamp/quantity 5']
        : ['/add-item ', '/add-item ', '/add-item '],
    );
  });

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a mistake is shown at the native field, too, and only there', async () => {
  await using visitor = await stage.visit('/product/red-lamp', { scripts: 'none', width: 375 });
  const { page } = visitor;
  await press(page, 'none', '#add-to-cart');
  await enterQuantity(page, 'none', 'quantity', 'many');
  const [answer] = await Promise.all([page.waitForNavigation(), page.click('#add-to-cart')]);
  assert.equal(answer?.status(), 422);
  assert.match(await textOf(page, '#plain-quantity-error'), /not a number/);
  assert.match(await textOf(page, 'nav noscript'), /Items in cart: 1/);
  assert.equal(await overflow(page), 0);

  await open(page, new URL('/cart', page.url()), 'none');
  await enterQuantity(page, 'none', 'cart-quantity-red-lamp', 'many');
  await press(page, 'none', '#cart-update-red-lamp');
  assert.match(await textOf(page, '#plain-quantity-red-lamp-error'), /not a number/);
  assert.equal(await overflow(page), 0);
});
