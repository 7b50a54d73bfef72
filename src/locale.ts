/** Numbers as people read and type them in the language of the page around an element. */

interface Notation {
  format: Intl.NumberFormat;
  /** What groups thousands. */
  group: string;
  /** What separates the fraction: the language's own sign, the Arabic one, "." and "," where they do not group. */
  decimals: string;
}

const notations = new Map<string, Notation>();

/** The language of the nearest `lang` attribute, through shadow roots; '' leaves the choice to the browser. */
function languageOf(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

function createNotation(language: string): Notation {
  try {
    const format = new Intl.NumberFormat(language || undefined, { maximumFractionDigits: 20 });
    const parts = format.formatToParts(1_234_567.5);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    const group = part('group');
    return { format, group, decimals: `${part('decimal')}.,\u066b`.replaceAll(group, '') };
  } catch {
    return createNotation(''); // `lang` holds what is no language tag
  }
}

function notationFor(element: Element): Notation {
  const language = languageOf(element);
  let notation = notations.get(language);
  if (!notation) {
    if (notations.size > 50) notations.clear(); // no page speaks so many: somebody feeds us junk
    notations.set(language, (notation = createNotation(language)));
  }
  return notation;
}

/** `value` in the digits and with the separator of the element's language, ungrouped and in full. */
export function formatNumber(element: Element, value: number): string {
  const { format, group } = notationFor(element);
  return format.format(value).replaceAll(group, '');
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
    .replace(/\p{Cf}/gu, '') // marks of direction
    .trim()
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[−‐‑]/g, '-')
    .replace(/[^-+\d]/g, (char) => (decimals.includes(char) ? '.' : char.trim() === group.trim() ? '_' : '?'));
  if (plain === '') return '';
  return /^[-+]?(?:\d+|\d{1,3}(?:_\d{2,3})*_\d{3}|(?=\.\d))(?:\.\d*)?$/.test(plain)
    ? Number(plain.replaceAll('_', ''))
    : undefined;
}
