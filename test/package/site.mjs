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
        /** A picture of an element and of nothing else, as a data URL. @param {string} selector */
        async shoot(selector) {
          const element = await page.waitForSelector(selector);
          return `data:image/png;base64,${await element?.screenshot({ encoding: 'base64' })}`;
        },
        /** The part of the pixels that are clearly others. @param {string} one @param {string} other */
        difference: (one, other) => page.evaluate(differenceOf, one, other),
      };
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

/** Runs in the page. @param {string[]} urls */
async function differenceOf(...urls) {
  const [one, other] = await Promise.all(
    urls.map(async (url) => {
      const image = Object.assign(new Image(), { src: url });
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height);
    }),
  );
  if (!one || !other || one.width !== other.width || one.height !== other.height) return 1;
  let others = 0;
  for (let i = 0; i < one.data.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs((one.data[i + k] ?? 0) - (other.data[i + k] ?? 0)) > 64)) others++;
  return (others * 4) / one.data.length;
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
