/** A server that does not answer at all: the page says so, keeps what was typed, and goes on when it is back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, putIntoCart, seeAttribute, seeText, sentBy, Stage, textOf, typeInto, visit } from './browser.js';
import { Client, customer } from './client.js';
import { startShop } from './support.js';

const stage = new Stage();

/** The alerts that somebody can see on the screen. */
const alertsOn = (page: Page): Promise<string[]> =>
  page.$$eval('[role=alert]', (alerts) =>
    alerts
      .filter((alert) => {
        const { top, bottom, width } = alert.getBoundingClientRect();
        return alert.checkVisibility({ visibilityProperty: true }) && top >= 0 && bottom <= innerHeight && width > 0;
      })
      .map(({ textContent }) => textContent.trim())
      .filter(Boolean),
  );

test('a server that is gone is reported in one place, and what was ordered meanwhile goes through once it is back', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/product/telescope', first.address));
  const { page } = visitor;
  await first.stop();
  await typeInto(page, '#quantity', '3');
  await page.click('#add-to-cart');
  await seeText(page, '#server-trouble', 'The server did not answer. Trying again…');
  assert.deepEqual(await alertsOn(page), ['The server did not answer. Trying again…']);
  assert.equal(await sentBy(page, '#purchase-item', 'quantity'), '3');
  assert.equal(await textOf(page, '#purchase-message'), '');

  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await seeText(page, '#purchase-message', '3 × Garden telescope added');
  await seeAttribute(page, '#cart-count ds-cart-badge', 'count', '3');
  await seeText(page, '#server-trouble', /^$/);
  assert.deepEqual(await alertsOn(page), []);
});

test('a quantity that became wrong while the server was gone is refused at its field, and can be put right', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/product/telescope', first.address));
  const { page } = visitor;
  await first.stop();
  await page.click('#add-to-cart');
  await seeText(page, '#server-trouble', 'did not answer');
  await typeInto(page, '#quantity', '150');

  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await page.waitForSelector('#quantity[error*="at most 99"]');
  await typeInto(page, '#quantity', '3');
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', '3 × Garden telescope added');
});

test('a count that became wrong while the server was gone is refused at its field', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/admin', first.address));
  const { page } = visitor;
  await first.stop();
  await page.click('#stock-form-telescope button');
  await seeText(page, '#server-trouble', 'did not answer');
  await typeInto(page, '#stock-value-telescope', '99999');

  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await page.waitForSelector('#stock-value-telescope[error*="from 0 to 9999"]');
  await seeText(page, '#server-trouble', /^$/);
});

test('what a form was refused by a broken server stays, though the live stream is lost and found meanwhile', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/product/telescope', first.address));
  const { page } = visitor;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.method() === 'POST' ? request.respond({ status: 500, body: 'broken' }) : request.continue());
  });
  await page.click('#add-to-cart');
  await seeText(page, '#server-trouble', 'The server could not do that. Please try again.');
  await first.stop();
  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await page.waitForResponse((response) => response.url().includes('/live') && response.ok());
  await new Client(second.address).post('/admin/stock/telescope', { stock: '3' });
  await seeText(page, '#stock-telescope', 'Only 3 left'); // so the stream is there again
  assert.deepEqual(await alertsOn(page), ['The server could not do that. Please try again.']);
});

test('a form that waits for its answer says so, whatever else is answered meanwhile', async () => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await putIntoCart(page, 'red-lamp');
  await putIntoCart(page, 'blanket');
  await open(page, new URL('/cart', page.url()));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().endsWith('/cart/red-lamp/quantity')) void request.continue(); // and that one waits
  });
  const increase = (product: string): Promise<void> => page.click(`#cart-quantity-${product} >>> [part=increment]`);
  await increase('red-lamp');
  await increase('red-lamp'); // in place of the first
  await increase('blanket');
  await seeText(page, '#cart-line-blanket .each', '2 ×');
  assert.deepEqual(await alertsOn(page), []);
  await seeText(page, '#server-trouble', 'The server is slow to answer. Still waiting…');
});

test('an address that is typed while the server is gone stays, and becomes an order once it is back', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/', first.address));
  const { page } = visitor;
  await putIntoCart(page, 'red-lamp');
  await open(page, new URL('/checkout', page.url()));
  await first.stop();
  for (const [name, text] of Object.entries(customer)) await page.type(`#checkout-${name}`, text);
  await page.keyboard.press('Enter');
  await seeText(page, '#server-trouble', 'The server did not answer');
  for (const [name, text] of Object.entries(customer)) assert.equal(await sentBy(page, '#checkout-form', name), text);

  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await page.waitForFunction(() => /^\/order\/\d+$/.test(location.pathname));
  await page.waitForSelector('[data-test-ready]');
  assert.match(await textOf(page, '.summary'), /1 × Red lamp/);
});

test('that a heart could not be given is said as well, until it is pressed again with the server back', async (t) => {
  const first = await startShop();
  t.after(() => first.stop());
  await using visitor = await visit(await stage.browser, new URL('/product/telescope', first.address));
  const { page } = visitor;
  const heart = '#favourite-button-telescope';
  await first.stop();
  await page.click(heart);
  await seeText(page, '#server-trouble', /does not answer/);
  assert.equal((await alertsOn(page)).length, 1);

  const second = await startShop({ PORT: new URL(first.address).port, SHOP_DB: first.file });
  t.after(() => second.stop());
  await page.click(heart);
  await seeAttribute(page, heart, 'aria-pressed', 'true');
  await seeText(page, '#server-trouble', /^$/);
});
