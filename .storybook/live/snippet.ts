/** A story's HTML as one pastes it into a page: with the signals that it reads, and no others. */

import { escape } from '../../stories/escape.js';

/** Values of a story's Controls, each a signal of the same name. */
export type Args = Readonly<Record<string, unknown>>;

/** The signals that this HTML reads or writes, of those named. */
export function signalsIn(html: string, names: readonly string[]): string[] {
  const paths = [...html.matchAll(/\$([a-z_]\w*)|data-bind:([a-z_][\w-]*)|to-signal="([^"]*)"/gi)];
  const used = new Set(
    paths.flatMap(([, read = '', bound = '', written = '']) => [
      read,
      bound.replace(/-./g, (letter) => letter.charAt(1).toUpperCase()),
      ...written.split(',').map((pair) => pair.replace(/^.*:/, '').trim()),
    ]),
  );
  return names.filter((name) => used.has(name));
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : JSON.stringify(value ?? '');

/** What a template sends for these values, inside an element that gives the signals their first value. */
export function snippet(html: string, args: Args): string {
  const body = html.trim();
  const signals = signalsIn(body, Object.keys(args)).map((name) => `${name}: ${literal(args[name])}`);
  if (signals.length === 0) return body;
  return `<div data-signals="${escape(`{${signals.join(', ')}}`)}">\n${body.replace(/^(?=.)/gm, '  ')}\n</div>`;
}
