/** The built catalog, as a host serves it from a folder of its own. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../../scripts/listen.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = join(root, '.cache/storybook');

/** What the catalog is made of. */
const sources = ['.storybook', 'stories', 'components', 'src', 'scripts/datastar.mjs', 'package-lock.json'];

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** @param {string} path @returns {number} */
const changedAt = (path) => {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
};

/** Builds it where it is missing, or older than what it is made of. */
export function build() {
  const builtAt = statSync(join(site, 'index.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((source) => changedAt(join(root, source)) < builtAt)) return;
  execFileSync('npm', ['run', '--silent', 'storybook:build'], {
    cwd: root,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}

/**
 * @typedef {{ id: string, type: 'story' | 'docs', title: string, importPath: string }} Entry
 *
 * @returns {Promise<{ url: string, entries: Entry[], close(): void }>}
 */
export async function serve() {
  const path = '/some/folder/catalog/';
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const name = pathname.slice(path.length) || 'index.html';
    const file = normalize(join(site, decodeURIComponent(name)));
    const isThere =
      pathname.startsWith(path) && file.startsWith(site) && statSync(file, { throwIfNoEntry: false })?.isFile();
    response.writeHead(isThere ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(isThere ? readFileSync(file) : '');
  });
  const { origin, close } = await listen(server);
  const { entries } = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'));
  return {
    url: origin + path,
    entries: Object.values(entries),
    close,
  };
}
