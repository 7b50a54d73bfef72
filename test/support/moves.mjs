/** Whether anything on a page moves by itself, as people see it. */

/** From before the page is opened. @param {import('puppeteer-core').Page} page */
export const watchMoves = (page) =>
  page.evaluateOnNewDocument(() => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) performance.mark('moved', { startTime });
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How often something moved so far. @param {import('puppeteer-core').Page} page */
export const movesOf = (page) => page.evaluate(() => performance.getEntriesByName('moved').length);
