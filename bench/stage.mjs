/** One server and one browser for a whole run: pages with the built kit, the real Datastar client and the baselines. */
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { launch } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../scripts/chromium.mjs';
import { datastar } from '../scripts/datastar.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 */

/** Path → the file that the page gets there. */
const scripts = {
  '/kit.js': new URL('../dist/ds-elements.bundle.js', import.meta.url),
  '/arc-starfield.js': new URL('baselines/arc-starfield.mjs', import.meta.url),
  '/vanilla-badges.js': new URL('baselines/vanilla-badges.mjs', import.meta.url),
  '/datastar.js': await datastar(),
};

/** @param {string} body */
const pageOf = (body) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Bench</title>
  <style>
    body { margin: 0; font: 16px/1.5 sans-serif }
    ul { display: grid; grid-template-columns: repeat(25, 3rem); grid-auto-rows: 3rem; margin: 0; padding: 0; list-style: none }
    .sky { display: block; inline-size: 1280px; block-size: 400px; color: white; background: black }
  </style>
  ${Object.keys(scripts)
    .map((path) => `<script type="module" src="${path}"></script>`)
    .join('\n  ')}
  <body>${body}</body>
</html>`;

export async function openStage() {
  /** @type {string[]} */
  const pages = [];
  const app = new Hono();
  app.get('/page/:number', (c) => c.html(pages[Number(c.req.param('number'))] ?? ''));
  for (const [path, file] of Object.entries(scripts)) {
    const text = await readFile(file, 'utf8');
    app.get(path, (c) => c.body(text, 200, { 'content-type': 'text/javascript' }));
  }
  /** @type {import('@hono/node-server').ServerType} */
  let server;
  const { port } = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, resolve);
  });
  const browser = await launch(chromiumLaunchOptions());

  return {
    version: await browser.version(),

    /** Opens a page, lets `measure` work on it, and closes it. @template T @param {string} body @param {(page: Page) => Promise<T>} measure */
    async play(body, measure) {
      const page = await browser.newPage();
      try {
        await page.setViewport({ width: 1280, height: 800 });
        page.on('pageerror', (error) => console.error(`In the page: ${error}`));
        const number = pages.push(pageOf(body)) - 1;
        await page.goto(`http://127.0.0.1:${port}/page/${number}`);
        return await measure(page);
      } finally {
        await page.close();
      }
    },

    /** Opens a page of another server as a new visitor, who wants no motion. @template T @param {string} address @param {(page: Page) => Promise<T>} measure */
    async visit(address, measure) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.setViewport({ width: 1280, height: 800 });
        page.on('pageerror', (error) => console.error(`In the page: ${error}`));
        await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
        await page.goto(address);
        return await measure(page);
      } finally {
        await context.close();
      }
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * Milliseconds of the page's main thread that `work` takes: its processor time, in which the other programs of this
 * computer do not count, with style, layout and paint.
 *
 * @template T
 * @param {Page} page
 * @param {() => Promise<T>} work
 */
export async function mainThread(page, work) {
  const before = await threadTime(page);
  const result = await work();
  return { time: (await threadTime(page)) - before, result };
}

/** @type {WeakMap<Page, Promise<import('puppeteer-core').CDPSession>>} */
const sessions = new WeakMap();

/** @param {Page} page */
async function threadTime(page) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  const session = await sessions.get(page);
  await session?.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = (await session?.send('Performance.getMetrics'))?.metrics ?? [];
  const time = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (!time) throw new Error('This browser does not tell the processor time of its main thread');
  return 1000 * time;
}

/**
 * Runs every measure `runs` times, in turns, so that a slow minute of the computer is slow for all of them; and takes
 * the median of each number.
 *
 * @template {string} K
 * @template {Record<string, number>} T
 * @param {number} runs
 * @param {Record<K, () => Promise<T>>} measures
 * @returns {Promise<Record<K, T>>}
 */
export async function sampled(runs, measures) {
  const names = /** @type {K[]} */ (Object.keys(measures));
  /** @type {Map<K, T[]>} */
  const samples = new Map(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) for (const name of names) samples.get(name)?.push(await measures[name]());
  const medians = names.map((name) => {
    const all = samples.get(name) ?? [];
    const keys = Object.keys(all[0] ?? {});
    return [name, Object.fromEntries(keys.map((key) => [key, median(all.map((sample) => sample[key] ?? NaN))]))];
  });
  return Object.fromEntries(medians);
}

/** @param {number[]} numbers */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
