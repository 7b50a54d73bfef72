/** The built files over HTTP, pages of a test beside them, and a browser that looks at both. */
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { listen } from '../../scripts/listen.mjs';

const root = new URL('../../', import.meta.url);
const types = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8' };

/** @param {string} head @param {string} body */
export const html = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Page</title>${head}</head><body>${body}</body></html>`;

/** @typedef {{ scheme?: string, forced?: boolean, scripts?: boolean }} Look */

/**
 * @param {URL} [folder] the `dist` and `node_modules` of which are served
 * @param {{ scale?: number }} [screen] how many of its pixels are one of the page's, as the system says
 */
export async function openSite(folder = root, { scale = 1 } = {}) {
  /** @type {string[]} */
  const pages = [];
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    await wait(Number(searchParams.get('delay') ?? 0));
    const page = pages[Number(/^\/page\/(\d+)$/.exec(pathname)?.[1] ?? -1)];
    const type = page ? 'html' : pathname.endsWith('.css') ? 'css' : 'js';
    const isOurs = /^\/(dist|node_modules)\/[\w@/.-]+\.(css|js)$/.test(pathname);
    const content =
      page ?? (isOurs ? await readFile(new URL(`.${pathname}`, folder)).catch(() => undefined) : undefined);
    if (content === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', types[type]).end(content);
  });
  const { origin, close } = await listen(server);
  const { args, ...options } = chromiumLaunchOptions();
  const browser = await puppeteer.launch({ ...options, args: [...args, `--force-device-scale-factor=${scale}`] });

  return {
    /** Where a page with this text is served from now on. @param {string} text */
    address: (text) => `${origin}/page/${pages.push(text) - 1}`,
    /** @param {Look} [look] */
    async visit({ scheme = 'light', forced = false, scripts = true } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 800, height: 700, deviceScaleFactor: 0 });
      await page.setJavaScriptEnabled(scripts);
      const network = await page.createCDPSession();
      await network.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'forced-colors', value: forced ? 'active' : 'none' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      return {
        page,
        /**
         * How much is drawn on an element, in so many columns of it: how far a pixel is from the ground, on average.
         * @param {string} selector @param {number} columns
         */
        async ink(selector, columns) {
          const element = await page.waitForSelector(selector);
          const picture = await element?.screenshot({ encoding: 'base64' });
          return page.evaluate(inkOf, `data:image/png;base64,${picture}`, columns);
        },
      };
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

/** Runs in the page. The frame of the picture does not count. @param {string} url @param {number} columns */
async function inkOf(url, columns) {
  const image = Object.assign(new Image(), { src: url });
  await image.decode();
  const { width, height } = image;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const frame = 4;
  const column = Math.floor(width / columns);
  return Array.from({ length: columns }, (_, index) => {
    const { data } = context.getImageData(index * column + frame, frame, column - 2 * frame, height - 2 * frame);
    return data.reduce((sum, value, i) => sum + Math.abs(value - (data[i % 4] ?? 0)), 0) / data.length;
  });
}

/**
 * Custom properties with their defaults, from `var(--ds-…, …)` of all elements, the list in the stylesheet, or the
 * table of the page: a name, and its default.
 *
 * @param {string} path
 */
export async function tokensOf(path) {
  const isFile = /\.\w+$/.test(path);
  const files = isFile ? [path] : (await readdir(new URL(path, root), { recursive: true })).map((f) => `${path}/${f}`);
  /** @type {Record<string, string>} */
  const tokens = {};
  for (const file of files.filter((file) => isFile || file.endsWith('.styles.ts'))) {
    const text = await readFile(new URL(file, root), 'utf8');
    const pairs = {
      ts: /var\((--ds-[\w-]+), ((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)/g,
      css: /^ \* +(--ds-[\w-]+): (.+);$/gm,
      md: /^\| `(--ds-[\w-]+)`.*\| `([^`]+)` +\|$/gm,
    };
    const pattern = pairs[/** @type {'ts' | 'css' | 'md'} */ (/\w+$/.exec(file)?.[0])];
    for (const [, name = '', value = ''] of text.matchAll(pattern)) tokens[name] = value;
  }
  return Object.fromEntries(Object.entries(tokens).sort());
}
