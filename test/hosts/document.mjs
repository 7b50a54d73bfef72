/** A host's document, followed to the letter from an empty folder on, and what is seen at its end. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { freePort, setUp, start } from './host.mjs';

/**
 * @typedef {object} Supplies what a reader has at hand
 * @property {string} bundle the file they copied
 * @property {string} datastar the same
 * @property {() => string} tarball what `npm install ds-elements` finds
 * @property {NodeJS.ProcessEnv} settings where compilers keep what they made before
 */

const longest = 25;

/** @param {string} path @param {Supplies} supplies */
export async function follow(path, supplies) {
  const text = readFileSync(path, 'utf8');
  const lines = text.trimEnd().split('\n').length;
  if (lines > longest) throw new Error(`${path} has ${lines} lines, not ${longest}`);

  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    const port = await freePort(); // the document's own may be taken
    const server = await build(text.replaceAll('8080', String(port)), folder, supplies);
    const running = await start({ folder, start: server, page: '/' }, supplies.settings, port);
    try {
      await look(running.address);
    } finally {
      running.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Does all that the text says, in its order. @param {string} text @param {string} folder @param {Supplies} supplies @returns the commands that serve */
async function build(text, folder, { bundle, datastar, tarball, settings }) {
  for (const [sentence, place = ''] of text.matchAll(/^Put .*? into `([^`]+)`/gms))
    for (const [name, file] of Object.entries({ 'ds-elements.bundle.js': bundle, 'datastar.js': datastar }))
      if (sentence.includes(`\`${name}\``)) cpSync(file, join(folder, place, name));

  /** @type {string[]} */
  let waiting = [];
  for (const [, language, code = ''] of text.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (language === 'sh') {
      await setUp({ folder, setup: waiting }, settings);
      waiting = commands(code, tarball);
    } else {
      const name = /^(?:\/\/|#|<!--) (\S+)/.exec(code)?.[1];
      if (!name) throw new Error(`No name of a file in the first line of\n${code}`);
      await setUp({ folder, setup: waiting }, settings);
      waiting = [];
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    }
  }
  await setUp({ folder, setup: waiting.slice(0, -1) }, settings);
  return waiting.slice(-1);
}

/** @param {string} code @param {() => string} tarball */
const commands = (code, tarball) =>
  code
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('npm ') ? line.replace(/(?<= )ds-elements(?= |$)/, tarball) : line));

/** Every document ends in a stepper that says two, and a badge that follows it. @param {string} address */
async function look(address) {
  const browser = await puppeteer.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url?.endsWith('/favicon.ico'))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    try {
      await page.waitForFunction(shows, { timeout: 10_000 }, '2');
      await page.focus('ds-quantity-stepper');
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction(shows, { timeout: 10_000 }, '3');
    } catch (error) {
      throw new Error([error, ...complaints, await page.content()].join('\n'), { cause: error });
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
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
