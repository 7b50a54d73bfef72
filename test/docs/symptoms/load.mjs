/** What goes wrong before anybody does anything. */
import { movesOf } from '../../support/moves.mjs';
import { stepper, swap } from './symptom.mjs';

/** @typedef {import('./symptom.mjs').Symptom} Symptom */

/** Whether elements are there, and a badge follows a field. @param {import('../visitor.mjs').Visitor} visitor */
async function follows({ page, step }) {
  await step(stepper);
  return page.$eval(stepper, (field) => [field.matches(':defined'), field.nextElementSibling?.getAttribute('count')]);
}

const alive = { isDead: true, see: follows, wanted: [true, '3'] };
const nothing = { ...alive, seen: [false, '2'] };

const plain = () => new Response('', { headers: { 'content-type': 'text/plain' } });
const nonce = { 'content-security-policy': "script-src 'nonce-R4nd0m'" };
const late = (/** @type {string} */ html) => ({ html, isLate: true });

/** @type {Record<string, Symptom[]>} */
export const atLoad = {
  'Nothing happens at load': [
    {
      ...nothing,
      cause: 'no type="module"',
      wrong: (html) => ({ html: swap(html, ' type="module"', '') }),
      console: /Unexpected token 'export'/,
    },
    {
      ...nothing,
      cause: 'the wrong type',
      wrong: (html) => ({ html, answers: { '/static/ds-elements.bundle.js': plain, '/static/datastar.js': plain } }),
      console: /responded with a MIME type of "text\/plain"/,
    },
    {
      ...nothing,
      cause: 'opened from the disk',
      wrong: (html) => ({ html, isFile: true }),
      console: /file:/,
    },
    {
      cause: 'the hash of another version, and the stylesheet draws what does nothing',
      wrong: (html) => ({ html: swap(html, 'bundle.js"', `bundle.js" integrity="sha384-${'A'.repeat(64)}"`) }),
      console: /Failed to find a valid digest/,
      async see(visitor) {
        const drawn = await visitor.page.$eval(stepper, (field) => getComputedStyle(field, '::before').content);
        return [...(await follows(visitor)), drawn];
      },
      seen: [false, '2', '"2"'],
      wanted: [true, '3', 'none'],
    },
  ],
  'The elements are drawn, but no signal moves': [
    {
      ...alive,
      cause: 'a policy keeps Datastar from compiling expressions',
      since: '1.0.3',
      wrong: (html) => ({ html: swap(html, ' data-nonce="R4nd0m"', ''), headers: nonce }),
      mended: (html) => ({ html, headers: nonce }),
      console: /EvalError.*unsafe-eval/,
      seen: [true, '2'],
    },
  ],
  'The page jumps while it loads': [
    {
      cause: 'no stylesheet',
      wrong: (html) => late(swap(html, /<link.*>/g, '')),
      mended: late,
      see: async ({ page }) => (await movesOf(page)).length > 0,
      seen: true,
      wanted: false,
    },
  ],
};
