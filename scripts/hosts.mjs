/**
 * `npm run test:hosts`: the same page on every kind of server. Each host is set up and started as its README says, but on a
 * free port, checked by the one suite, and stopped; then its document is followed, beginning with a new project.
 *
 *     node scripts/hosts.mjs               all of examples/hosts
 *     node scripts/hosts.mjs go django     these
 *     node scripts/hosts.mjs --no-build    with what was built just now
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { follow } from '../test/hosts/document.mjs';
import { examine } from '../test/hosts/examine.mjs';
import { readHost } from '../test/hosts/host.mjs';
import { matrix, verdict } from '../test/hosts/matrix.mjs';
import { buildForPages } from './build.mjs';
import { datastar } from './datastar.mjs';

/**
 * @typedef {import('../test/hosts/document.mjs').Supplies} Supplies
 * @typedef {import('../test/hosts/matrix.mjs').Column} Column
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const suite = join(root, 'test/hosts/suite.ts');
const hosts = join(root, 'examples/hosts');
const documents = join(root, 'docs/hosts');
const bundle = join(root, 'dist/ds-elements.bundle.js');
const stylesheet = join(root, 'dist/ds-elements.css');
const projects = join(root, 'test/hosts/projects');

/** @param {Column} column */
function report({ name, findings, skipped, seconds }) {
  const broken = findings.filter(({ passed }) => !passed);
  for (const { sentence, reason = '' } of broken)
    console.log(`✗ ${name}: ${sentence}\n${reason.replace(/^/gm, '    ')}`);
  const times = Object.entries(seconds).map(([what, time]) => `${what} ${time.toFixed(1)} s`);
  console.log(
    `${name}: ${skipped ?? [`${findings.length - broken.length} of ${findings.length}`, ...times].join(', ')}`,
  );
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const known = readdirSync(hosts).filter((name) => existsSync(join(hosts, name, 'host.json')));
const named = argv.slice(2).filter((name) => name !== '--no-build');
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) fail(`No such host: ${unknown.join(', ')}. There are ${known.join(', ')}.`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)); // which ends what was started
if (!argv.includes('--no-build'))
  await buildForPages().catch((error) => fail(`The elements cannot be built.\n${error.message}`));
if (!existsSync(bundle)) fail('Nothing is built: npm run build');
const client = await datastar().catch((error) => fail(error.message));
const packed = mkdtempSync(join(tmpdir(), 'ds-elements-'));
process.on('exit', () => rmSync(packed, { recursive: true, force: true }));
/** What spares time, and changes nothing that can be seen. */
const settings = {
  // The profile of the host, whose crates its document can then share.
  CARGO_TARGET_DIR: join(hosts, 'rust/target'),
  CARGO_PROFILE_DEV_DEBUG: 'false',
  JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1',
};
/** @type {Supplies} */
const supplies = {
  files: { 'ds-elements.bundle.js': bundle, 'ds-elements.css': stylesheet, 'datastar.js': client },
  tarball: () => join(packed, pack()),
  settings,
};

/** @returns {string} the name of the file */
function pack() {
  const options = ['pack', '--ignore-scripts', '--json', '--pack-destination', packed];
  return JSON.parse(execFileSync('npm', options, { cwd: root, encoding: 'utf8' }))[0].filename;
}

/** @type {import('../test/hosts/examine.mjs').Plan} */
const plan = {
  suite,
  settings,
  followDocument: ({ name }) => follow(join(documents, `${name}.md`), join(projects, name), supplies),
};
/** @type {Column[]} */
const columns = [];
const queue = (named.length > 0 ? named : known).entries();
/** Takes the next host until there is none; a host spends much of its time on waiting. */
async function work() {
  for (const [index, name] of queue) {
    const column = await examine(readHost(join(hosts, name)), plan);
    report(column);
    columns[index] = column;
  }
}
await Promise.all([work(), work()]);
console.log(`\n${matrix(columns)}`);
const { line, exitCode } = verdict(columns);
console.log(`\n${line}`);
process.exitCode = exitCode;
