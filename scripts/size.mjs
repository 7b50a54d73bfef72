/**
 * `npm run size`: what a page pays for each part, in bytes, minified and by brotli, against `budgets.json`. A recorded
 * number that no longer holds fails, whether smaller or larger: sizes change on purpose, by `npm run size -- --update`.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv, versions } from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { minified, minifyTexts } from './minify-texts.mjs';
import { slimLit } from './slim-lit.mjs';

/**
 * @typedef {{ minified: number, brotli: number, limit?: number }} Size
 * @typedef {{ brotli: string, parts: Record<string, Size> }} Budgets
 */

const file = new URL('../budgets.json', import.meta.url);
const lit = /^lit(\/|$)/;

/**
 * One file of an entry and all that it needs, as a page gets it.
 *
 * @param {string} entry
 * @param {{ external?: RegExp[], plugins?: import('vite').Plugin[] }} [options]
 */
async function measure(entry, { external = [], plugins = [] } = {}) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [minifyTexts(), ...plugins],
    build: {
      target: 'es2022',
      write: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { external, output: { minify: true, comments: false } },
    },
  });
  const chunks = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  const text = chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  return weigh(text);
}

/** @param {string} text @returns {Size} */
function weigh(text) {
  return { minified: Buffer.byteLength(text), brotli: brotliCompressSync(text).length };
}

/** @type {Record<string, Size>} */
const parts = {
  'ds-elements.bundle.js: all elements, bridge and lit, slimmed': await measure('src/index.ts', {
    plugins: [slimLit()],
  }),
  'all elements, bridge and lit as npm has it': await measure('src/index.ts'),
  'all elements and bridge, without lit': await measure('src/index.ts', { external: [lit] }),
  bridge: await measure('src/bridge.ts', { external: [lit] }),
  'ds-elements.css': weigh(minified(readFileSync('src/ds-elements.css', 'utf8'))),
};
for (const name of readdirSync('components').filter((name) => existsSync(`components/${name}/ds-${name}.ts`))) {
  const entry = `components/${name}/ds-${name}.ts`;
  parts[`ds-${name} and lit`] = await measure(entry);
  parts[`ds-${name}, without lit`] = await measure(entry, { external: [lit] });
}

/** @type {Budgets} */
const budgets = JSON.parse(readFileSync(file, 'utf8'));
const isUpdate = argv.includes('--update');
/** Another release of the brotli library may make other bytes of the same code. */
const isSameBrotli = budgets.brotli === versions['brotli'];
const faults = Object.keys(budgets.parts)
  .filter((name) => !(name in parts))
  .map((name) => `"${name}" is recorded and no longer built.`);

for (const [name, size] of Object.entries(parts)) {
  const recorded = budgets.parts[name];
  if (recorded?.limit) size.limit = recorded.limit;
  if (size.limit && size.brotli > size.limit)
    faults.push(`"${name}" is ${size.brotli - size.limit} bytes over its limit.`);
  if (size.minified !== recorded?.minified || (isSameBrotli && size.brotli !== recorded.brotli))
    faults.push(`"${name}" was ${recorded?.minified ?? 'not'} → is ${size.minified} bytes, minified.`);
}

console.table(parts, ['minified', 'brotli', 'limit']);
if (isUpdate) writeFileSync(file, `${JSON.stringify({ brotli: versions['brotli'], parts }, null, 2)}\n`);
const standing = isUpdate ? faults.filter((fault) => fault.includes('limit')) : faults;
for (const fault of standing) console.error(fault);
if (!isUpdate && standing.length > 0) console.error('Meant so? npm run size -- --update');
process.exitCode = standing.length > 0 ? 1 : 0;
