/** Hearts: given and taken back, counted far away, in all tabs of a visitor; with the client and without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { attributeOf, recordPosts, seeAttribute, Stage } from './browser.js';

const heart = '#favourite-button-red-lamp';
const count = '#favourites-count ds-cart-badge';

const stage = new Stage();

async function seeHeart(page: Page, isGiven: boolean): Promise<void> {
  await seeAttribute(page, heart, 'aria-pressed', String(isGiven));
  await seeAttribute(page, count, 'count', isGiven ? '1' : '0');
}

test('a heart and the count in the header change, in this tab and in the other', async () => {
  await using visitor = await stage.visit('/');
  const { page: list, complaints } = visitor;
  const product = await visitor.openTab('/product/red-lamp');

  await list.bringToFront();
  await list.click(heart);
  await Promise.all([seeHeart(list, true), seeHeart(product, true)]);
  assert.equal(await list.evaluate(() => document.activeElement?.id), heart.slice(1), 'the focus stays');

  await product.bringToFront();
  await product.click(heart);
  await Promise.all([seeHeart(product, false), seeHeart(list, false)]);
  assert.deepEqual(complaints, []);
});

for (const clicks of [2, 5])
  test(`${clicks} quick clicks end with page, count, other tab and server of one mind`, async () => {
    await using visitor = await stage.visit('/product/red-lamp');
    const { page } = visitor;
    const list = await visitor.openTab('/');
    await page.bringToFront();
    const posts = await recordPosts(page);
    const box = await (await page.$(heart))?.boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all(Array.from({ length: clicks }, () => page.mouse.click(x, y)));
    await page.waitForNetworkIdle({ concurrency: 1, idleTime: 200 }); // the live stream stays open

    assert.equal(posts.length, clicks);
    const isGiven = posts.at(-1)?.fields.get('favourite') === 'yes'; // what the last of them asked for
    await Promise.all([seeHeart(page, isGiven), seeHeart(list, isGiven)]);
    await page.reload();
    assert.equal(await attributeOf(page, heart, 'aria-pressed'), String(isGiven));
    assert.equal(await attributeOf(page, count, 'count'), isGiven ? '1' : '0');
  });

test('without the client a heart is a plain form that comes back to the page it was pressed on', async () => {
  await using visitor = await stage.visit('/', { scripts: 'kit' });
  const { page } = visitor;
  const address = page.url();
  for (const isGiven of [true, false]) {
    await Promise.all([page.waitForNavigation(), page.click(heart)]);
    assert.equal(page.url(), address);
    await seeHeart(page, isGiven);
  }
});
