/** Every snippet of README and docs is run: HTML in a page under the real client, TypeScript compiled and mounted. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { datastar } from '../../scripts/datastar.mjs';

const root = new URL('../../', import.meta.url);

/** @returns {Promise<{ page: string, language: string, code: string, line: number }[]>} */
async function snippets() {
  const pages = (await readdir(new URL('docs', root), { recursive: true })).filter((name) => name.endsWith('.md'));
  const found = [];
  for (const page of ['README.md', 'CONTRIBUTING.md', ...pages.map((name) => `docs/${name}`)]) {
    const text = await readFile(new URL(page, root), 'utf8');
    for (const match of text.matchAll(/^```(\w+)\n(.*?)^```$/gms))
      found.push({ page, language: match[1], code: match[2], line: text.slice(0, match.index).split('\n').length });
  }
  return found;
}

const found = await snippets();
const named = ({ page, line }) => `${page}:${line}`;
const of = (language) => found.filter((snippet) => snippet.language === language);

const frame = (body) => `<!doctype html><html lang="en"><title>Snippet</title>
  <script type="module" src="/node_modules/ds-elements/dist/ds-elements.bundle.js"></script>
  <script type="module" src="/datastar.js"></script>
  ${body}</html>`;

/** A snippet that is a whole page loads its own scripts; any other gets the kit and Datastar around it. */
const isPage = (code) => code.trimStart().startsWith('<!doctype');

let server, browser, origin;
const pages = new Map();

before(async () => {
  const client = await readFile(await datastar());
  server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const module = /^\/(?:node_modules\/ds-elements\/)?(dist\/.*\.js|node_modules\/.*\.js)$/.exec(pathname)?.[1];
    const file = module && new URL(module, root);
    const body = pathname.endsWith('/datastar.js')
      ? client
      : file && existsSync(file)
        ? await readFile(file)
        : pages.get(pathname);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body ?? '');
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

/** Opens a page and returns what went wrong on it. */
async function visit(path, html) {
  pages.set(path, html);
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('favicon.ico'))
      complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('datastar-ready', () => (window.isReady = true));
  });
  await page.goto(origin + path);
  await page.waitForFunction(() => window.isReady || !document.querySelector('script[src*=datastar]'));
  const undefinedTags = await page.$$eval(':not(:defined)', (elements) => elements.map(({ localName }) => localName));
  const elements = await page.$$eval('*', (all) => all.filter(({ localName }) => localName.startsWith('ds-')).length);
  return { page, elements, complaints: [...complaints, ...undefinedTags.map((tag) => `<${tag}> is not defined`)] };
}

describe('a snippet of HTML works as it stands', () => {
  for (const snippet of of('html'))
    it(named(snippet), async () => {
      const { page, elements, complaints } = await visit(
        `/snippet-${found.indexOf(snippet)}`,
        isPage(snippet.code) ? snippet.code : frame(snippet.code),
      );
      assert.deepEqual(complaints, []);
      assert.notEqual(elements, 0, 'it shows no element of the kit');
      await page.close();
    });
});

describe('a snippet of TypeScript compiles, and its element renders', () => {
  for (const snippet of of('ts'))
    it(named(snippet), async () => {
      // As deep as components/<name>/, so that its imports hold.
      const folder = new URL('.cache/snippets/', root);
      await mkdir(folder, { recursive: true });
      await writeFile(new URL('element.ts', folder), snippet.code);
      await writeFile(
        new URL('tsconfig.json', folder),
        '{ "extends": "../../tsconfig.json", "include": ["element.ts"] }',
      );
      const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
      await promisify(execFile)(process.execPath, [tsc, '-p', fileURLToPath(folder)]);
      const [{ output }] = await build({
        root: fileURLToPath(root),
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          lib: { entry: fileURLToPath(new URL('element.ts', folder)), formats: ['es'], fileName: 'element' },
        },
      });
      const name = /export class (\w+)/.exec(snippet.code)?.[1];
      const { page, complaints } = await visit(
        '/element',
        '<!doctype html><title>Element</title><ds-snippet></ds-snippet>',
      );
      await page.addScriptTag({
        type: 'module',
        content: `${output[0].code.replace(/export\s*\{\s*(\w+) as \w+\s*\};?|export\s*\{\s*(\w+)\s*\};?/, 'customElements.define("ds-snippet", $1$2);')}`,
      });
      await page.waitForFunction(() => document.querySelector('ds-snippet')?.shadowRoot?.textContent !== undefined);
      assert.ok(name);
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes('is not defined')),
        [],
      );
      assert.notEqual(await page.$eval('ds-snippet', (element) => element.shadowRoot.childElementCount), 0);
      await page.close();
    });
});

describe('a snippet of shell names what exists', () => {
  for (const snippet of of('sh'))
    it(named(snippet), async () => {
      const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
      for (const command of snippet.code
        .split(/\n|&&/)
        .map((line) => line.trim())
        .filter(Boolean)) {
        const script = /^npm (?:run )?(?!ci$|install\b|i\b)([\w:]+)/.exec(command)?.[1];
        if (script) assert.ok(scripts[script], `no script for: ${command}`);
        const file = /^node (\S+)/.exec(command)?.[1];
        if (file) assert.ok(existsSync(new URL(file, root)), `no file for: ${command}`);
      }
    });
});

it('there are snippets of every kind to run', () => {
  for (const language of ['html', 'ts', 'sh']) assert.notEqual(of(language).length, 0, language);
  assert.deepEqual([...new Set(found.map(({ language }) => language))].sort(), ['html', 'sh', 'ts']);
});
