/** Looks at one host, from its set-up to its end. */
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
 * @property {(host: Host) => Promise<void>} [lead] follows its document
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reporter = fileURLToPath(new URL('reporter.mjs', import.meta.url));
const suitePatience = 5 * 60_000;

export const sentences = {
  starts: 'Its README, followed literally, sets it up and starts it',
  runs: 'The suite runs to its end',
  ends: 'It ends within two seconds when told so, with a stream open',
  leads: 'Its document, followed literally, leads from a new project to a working element',
};

/** @param {Host} host @param {Plan} plan @returns {Promise<Column>} */
export async function examine(host, { suite, settings = {}, lead }) {
  /** @type {Column} */
  const column = { name: host.name, findings: [], lacks: host.lacks ?? {}, seconds: {} };
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
    await timed('set-up', () => setUp({ ...host, setup: [...(host.lint ?? []), ...host.setup] }, settings));
    return timed('start', () => start(host, settings));
  });
  if (!running) return column;
  try {
    await timed('suite', () => look(host, suite, running.address, column));
    await finding(column, sentences.ends, async () => {
      const stream = 'live' in column.lacks ? undefined : await openStream(new URL('/live', running.address));
      await timed('end', () => running.stop());
      if (await Promise.race([stream?.over, wait(1_000, 'open', { ref: false })]))
        throw new Error('its stream is open');
    });
  } finally {
    running.kill();
  }
  if (lead) await finding(column, sentences.leads, () => timed('document', () => lead(host)));
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

/** Runs the suite. @param {Host} host @param {string} suite @param {string} address @param {Column} column */
async function look({ also = [] }, suite, address, { findings, lacks }) {
  const options = ['--import', 'tsx', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const settings = { HOST_ADDRESS: address, HOST_LACKS: Object.keys(lacks).join(), HOST_ALSO: also.join() };
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
