/** What goes wrong when the server patches a page. */
import { elements, signals } from '../server.mjs';
import { stepper, swap } from './symptom.mjs';

/** The badge of a page, without what is beside it. @param {string} html */
const badgeOf = (html) => /<ds-cart-badge.*<\/ds-cart-badge>/s.exec(html)?.[0] ?? '';

/** The same page, and an address that answers with a part of it that has changed. */
const patched = (
  /** @type {string} */ path,
  /** @type {string} */ html,
  change = (/** @type {string} */ old) => old,
) => ({
  html,
  answers: { [path]: () => elements(change(html)) },
});

/** @param {import('../visitor.mjs').Visitor} visitor */
async function valueAfterPatch({ page, step, press }) {
  await step(stepper);
  await press('button');
  return page.$eval(stepper, (field) => field.value);
}

/** @type {Record<string, import('./symptom.mjs').Symptom[]>} */
export const whenPatched = {
  'The value resets after a patch': [
    {
      cause: 'the field has no id',
      wrong: (html) => purchase(swap(html, ' id="quantity"', '')),
      mended: (html) => purchase(html),
      see: valueAfterPatch,
      seen: 1,
      wanted: 2,
    },
    {
      cause: 'a new element brings data-signals again',
      snippet: 1,
      wrong: (html) => renewed(swap(html, '__ifmissing', '')),
      mended: (html) => renewed(html),
      see: valueAfterPatch,
      seen: 1,
      wanted: 2,
    },
    {
      cause: 'the patch brings another value',
      wrong: (html) => patched('/purchase', html, (old) => swap(old, 'value="1"', 'value="7"')),
      mended: (html) => patched('/purchase', html),
      see: valueAfterPatch,
      seen: 7,
      wanted: 2,
    },
  ],
  'The focus is lost when a form is patched': [
    {
      cause: 'the field has no id',
      wrong: (html) => line(swap(html, /id="line-quantity"/g, '')),
      mended: (html) => line(html),
      async see({ page, step, answered }) {
        await step(stepper);
        await answered();
        return page.evaluate(() => document.activeElement?.localName);
      },
      seen: 'body',
      wanted: stepper,
    },
  ],
  "The server's value does not show": [
    {
      cause: 'it is the same as before',
      wrong: (html) => patched('/order', swap(html, /rev=".*"/g, '')),
      mended: (html) => patched('/order', html, (old) => swap(old, 'order-41', 'order-42')),
      async see({ page, step, answered }) {
        await step(stepper);
        await answered();
        return page.$eval(stepper, (field) => field.value);
      },
      seen: 2,
      wanted: 1,
    },
    {
      cause: 'a signal drives the attribute',
      snippet: 1,
      wrong: (html) => counted(driven(html)),
      mended: (html) => counted(html),
      see: count,
      seen: 1,
      wanted: 9,
    },
    {
      cause: 'a signal drives the attribute, and the answer does not patch it',
      snippet: 1,
      wrong: (html) => counted(driven(html)),
      mended: (html) => ({ html: driven(html), answers: { '/cart': () => signals({ items: 9 }) } }),
      see: count,
      seen: 1,
      wanted: 9,
    },
  ],
  'An attribute is gone after a patch': [
    {
      cause: 'a script of the page has set it',
      wrong: (html) => patched('/cart', swap(html, ' data-preserve-attr="class"', ''), badgeOf),
      mended: (html) => patched('/cart', html, badgeOf),
      async see({ page, press }) {
        await page.$eval('ds-cart-badge', (badge) => badge.classList.add('seen'));
        await press('button');
        return page.$eval('ds-cart-badge', (badge) => badge.className);
      },
      seen: '',
      wanted: 'seen',
    },
  ],
};

/** One paragraph more before that of the field. */
const purchase = (/** @type {string} */ html) =>
  patched('/purchase', html, (old) => swap(old, '<p>', '<p>In your cart.</p><p>'));
const line = (/** @type {string} */ html) => patched('/line', html, (old) => swap(old, '<p>', '<p>Saved.</p><p>'));

/** The paragraph comes back as another element. */
const renewed = (/** @type {string} */ html) => patched('/cart', html, (old) => swap(old, /(?<=<\/?)p\b/g, 'div'));

const counted = (/** @type {string} */ html) =>
  patched('/cart', html, (old) => swap(badgeOf(old), 'count="1"', 'count="9"'));
const driven = (/** @type {string} */ html) =>
  swap(html, 'count="1"', 'count="1" data-signals:items="1" data-attr:count="$items"');

/** @param {import('../visitor.mjs').Visitor} visitor */
async function count({ page, press }) {
  await press('button');
  return page.$eval('ds-cart-badge', (badge) => badge.count);
}
