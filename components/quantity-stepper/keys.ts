import { lastStep, stepped, type NumberRules } from './number-rules.js';

/**
 * The value after a key of the spinbutton pattern; undefined for every other key, and for Home and End where there is
 * no bound to go to, so that the caret keeps them.
 * https://www.w3.org/WAI/ARIA/apg/patterns/spinbutton/
 * @param pageStep how far Page Up and Page Down go; `''` for ten steps
 */
export function afterKey(
  key: string,
  rules: NumberRules,
  value: number | '',
  pageStep: number | '',
): number | '' | undefined {
  const { min, max, step } = rules;
  const page =
    pageStep === '' ? 10 : Math.min(2 ** 31 - 1, Math.max(1, Math.round(pageStep / (step === 'any' ? 1 : step))));
  const steps = new Map([
    ['ArrowUp', 1],
    ['ArrowDown', -1],
    ['PageUp', page],
    ['PageDown', -page],
  ]).get(key);
  if (steps) return stepped(rules, value, steps);
  if (key === 'Home' && Number.isFinite(min)) return min;
  if (key === 'End' && Number.isFinite(max)) return lastStep(rules);
  return undefined;
}
