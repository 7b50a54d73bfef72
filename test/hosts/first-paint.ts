/** What is seen before any script has come. */
import assert from 'node:assert/strict';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { behaviour, browser, openIn } from './stage.js';

/**
 * What moved between the first paint and the moment when every script of the page had started, where none came before that
 * paint.
 */
async function movesOf({ hasStylesheet }: { hasStylesheet: boolean }): Promise<string[]> {
  const context = await (await browser).createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument(watch);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!hasStylesheet && request.url().endsWith('/ds-elements.css')) void request.abort();
      else void letThrough(page, request);
    });
    await openIn(page); // until it is loaded, its scripts too
    await page.waitForSelector('html:not(:has(:not(:defined)))');
    return await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return performance.getEntriesByName('moved').map((mark) => String((mark as PerformanceMark).detail));
    });
  } finally {
    await context.close();
  }
}

/** A script only when the page was seen without it. */
async function letThrough(page: Page, request: HTTPRequest): Promise<void> {
  if (request.resourceType() === 'script')
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await request.continue();
}

interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Runs in the page, before anything else. */
function watch(): void {
  new PerformanceObserver((list) => {
    for (const { startTime, sources } of list.getEntries() as LayoutShift[])
      for (const { node } of sources)
        performance.mark('moved', {
          startTime,
          detail: node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent,
        });
  }).observe({ type: 'layout-shift', buffered: true });
}

behaviour('first-paint', 'Nothing on the page moves while its scripts come late', async () => {
  assert.deepEqual(await movesOf({ hasStylesheet: true }), []);
  assert.notDeepEqual(await movesOf({ hasStylesheet: false }), [], 'without the stylesheet much does');
});
