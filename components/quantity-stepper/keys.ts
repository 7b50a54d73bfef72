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
  const page = pageStep === '' ? 10 : Math.max(1, Math.round(pageStep / (rules.step === 'any' ? 1 : rules.step)));
  switch (key) {
    case 'ArrowUp':
      return stepped(rules, value, 1);
    case 'ArrowDown':
      return stepped(rules, value, -1);
    case 'PageUp':
      return stepped(rules, value, page);
    case 'PageDown':
      return stepped(rules, value, -page);
    case 'Home':
      return rules.min === '' ? undefined : rules.min;
    case 'End':
      return rules.max === '' ? undefined : lastStep(rules);
    default:
      return undefined;
  }
}
