/** What counts once, however often it arrives. */
import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'puppeteer-core';
import { attributeOf, recordPosts, seeText, typeInto } from '../support/visitor.js';
import {
  added,
  badge,
  behaviour,
  countAfterReload,
  enter,
  hasClient,
  recordActions,
  reloadWithoutClient,
  submitPlainly,
} from './stage.js';
import { isAlertShown, seeAlert } from './trouble.js';

/** Holds back each answer to the form. @returns `next`, to be called before a form is sent, resolves with its answer's id */
async function holdAnswers(page: Page): Promise<{ network: CDPSession; next: () => Promise<string> }> {
  const network = await page.createCDPSession();
  await network.send('Fetch.enable', { patterns: [{ urlPattern: '*/add-item', requestStage: 'Response' }] });
  const next = () =>
    new Promise<string>((resolve, reject) => {
      network.once('Fetch.requestPaused', ({ requestId }) => resolve(requestId));
      AbortSignal.timeout(20_000).addEventListener('abort', () => reject(new Error('no answer came within 20 s')));
    });
  return { network, next };
}

/** Clicks a second time when the server has answered the first click, and the page has not got that answer yet. */
async function clickTwice(page: Page, next: () => Promise<string>, isSecondSent: boolean): Promise<void> {
  const answered = next();
  const first = page.click('#add-to-cart'); // resolves only with the page that a held answer brings
  first.catch(() => undefined);
  await answered;
  const answeredAgain = isSecondSent ? next() : undefined;
  await page.mouse.down();
  await page.mouse.up();
  await answeredAgain;
}

behaviour('purchase-by-post', 'A double click sells once', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await typeInto(page, '#quantity', '3');
  const actions = recordActions(page);
  const { network, next } = await holdAnswers(page);
  await clickTwice(page, next, !(await hasClient));
  await network.send('Fetch.disable');
  await seeText(page, '#purchase-message', added(3));
  if (await hasClient) assert.deepEqual(actions(), ['POST /add-item'], 'and is sent once');
  assert.equal(await countAfterReload(page), '3');
});

behaviour('purchase-by-post', 'Without the client a form that is sent twice sells once', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await reloadWithoutClient(page);
  await submitPlainly(page); // so that the server knows the visitor
  await typeInto(page, '#quantity', '3');
  const posts = await recordPosts(page);
  const { network, next } = await holdAnswers(page);
  await clickTwice(page, next, true);
  await network.send('Fetch.disable');
  await seeText(page, '#purchase-message', added(3));
  assert.deepEqual(
    posts.map(({ fields }) => fields.get('quantity')),
    ['3', '3'],
  );
  await page.reload();
  assert.equal(await attributeOf(page, badge, 'count'), '4');
});

behaviour('purchase', 'A sale whose answer was lost counts once, and is told in the end', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await typeInto(page, '#quantity', '3');
  const posts = await recordPosts(page);
  const { network, next } = await holdAnswers(page);
  const lost = next();
  await page.click('#add-to-cart');
  const requestId = await lost;
  network.on('Fetch.requestPaused', ({ requestId }) => void network.send('Fetch.continueRequest', { requestId }));
  await network.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' });
  await seeAlert(page);
  await page.click('#add-to-cart'); // a client that tries again by itself needs no second click, and drops it
  await seeText(page, '#purchase-message', added(3));
  assert.equal(await isAlertShown(page), false);
  assert.ok(posts.length > 1, 'it was sent again');
  assert.equal(await countAfterReload(page), '3');
});
