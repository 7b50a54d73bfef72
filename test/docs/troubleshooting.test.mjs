/** Every symptom of docs/troubleshooting.md: seen on the wrong page, and gone on the one that the document shows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { versions } from '../../scripts/datastar.mjs';
import { root } from './markdown.mjs';
import { atLoad } from './symptoms/load.mjs';
import { whenPatched } from './symptoms/patch.mjs';
import { inRequests } from './symptoms/request.mjs';
import { inSignals } from './symptoms/signal.mjs';
import { visit } from './visitor.mjs';

/** @param {string} html */
const asItIs = (html) => ({ html });

const symptoms = { ...atLoad, ...inSignals, ...whenPatched, ...inRequests };
const [, ...parts] = readFileSync(new URL('docs/troubleshooting.md', root), 'utf8').split(/^## /m);
/** The snippets under each heading. */
const sections = new Map(
  parts.map((part) => [
    part.slice(0, part.indexOf('\n')),
    [...part.matchAll(/^```html\n(.*?)^```$/gms)].map(([, code = '']) => code),
  ]),
);

/** @param {string} version @param {string} [since] */
const isBefore = (version, since = version) => version.localeCompare(since, 'en', { numeric: true }) < 0;

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await puppeteer.launch(chromiumLaunchOptions());
});
after(() => browser?.close());

it('every heading of the page has a test of its name, and every test a heading', () => {
  assert.deepEqual([...sections.keys()].sort(), Object.keys(symptoms).sort());
});

it('every snippet of the page is, as it stands, the mended page of a test', () => {
  for (const [heading, snippets] of sections) {
    const tested = symptoms[heading]?.map(({ snippet = 0, mended = asItIs }) => mended(snippets[snippet] ?? '').html);
    for (const snippet of snippets) assert.ok(tested?.includes(snippet), `${heading}: ${snippet}`);
  }
});

for (const version of versions)
  for (const [heading, causes] of Object.entries(symptoms))
    describe(`${heading} (Datastar ${version})`, () => {
      for (const { cause, snippet = 0, wrong, mended = asItIs, see, ...expected } of causes) {
        const html = sections.get(heading)?.[snippet] ?? '';

        it(`is seen: ${cause}`, async (test) => {
          const visitor = await visit(browser, wrong(html), { version, isDead: expected.isDead });
          test.after(() => visitor.close());
          assert.deepEqual(await see(visitor), expected.seen);
          assert.match(visitor.said.join('\n'), expected.console ?? /^/);
        });

        // An older client can do no better.
        if (isBefore(version, expected.since)) continue;
        it(`is gone where the page is mended: ${cause}`, async (test) => {
          const visitor = await visit(browser, mended(html), { version });
          test.after(() => visitor.close());
          assert.deepEqual(await see(visitor), expected.wanted);
          assert.deepEqual(visitor.said, []);
        });
      }
    });
