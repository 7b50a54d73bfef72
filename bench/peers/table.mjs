/** What was seen, as tables: on the screen, and between the markers of docs/comparison.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * @typedef {{ field: string, seen: import('./cases.mjs').Seen }} Row
 * @typedef {Record<string, Row[]>} Tables by the name in the marker
 */

const file = fileURLToPath(new URL('../../docs/comparison.md', import.meta.url));

/** @param {Tables} tables */
export function print(tables) {
  for (const [title, rows] of Object.entries(tables)) {
    if (title === 'byHand') continue; // too wide, and nothing that was seen
    console.log(title);
    console.table(Object.fromEntries(rows.map(({ field, seen }) => [field, seen])));
  }
}

/** @param {string} [text] */
export const code = (text) => (text ? `\`${text}\`` : '');

/** @param {string | number} value */
const cell = (value) => {
  if (typeof value === 'number') return value.toLocaleString('en');
  return value.startsWith('`') ? value : value.replace(/</g, '\\<');
};

/** @param {Row[]} rows */
function markdown(rows) {
  const columns = [...new Set(rows.flatMap(({ seen }) => Object.keys(seen)))];
  const lines = rows.map(({ field, seen }) => [field, ...columns.map((column) => cell(seen[column] ?? ''))]);
  return [['', ...columns.map(cell)], ['', ...columns].map(() => '---'), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

/** Of each case the column that says most, with `data-bind` alone: a row a case, a column a field. */
const glance = [
  ['signal after typing 5', 'bound', 'after typing 5'],
  ['defined late, 5 typed: shown / signal', 'late', 'after typing 5'],
  ['… with our bridge beside it', 'late', 'after typing 5, with our bridge'],
  ['same HTML five times: mutations', 'patches', 'mutations'],
  ['same HTML five times: lost', 'patches', 'lost of its own'],
  ['5 typed, server sends HTML with 3: shown / signal', 'server', 'HTML with value="3"'],
  ['5 typed, server sends signal 3: shown / signal', 'server', 'signal patched to 3'],
  ['`form.reset()`: shown / signal', 'reset', 'after reset()'],
  ['form entry', 'form', 'entry after typing 5'],
  ['required and empty', 'form', 'required and empty'],
  ['alive after removal', 'collection', 'fields alive'],
  ['role', 'access', 'role'],
  ['bytes by brotli', 'bytes', 'bytes by brotli'],
];

/** @param {Tables} tables @returns {Row[]} */
const glanceOf = (tables) =>
  glance.map(([field = '', table = '', column = '']) => {
    const rows = (tables[table] ?? []).filter((row) => !row.field.endsWith('by hand'));
    return { field, seen: Object.fromEntries(rows.map((row) => [row.field, row.seen[column] ?? ''])) };
  });

/** Every table has its place in the document, and every place its table. @param {Tables} tables @param {string} circumstances */
export async function write(tables, circumstances) {
  const all = { ...tables, glance: glanceOf(tables) };
  const texts = {
    ...Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, markdown(rows)])),
    circumstances,
  };
  const before = await readFile(file, 'utf8');
  const missing = new Set(Object.keys(texts));
  const after = before.replace(/(<!-- table: (\w+) -->).*?(<!-- end -->)/gs, (_, start, name, end) => {
    const text = /** @type {Record<string, string>} */ (texts)[name];
    if (text === undefined) throw new Error(`docs/comparison.md has a place for ${name}, which was not tried`);
    missing.delete(name);
    return `${start}\n\n${text}\n\n${end}`;
  });
  if (missing.size > 0) throw new Error(`docs/comparison.md has no place for ${[...missing].join(', ')}`);
  await writeFile(file, await format(after, { ...(await resolveConfig(file)), filepath: file }));
}
