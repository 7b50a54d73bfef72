/**
 * `npm run build:integrity`: the hash of every file that a page can load, for its `integrity` attribute or for that of an
 * import map.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

/** @param {string} file */
const hash = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(new URL(file, dist)))
    .digest('base64')}`;

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(js|css)$/.test(file))
  .sort();
const hashes = Object.fromEntries(files.map((file) => [file, hash(file)]));
writeFileSync(new URL('integrity.json', dist), `${JSON.stringify(hashes, null, 2)}\n`);
