/**
 * Range, step and their messages as the platform's own number input has them: exact decimals, the step base of HTML,
 * words in the user's language. One detached input answers for every stepper of the page.
 */
import { parseNumber, total } from '../../src/attributes.js';
import type { Problem } from '../../src/form-control.js';

export interface NumberRules {
  /** The bounds; infinite where there is none. */
  min: number;
  max: number;
  step: number | 'any';
  /** Where steps are counted from without a `min`: the default value, as in a native input. */
  base: number | '';
}

/** `step`: a number above 0, or `any`. */
export const step = total<number | 'any'>(1, 'a number above 0, or any', (input) => {
  if (input === 'any') return 'any';
  const value = parseNumber(input);
  return value && value > 0 ? value : undefined;
});

let shared: HTMLInputElement | undefined;

/** The input with its rules and a value. To HTML an infinite bound is none. */
function native({ min, max, step, base }: NumberRules, value: number | ''): HTMLInputElement {
  shared ??= Object.assign(document.createElement('input'), { type: 'number' });
  return Object.assign(shared, { min, max, step, defaultValue: base, value });
}

const numberOf = ({ value }: HTMLInputElement): number | '' => (value === '' ? '' : Number(value));

/** What is wrong with `value` under `rules`. */
export function problemOf(rules: NumberRules, value: number | '', required: boolean): Problem {
  const { validity, validationMessage } = Object.assign(native(rules, value), { required });
  const { valueMissing, rangeUnderflow, rangeOverflow, stepMismatch } = validity;
  return { flags: { valueMissing, rangeUnderflow, rangeOverflow, stepMismatch }, message: validationMessage };
}

/**
 * The value `steps` steps up from `value` (down where negative), brought into range and onto a step first. Returns
 * `value` where there is no way to go. An empty value counts as 0.
 */
export function stepped(rules: NumberRules, value: number | '', steps: number): number | '' {
  const { min, max, step } = rules;
  const from = Number(value);
  if (from > max) return lastStep(rules);
  if (from < min) return min;
  const isFree = step === 'any';
  const input = native(isFree ? { min: -Infinity, max: Infinity, step: 1, base: from } : rules, value);
  input.stepUp(steps);
  const next = numberOf(input);
  return isFree && next !== '' ? Math.min(max, Math.max(min, next)) : next;
}

/** The greatest value on a step within range. */
export function lastStep(rules: NumberRules): number | '' {
  const input = native(rules, rules.max);
  if (input.validity.stepMismatch) input.stepDown();
  return numberOf(input);
}
