const said = new Set<string>();

/** More kinds of mistake than this on one page are not worth memory or reading. */
const LIMIT = 100;

/**
 * Tells a page author about a mistake, once for each kind.
 * @param kind what makes two mistakes the same, for instance `ds-starfield speed`; the message, unless told
 */
export function warnOnce(message: string, kind = message): void {
  if (said.has(kind) || said.size >= LIMIT) return;
  said.add(kind);
  console.warn(message);
}

/** Text as it may stand in a message: quoted, on one line, and no more than its beginning. */
export function quote(input: unknown): string {
  const text = Object(input) === input ? typeof input : String(input);
  return JSON.stringify(text.slice(0, 60));
}

/** Tells a page author what an element made of text, or of a property, that means nothing to it. */
export function warnJunk(element: Element, attribute: string, input: unknown, wanted: Wanted): void {
  const tag = element.localName;
  warnOnce(
    `<${tag} ${attribute}=${quote(input)}>: expected ${wanted.expected}, so it counts as ${quote(wanted.default)}.`,
    `${tag} ${attribute}`,
  );
}

interface Wanted {
  /** "a number" */
  readonly expected: string;
  readonly default: unknown;
}
