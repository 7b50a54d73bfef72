/** Requests that no page of the host would send. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { events, harmIn, html, junk, mark, sql } from '../support/hostile.js';
import { behaviour, buy, countAfterReload, enter, foreign, send } from './stage.js';

type Field = readonly [name: string, value: string];

/** What the form of the page sends, as it stands. */
const fieldsOf = (page: Page): Promise<Field[]> =>
  page.$eval('#purchase-item', (form) => [...new FormData(form as HTMLFormElement)] as [string, string][]);

/** The CSRF token; hosts that check the origin of a form instead have none. */
const isToken = ([name]: Field): boolean => /csrf|xsrf|token/i.test(name);

/** Sends a request past the browser, with the visitor's cookies. */
async function request(
  page: Page,
  path: string,
  init: RequestInit,
  headers: Record<string, string>,
): Promise<Response> {
  const cookies = await page.browserContext().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return fetch(new URL(path, page.url()), { redirect: 'manual', ...init, headers: { cookie, ...headers } });
}

const post = (page: Page, fields: readonly Field[], headers: Record<string, string>): Promise<Response> =>
  request(page, '/add-item', { method: 'POST', body: new URLSearchParams(fields.map((field) => [...field])) }, headers);

const replace = (fields: readonly Field[], name: string, value: string): Field[] =>
  fields.map((field) => (field[0] === name ? [name, value] : field));

const kinds: Record<string, string>[] = [{}, { 'Datastar-Request': 'true' }];

behaviour('escaping', 'Hostile text in any field stays text and sells nothing', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await buy(page, 2);
  const { origin } = new URL(page.url());
  const fields = await fieldsOf(page);
  for (const [name] of fields)
    for (const text of [...html, ...sql, ...events, ...junk])
      for (const kind of kinds) {
        const isEnough = name === 'quantity' || name === 'item-id';
        const sent = replace(isEnough ? fields : replace(fields, 'quantity', '0'), name, text);
        const answer = await post(page, sent, { origin, ...kind });
        assert.ok(answer.status < 500 && answer.status !== 303, `${answer.status} for ${name}=${JSON.stringify(text)}`);
        assert.equal(harmIn(await answer.text()), undefined, `${name}=${JSON.stringify(text)}`);
      }
  assert.equal(await countAfterReload(page), '2');
});

behaviour('escaping', 'Hostile text in an address stays text', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  for (const text of [...html, ...sql, ...events, ...junk]) {
    const value = encodeURIComponent(text);
    const { pathname } = new URL(page.url());
    for (const path of [`${pathname}?added=${value}&assumed=${value}&message=${value}`, `/product/${value}/info`])
      for (const kind of kinds) {
        const answer = await request(page, path, {}, kind);
        assert.ok(answer.status < 500, `${answer.status} for ${path}`);
        assert.equal(harmIn(await answer.text()), undefined, path);
      }
  }
});

behaviour('escaping', 'Hostile text in a form brings no element to life', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  for (const text of html) {
    await send(page, text);
    assert.equal(await page.$(`${mark}, [${mark}], #purchase-item :is(script, img)`), null, text);
  }
});

behaviour('limit', 'A form that no page of ours could fill sells nothing', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const { origin } = new URL(page.url());
  const padding: Field = ['padding', 'x'.repeat(20_000)];
  for (const kind of kinds) {
    const fields = replace(await fieldsOf(page), 'quantity', '2');
    for (const sent of [
      [...fields, padding],
      [padding, ...fields],
    ]) {
      const { status } = await post(page, sent, { origin, ...kind });
      assert.ok(status < 500 && status !== 303, String(status));
    }
  }
  assert.equal(await countAfterReload(page), '0');
});

behaviour('csrf', 'A form of another site, or without its token, is refused with 403', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await buy(page, 2);
  const { origin } = new URL(page.url());
  const fields = await fieldsOf(page);
  const bare = fields.filter((field) => !isToken(field));
  for (const kind of kinds) {
    assert.equal((await post(page, bare, { ...foreign, ...kind })).status, 403, 'another site');
    if (bare.length === fields.length) continue;
    assert.equal((await post(page, bare, { origin, ...kind })).status, 403, 'no token');
    const wrong = fields.map((field): Field => (isToken(field) ? [field[0], 'x'.repeat(32)] : field));
    assert.equal((await post(page, wrong, { origin, ...kind })).status, 403, 'a wrong token');
  }
  assert.equal(await countAfterReload(page), '2');
  const own = await post(page, await fieldsOf(page), { origin, 'sec-fetch-site': 'same-origin' });
  assert.equal(own.status, 303, 'and the same from its own page is not');
});
