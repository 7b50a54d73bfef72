/**
 * Range, step and their messages as the platform's own number input has them: exact decimals, the step base of HTML,
 * words in the user's language. One detached input answers for every stepper of the page.
 */
import { number, parseNumber, type Total } from '../../src/attributes.js';
import type { Problem } from '../../src/form-control.js';

export interface NumberRules {
  min: number | '';
  max: number | '';
  step: number | 'any';
  /** Where steps are counted from without a `min`: the default value, as in a native input. */
  base: number | '';
}

/** `step`: a number above 0, or `any`. */
export const step: Total<number | 'any'> = {
  ...number({ default: 1 }),
  expected: 'a number above 0, or any',
  read(input) {
    if (input === 'any') return 'any';
    if (input === undefined || input === null || input === '') return 1;
    const value = parseNumber(input);
    return value !== undefined && value > 0 ? value : undefined;
  },
};

let shared: HTMLInputElement | undefined;

function native({ min, max, step, base }: NumberRules, value: number | ''): HTMLInputElement {
  if (!shared) {
    shared = document.createElement('input');
    shared.type = 'number';
  }
  shared.min = `${min}`;
  shared.max = `${max}`;
  shared.step = `${step}`;
  shared.defaultValue = `${base}`;
  shared.value = `${value}`;
  return shared;
}

const numberOf = (input: HTMLInputElement): number | '' => (input.value === '' ? '' : Number(input.value));

/** What is wrong with `value` under `rules`. */
export function problemOf(rules: NumberRules, value: number | '', required: boolean): Problem {
  const input = native(rules, value);
  input.required = required;
  const { valueMissing, rangeUnderflow, rangeOverflow, stepMismatch } = input.validity;
  return {
    flags: { valueMissing, rangeUnderflow, rangeOverflow, stepMismatch },
    message: input.validationMessage,
  };
}

/**
 * The value `steps` steps up from `value` (down where negative), brought into range and onto a step first. Returns
 * `value` where there is no way to go. An empty value counts as 0.
 */
export function stepped(rules: NumberRules, value: number | '', steps: number): number | '' {
  const from = value === '' ? 0 : value;
  const { min, max } = rules;
  if (max !== '' && from > max) return lastStep(rules);
  if (min !== '' && from < min) return min;
  const input = native(rules.step === 'any' ? { ...rules, min: '', max: '', step: 1, base: from } : rules, value);
  input.stepUp(steps);
  const next = numberOf(input);
  if (rules.step !== 'any' || next === '') return next;
  return Math.min(max === '' ? Infinity : max, Math.max(min === '' ? -Infinity : min, next));
}

/** The greatest value on a step within range; `''` where there is no `max`. */
export function lastStep(rules: NumberRules): number | '' {
  const { max } = rules;
  if (max === '' || rules.step === 'any') return max;
  const input = native(rules, max);
  if (input.validity.stepMismatch) input.stepDown();
  return numberOf(input);
}
