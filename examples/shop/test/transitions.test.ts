/** Pictures that travel from page to page, and cart lines that leave. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { putIntoCart, recordPosts, seeAttribute, seeText, Stage } from './browser.js';

interface Seen {
  /** What moved, by its name; null where there was no transition at all. */
  moved?: Promise<string[] | null>;
}

const stage = new Stage();

/** From now on each page keeps what moved when it was revealed, and when it was changed. */
async function watchTransitions(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const seen = window as Seen;
    const names = async ({ ready, finished }: ViewTransition): Promise<string[]> => {
      await ready;
      const parts = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).pseudoElement ?? '');
      await finished; // until then a click goes nowhere
      return [...new Set(parts.flatMap((part) => /^::view-transition-\w+-?\w*\((.+)\)$/.exec(part)?.[1] ?? []))];
    };
    addEventListener('pagereveal', ({ viewTransition }) => {
      seen.moved = viewTransition ? names(viewTransition) : Promise.resolve(null);
    });
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (change) => {
      const transition = start(change);
      seen.moved = names(transition);
      return transition;
    };
  });
}

const moved = (page: Page): Promise<string[] | null | undefined> => page.evaluate(() => (window as Seen).moved);

test('a picture travels from the list to its product, and back', async () => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await watchTransitions(page);
  await Promise.all([page.waitForNavigation(), page.click('a[href="/product/red-lamp"]')]);
  assert.ok((await moved(page))?.includes('picture-red-lamp'), 'there');
  await Promise.all([page.waitForNavigation(), page.click('.back a')]);
  assert.ok((await moved(page))?.includes('picture-red-lamp'), 'and back');
});

test('nothing travels for those who asked for less motion', async () => {
  await using visitor = await stage.visit('/', { motion: 'reduce' });
  const { page } = visitor;
  await watchTransitions(page);
  await Promise.all([page.waitForNavigation(), page.click('a[href="/product/red-lamp"]')]);
  assert.equal(await moved(page), null);
});

for (const motion of ['no-preference', 'reduce'] as const)
  test(`a line leaves the cart, and only that one (motion: ${motion})`, async () => {
    await using visitor = await stage.visit('/', { motion });
    const { page, complaints } = visitor;
    await putIntoCart(page, 'red-lamp', 2);
    await putIntoCart(page, 'blanket');
    await watchTransitions(page);
    await page.goto(new URL('/cart', page.url()).href);
    await page.waitForSelector('[data-test-ready]');
    const posts = await recordPosts(page);

    await page.click('#cart-remove-button-red-lamp');
    await page.waitForFunction(() => !document.querySelector('#cart-line-red-lamp'));
    await page.waitForSelector('#cart-line-blanket');
    await seeAttribute(page, '#cart-count ds-cart-badge', 'count', '1');
    await seeText(page, '#cart-total', '115.00');
    assert.deepEqual(
      posts.map(({ path }) => path),
      ['/cart/red-lamp/remove'],
    );
    const names = (await moved(page)) ?? [];
    assert.equal(names.includes('cart-line-red-lamp'), motion === 'no-preference', names.join(', '));
    assert.deepEqual(complaints, []);
  });
