/** What the tests of the catalog do to its pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {string | number | boolean} Value
 */

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Opens an address and keeps what goes wrong there.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 */
export async function open(browser, url) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/**
 * Resolves when so many stories stand on the page, and Datastar has written the signals under each.
 *
 * @param {{ page: Page, complaints: string[] }} opened
 * @param {number} count
 */
export async function alive({ page, complaints }, count) {
  const isAlive = (/** @type {number} */ wanted) => {
    const values = [...document.querySelectorAll('[data-signal]')];
    return (
      document.querySelector('h1, .stage') &&
      document.querySelectorAll('.stage .signals').length === wanted &&
      values.every((value) => value.textContent)
    );
  };
  await page
    .waitForFunction(isAlive, { timeout: 20_000 }, count)
    .catch((error) => assert.fail([String(error), ...complaints].join('\n')));
}

/** What axe finds in the stories of a page. @param {Page} page */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await window.axe.run({ include: [['.stage']] }, { resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** The Controls of a story on this page, with their values. @param {Page} page @param {string} id */
export const controls = (page, id) =>
  page.evaluate(async (storyId) => {
    const { storyStoreValue } = window.__STORYBOOK_PREVIEW__;
    const story = await storyStoreValue.loadStory({ storyId });
    const { args } = storyStoreValue.getStoryContext(story);
    return Object.fromEntries(Object.entries(args).filter(([name]) => story.argTypes[name]?.control));
  }, id);

/**
 * What Storybook's own panel sends when somebody changes a Control.
 *
 * @param {Page} page
 * @param {string} storyId
 * @param {Record<string, Value>} updatedArgs
 */
export const change = (page, storyId, updatedArgs) =>
  page.evaluate((detail) => window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateStoryArgs', detail), {
    storyId,
    updatedArgs,
  });

/**
 * What Storybook's toolbar sends; resolves when the story has followed.
 *
 * @param {Page} page
 * @param {'theme' | 'colours'} name
 * @param {string} value
 */
export async function choose(page, name, value) {
  await page.evaluate((globals) => window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals }), {
    [name]: value,
  });
  await page.waitForSelector(`.stage[data-${name}=${value}]`);
}

/** All that can be told of the elements of the kit: their attributes, and the value of a control. @param {Page} page */
export const look = (page) =>
  page.$$eval('.stage *', (all) =>
    all
      .filter(({ localName }) => localName.startsWith('ds-'))
      .map((element) => {
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
        return [...attributes, 'value' in element ? element.value : ''].join();
      }),
  );

/** A value of the same type. @param {Value} value @returns {Value} */
export const another = (value) =>
  typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}.`;

/** Presses a part of an element's shadow tree. @param {import('puppeteer-core').ElementHandle<Element> | null | undefined} element @param {string} part */
export async function press(element, part) {
  assert.ok(element);
  await element.evaluate((host, name) => {
    const button = host.shadowRoot?.querySelector(`[part=${name}]`);
    if (button instanceof HTMLElement) button.click();
  }, part);
}
