/**
 * `npm run compare`: the same cases under the real client for number fields of others and for ours, into the tables of
 * docs/comparison.md. The packages of the others are this folder's own: `npm ci --prefix bench/peers`.
 *
 *     node bench/peers/compare.mjs                        all of it
 *     node bench/peers/compare.mjs --only late,reset      these cases, printed and not written
 *     node bench/peers/compare.mjs --peers native,Vaadin  these fields, printed and not written
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildForPages } from '../../scripts/build.mjs';
import { versions as clients } from '../../scripts/datastar.mjs';
import { bundle, versionOf } from './bundle.mjs';
import { cases } from './cases.mjs';
import { bound, peers } from './peers.mjs';
import { openStage } from './stage.mjs';
import { code, print, write } from './table.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, peers: { type: 'string', default: '' } },
});
/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** All where none is named. @param {string} names @param {string[]} all */
function chosen(names, all) {
  const wanted = names.split(',').filter(Boolean);
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) fail(`"${unknown}" is none of ${all.join(', ')}`);
  return wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : all;
}
const titles = chosen(values.only, Object.keys(cases));
const names = chosen(
  values.peers,
  peers.map(({ name }) => name),
);

if (!existsSync(new URL('node_modules', import.meta.url)))
  fail('The other fields are not installed: npm ci --prefix bench/peers');
await buildForPages().catch((error) => fail(`The elements cannot be built.\n${error.message}`));

const compared = peers.filter(({ name }) => names.includes(name));
/** @type {Record<string, Record<string, string>>} */
const kits = { bridge: (await bundle("import '../../dist/bridge.js'")).files };
/** @type {import('./table.mjs').Tables} */
const tables = { versions: [], bytes: [], byHand: [] };
for (const { name, tag, from, entry, parts, byHand } of compared) {
  const { files, bytes, bytesWithoutLit } = await bundle(entry);
  kits[tag] = files;
  tables['versions']?.push({ field: name, seen: { element: `<${tag}>`, version: from ? versionOf(from) : '–' } });
  tables['bytes']?.push({ field: name, seen: { 'bytes by brotli': bytes, 'without lit': bytesWithoutLit, parts } });
  if (byHand)
    tables['byHand']?.push({
      field: name,
      seen: {
        'on the field': code(byHand.bind),
        'beside it': code(byHand.beside),
        'on the form': code(byHand.form),
      },
    });
}

const stage = await openStage(kits);
try {
  for (const [title, { run, isLate, isOnce, table = title }] of Object.entries(cases)) {
    if (!titles.includes(title)) continue;
    const rows = (tables[table] ??= []);
    for (const peer of compared)
      for (const writing of peer.byHand && !isOnce ? [bound, peer.byHand] : [bound]) {
        const field = writing === bound ? peer.name : `${peer.name}, by hand`;
        const seen = await stage.play(peer, writing, run, { isLate });
        const row = rows.find((row) => row.field === field);
        if (row) Object.assign(row.seen, seen);
        else rows.push({ field, seen });
      }
  }
  print(tables);
  const isWhole = values.only === '' && values.peers === '';
  const month = new Date().toLocaleDateString('en', { month: 'long', year: 'numeric' });
  const circumstances = `Seen in ${month}, in ${stage.version.replace('/', ' ')} under Datastar ${clients[0]}.`;
  if (isWhole) await write(tables, circumstances);
} finally {
  await stage.close();
}
