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

/** @returns what moved on the way to the page that a link leads to; null without a transition */
async function follow(page: Page, link: string): Promise<readonly string[] | null> {
  const target = await page.$eval(link, (link) => (link as HTMLAnchorElement).href);
  await page.click(link);
  await page.waitForFunction(
    (target) => location.href === target && document.readyState === 'complete' && 'moved' in window,
    {},
    target,
  );
  return (await moved(page)) ?? null;
}

test('a picture travels from the list to its product, and back', async (t) => {
  await using visitor = await stage.visit('/');
  const { page } = visitor;
  await watchTransitions(page);
  const travelled = new Set<string>();
  // A browser may show the new page without its transition, and does so now and then on a busy machine.
  let tries = 0;
  for (; tries < 8 && travelled.size < 2; tries++)
    for (const link of ['a[href="/product/red-lamp"]', '.back a'])
      if ((await follow(page, link))?.includes('picture-red-lamp')) travelled.add(link);
  t.diagnostic(`there and back in ${tries} of 8 tries`);
  assert.equal(travelled.size, 2, [...travelled].join());
});

test('nothing travels for those who asked for less motion', async () => {
  await using visitor = await stage.visit('/', { motion: 'reduce' });
  const { page } = visitor;
  await watchTransitions(page);
  assert.equal(await follow(page, 'a[href="/product/red-lamp"]'), null);
  assert.equal(await follow(page, '.back a'), null);
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
    const focused = await page.evaluate(() => document.activeElement?.localName);
    assert.notEqual(focused, 'body', 'the keyboard goes on from where it was');
    assert.deepEqual(complaints, []);
  });
