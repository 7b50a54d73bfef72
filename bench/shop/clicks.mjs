/**
 * From a click on "Add to cart" until form and badge are painted: on the shop's product page, against the same page with two
 * plain `innerHTML` writes.
 *
 * The clock starts at the time stamp of the browser's own click event. In every frame after it a callback looks whether the
 * page shows the purchase: the new form with its message, its quantity back at 1, and the badge. In the frame where it does, the
 * callback posts a message to itself. Style, layout and paint of a frame come right after its callbacks, in the same task; so
 * the message arrives when they are done, and stops the clock. Frames round both times up to the display's rate; how long
 * until the page's content is right, whatever the frame, is a row of its own. Both pages are open, and buy in turns; they are
 * shown as to somebody who wants no motion, or the sky of one would cost the other time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { median, sampled } from '../stage.mjs';
import { plainShop, product, setStock, shop, start } from './program.mjs';

const CLICKS = 25;
const WARM_UP = 5;

/** @param {import('../stage.mjs').Stage} stage @param {number} runs @returns {Promise<import('../report.mjs').Row[]>} */
export async function measureClicks(stage, runs) {
  const [ours, theirs] = await Promise.all([start(shop), start(plainShop)]);
  const elements = `${ours.address}product/${product}`;
  const plain = `${theirs.address}plain/product/${product}`;
  try {
    for (const { address } of [ours, theirs]) await setStock(address, 9999);
    const { both } = await sampled(runs, {
      both: () => stage.visit(elements, (page) => stage.visit(plain, (plainPage) => inTurns(page, plainPage))),
    });
    const baseline = 'two innerHTML writes';
    return [
      { name: 'a purchase: click to painted', baseline, ours: both.painted, theirs: both.plainPainted },
      { name: 'a purchase: click to content', baseline, ours: both.shown, theirs: both.plainShown },
    ];
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
}

/** @param {Page} page @param {Page} plainPage */
async function inTurns(page, plainPage) {
  const turns = /** @type {const} */ ([
    ['ours', await buyer(page)],
    ['theirs', await buyer(plainPage)],
  ]);
  /** @type {Record<'ours' | 'theirs', Times[]>} */
  const times = { ours: [], theirs: [] };
  for (let click = 0; click < WARM_UP + CLICKS; click++)
    for (const [whose, buy] of turns) {
      const time = await buy();
      if (click >= WARM_UP) times[whose].push(time);
      await sleep(40 + ((click * 7) % 17)); // until the page rests; and no step with the frames
    }
  /** @param {Times[]} times @param {keyof Times} key */
  const middle = (times, key) => median(times.map((time) => time[key]));
  return {
    shown: middle(times.ours, 'shown'),
    plainShown: middle(times.theirs, 'shown'),
    painted: middle(times.ours, 'painted'),
    plainPainted: middle(times.theirs, 'painted'),
  };
}

/** A visitor who buys one, two, one, two … @param {Page} page */
async function buyer(page) {
  await page.waitForFunction(() => document.readyState === 'complete' && !document.querySelector(':not(:defined)'));
  let quantity = 2;
  let inCart = 0;
  return async () => {
    quantity = 3 - quantity;
    inCart += quantity;
    await page.bringToFront();
    const awaited = await page.evaluateHandle(awaitPurchase, quantity, String(inCart));
    await page.click('#add-to-cart');
    return awaited.evaluate(({ purchase }) => purchase);
  };
}

/** @typedef {import('../stage.mjs').Page} Page */

/** @typedef {{ shown: number, painted: number }} Times milliseconds since the click */

/** Runs in the page: chooses a quantity, and waits for what comes after a click. @param {number} quantity @param {string} inCart */
const awaitPurchase = (quantity, inCart) => {
  /** @param {string} selector */
  const find = (selector) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  };
  const field = () => {
    const quantity = find('#quantity');
    return /** @type {HTMLInputElement} */ (quantity.shadowRoot?.querySelector('input') ?? quantity);
  };
  const badge = () => {
    const badge = find('#cart-count > *');
    return badge.shadowRoot?.querySelector('[part=count]') ?? badge;
  };
  const key = () => find('#purchase-key').getAttribute('value');

  if (quantity === 2) {
    const plus = find('#quantity').shadowRoot?.querySelector('[part=increment]');
    if (plus instanceof HTMLElement) plus.click();
    else field().stepUp();
  }
  const before = key();
  const isShown = () =>
    key() !== before &&
    find('#purchase-message').textContent.startsWith(`${quantity} ×`) &&
    badge().textContent === inCart &&
    field().value === '1';

  /** @type {Promise<Times>} */
  const purchase = new Promise((resolve, reject) => {
    let clicked = 0;
    let shown = 0;
    const look = () => {
      if (shown === 0 && clicked > 0 && isShown()) shown = performance.now() - clicked;
    };
    const observer = new MutationObserver(look);
    for (const root of [find('main'), find('#cart-count'), badge().getRootNode()])
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });

    const finish = () => {
      observer.disconnect();
      clearTimeout(timer);
      resolve({ shown, painted: performance.now() - clicked });
    };
    const frame = () => {
      look();
      if (shown === 0) return void requestAnimationFrame(frame);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = finish;
      port2.postMessage(null);
    };
    const timer = setTimeout(() => {
      reject(new Error(`Not shown: ${find('#purchase-item').textContent}, ${badge().textContent} of ${inCart}`));
    }, 5000);
    const start = (/** @type {Event} */ event) => {
      clicked = event.timeStamp;
      requestAnimationFrame(frame);
    };
    document.addEventListener('click', start, { capture: true, once: true });
  });
  return { purchase };
};
