/** Numbers as people read and type them in the language of the page around an element. */

interface Notation {
  format: Intl.NumberFormat;
  /** What groups thousands. */
  group: string;
  /** What separates the fraction: the language's own sign, the Arabic one, "." and "," where they do not group. */
  decimals: string;
}

const notations = new Map<string, Notation>();

/** The language of the nearest `lang` attribute, through shadow roots; undefined leaves the choice to the browser. */
function languageOf(element: Element): string | undefined {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') || undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : undefined;
}

function createFormat(language: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language, options);
  } catch {
    return new Intl.NumberFormat(undefined, options); // `lang` holds what is no language tag
  }
}

function createNotation(language: string | undefined): Notation {
  const parts = createFormat(language, {}).formatToParts(1_234_567.5);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const group = part('group');
  return {
    format: createFormat(language, { useGrouping: false, maximumFractionDigits: 20 }),
    group,
    decimals: `${part('decimal')}.,\u066b`.replaceAll(group || ' ', ''),
  };
}

function notationFor(element: Element): Notation {
  const language = languageOf(element);
  const key = language ?? '';
  let notation = notations.get(key);
  if (!notation) {
    if (notations.size > 50) notations.clear(); // no page speaks so many: somebody feeds us junk
    notations.set(key, (notation = createNotation(language)));
  }
  return notation;
}

/** `value` in the digits and with the separator of the element's language, ungrouped and in full. */
export function formatNumber(element: Element, value: number): string {
  return notationFor(element).format.format(value);
}

/** Digit of a character that is one in any script: each has its ten in a row. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return `${(code - zero) % 10}`;
}

/**
 * The number that a person typed in the element's language: "1,5" is 1.5 under `lang=de`, "٣" is 3 under `lang=ar`.
 * Grouped thousands are understood, a misplaced separator is not guessed at.
 * @returns `''` for blank text, undefined for what is no number
 */
export function parseNumberText(element: Element, text: string): number | '' | undefined {
  const { group, decimals } = notationFor(element);
  const plain = text
    .replace(/[\u061c\u200e\u200f]/g, '')
    .trim()
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[−‐‑]/g, '-')
    .replace(/[^-+\d]/g, (char) =>
      decimals.includes(char) ? '.' : char === group || (/\s/.test(group) && /\s/.test(char)) ? '_' : '?',
    );
  if (plain === '') return '';
  return /^[-+]?(\d+\.?|\d{1,3}(_\d{2,3})*_\d{3}\.?|\.\d)\d*$/.test(plain)
    ? Number(plain.replaceAll('_', ''))
    : undefined;
}
