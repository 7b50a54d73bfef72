/** A host's document, followed literally, beginning with a new project; at its end there is a page, which is checked. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { env } from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { freePort } from '../../scripts/listen.mjs';
import { codeBlocks } from './code-blocks.mjs';
import { setUp, start } from './host.mjs';

/**
 * @typedef {object} Supplies what a reader has at hand
 * @property {Record<string, string>} files the files to copy: the path of each, by its name
 * @property {() => string} tarball what `npm install ds-elements` should find
 * @property {NodeJS.ProcessEnv} settings such as where a compiler keeps its cache
 */

const maxLines = 25;
/** In characters, of a line of code: prose is wrapped by whatever shows it. */
const maxWidth = 120;
const newProject = 'new-project.sh';

/**
 * @param {string} path
 * @param {string} project a folder with what a reader has already: files, or the script `new-project.sh`, which makes them
 *   by the usual tools; there is none where a reader begins in an empty folder
 * @param {Supplies} supplies
 */
export async function follow(path, project, supplies) {
  const text = readFileSync(path, 'utf8');
  if (text.trimEnd().split('\n').length > maxLines) throw new Error(`${path} has more than ${maxLines} lines`);
  for (const { code } of codeBlocks(text))
    for (const line of code.split('\n'))
      if (line.length > maxWidth) throw new Error(`${path} has a line of more than ${maxWidth} characters:\n${line}`);

  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    // As if a virtual environment were activated.
    const settings = { ...supplies.settings, PATH: [join(folder, '.venv/bin'), env['PATH']].join(delimiter) };
    if (existsSync(project)) cpSync(project, folder, { recursive: true });
    if (existsSync(join(folder, newProject))) await setUp({ folder, setup: [`sh ${newProject}`] }, settings);
    const port = await freePort(); // the document's own may be taken
    const server = await build(text.replaceAll('8080', String(port)), folder, { ...supplies, settings });
    const running = await start({ folder, start: server, page: '/' }, settings, port);
    try {
      await checkPage(running.address);
    } finally {
      running.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Does what the text says, in its order.
 *
 * @param {string} text
 * @param {string} folder
 * @param {Supplies} supplies
 * @returns the command that serves
 */
async function build(text, folder, { files, tarball, settings }) {
  for (const [sentence, place = ''] of text.matchAll(/^Put .*? into `([^`]+)`/gms))
    for (const [name, file] of Object.entries(files))
      if (sentence.includes(`\`${name}\``)) cpSync(file, join(folder, place, name));

  /** @type {string[]} */
  let pending = [];
  for (const { language, code } of codeBlocks(text)) {
    if (language === 'sh') {
      await setUp({ folder, setup: pending }, settings);
      pending = commands(code, tarball);
    } else {
      const name = /^(?:\/\/|#|<!--|<\?php \/\/) (\S+)/.exec(code)?.[1];
      if (!name) throw new Error(`No name of a file in the first line of\n${code}`);
      await setUp({ folder, setup: pending }, settings);
      pending = [];
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    }
  }
  await setUp({ folder, setup: pending.slice(0, -1) }, settings);
  return pending.at(-1) ?? '';
}

/** @param {string} code @param {() => string} tarball */
const commands = (code, tarball) =>
  code
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('npm ') ? line.replace(/(?<= )ds-elements(?= |$)/, tarball) : line));

/** Every document ends with a stepper that shows two, and a badge that follows it. @param {string} address */
async function checkPage(address) {
  const browser = await puppeteer.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('console', (message) => {
      const isFault = message.type() === 'error' || message.type() === 'warn';
      if (isFault && !message.location().url?.endsWith('/favicon.ico')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(address);
    faults.push(...(await page.evaluate(pageFaults)));
    try {
      await page.waitForFunction(shows, { timeout: 10_000 }, '2');
      await page.focus('ds-quantity-stepper');
      for (const count of ['3', '4']) {
        await page.keyboard.press('ArrowUp');
        await page.waitForFunction(shows, { timeout: 10_000 }, count);
      }
    } catch (error) {
      throw new Error([error, ...faults, await page.content()].join('\n'), { cause: error });
    }
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await browser.close();
  }
}

/** Runs in the page. @param {string} count */
function shows(count) {
  const stepper = document.querySelector('ds-quantity-stepper');
  const badge = document.querySelector('ds-cart-badge')?.shadowRoot?.textContent ?? '';
  return stepper && 'value' in stepper && String(stepper.value) === count && badge.includes(count);
}

/** What is missing from a page that seems to work; runs in the page. */
function pageFaults() {
  const hasStyles = [...document.styleSheets].some(({ href }) => href?.endsWith('/ds-elements.css'));
  return [
    ...(document.doctype ? [] : ['The page has no doctype']),
    ...(document.documentElement.lang ? [] : ['The page has no language']),
    ...(document.title ? [] : ['The page has no title']),
    ...(hasStyles ? [] : ['The page has no ds-elements.css']),
  ];
}
