/** A form that was done, and whose answer was lost: it counts once, and nobody is told anything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attributeOf,
  open,
  putIntoCart,
  recordPosts,
  seeAttribute,
  seeText,
  sentBy,
  Stage,
  textOf,
  typeInto,
} from './browser.js';
import { customer } from './client.js';
import { HeldAnswer } from './lost-answer.js';

const stage = new Stage();

/** Longer than the client waits before it sends a form again. */
const untilRetried = { concurrency: 1, idleTime: 1500 }; // the live stream stays open

test('a heart stays as it was pressed', async () => {
  await using visitor = await stage.visit('/product/red-lamp');
  const { page } = visitor;
  const heart = '#favourite-button-red-lamp';
  const posts = await recordPosts(page);
  const answer = await HeldAnswer.on(page);
  await page.click(heart);
  await answer.given;
  await seeAttribute(page, heart, 'aria-pressed', 'true'); // by the live stream
  await answer.lose();
  await seeText(page, '#server-trouble', /not answer/);

  await page.waitForNetworkIdle(untilRetried);
  assert.deepEqual(
    posts.map(({ fields }) => fields.get('favourite')),
    ['yes'],
  );
  await page.reload();
  assert.equal(await attributeOf(page, heart, 'aria-pressed'), 'true');
});

test('a purchase that is changed while it waits says what was bought, and buys no more unless it is pressed again', async () => {
  await using visitor = await stage.visit('/product/red-lamp');
  const { page } = visitor;
  await typeInto(page, '#quantity', '2');
  const answer = await HeldAnswer.on(page);
  await page.click('#add-to-cart');
  await answer.given;
  await typeInto(page, '#quantity', '3');
  await answer.lose();
  await page.waitForSelector('#quantity[error^="2 × Red lamp went into your cart"]');
  await seeAttribute(page, '#cart-count ds-cart-badge', 'count', '2');

  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', '3 × Red lamp added');
  await seeAttribute(page, '#cart-count ds-cart-badge', 'count', '5');
});

test('a purchase that becomes impossible while it waits says so first, and then what was bought', async () => {
  await using visitor = await stage.visit('/product/red-lamp');
  const { page } = visitor;
  const answer = await HeldAnswer.on(page);
  await page.click('#add-to-cart');
  await answer.given;
  await typeInto(page, '#quantity', '150');
  await answer.lose();
  await page.waitForSelector('#quantity[error*="at most 99"]');
  await typeInto(page, '#quantity', '3');
  await page.click('#add-to-cart');
  await page.waitForSelector('#quantity[error^="1 × Red lamp went into your cart"]');
});

test('an order whose address is changed while it waits leads to the order that was placed', async () => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await putIntoCart(page, 'red-lamp', 2);
  await open(page, new URL('/checkout', page.url()));
  for (const [name, text] of Object.entries(customer)) await page.type(`#checkout-${name}`, text);
  const answer = await HeldAnswer.on(page);
  await page.keyboard.press('Enter');
  await answer.given;
  await page.type('#checkout-street', '7');
  await answer.lose();
  await seeText(page, '#checkout-message', /Order \d+ was placed already/);
  assert.equal(await sentBy(page, '#checkout-form', 'street'), `${customer.street}7`, 'what was typed stays');

  await Promise.all([page.waitForNavigation(), page.click('#checkout-message a')]);
  assert.match(await textOf(page, 'address'), new RegExp(`${customer.street} *${customer.postcode}`));
});

test('a stock that was set is not said to have been moved by somebody else', async () => {
  await using visitor = await stage.visit('/admin');
  const { page } = visitor;
  await typeInto(page, '#stock-value-telescope', '11');
  const answer = await HeldAnswer.on(page);
  await page.click('#stock-form-telescope button');
  await answer.given;
  await answer.lose();
  await seeText(page, '#stock-message-telescope', /\w/);
  assert.equal(await textOf(page, '#stock-message-telescope'), 'Set.');
  assert.equal(await textOf(page, '#stock-telescope'), '11 in stock');
});
