/** What the page says where the server did not do what was asked. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { block, seeText, sentBy, textOf, typeInto } from '../support/visitor.js';
import { added, behaviour, buy, countAfterReload, enter, foreign } from './stage.js';

const shownAlert = (): boolean =>
  [...document.querySelectorAll('[role=alert]')].some(
    (alert) => /\w/.test(alert.textContent) && alert.checkVisibility({ visibilityProperty: true }),
  );
export const seeAlert = (page: Page) => page.waitForFunction(shownAlert);
export const isAlertShown = (page: Page): Promise<boolean> => page.evaluate(shownAlert);

/**
 * Lets the forms of the page arrive as if another site had sent them, without cookies, until `stop`. Chromium itself would
 * still say that they come from the page, so they are sent past it.
 */
async function falsifyForms(page: Page): Promise<{ statuses: number[]; stop: () => Promise<void> }> {
  const network = await page.createCDPSession();
  const statuses: number[] = [];
  network.on('Fetch.requestPaused', ({ requestId, request: { url, method, headers, postDataEntries = [] } }) => {
    void (async () => {
      const sent = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
      const forged = new Headers({ ...headers, ...foreign });
      forged.delete('cookie');
      const answer = await fetch(url, { method, headers: forged, body: sent });
      const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
      statuses.push(answer.status);
      await network.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, body });
    })();
  });
  await network.send('Fetch.enable', { patterns: [{ urlPattern: '*/add-item' }] });
  return { statuses, stop: () => network.detach() };
}

behaviour('purchase', 'What the server refuses is told on the page', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  assert.equal(await isAlertShown(page), false);
  const forgery = await falsifyForms(page);
  await typeInto(page, '#quantity', '3');
  await page.click('#add-to-cart');
  await seeAlert(page);
  assert.deepEqual(forgery.statuses, [403]);
  assert.equal(await sentBy(page, '#purchase-item', 'quantity'), '3', 'what was typed stays');
  assert.equal(await textOf(page, '#purchase-message'), '');

  await forgery.stop();
  await buy(page, 2);
  assert.equal(await isAlertShown(page), false, 'and no longer than it is so');
  assert.equal(await countAfterReload(page), '2');
});

behaviour('purchase', 'A server that is out of reach is told on the page', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const unblock = await block(page, '*/add-item');
  await typeInto(page, '#quantity', '3');
  await page.click('#add-to-cart');
  await seeAlert(page);
  assert.equal(await textOf(page, '#purchase-message'), '');

  await unblock();
  await page.click('#add-to-cart'); // a client that tries again by itself needs no second click, and drops it
  await seeText(page, '#purchase-message', added(3));
  assert.equal(await isAlertShown(page), false, 'and no longer than it is so');
});
