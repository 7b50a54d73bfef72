/** Every package of the lock file allows the oldest Node that the kit promises, so that `npm ci` warns of nothing there. */
import { readFileSync } from 'node:fs';
import semver from 'semver';

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const oldest = semver.minVersion(read('package.json').devEngines.runtime.version)?.version ?? '';
/** @type {Record<string, { version: string, optional?: boolean, engines?: { node?: string } }>} */
const packages = read('package-lock.json').packages;

// npm passes over an optional package that does not fit, and says nothing.
const tooNew = Object.entries(packages).filter(
  ([path, { optional, engines }]) => path && !optional && engines?.node && !semver.satisfies(oldest, engines.node),
);
for (const [path, { version, engines }] of tooNew)
  console.error(`${path} ${version} wants Node ${engines?.node}; the kit promises ${oldest}`);
console.log(`${Object.keys(packages).length - 1} packages, ${tooNew.length} of them not for Node ${oldest}`);
process.exitCode = tooNew.length > 0 ? 1 : 0;
