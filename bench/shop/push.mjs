/**
 * From the moment when somebody behind the counter presses "Set" until the pages of shoppers show the new stock: real pages on
 * one machine, which share a clock.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../stage.mjs';
import { product, shop, start } from './program.mjs';

const CHANGES = 25;
const WARM_UP = 5;
const first = 1001; // numbers that no page has seen before

/** @typedef {import('../stage.mjs').Page} Page */

/** @param {import('../stage.mjs').Stage} stage @returns {Promise<import('../report.mjs').Row[]>} */
export async function measurePush(stage) {
  const { address, stop } = await start(shop);
  try {
    const delays = await stage.visit(`${address}admin`, (admin) =>
      stage.visit(`${address}product/${product}`, (one) =>
        stage.visit(address, (other) => changes(admin, [one, other])),
      ),
    );
    const name = 'a stock that is set: until a shopper’s page shows it';
    return [
      { name: `${name}, median`, unit: 'ms', value: median(delays) },
      { name: `${name}, worst`, unit: 'ms', value: Math.max(...delays) },
    ];
  } finally {
    await stop();
  }
}

/** @param {Page} admin @param {Page[]} shoppers @returns {Promise<number[]>} milliseconds, of each change on each page */
async function changes(admin, shoppers) {
  const pages = [admin, ...shoppers];
  const isAlive = () => document.readyState === 'complete' && !document.querySelector(':not(:defined)');
  for (const page of pages) await page.waitForFunction(isAlive);
  const delays = [];
  for (let change = 0; change < WARM_UP + CHANGES; change++) {
    const seen = await Promise.all(shoppers.map((page) => page.evaluateHandle(showing, product, first + change)));
    const pressed = await admin.evaluate(set, product, first + change);
    const times = await Promise.all(seen.map((handle) => handle.evaluate(({ time }) => time)));
    if (change >= WARM_UP) delays.push(...times.map((time) => time - pressed));
    await sleep(40 + ((change * 7) % 17)); // no step with the pace of the streams
  }
  return delays;
}

/** Runs in a shopper's page: when it shows a number, in milliseconds since 1970. @param {string} product @param {number} stock */
const showing = (product, stock) => ({
  time: /** @type {Promise<number>} */ (
    new Promise((resolve) => {
      const look = () => {
        if (document.getElementById(`stock-${product}`)?.textContent.includes(`${stock}`))
          resolve(performance.timeOrigin + performance.now());
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    })
  ),
});

/** Runs in the page behind the counter, and says when it was pressed. @param {string} product @param {number} stock */
const set = (product, stock) => {
  const form = /** @type {HTMLFormElement} */ (document.getElementById(`stock-form-${product}`));
  const field = /** @type {HTMLElement & { value: number }} */ (document.getElementById(`stock-value-${product}`));
  field.value = stock;
  const now = performance.timeOrigin + performance.now();
  form.querySelector('button')?.click();
  return now;
};
