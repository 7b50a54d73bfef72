/** Reload, and back and forward: the browser restores a form, and a bound signal must follow. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { datastar } from '../../scripts/datastar.mjs';

const field = (attributes) => `<!doctype html><html lang="en"><title>Restore</title>
  <script type="module" src="/ds-elements.bundle.js"></script>
  <script type="module" src="/datastar.js"></script>
  <form>
    <ds-quantity-stepper name="quantity" value="1" label="Quantity" ${attributes}></ds-quantity-stepper>
    <output data-text="JSON.stringify($quantity)"></output>
  </form>`;

const pages = {
  '/bound': field('data-bind:quantity'),
  '/sent': field('to-signal="quantity"'),
  '/elsewhere': '<!doctype html><title>Elsewhere</title>',
};

let server, browser, origin;

before(async () => {
  const scripts = {
    '/datastar.js': await readFile(await datastar()),
    '/ds-elements.bundle.js': await readFile(new URL('../../dist/ds-elements.bundle.js', import.meta.url)),
  };
  server = createServer(({ url }, response) => {
    const script = scripts[url];
    // no-store keeps the page out of the back/forward cache, which would bring everything back by itself.
    response.writeHead(200, {
      'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8',
      'cache-control': script ? 'max-age=60' : 'no-store',
    });
    response.end(script ?? pages[url] ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await puppeteer.launch(chromiumLaunchOptions());
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

const state = (page) =>
  page.evaluate(() => ({
    value: document.querySelector('ds-quantity-stepper').value,
    signal: document.querySelector('output').textContent,
    entry: new FormData(document.querySelector('form')).get('quantity'),
  }));

/** Waits until the page shows a signal, then for what follows on it. */
async function settled(page) {
  await page.waitForFunction(() => document.querySelector('output')?.textContent);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
}

describe('a field that the browser restores', () => {
  for (const path of ['/bound', '/sent'])
    it(`has its value, its form entry and its signal again after back: ${path}`, async () => {
      const page = await browser.newPage();
      await page.goto(origin + path);
      await page.click('ds-quantity-stepper >>> [part=increment]');
      await page.click('ds-quantity-stepper >>> [part=increment]');
      await settled(page);
      assert.deepEqual(await state(page), { value: 3, signal: '3', entry: '3' });
      await page.goto(`${origin}/elsewhere`);
      await page.goBack();
      await settled(page);
      assert.deepEqual(await state(page), { value: 3, signal: '3', entry: '3' });
      await page.close();
    });
});
