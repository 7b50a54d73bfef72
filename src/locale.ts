/** Numbers as people read and type them in the language of the page around an element. */

interface Notation {
  format: Intl.NumberFormat;
  group: string;
  /** Characters that separate the fraction: the language's own, the Arabic one, "." and "," where they do not group. */
  decimals: ReadonlySet<string>;
  /** Digit of each character that is one: the language's own, ASCII, Arabic-Indic and Persian. */
  digits: ReadonlyMap<string, string>;
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
  const format = createFormat(language, { useGrouping: false, maximumFractionDigits: 20 });
  const parts = createFormat(language, {}).formatToParts(1_234_567.5);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const group = part('group');
  const decimals = new Set([part('decimal'), '.', ',', '\u066b']);
  decimals.delete(group);
  const digits = new Map<string, string>();
  for (let digit = 0; digit < 10; digit++) {
    for (const text of [
      `${digit}`,
      format.format(digit),
      String.fromCharCode(0x0660 + digit),
      String.fromCharCode(0x06f0 + digit),
    ])
      digits.set(text, `${digit}`);
  }
  return { format, group, decimals, digits };
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

/**
 * The number that a person typed in the element's language: "1,5" is 1.5 under `lang=de`, "٣" is 3 under `lang=ar`.
 * Grouped thousands are understood, a misplaced separator is not guessed at.
 * @returns `''` for blank text, undefined for what is no number
 */
export function parseNumberText(element: Element, text: string): number | '' | undefined {
  const { group, decimals, digits } = notationFor(element);
  const isGroup = (char: string): boolean =>
    char === group || char === '\u066c' || (/\s/.test(group) && /\s/.test(char));
  let plain = '';
  for (const char of text.replace(/[\u061c\u200e\u200f]/g, '').trim())
    plain += digits.get(char) ?? (decimals.has(char) ? '.' : isGroup(char) ? '_' : /[-−‐‑]/.test(char) ? '-' : char);
  if (plain === '') return '';
  if (!/^[-+]?(\d*|\d{1,3}(_\d{2,3})*_\d{3})(\.\d*)?$/.test(plain) || !/\d/.test(plain)) return undefined;
  return Number(plain.replaceAll('_', ''));
}
