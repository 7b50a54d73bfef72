/** The button that rebuilds the bundle: all it has is one attribute, the rest comes from the server as it happens. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import type { Page } from 'puppeteer-core';
import { datastar } from '../../../scripts/datastar.mjs';
import { createApp } from '../app.js';
import { Bundle, shopFiles, type Files } from '../bundle.js';
import { Hub } from '../live/hub.js';
import { Viewers } from '../live/viewers.js';
import { openStore } from '../store/store.js';
import { attributeOf, seeText, Stage, textOf, visit } from './browser.js';

const button = '#rebuild-bundle-status-button';

const stage = new Stage();

/** @returns what the button says from now on, each state once */
async function watchButton(page: Page): Promise<() => Promise<string[]>> {
  const texts = await page.evaluateHandle((button) => {
    const texts = new Set<string>();
    const look = (): void => void texts.add(document.querySelector(button)?.textContent.trim() ?? 'no button');
    look();
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    return texts;
  }, button);
  return () => texts.evaluate((texts) => [...texts]);
}

test('it counts up while it builds and says what became of it, on every open admin page', async () => {
  await using clicking = await stage.visit('/admin');
  await using watching = await stage.visit('/admin');
  const pages = [clicking.page, watching.page];
  for (const page of pages) assert.equal(await textOf(page, button), 'Rebuild bundle');
  assert.deepEqual(
    await clicking.page.$eval(button, (button) =>
      button.getAttributeNames().filter((name) => name.startsWith('data-')),
    ),
    ['data-on:click'],
    'it has that attribute, and no other of the client’s',
  );

  const watches = await Promise.all(pages.map(watchButton));
  await clicking.page.click(button);
  await Promise.all(pages.map((page) => seeText(page, `${button}.built`, /^\s*Built: \d+ files/)));
  for (const seen of await Promise.all(watches.map((texts) => texts()))) {
    const counts = seen.flatMap((text) => /^Building: (\d+) of [1-9]/.exec(text)?.[1] ?? []).map(Number);
    assert.ok(counts.length >= 2, `it said ${seen.join(', ')}`);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
      'and never went back',
    );
  }
  assert.equal(await attributeOf(clicking.page, button, 'aria-disabled'), null, 'it can be pressed again');
  assert.equal(await clicking.page.evaluate(() => `#${document.activeElement?.id}`), button, 'and has the focus still');
  assert.deepEqual([...clicking.complaints, ...watching.complaints], []);
});

/** A shop in this process, whose list of files is `files` at any time. */
async function serve(t: TestContext, files: () => Promise<Files>): Promise<string> {
  const hub = new Hub();
  const store = openStore(':memory:', hub);
  const bundle = new Bundle(hub, files);
  await bundle.read();
  const server = createAdaptorServer({ fetch: createApp({ store, hub, bundle, viewers: new Viewers(hub) }).fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    hub.publish('stop');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await once(server, 'close');
    store.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

for (const [cause, broken, reason] of [
  [
    'a file is missing',
    async (good: Files) => new Map([...good, ['/comet.svg', '/no/such/comet.svg']]),
    /comet\.svg cannot be read/,
  ],
  ['the files cannot be listed', () => Promise.reject(new Error('the shelf fell down')), /the shelf fell down/],
] as const)
  test(`it says why when ${cause}, and builds once that is mended`, async (t) => {
    const good = await shopFiles(await datastar());
    let files: () => Promise<Files> = () => Promise.resolve(good);
    const address = await serve(t, () => files());
    await using visitor = await visit(await stage.browser, new URL('/admin', address));
    const { page } = visitor;

    files = () => broken(good);
    await page.click(button);
    await seeText(page, `${button}.failed`, new RegExp(`^\\s*Failed: ${reason.source}`));
    const style = await page.evaluate(async () => (await fetch('/shop.css')).status);
    assert.equal(style, 200, 'what was there before is still served');

    files = () => Promise.resolve(good);
    await page.click(button);
    await seeText(page, `${button}.built`, `Built: ${good.size} files`);
  });
