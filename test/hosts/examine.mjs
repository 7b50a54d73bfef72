/** Tests one host, from its set-up to its end. */
import { env, execPath } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { missing, openStream, run, setUp, start } from './host.mjs';

/**
 * @typedef {import('./host.mjs').Host} Host
 * @typedef {import('./matrix.mjs').Column} Column
 * @typedef {import('./matrix.mjs').Finding} Finding
 *
 * @typedef {object} Plan
 * @property {string} suite a file of tests that are run against the host
 * @property {NodeJS.ProcessEnv} [settings] what its commands find in their environment
 * @property {(host: Host) => Promise<void>} [followDocument]
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reporter = fileURLToPath(new URL('reporter.mjs', import.meta.url));
/** In milliseconds. */
const suiteTimeout = 5 * 60_000;

export const sentences = {
  starts: 'Its README, followed literally, sets it up and starts it',
  runs: 'The suite runs to its end',
  ends: 'It ends within two seconds when told so, with a stream open',
  document: 'Its document, followed literally, leads from a new project to a working element',
};

/** @param {Host} host @param {Plan} plan @returns {Promise<Column>} */
export async function examine(host, { suite, settings = {}, followDocument }) {
  /** @type {Column} */
  const column = { name: host.name, findings: [], lacks: host.lacks ?? {}, seconds: {} };
  const programs = missing(host);
  if (programs.length > 0) {
    const reason = `${programs.join(' and ')} not found on the PATH`;
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
    await timed('set-up', () => setUp({ ...host, setup: [...(host.lint ?? []), ...host.setup] }, settings));
    return timed('start', () => start(host, settings));
  });
  if (!running) return column;
  try {
    await timed('suite', () => runSuite(host, suite, running.address, column));
    await finding(column, sentences.ends, async () => {
      const stream = 'live' in column.lacks ? undefined : await openStream(new URL('/live', running.address));
      await timed('end', () => running.stop());
      if (await Promise.race([stream?.over, wait(1_000, 'open', { ref: false })]))
        throw new Error('its stream is open');
    });
  } finally {
    running.kill();
  }
  if (followDocument) await finding(column, sentences.document, () => timed('document', () => followDocument(host)));
  return column;
}

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

/** @param {Host} host @param {string} suite @param {string} address @param {Column} column */
async function runSuite({ also = [] }, suite, address, { findings, lacks }) {
  const options = ['--import', 'tsx', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const settings = { HOST_ADDRESS: address, HOST_LACKS: Object.keys(lacks).join(), HOST_ALSO: also.join() };
  const { child, ending, kill, output, tail } = run([execPath, ...options, suite], root, settings, 'SIGTERM');
  const termination = setTimeout(() => child.kill('SIGTERM'), suiteTimeout); // lets it close its browser
  const killing = setTimeout(kill, suiteTimeout + 10_000);
  const code = await ending;
  clearTimeout(termination);
  clearTimeout(killing);
  kill();
  /** @type {Finding[]} */
  const found = output()
    .split('\n')
    .flatMap((line) => (line.startsWith('{"sentence"') ? [JSON.parse(line)] : []));
  findings.push(...found);
  if (found.length > 0 && code === (found.every(({ passed }) => passed) ? 0 : 1)) return;
  findings.push({ sentence: sentences.runs, passed: false, reason: `ended with ${code}\n${tail()}` });
}
