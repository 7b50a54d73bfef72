/**
 * `npm run test:hosts`: the same page on every kind of server. Each host is set up, started on a free port, looked at by the
 * one suite, and stopped; then its document is followed from a new project on.
 *
 *     node scripts/hosts.mjs               all of examples/hosts
 *     node scripts/hosts.mjs go django     these
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { follow } from '../test/hosts/document.mjs';
import { missing, readHost, run, setUp, start } from '../test/hosts/host.mjs';
import { matrix } from '../test/hosts/matrix.mjs';
import { datastar } from './datastar.mjs';

/**
 * @typedef {import('../test/hosts/document.mjs').Supplies} Supplies
 * @typedef {import('../test/hosts/host.mjs').Host} Host
 * @typedef {import('../test/hosts/matrix.mjs').Column} Column
 * @typedef {import('../test/hosts/matrix.mjs').Finding} Finding
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const suite = join(root, 'test/hosts/suite.ts');
const reporter = join(root, 'test/hosts/reporter.mjs');
const hosts = join(root, 'examples/hosts');
const documents = join(root, 'docs/hosts');
const bundle = join(root, 'dist/ds-elements.bundle.js');
const stylesheet = join(root, 'dist/ds-elements.css');
const projects = join(root, 'test/hosts/projects');
const suitePatience = 5 * 60_000;

/** @param {Host} host @param {NodeJS.ProcessEnv} files @param {Supplies} supplies @returns {Promise<Column>} */
async function examine(host, files, supplies) {
  /** @type {Column} */
  const column = { name: host.name, findings: [], seconds: {} };
  const lacking = missing(host);
  if (lacking.length > 0) {
    const reason = `${lacking.join(' and ')} not found on the PATH`;
    if (!env['CI']) return { ...column, skipped: reason };
    column.findings.push({ sentence: sentences.starts, passed: false, reason });
    return column;
  }
  /** @template T @param {string} name @param {() => Promise<T>} work */
  const timed = async (name, work) => {
    const begin = performance.now();
    const result = await work();
    column.seconds[name] = (performance.now() - begin) / 1_000;
    return result;
  };
  const running = await finding(column, sentences.starts, async () => {
    await timed('set-up', () => setUp(host, files));
    return timed('start', () => start(host, files));
  });
  if (!running) return column;
  try {
    await timed('suite', () => look(host, running.address, column));
  } finally {
    await finding(column, sentences.ends, () => timed('end', () => running.stop()));
  }
  const document = join(documents, `${host.name}.md`);
  const project = join(projects, host.name);
  await finding(column, sentences.leads, () => timed('document', () => follow(document, project, supplies)));
  return column;
}

const sentences = {
  starts: 'It is set up, starts and answers',
  runs: 'The suite runs to its end',
  ends: 'It ends within two seconds when told so',
  leads: 'Its document, followed literally, leads from a new project to a working element',
};

/** @template T @param {Column} column @param {string} sentence @param {() => Promise<T>} work */
async function finding({ findings }, sentence, work) {
  try {
    const result = await work();
    findings.push({ sentence, passed: true });
    return result;
  } catch (error) {
    findings.push({ sentence, passed: false, reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

/** Runs the suite. @param {Host} host @param {string} address @param {Column} column */
async function look({ lacks = [], also = [] }, address, { findings }) {
  const options = ['--import', 'tsx', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const settings = { HOST_ADDRESS: address, HOST_LACKS: lacks.join(), HOST_ALSO: also.join() };
  const { child, ending, kill, output, tail } = run([execPath, ...options, suite], root, settings, 'SIGTERM');
  const gently = setTimeout(() => child.kill('SIGTERM'), suitePatience); // the browser is closed at that
  const roughly = setTimeout(kill, suitePatience + 10_000);
  const code = await ending;
  clearTimeout(gently);
  clearTimeout(roughly);
  kill();
  /** @type {Finding[]} */
  const found = output()
    .split('\n')
    .flatMap((line) => (line.startsWith('{"sentence"') ? [JSON.parse(line)] : []));
  findings.push(...found);
  if (found.length > 0 && code === (found.every(({ passed }) => passed) ? 0 : 1)) return;
  findings.push({ sentence: sentences.runs, passed: false, reason: `ended with ${code}\n${tail()}` });
}

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

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)); // which ends what was started
if (!existsSync(bundle)) throw new Error(`${bundle} is not there: npm run build`);
const files = { DS_ELEMENTS: bundle, DS_ELEMENTS_CSS: stylesheet, DATASTAR: await datastar() };
const packed = mkdtempSync(join(tmpdir(), 'ds-elements-'));
process.on('exit', () => rmSync(packed, { recursive: true, force: true }));
/** @type {Supplies} */
const supplies = {
  files: { 'ds-elements.bundle.js': bundle, 'ds-elements.css': stylesheet, 'datastar.js': files.DATASTAR },
  tarball: () => join(packed, pack()),
  // The profile of the host, whose crates can then be shared.
  settings: { CARGO_TARGET_DIR: join(hosts, 'rust/target'), CARGO_PROFILE_DEV_DEBUG: 'false' },
};

/** @returns {string} the name of the file */
function pack() {
  const options = ['pack', '--ignore-scripts', '--json', '--pack-destination', packed];
  return JSON.parse(execFileSync('npm', options, { cwd: root, encoding: 'utf8' }))[0].filename;
}

const known = readdirSync(hosts).filter((name) => existsSync(join(hosts, name, 'host.json')));
const unknown = argv.slice(2).filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such host: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  process.exit(1);
}

/** @type {Column[]} */
const columns = [];
for (const name of argv.length > 2 ? argv.slice(2) : known) {
  const column = await examine(readHost(join(hosts, name)), files, supplies);
  report(column);
  columns.push(column);
}
console.log(`\n${matrix(columns)}`);
const findings = columns.flatMap(({ findings }) => findings);
const failed = findings.filter(({ passed }) => !passed).length;
console.log(`\n${findings.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || columns.length === 0 ? 1 : 0;
