/** Every snippet of README and docs is run: HTML under the real client, TypeScript compiled and mounted, shell looked up. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { root, scripts, snippets, snippetsIn } from './markdown.mjs';
import { openReader } from './reader.mjs';

/** @type {Awaited<ReturnType<typeof openReader>>} */
let reader;
before(async () => {
  reader = await openReader();
});
after(() => reader?.close());

describe('a snippet of HTML works as it stands', () => {
  for (const { name, code } of snippetsIn('html'))
    it(name, async () => assert.deepEqual(await reader.complaints(code), []));
});

describe('a reader notices', () => {
  const page = (/** @type {string} */ inner) => `<div data-signals="{count: 3, quantity: 1}">${inner}</div>`;
  /** @type {[what: string, code: string, complaint: RegExp][]} */
  const mistakes = [
    ['a tag that nobody defines', '<ds-cart-bagde count="3"></ds-cart-bagde>', /ds-cart-bagde> is not defined/],
    ['an attribute that the element does not have', '<ds-cart-badge coun="3"></ds-cart-badge>', /no attribute coun/],
    [
      'a signal written into no attribute',
      '<ds-cart-badge data-attr:coun="$count"></ds-cart-badge>',
      /no attribute coun/,
    ],
    [
      'an attribute that Datastar does not have',
      '<ds-cart-badge data-atr:count="$count"></ds-cart-badge>',
      /no data-atr/,
    ],
    ['an event that nobody fires', '<ds-cart-badge data-on:clik="$count++"></ds-cart-badge>', /fires no clik/],
    ['a value that means nothing', '<ds-cart-badge count="three"></ds-cart-badge>', /expected a whole number/],
    ['an expression that does not compile', page('<ds-cart-badge data-attr:count="$count +"></ds-cart-badge>'), /./],
    [
      'an expression that fails when its moment comes',
      '<ds-quantity-stepper label="Q" data-on:change="gone()"></ds-quantity-stepper>',
      /gone is not defined/,
    ],
    [
      'a request that is never made',
      `<ds-quantity-stepper label="Q" data-on:blur="false && @post('/cart')"></ds-quantity-stepper>`,
      /nothing asked for \/cart/,
    ],
    [
      'a form that is sent without its field',
      `<ds-quantity-stepper label="Q" name="q"></ds-quantity-stepper><form data-on:mousemove="@post('/cart', {contentType: 'form'})">.</form>`,
      /\/cart was sent no q/,
    ],
    [
      'a place that follows another signal',
      page('<ds-quantity-stepper label="Q" data-bind:quantity></ds-quantity-stepper><b data-text="$quantiti"></b>'),
      /stayed ""/,
    ],
    [
      'an output sent to no signal',
      page('<ds-quantity-stepper label="Q" to-signal="valeu: quantity"></ds-quantity-stepper>'),
      /to-signal/,
    ],
    [
      'a field that is not submitted',
      '<form><ds-quantity-stepper label="Q" value="1"></ds-quantity-stepper></form>',
      /without/,
    ],
    ['an element that is not seen', '<ds-starfield hidden></ds-starfield>', /shows nothing/],
    ['a page with nothing of ours', '<p>Hello</p>', /no element of the kit/],
    [
      'a script that is not there',
      '<!doctype html><script type="module" src="/dist/gone.js"></script><p>Hello</p>',
      /404 .*gone\.js.*Datastar did not start/s,
    ],
  ];
  for (const [what, code, complaint] of mistakes)
    it(what, async () => assert.match((await reader.complaints(code, 500)).join('\n'), complaint));
});

describe('a snippet of TypeScript compiles, and its element follows a signal', () => {
  for (const { name, code } of snippetsIn('ts'))
    it(name, async () => {
      const output = await compile(code);
      const { page, complaints } = await reader.open(
        `<body data-signals:given="3"><ds-snippet></ds-snippet><ds-snippet></ds-snippet>
        <script type="module">${output}</script></body>`,
      );
      const shown = await page.evaluate(async () => {
        const [plain, driven] = /** @type {NodeListOf<import('lit').LitElement>} */ (
          document.querySelectorAll('ds-snippet')
        );
        if (!plain || !driven) return [];
        const [attribute] = /** @type {typeof import('lit').LitElement} */ (driven.constructor).observedAttributes;
        driven.setAttribute(`data-attr:${attribute}`, '$given');
        await new Promise(requestAnimationFrame);
        await driven.updateComplete;
        return [plain, driven].map(({ shadowRoot }) => shadowRoot?.innerHTML.replace(/<!--.*?-->/g, ''));
      });
      assert.deepEqual(complaints, []);
      assert.ok(shown[1], 'it shows nothing');
      assert.notEqual(shown[0], shown[1]);
      await page.close();
    });
});

/** Checked by TypeScript as strictly as our own code, then bundled and registered. @param {string} code */
async function compile(code) {
  const name = /export class (\w+)/.exec(code)?.[1] ?? 'no class';
  // As deep as components/<name>/, so that its imports hold.
  const folder = new URL('.cache/snippets/', root);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('element.ts', folder), code);
  const entry = new URL('entry.ts', folder);
  await writeFile(entry, `import { ${name} } from './element.js';\ncustomElements.define('ds-snippet', ${name});\n`);
  await writeFile(new URL('tsconfig.json', folder), '{ "extends": "../../tsconfig.json", "include": ["*.ts"] }');
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  await promisify(execFile)(process.execPath, [tsc, '-p', fileURLToPath(folder)]).catch(({ stdout }) => {
    throw new Error(stdout);
  });
  const built = await build({
    root: fileURLToPath(root),
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: 'element' } },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
}

describe('a snippet of shell names what exists', () => {
  for (const { name, code } of snippetsIn('sh'))
    it(name, () => {
      const commands = code.split(/\n|&&/).map((line) => line.trim());
      for (const command of commands.filter(Boolean)) {
        const [program = '', ...words] = command.split(/\s+/).filter((word) => !/^\w+=/.test(word));
        // Those of this page are run, by its own test.
        if (name.startsWith('docs/offline.md') && ['cp', 'mkdir', 'python3'].includes(program)) continue;
        assert.ok(['npm', 'npx', 'node'].includes(program), `no program of ours: ${command}`);
        const [verb = '', script = verb] = words.filter((word) => word !== 'run');
        if (program === 'npm') assert.ok(['ci', 'install'].includes(verb) || scripts[script], `no script: ${command}`);
        if (program === 'npx')
          assert.ok(existsSync(new URL(`node_modules/.bin/${verb}`, root)), `no program: ${command}`);
        for (const file of words.filter((word) => word.includes('/')))
          assert.ok(existsSync(new URL(file, root)), `no file: ${command}`);
      }
    });
});

it('there are snippets of these kinds and no other', () => {
  // What is said in http is sent by csp.test.mjs.
  assert.deepEqual([...new Set(snippets.map(({ language }) => language))].sort(), ['html', 'http', 'sh', 'ts']);
});
