/** The package as a user gets it: packed, and installed by npm into a fresh folder. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The elements, by their folders. */
export const names = (await readdir(join(root, 'components'))).sort();

/** @param {string} name */
export const className = (name) => `Ds${name.replace(/(^|-)./g, (letter) => letter.slice(-1).toUpperCase())}`;

/** What the tests run under is not what a user has. */
const plain = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')));

/** @param {string[]} args @param {string} cwd */
const npm = (args, cwd) => run('npm', [...args, '--no-audit', '--no-fund', '--ignore-scripts'], { cwd, env: plain });

export async function freshProject() {
  const folder = await mkdtemp(join(tmpdir(), 'ds-elements-package-'));
  await writeFile(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  const { stdout } = await npm(['pack', '--json', '--pack-destination', folder], root);
  /** @type {[{ filename: string, files: { path: string }[] }]} */
  const [{ filename, files }] = JSON.parse(stdout);
  await npm(['install', '--prefer-offline', `./${filename}`], folder);
  return {
    folder,
    /** Where the package stands in it. */
    installed: join(folder, 'node_modules/ds-elements'),
    /** What is in the package. */
    files: files.map(({ path }) => path).sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
