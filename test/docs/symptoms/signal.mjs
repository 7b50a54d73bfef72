/** What goes wrong between an element and its signal. */
import { lit } from '../../support/lit.mjs';
import { signals } from '../server.mjs';
import { stepper, swap } from './symptom.mjs';

/** The module of one element, which brings no bridge. An import map stands for a bundler. */
const map = { imports: lit };
const client = '<script type="module" src="/static/datastar.js"></script>';
const datastarFirst = (/** @type {string} */ html) =>
  swap(swap(html, client, ''), '<title>', `<script type="importmap">${JSON.stringify(map)}</script>${client}<title>`);

/** What the signal is before an act, and after it. @param {import('../visitor.mjs').Visitor} visitor */
async function signalAndStep({ page, step }) {
  const signal = () => page.$eval('output', (output) => output.textContent);
  const before = await signal();
  await step(stepper);
  return [before, await signal()];
}

const asking = (/** @type {string} */ html, /** @type {unknown} */ quantity) => ({
  html: swap(html, '</body>', `<button data-on:click="@post('/quantity')">Ask</button></body>`),
  answers: { '/quantity': () => signals({ quantity }) },
});

const camel = {
  see: async (/** @type {import('../visitor.mjs').Visitor} */ { page, step }) => {
    await step(stepper);
    return page.$eval('ds-starfield', (field) => field.starCount);
  },
  wanted: 501,
};

/** @type {Record<string, import('./symptom.mjs').Symptom[]>} */
export const inSignals = {
  'The signal turns into a string': [
    {
      cause: 'no bridge',
      wrong: (html) => ({
        html: swap(datastarFirst(html), '/static/ds-elements.bundle.js', '/dist/ds-quantity-stepper.js'),
      }),
      mended: (html) => ({ html: datastarFirst(html) }),
      see: signalAndStep,
      seen: ['3', '"3"'],
      wanted: ['3', '4'],
    },
    {
      cause: 'the page says it in quotes',
      wrong: (html) => ({ html: swap(html, 'data-signals:quantity="3"', `data-signals:quantity="'3'"`) }),
      see: signalAndStep,
      seen: ['"3"', '4'],
      wanted: ['3', '4'],
    },
    {
      cause: 'the server says it in quotes',
      wrong: (html) => asking(html, '7'),
      mended: (html) => asking(html, 7),
      async see({ page, press }) {
        await press('button');
        return page.$eval('output', (output) => output.textContent);
      },
      seen: '"7"',
      wanted: '7',
    },
  ],
  'The field is empty, though the template gave it a value': [
    {
      cause: 'another place reads the signal first',
      wrong: (html) => ({ html: swap(html, ' data-signals:items="2"', '') }),
      see: ({ page }) =>
        page.evaluate(() => [
          document.querySelector('ds-quantity-stepper')?.value,
          document.querySelector('ds-cart-badge')?.getAttribute('count'),
        ]),
      seen: ['', ''],
      wanted: [2, '2'],
    },
    {
      cause: 'the number is in the language of the server',
      snippet: 1,
      wrong: (html) => ({ html: swap(html, '1234.5', '1234,5') }),
      see: ({ page }) => page.$eval(stepper, (field) => field.value),
      console: /1234,5/,
      seen: '',
      wanted: 1234.5,
    },
  ],
  'A name in camelCase does nothing': [
    {
      ...camel,
      cause: 'of a signal, which is bound under another name',
      wrong: (html) => ({ html: swap(html, 'data-bind:star-count', 'data-bind:starCount') }),
      seen: 500,
    },
    {
      ...camel,
      cause: 'of an attribute, which is another one',
      wrong: (html) => ({ html: swap(html, 'data-attr:star-count', 'data-attr:starCount') }),
      seen: 1000,
    },
  ],
};
