/** What can be measured of how the pages look: for everyone, on every screen, without a jump. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { Stage } from './browser.js';

const stage = new Stage();

describe('the page', () => {
  const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  for (const scheme of ['light', 'dark'])
    for (const path of ['/', '/product/planisphere', '/product/moon'])
      test(`${path} is accessible in ${scheme} mode, as far as axe can tell`, async () => {
        await using visitor = await stage.visit(path, { scheme });
        const { page } = visitor;
        await page.evaluate(await axeSource);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        assert.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          [],
        );
      });

  for (const [direction, size] of [
    ['ltr', '100%'],
    ['rtl', '100%'],
    ['ltr', '200%'],
  ] as const)
    test(`fits a narrow phone (${direction}, text at ${size})`, async () => {
      await using visitor = await stage.visit('/product/red-lamp', { width: 320, height: 640 });
      const { page } = visitor;
      await page.evaluate(
        (direction, size) => {
          document.documentElement.dir = direction;
          document.documentElement.style.fontSize = size;
        },
        direction,
        size,
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0);
    });

  test('does not move while it loads', async () => {
    await using visitor = await stage.visit('/product/red-lamp', { width: 390, height: 844 });
    const { page } = visitor;
    await page.evaluateOnNewDocument(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) performance.mark('moved', { detail: entry.toJSON() as unknown });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    await page.waitForSelector('[data-test-ready]:not(:has(:not(:defined)))');
    await page.waitForNetworkIdle({ concurrency: 1 }); // the live stream stays open
    const moves = await page.evaluate(() =>
      performance.getEntriesByName('moved').map((entry): unknown => (entry as PerformanceMark).detail),
    );
    assert.deepEqual(moves, []);
  });
});
