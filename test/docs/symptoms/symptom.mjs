/** What a symptom of docs/troubleshooting.md is to its test. */

/**
 * @typedef {object} Site what a visitor finds
 * @property {string} html
 * @property {Record<string, string>} [headers]
 * @property {Record<string, import('../server.mjs').Answer>} [answers] by path
 * @property {boolean} [isFile] opened from the disk, and not over HTTP
 * @property {boolean} [isLate] scripts come only after the first paint
 *
 * @typedef {object} Symptom
 * @property {string} cause
 * @property {number} [snippet] which one of its section; the first without it
 * @property {(html: string) => Site} wrong what the user has, made from the snippet
 * @property {(html: string) => Site} [mended] what they should have; the snippet as it stands without it
 * @property {boolean} [isDead] Datastar does not start on the wrong page
 * @property {string} [since] the version of Datastar that can do what the mended page says
 * @property {RegExp} [console] what the console says on the wrong page
 * @property {(visitor: import('../visitor.mjs').Visitor) => Promise<unknown>} see what the visitor does, and sees then
 * @property {unknown} seen on the wrong page
 * @property {unknown} wanted on the mended one
 */

/** The tag of the field in all of these pages. */
export const stepper = 'ds-quantity-stepper';

/** @param {string} html @param {string | RegExp} part @param {string} other */
export function swap(html, part, other) {
  const swapped = html.replaceAll(part, other);
  if (swapped === html) throw new Error(`${part} is not in ${html}`);
  return swapped;
}
