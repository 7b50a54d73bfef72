/** What goes wrong with what a page asks. */
import { elements } from '../server.mjs';
import { stepper, swap } from './symptom.mjs';

/** An answer for each line that comes only when that of the other has been asked for, too. */
function overlapping() {
  let release = () => {};
  const both = new Promise((done) => (release = () => done(undefined)));
  return async (/** @type {Request} */ request) => {
    const line = (await request.formData()).get('line');
    if (line === '8') release();
    await both;
    return elements(
      `<ds-quantity-stepper id="line-${line}" name="quantity" error="None is left."></ds-quantity-stepper>`,
    );
  };
}

/** @param {import('../visitor.mjs').Visitor} visitor */
async function bothLines({ page, step, answered }) {
  await step('#line-7');
  await step('#line-8');
  await answered(2);
  return page.$$eval(stepper, (fields) => fields.map((field) => field.getAttribute('error')));
}
const oneAddress = (/** @type {string} */ html) => ({
  html: swap(html, /\/lines\/\d/g, '/lines'),
  answers: { '/lines': overlapping() },
});
const lines = { see: bothLines, seen: [null, 'None is left.'], wanted: ['None is left.', 'None is left.'] };

/** The form with what the server says of it, under some status. @param {string} html @param {number} status */
const refused = (html, status) => ({
  html,
  answers: {
    '/order': () =>
      new Response(swap(html, 'value="5"', 'value="5" error="Only 3 are left."'), {
        status,
        headers: { 'content-type': 'text/html' },
      }),
  },
});

const sent = {
  see: async (/** @type {import('../visitor.mjs').Visitor} */ { page }) => {
    const [request] = await Promise.all([page.waitForRequest((it) => it.method() === 'POST'), page.click('button')]);
    return request.postData() ?? '';
  },
  wanted: 'quantity=1',
};

/** @type {Record<string, import('./symptom.mjs').Symptom[]>} */
export const inRequests = {
  'One line of the cart cancels the other': [
    {
      ...lines,
      cause: 'one address for both',
      wrong: oneAddress,
      mended: (html) => {
        const answer = overlapping();
        return { html, answers: { '/lines/7': answer, '/lines/8': answer } };
      },
    },
    {
      ...lines,
      cause: 'nobody said that it shall not',
      wrong: oneAddress,
      mended: (html) => oneAddress(swap(html, "'form'", "'form', requestCancellation: 'disabled'")),
    },
  ],
  'A refused form shows nothing': [
    {
      cause: 'the status is not 200',
      wrong: (html) => refused(html, 422),
      mended: (html) => refused(html, 200),
      async see({ page, step, answered }) {
        await step(stepper);
        await answered();
        return page.$eval(stepper, (field) => field.error);
      },
      seen: '',
      wanted: 'Only 3 are left.',
    },
  ],
  'The form posts without the quantity': [
    {
      ...sent,
      cause: 'no name',
      wrong: (html) => ({ html: swap(html, ' name="quantity"', '') }),
      seen: '',
    },
    {
      ...sent,
      cause: 'it is disabled',
      wrong: (html) => ({ html: swap(html, ' name="quantity"', ' name="quantity" disabled') }),
      seen: '',
    },
    {
      ...sent,
      cause: 'signals were sent, and not the form',
      wrong: (html) => ({ html: swap(html, ", {contentType: 'form'}", '') }),
      seen: '{}',
    },
  ],
};
