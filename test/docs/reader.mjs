/**
 * A reader who tries a snippet: puts it into a page with the built kit and the real Datastar client, opens that in a
 * real browser, uses everything on it, and says what did not work.
 */
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { vocabulary } from './markdown.mjs';
import { boundPlaces, submitForms, unknownNames, unseen } from './in-page.mjs';
import { openServer } from './server.mjs';

/** Longer than anything here takes; only what is broken waits so long. In milliseconds. */
const PATIENCE = 5000;

/** What `@post('/cart')` and its like ask for. */
const REQUEST = /@(?:get|post|put|patch|delete)\('([^']+)'/g;

/** The name of a field of ours. */
const FIELD = /<ds-[^>]*?\sname="([^"]+)"/g;

/** A snippet that is a whole page loads its own scripts; any other gets the kit and Datastar around it. @param {string} code */
export const asPage = (code) =>
  code.startsWith('<!doctype')
    ? code
    : `<!doctype html><html lang="en"><title>Snippet</title>
<script type="module" src="/dist/ds-elements.bundle.js"></script>
<script type="module" src="/datastar.js"></script>
${code}</html>`;

export async function openReader() {
  const server = await openServer();
  const browser = await puppeteer.launch(chromiumLaunchOptions());

  return {
    /**
     * Opens a page under Datastar. Complaints go on being written into the list.
     * @param {string} code
     */
    async open(code, patience = PATIENCE) {
      const page = await browser.newPage();
      /** @type {string[]} */
      const complaints = [];
      /** @type {string[]} */
      const log = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        (['error', 'warn'].includes(message.type()) ? complaints : log).push(message.text());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('datastar-ready', () => Object.assign(window, { isReady: true }));
      });
      await page.goto(server.serve(asPage(code)));
      await page
        .waitForFunction(() => 'isReady' in window, { timeout: patience })
        .catch(() => complaints.push('Datastar did not start'));
      return { page, complaints, log };
    },

    /** Everything that does not work in a snippet of HTML; nothing where all of it does. @param {string} code */
    async complaints(code, patience = PATIENCE) {
      const { page, complaints, log } = await this.open(code, patience);
      complaints.push(...(await page.evaluate(unknownNames, vocabulary)), ...(await page.evaluate(unseen)));
      const before = await page.evaluate(boundPlaces);
      const fields = code.includes("contentType: 'form'") ? [...code.matchAll(FIELD)].map(([, name]) => name) : [];
      const requests = [...code.matchAll(REQUEST)].map(async ([, path = '']) => {
        const isIt = (/** @type {import('puppeteer-core').HTTPRequest} */ request) =>
          new URL(request.url()).pathname === path;
        const request = await page.waitForRequest(isIt, { timeout: patience }).catch(() => undefined);
        if (!request) complaints.push(`nothing asked for ${path}`);
        const sent = new URLSearchParams(request?.postData());
        for (const field of fields) if (!sent.get(`${field}`)) complaints.push(`${path} was sent no ${field}`);
      });
      await useEverything(page);
      await Promise.all(requests);
      const now = await page.evaluate(boundPlaces);
      for (const [place, value] of Object.entries(before))
        if (now[place] === value) complaints.push(`${place} stayed ${JSON.stringify(value)} when everything was used`);
      complaints.push(...(await page.evaluate(submitForms)));
      if (code.includes('console.info') && log.length === 0) complaints.push('it logged nothing');
      await page.close();
      return complaints;
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** With a real mouse and keyboard. @param {import('puppeteer-core').Page} page */
async function useEverything(page) {
  for (const stepper of await page.$$('ds-quantity-stepper')) {
    await stepper.focus();
    await page.keyboard.press('ArrowUp');
  }
  for (const range of await page.$$('input[type=range]')) {
    await range.focus();
    await page.keyboard.press('ArrowRight');
  }
  for (const pressed of await page.$$('input[type=checkbox], button[data-on\\:click]')) await pressed.click();
  for (const surface of await page.$$('[data-on\\:mousemove]')) {
    const box = await surface.boundingBox();
    if (box) await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
  }
  // Datastar writes what follows from a signal in a microtask or two; a frame is later than that.
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
