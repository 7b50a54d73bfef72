/**
 * Total converters: whatever a template, a signal or a script sends, an attribute reads as a value of its type.
 * Missing, empty and junk text give the default, numbers out of range are clamped, nothing throws.
 */

import type { PropertyDeclaration } from 'lit';

/** Reads one kind of attribute. Text and properties go through the same `read`. */
export interface Total<T> extends PropertyDeclaration {
  /** The value of a missing, an empty or a junk attribute. */
  readonly default: T;
  /** What the attribute wants, in words a template author understands: the end of "…: expected a number". */
  readonly expected: string;
  /** The value that `input` means, or undefined where it is junk. Never throws. */
  read(input: unknown): T | undefined;
  /** Lit's side, where attribute text is not taken as it is. */
  converter?: (text: string | null) => unknown;
}

interface Range {
  /** Smallest value; less is clamped to it. */
  min?: number;
  /** Largest value; more is clamped to it. */
  max?: number;
  default: number;
}

/** A converter of what is there: missing and empty input is the default, and `parse` tells the rest from junk. */
export function total<T>(initial: T, expected: string, parse: (input: unknown) => T | undefined): Total<T> {
  return {
    default: initial,
    expected,
    read(input) {
      const isMissing = input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
      return isMissing ? initial : parse(input);
    },
  };
}

/** A finite decimal number as JavaScript and HTML write it: "3", "-1.5", "1e3". For text that is not empty. */
export function parseNumber(input: unknown): number | undefined {
  const number = typeof input === 'string' && !/[box]/i.test(input) ? Number(input) : input; // "0x1f" is JavaScript's alone
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A finite number, clamped to a range. */
export function number({ min = -Infinity, max = Infinity, default: initial }: Range): Total<number> {
  return total(initial, 'a number', (input) => {
    const value = parseNumber(input);
    return value === undefined ? undefined : Math.min(max, Math.max(min, value));
  });
}

/** A whole number, clamped to a range; a fraction is cut off. */
export function integer(range: Range): Total<number> {
  const exact = number(range);
  return total(range.default, 'a whole number', (input) => {
    const value = exact.read(input);
    return value && Math.trunc(value);
  });
}

/** A number of hundredths, 0 to 100. */
export const percent = (initial: number): Total<number> => number({ min: 0, max: 100, default: initial });

/** Any text; an empty one counts as missing. */
export const text = (initial = ''): Total<string> =>
  total(initial, 'text', (input) => (Object(input) === input ? undefined : String(input)));

/** A presence attribute: there is true, absent is false, whatever its text. */
export const boolean = (): Total<boolean> => ({
  default: false,
  expected: '', // everything means something
  converter: (attribute) => attribute !== null,
  read: Boolean,
});

/** A number or nothing: a missing, an empty and a junk attribute all set no bound. */
export const bound = (): Total<number | ''> => total<number | ''>('', 'a number', parseNumber);
