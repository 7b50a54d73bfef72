/** The same form where no script sends it. */
import assert from 'node:assert/strict';
import { attributeOf, recordPosts, textOf } from '../support/visitor.js';
import {
  added,
  badge,
  behaviour,
  buy,
  countAfterReload,
  enter,
  error,
  reloadWithoutClient,
  submitPlainly,
  unknownItem,
} from './stage.js';

const field = '#purchase-item noscript input[name=quantity]';

behaviour('purchase-by-post', 'Without scripts a form sells by a redirect, and the page says so', async () => {
  await using visitor = await enter('none');
  const { page } = visitor;
  await page.click(field, { count: 3 });
  await page.keyboard.type('3');
  assert.deepEqual(await submitPlainly(page), [303, 200]);
  assert.equal(await textOf(page, '#purchase-message'), added(3));
  assert.equal(await attributeOf(page, badge, 'count'), '3');
  assert.equal(await attributeOf(page, field, 'value'), '1');
  assert.equal(await countAfterReload(page), '3');
});

behaviour('purchase-by-post', 'Without scripts a bad quantity is told, with 422', async () => {
  await using visitor = await enter('none');
  const { page } = visitor;
  await page.click(field, { count: 3 });
  await page.keyboard.type('100');
  assert.deepEqual(await submitPlainly(page), [422]);
  const message = await attributeOf(page, error, 'error');
  assert.ok(message && (await textOf(page, '#purchase-item noscript')).includes(message), 'seen without scripts');
  assert.equal(await attributeOf(page, field, 'value'), '100', 'what was sent stays');
  assert.equal(await textOf(page, '#purchase-message'), '');
  assert.equal(await countAfterReload(page), '0');
});

behaviour('unknown-item', 'Without scripts an unknown item is told on a page, with 404', async () => {
  await using visitor = await enter('none');
  const { page } = visitor;
  await page.$eval('#purchase-item [name=item-id]', (input) => input.setAttribute('value', 'moon'));
  assert.deepEqual(await submitPlainly(page), [404]);
  assert.ok((await textOf(page, 'main')).includes(unknownItem));
  assert.equal(await attributeOf(page, badge, 'count'), '0');
});

behaviour('purchase-by-post', 'An address claims no purchase that was not made', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await buy(page, 2);
  const address = new URL(page.url());
  for (const name of ['added', 'message', 'quantity', 'count']) address.searchParams.set(name, '3');
  await page.goto(address.href);
  assert.equal(await textOf(page, '#purchase-message'), '');
});

behaviour('purchase-by-post', 'No cache keeps a page that shows a cart', async () => {
  await using visitor = await enter();
  const answer = await visitor.page.reload();
  assert.match(answer?.headers()['cache-control'] ?? '', /\bno-store\b/);
});

behaviour('purchase-by-post', 'Without the client the form sends the stepper’s value', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await reloadWithoutClient(page);
  const posts = await recordPosts(page);
  await page.click('#quantity >>> [part=increment]');
  assert.deepEqual(await submitPlainly(page), [303, 200]);
  assert.deepEqual(
    posts.map(({ path, fields }) => [path, ...fields.getAll('quantity')]),
    [['/add-item', '2']],
  );
  assert.equal(await textOf(page, '#purchase-message'), added(2));
  assert.equal(await attributeOf(page, badge, 'count'), '2');
});
