/** One server and one browser for all: pages with one field, the real client and a server that answers by SSE. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { launch } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { datastar } from '../../scripts/datastar.mjs';
import { listen } from '../../scripts/listen.mjs';
import { fieldOn } from './field.mjs';

/**
 * @typedef {import('./peers.mjs').Peer} Peer
 * @typedef {import('./peers.mjs').Writing} Writing
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 */

/** The part that the server sends again. @param {Peer} peer @param {Writing} writing @param {string} value */
const formOf = (peer, { bind, form = '', beside = '' }, value) =>
  `<form id="form" action="/nowhere" ${form}>${peer.field(value, bind)}${beside}<button id="send">Send</button></form>`;

/** Numbers as they are, so that NaN is seen; all else as JSON. */
const asText = "typeof $quantity === 'number' ? String($quantity) : JSON.stringify($quantity) ?? 'undefined'";

/** @param {Peer} peer @param {Writing} writing @param {boolean} isLate */
const pageOf = (peer, writing, isLate) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Quantity</title>
    <link rel="stylesheet" href="/kits/${peer.tag}/kit.css" />
    ${isLate ? '' : `<script type="module" src="/kits/${peer.tag}/kit.js"></script>`}
    <script type="module" src="/datastar.js"></script>
  </head>
  <body data-signals="{quantity: 2}">
    <output id="signal" data-text="${asText}"></output>
    <i id="server" data-on:ask="@get('/answer')"></i>
    ${(peer.around ?? String)(formOf(peer, writing, '2'))}
  </body>
</html>`;

/** @param {Record<string, Record<string, string>>} kits files by tag and name */
export async function openStage(kits) {
  const client = await readFile(await datastar(), 'utf8');
  /** @type {string[]} */
  const pages = [];
  let answer = '';
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const [, place = '', name = '', file = ''] = pathname.split('/');
    const page = place === 'page' ? pages[Number(name)] : undefined;
    const script = place === 'datastar.js' ? client : kits[name]?.[file];
    if (place === 'answer') response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer);
    else if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else if (file.endsWith('.css')) response.writeHead(200, { 'content-type': 'text/css' }).end(script ?? '');
    else response.writeHead(200, { 'content-type': 'text/javascript' }).end(script ?? '');
  });
  const { origin, close } = await listen(server);
  const browser = await launch(chromiumLaunchOptions());

  return {
    version: await browser.version(),

    /**
     * Opens a page with the field, lets `measure` work on it, and closes it. `late`: the field is not defined yet.
     *
     * @template T
     * @param {Peer} peer
     * @param {Writing} writing
     * @param {(field: import('./field.mjs').Field) => Promise<T>} measure
     */
    async play(peer, writing, measure, { isLate = false } = {}) {
      const page = await browser.newPage();
      try {
        page.on('pageerror', (error) => console.error(`${peer.name}, in the page: ${error}`));
        await page.goto(`${origin}/page/${pages.push(pageOf(peer, writing, isLate)) - 1}`);
        await page.waitForFunction(() => document.querySelector('#signal')?.textContent !== '');
        const field = fieldOn(page, peer, {
          form: (value) => formOf(peer, writing, value),
          reply: (text) => (answer = text),
        });
        if (!isLate) await field.defined();
        return await measure(field);
      } finally {
        await page.close();
      }
    },

    async close() {
      await browser.close();
      close();
    },
  };
}
