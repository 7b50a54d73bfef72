/** The starfield, and the stepper by itself: what needs no server. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { attributeOf, seeAttribute, seeText, sentBy } from '../support/visitor.js';
import { added, badge, behaviour, enter, recordActions } from './stage.js';

const quantityIn = (page: Page): Promise<unknown> => sentBy(page, '#purchase-item', 'quantity');

behaviour('sky', 'The stars stand where the template put them, until somebody moves', async () => {
  await using visitor = await enter('none');
  const attributes = ['center-x', 'center-y', 'speed'];
  assert.deepEqual(await Promise.all(attributes.map((name) => attributeOf(visitor.page, 'ds-starfield', name))), [
    '50',
    '42',
    '6',
  ]);
});

behaviour('sky', 'The stars fly from where the mouse is', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const box = await (await page.$('#sky'))?.boundingBox();
  assert.ok(box);
  for (const [x, y] of [
    [25, 75],
    [80, 10],
  ] as const) {
    await page.mouse.move(box.x + (box.width * x) / 100, box.y + (box.height * y) / 100);
    await seeAttribute(page, 'ds-starfield', 'center-x', String(x));
    await seeAttribute(page, 'ds-starfield', 'center-y', String(y));
  }
});

behaviour('sky', 'The stars fly as fast as the slider says', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await page.focus('#sky input[type=range]');
  await page.keyboard.press('ArrowRight');
  await seeAttribute(page, 'ds-starfield', 'speed', '7');
  await page.keyboard.press('Home');
  await seeAttribute(page, 'ds-starfield', 'speed', '0');
});

behaviour('stepper', 'The stepper obeys label, keyboard and buttons', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  assert.equal(await quantityIn(page), '1');
  await page.click('label[for=quantity]');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'quantity');
  await page.keyboard.press('ArrowUp');
  assert.equal(await quantityIn(page), '2');
  await page.keyboard.press('End');
  assert.equal(await quantityIn(page), '99');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type('12');
  assert.equal(await quantityIn(page), '12');
  await page.click('#quantity >>> [part=increment]');
  assert.equal(await quantityIn(page), '13');
  await page.click('#quantity >>> [part=decrement]');
  await page.click('#quantity >>> [part=decrement]');
  assert.equal(await quantityIn(page), '11');
});

behaviour('total', 'The page follows the stepper while it is used', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await page.click('#quantity >>> [part=increment]');
  await seeText(page, '#total', 'Total €578.00');
  await page.click('label[for=quantity]');
  await page.keyboard.press('ArrowUp');
  await seeText(page, '#total', 'Total €867.00');
});

behaviour('purchase-by-signals', 'Signals alone change form and badge, and ask nobody', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const actions = recordActions(page);
  await page.click('#quantity >>> [part=increment]');
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', added(2));
  await seeAttribute(page, badge, 'count', '2');
  assert.equal(await quantityIn(page), '1');
  await page.click('#add-to-cart');
  await seeAttribute(page, badge, 'count', '3'); // a number, and not the text 21
  assert.deepEqual(actions(), []);
});
