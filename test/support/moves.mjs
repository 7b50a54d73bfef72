/** Whether anything on a page moves by itself, as people see it. */

/** @typedef {PerformanceEntry & { readonly sources: readonly { readonly node: Node | null }[] }} LayoutShift */

/** From before the page is opened. @param {import('puppeteer-core').Page} page */
export const watchMoves = (page) =>
  page.evaluateOnNewDocument(() => {
    new PerformanceObserver((list) => {
      for (const { startTime, sources } of /** @type {LayoutShift[]} */ (list.getEntries())) {
        const nodes = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent));
        performance.mark('moved', { startTime, detail: nodes.map((node) => node?.slice(0, 80)).join(', ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** What has moved so far: a line for each time. @param {import('puppeteer-core').Page} page */
export const movesOf = (page) =>
  page.evaluate(() =>
    performance.getEntriesByName('moved').map((mark) => String(/** @type {PerformanceMark} */ (mark).detail)),
  );

/** No script comes before the page was seen without it. @param {import('puppeteer-core').Page} page */
export async function holdScripts(page) {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.resourceType() === 'script')
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await request.continue();
  });
}
