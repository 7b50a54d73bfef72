/** What is seen before any script has come. */
import assert from 'node:assert/strict';
import { holdScripts, movesOf, watchMoves } from '../support/moves.mjs';
import { block } from '../support/visitor.js';
import { behaviour, browser, openIn } from './stage.js';

/**
 * What moves from the first paint on until every script of the page has started, if none of them comes before that paint.
 */
async function movesOnOpening({ hasStylesheet }: { hasStylesheet: boolean }): Promise<string[]> {
  const context = await (await browser).createBrowserContext();
  try {
    const page = await context.newPage();
    await watchMoves(page);
    await holdScripts(page);
    if (!hasStylesheet) await block(page, '*/ds-elements.css');
    await openIn(page); // until it is loaded, its scripts too
    await page.waitForSelector('html:not(:has(:not(:defined)))');
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    return await movesOf(page);
  } finally {
    await context.close();
  }
}

behaviour('first-paint', 'Nothing on the page moves while its scripts come late', async () => {
  assert.deepEqual(await movesOnOpening({ hasStylesheet: true }), []);
  assert.notDeepEqual(await movesOnOpening({ hasStylesheet: false }), [], 'without the stylesheet much does');
});
