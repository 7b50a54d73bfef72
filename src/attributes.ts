/**
 * Total converters: whatever a template, a signal or a script sends, an attribute reads as a value of its type.
 * Missing, empty and junk text give the default, numbers out of range are clamped, nothing throws.
 */

/** Reads one kind of attribute. Text and properties go through the same `read`. */
export interface Total<T> {
  /** The value of a missing, an empty or a junk attribute. */
  readonly default: T;
  /** What the attribute wants, in words a template author understands: the end of "…: expected a number". */
  readonly expected: string;
  /** The value that `input` means, or undefined where it is junk. Never throws. */
  read(input: unknown): T | undefined;
  /** Lit's side: attribute text as it is, so that text and property are read by the same rule. */
  fromAttribute(text: string | null): unknown;
}

interface Range {
  /** Smallest value; less is clamped to it. */
  min?: number;
  /** Largest value; more is clamped to it. */
  max?: number;
  default: number;
}

const asText = (text: string | null): unknown => text;
const isMissing = (input: unknown): boolean =>
  input === undefined || input === null || (typeof input === 'string' && input.trim() === '');

/** A finite decimal number as JavaScript and HTML write it: "3", "-1.5", "1e3". */
export function parseNumber(input: unknown): number | undefined {
  const number = typeof input === 'string' && input.trim() !== '' ? Number(input) : input;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A finite number, clamped to a range. */
export function number({ min = -Infinity, max = Infinity, default: initial }: Range): Total<number> {
  return {
    default: initial,
    expected: 'a number',
    fromAttribute: asText,
    read(input) {
      if (isMissing(input)) return initial;
      const value = parseNumber(input);
      return value === undefined ? undefined : Math.min(max, Math.max(min, value));
    },
  };
}

/** A whole number, clamped to a range; a fraction is cut off. */
export function integer(range: Range): Total<number> {
  const whole = number(range);
  return {
    ...whole,
    expected: 'a whole number',
    read(input) {
      const value = whole.read(input);
      return value === undefined ? undefined : Math.trunc(value);
    },
  };
}

/** A number of hundredths, 0 to 100. */
export const percent = (initial: number): Total<number> => number({ min: 0, max: 100, default: initial });

/** Any text; an empty one counts as missing. */
export function text(initial = ''): Total<string> {
  return {
    default: initial,
    expected: 'text',
    fromAttribute: asText,
    read(input) {
      if (isMissing(input)) return initial;
      if (typeof input === 'string') return input;
      return typeof input === 'number' || typeof input === 'boolean' ? String(input) : undefined;
    },
  };
}

/** A presence attribute: there is true, absent is false, whatever its text. */
export function boolean(): Total<boolean> {
  return {
    default: false,
    expected: 'presence or absence',
    fromAttribute: (attribute) => attribute !== null,
    read: Boolean,
  };
}

/** A number or nothing: a missing, an empty and a junk attribute all set no bound. */
export function bound(): Total<number | ''> {
  return {
    default: '',
    expected: 'a number',
    fromAttribute: asText,
    read: (input) => (isMissing(input) ? '' : parseNumber(input)),
  };
}
