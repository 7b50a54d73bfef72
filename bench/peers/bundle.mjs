/** What a page must load for one field: code and styles, minified, and their weight by brotli at its best. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

/** @typedef {{ files: Record<string, string>, bytes: number, bytesWithoutLit: number }} Bundle `files` by name, of which `kit.js` is the first */

const folder = fileURLToPath(new URL('.', import.meta.url));
/** As if a file lay here, from which packages are looked up. */
const entryFile = `${folder}entry.js`;
const lit = /^(lit|lit-html|lit-element|@lit\/reactive-element)(\/|$)/;

/** @param {string} entry @param {RegExp[]} external */
async function bundled(entry, external) {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entryFile ? id : null),
        load: (id) => (id === entryFile ? entry : null),
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      cssMinify: true,
      lib: { entry: entryFile, formats: ['es'], fileName: 'kit' },
      rolldownOptions: { external, output: { minify: true, comments: false } },
    },
  });
  const output = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  /** @type {Record<string, string>} */
  const files = {};
  for (const file of output) files[file.fileName] = 'code' in file ? file.code : String(file.source);

  // A chunk that is imported when it is needed is not what every page loads.
  const first = new Set(output.filter((file) => file.type === 'asset' || file.isEntry).map((file) => file.fileName));
  for (const name of first)
    for (const file of output)
      if (file.type === 'chunk' && file.fileName === name) for (const other of file.imports) first.add(other);
  const bytes = [...first].map((name) => weigh(files[name] ?? '')).reduce((sum, size) => sum + size, 0);
  return { files, bytes };
}

/** @param {string} text */
const weigh = (text) => (text.trim() === '' ? 0 : brotliCompressSync(text).length);

/** @param {string} entry @returns {Promise<Bundle>} */
export async function bundle(entry) {
  if (entry === '') return { files: {}, bytes: 0, bytesWithoutLit: 0 };
  const { bytes: bytesWithoutLit } = await bundled(entry, [lit]);
  return { ...(await bundled(entry, [])), bytesWithoutLit };
}

/** The version that is installed. @param {string} from */
export function versionOf(from) {
  const place = from.startsWith('.') ? from : `node_modules/${from}`;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(`${folder}${place}/package.json`, 'utf8'));
  return version;
}
