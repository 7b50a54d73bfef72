/**
 * The real Datastar client, from wherever this machine can get it. It is not on npm and not ours to commit;
 * an official bundle is known by its hash, whoever carries it.
 *
 *     node scripts/datastar.mjs            prints the path of the newest client in the table
 *     node scripts/datastar.mjs 1.0.2 …    prints the paths of these versions
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {object} Bundle
 * @property {number} bytes
 * @property {string} sha256
 * @property {string} [wheel] a Python wheel that carries it
 * @property {string} [crate] a Rust crate that carries it
 *
 * @typedef {object} Source
 * @property {(version: string, bundle: Bundle) => string | undefined} name says where; undefined where it has none
 * @property {(version: string, bundle: Bundle) => Promise<Buffer[]>} read candidates; throws a reason
 */

/** Newest first: the first one is what callers get who ask for none in particular. */
export const versions = /** @type {const} */ (['1.0.4', '1.0.2']);

/** @type {Record<string, Bundle>} */
export const bundles = {
  '1.0.4': {
    bytes: 33_553,
    sha256: '727844adfc825ee651fb93c544a2a739986f9a21820a94524b35f0cac470cf91',
    wheel: 'stario-create==5.1.0',
    crate: 'runnerd-web@0.0.21',
  },
  '1.0.2': {
    bytes: 34_083,
    sha256: '2837d87acf6ee0ba8e4e63765926c25a98d63883b02f88be194a86b81d3fd24a',
    wheel: 'stario-create==5.0.0',
  },
};

const defaultCache = fileURLToPath(new URL('../.cache/datastar', import.meta.url));
const run = promisify(execFile);

/** @type {Source} */
const named = {
  name: () => 'the file named by DATASTAR_FILE',
  read() {
    const files = process.env['DATASTAR_FILE']?.split(delimiter).filter(Boolean) ?? [];
    if (files.length === 0) throw new Error('not set');
    return Promise.all(files.map((file) => readFile(file)));
  },
};

/** @type {Source} */
const cdn = {
  name: (version) => `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${version}/bundles/datastar.js`,
  async read(version, bundle) {
    const response = await fetch(String(this.name(version, bundle)), { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return [Buffer.from(await response.arrayBuffer())];
  },
};

/** pip unpacks a wheel without running anything in it. @type {Source} */
const pip = {
  name: (_, { wheel }) => wheel && `pip, in ${wheel}`,
  async read(_, { wheel = '' }) {
    const folder = await mkdtemp(join(tmpdir(), 'datastar-'));
    try {
      const options = ['--quiet', '--no-deps', '--ignore-requires-python', '--no-compile', '--only-binary=:all:'];
      await run('pip', ['install', ...options, '--target', folder, wheel], { timeout: 60_000 });
      return [await readFile(join(folder, 'stario_create/vendor/datastar.js'))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Asking cargo about a crate unpacks it under the registry's folder. @type {Source} */
const cargo = {
  name: (_, { crate }) => crate && `cargo, in ${crate}`,
  async read(_, { crate = '' }) {
    await run('cargo', ['info', '--quiet', crate], { timeout: 60_000, cwd: tmpdir() });
    const registries = join(process.env['CARGO_HOME'] ?? join(homedir(), '.cargo'), 'registry/src');
    const folders = await readdir(registries);
    return Promise.all(
      folders.map((folder) => readFile(join(registries, folder, crate.replace('@', '-'), 'assets/datastar.js'))),
    );
  },
};

/** In this order; the cache stands between the first and the second. */
export const defaultSources = [named, cdn, pip, cargo];

/**
 * The path of the real client. What a source brought is kept in the cache, so one look lasts; the newest also as
 * `datastar.js`, a name that a new version does not change.
 *
 * @param {string} [version] one of `versions`
 * @param {{ sources?: Source[], cache?: string }} [options] for tests
 * @returns {Promise<string>}
 */
export async function datastar(version = versions[0], { sources = defaultSources, cache = defaultCache } = {}) {
  const bundle = bundles[version];
  if (!bundle)
    throw new Error(`Datastar ${version} is not in the table of scripts/datastar.mjs: ${versions.join(', ')}`);
  const path = join(cache, `${version}.js`);
  /** @type {Source} */
  const cached = { name: () => 'the cache', read: async () => [await readFile(path)] };
  const [first, ...others] = sources;
  /** @type {string[]} */
  const tried = [];
  for (const source of [...(first ? [first] : []), cached, ...others]) {
    const name = source.name(version, bundle);
    if (!name) continue;
    try {
      const candidates = await source.read(version, bundle);
      const client = candidates.find((bytes) => sha256(bytes) === bundle.sha256);
      if (!client) throw new Error(candidates.map(otherThan(version)).join('; '));
      if (source !== cached) await keep(path, client);
      if (version === versions[0]) await keep(join(cache, 'datastar.js'), client);
      return path;
    } catch (error) {
      tried.push(`  - ${name}: ${reason(error)}`);
    }
  }
  throw new Error(
    [
      `The Datastar client ${version} is not on this machine and could not be fetched. Tried:`,
      ...tried,
      `Get bundles/datastar.js of v${version} (${bundle.bytes} bytes, SHA-256 ${bundle.sha256})`,
      `by any means and name it once; it is kept: DATASTAR_FILE=path/to/datastar.js node scripts/datastar.mjs ${version}`,
    ].join('\n'),
  );
}

/** @param {Buffer} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {string} version @returns {(bytes: Buffer) => string} */
const otherThan = (version) => (bytes) => {
  const hash = sha256(bytes);
  const other = versions.find((name) => bundles[name]?.sha256 === hash);
  return other ? `holds ${other}, not ${version}` : `${bytes.length} bytes with SHA-256 ${hash}, not the official ones`;
};

/** Under its name only when whole: two processes may fetch at once. @param {string} path @param {Buffer} client */
async function keep(path, client) {
  await mkdir(join(path, '..'), { recursive: true });
  const part = `${path}.${randomUUID()}`;
  await writeFile(part, client);
  await rename(part, path);
}

/** What a person can use of an error: its deepest cause, in one line. @param {unknown} error @returns {string} */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.cause) return reason(error.cause);
  const { code, path, stderr } = /** @type {NodeJS.ErrnoException & { stderr?: string }} */ (error);
  if (code === 'ENOENT') return `${path ?? 'it'} is not there`;
  return (stderr?.trim().split('\n').at(-1) || error.message).trim();
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const version of argv.length > 2 ? argv.slice(2) : [undefined]) console.log(await datastar(version));
  } catch (error) {
    console.error(reason(error));
    process.exitCode = 1;
  }
}
