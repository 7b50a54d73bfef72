/** A visitor of one page under the real client, with a real keyboard and mouse. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { holdScripts, watchMoves } from '../support/moves.mjs';
import { asPage } from './reader.mjs';
import { openServer } from './server.mjs';

/** @typedef {Awaited<ReturnType<typeof visit>>} Visitor */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('./symptoms/symptom.mjs').Site} site
 * @param {{ version?: string, isDead?: boolean }} [options] where it is dead, nobody waits for Datastar
 */
export async function visit(browser, { html, headers, answers, isFile, isLate }, { version, isDead } = {}) {
  const server = await openServer({ version, answers });
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const said = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => said.push(message.text()));
  await page.evaluateOnNewDocument(listen);
  await watchMoves(page);
  if (isLate) await holdScripts(page);

  const file = join(folder, 'page.html');
  if (isFile) await writeFile(file, html);
  await page.goto(isFile ? pathToFileURL(file).href : server.serve(asPage(html), headers));
  if (!isDead) await page.waitForFunction(() => window.docs.isReady);

  /** Resolves when signals, elements and what follows from them are on the screen. */
  const settled = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** Resolves when so many requests of Datastar have ended. */
  const answered = async (count = 1) => {
    await page.waitForFunction((count) => window.docs.finished >= count, {}, count);
    await settled();
  };
  await settled();

  return {
    page,
    said,
    settled,
    answered,
    /** One more, by the keyboard. @param {string} selector */
    async step(selector) {
      await page.focus(selector);
      await page.keyboard.press('ArrowUp');
      await settled();
    },
    /** Presses what asks the server, and waits for its answer. @param {string} selector */
    async press(selector) {
      await page.click(selector);
      await answered();
    },
    async close() {
      await page.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs in the page, before anything else. */
function listen() {
  window.docs = { isReady: false, finished: 0, violations: [] };
  document.addEventListener('datastar-ready', () => (window.docs.isReady = true));
  document.addEventListener('datastar-fetch', ({ detail }) => {
    if (detail.type === 'finished') window.docs.finished++;
  });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    window.docs.violations.push(`${effectiveDirective}: ${blockedURI}`),
  );
}
