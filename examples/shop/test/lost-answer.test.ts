/** A form that was done, and whose answer was lost: it counts once, and nobody is told anything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, recordPosts, seeAttribute, seeText, Stage } from './browser.js';
import { HeldAnswer } from './lost-answer.js';

const stage = new Stage();

/** Longer than the client waits before it sends a form again. */
const untilRetried = { concurrency: 1, idleTime: 1500 }; // the live stream stays open

test('a heart stays as it was pressed', async () => {
  await using visitor = await stage.visit('/product/red-lamp');
  const { page } = visitor;
  const heart = '#favourite-button-red-lamp';
  const posts = await recordPosts(page);
  const answer = await HeldAnswer.on(page);
  await page.click(heart);
  await answer.given;
  await seeAttribute(page, heart, 'aria-pressed', 'true'); // by the live stream
  await answer.lose();
  await seeText(page, '#server-trouble', /not answer/);

  await page.waitForNetworkIdle(untilRetried);
  assert.deepEqual(
    posts.map(({ fields }) => fields.get('favourite')),
    ['yes'],
  );
  await page.reload();
  assert.equal(await attributeOf(page, heart, 'aria-pressed'), 'true');
});
