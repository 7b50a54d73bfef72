/** docs/offline.md, followed to the letter, in a browser that finds no name of any other machine. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { setUp, start } from '../hosts/host.mjs';
import { root, snippetsIn } from './markdown.mjs';

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
const clone = fileURLToPath(root);

/** @param {string} language */
const said = (language) =>
  snippetsIn(language)
    .filter(({ name }) => name.startsWith('docs/offline.md'))
    .map(({ code }) => code.trim().replaceAll('../site', folder));
const [, copy = '', serve = ''] = said('sh'); // the first one builds, which is done
const [html = ''] = said('html');

/** @type {import('../hosts/host.mjs').Running} */
let host;
/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  await setUp({ folder: clone, setup: [copy] }, {});
  writeFileSync(join(folder, 'index.html'), html);
  host = await start({ folder: clone, start: serve, page: '/' }, {});
  const options = chromiumLaunchOptions();
  const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  browser = await puppeteer.launch({ ...options, args: [...options.args, nowhere] });
});
after(async () => {
  await browser?.close();
  host?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of the folder, uses it, and tells what it asked others for. @param {import('node:test').TestContext} test */
async function use(test, name = '') {
  const context = await browser.createBrowserContext();
  test.after(() => context.close());
  const page = await context.newPage();
  /** @type {string[]} */
  const elsewhere = [];
  /** @type {string[]} */
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(host.address) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('datastar-ready', () => document.documentElement.classList.add('ready'));
  });
  await page.goto(host.address + name);
  await page.waitForSelector('.ready body:not(:has(:not(:defined)))');
  await page.focus('ds-quantity-stepper');
  await page.keyboard.press('ArrowUp');
  await page.waitForSelector('ds-cart-badge[count="3"]');
  await page.waitForNetworkIdle();
  const sky = await page.$eval('ds-starfield', (sky) => [sky.speed, sky.shadowRoot?.childElementCount]);
  return { elsewhere, complaints, sky };
}

describe('a page without the internet', () => {
  it('is made of the files that the document copies', () => {
    assert.deepEqual(readdirSync(join(folder, 'static')).sort(), [
      'datastar.js',
      'ds-elements.bundle.js',
      'ds-elements.css',
    ]);
  });

  it('works, and asks nobody else for anything', async (test) => {
    assert.deepEqual(await use(test), { elsewhere: [], complaints: [], sky: [3, 1] });
  });

  it('would be caught asking', async (test) => {
    const link = '<link rel="stylesheet" href="https://cdn.example/style.css" /></head>';
    writeFileSync(
      join(folder, 'asking.html'),
      readFileSync(join(folder, 'index.html'), 'utf8').replace('</head>', link),
    );
    const { elsewhere, complaints } = await use(test, 'asking.html');
    assert.deepEqual(elsewhere, ['https://cdn.example/style.css']);
    assert.match(complaints.join('\n'), /ERR_NAME_NOT_RESOLVED/);
  });
});
