/**
 * 500 open pages and 10 changes a second: how long until each page has heard of a change, from the moment it is sent behind
 * the counter, and whether the server's memory stays as it is. Beside it a server that only writes the same bytes.
 */
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, plainLive, product, setStock, shop, start } from './program.mjs';

const READERS = 500;
const SETTLE = 10; // seconds from the last page that was opened to the first change
const BASELINE = { seconds: 10, settle: 2 };

/**
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {{ p50: number, p95: number, p99: number, max: number, skipped: number }} Latencies
 */

/** @param {number} seconds @returns {Promise<import('../report.mjs').Row[]>} */
export async function measureLive(seconds) {
  const program = await start(shop);
  let ours;
  let event;
  try {
    event = await oneChange(program);
    ours = await watch(program, { seconds, settle: SETTLE });
  } finally {
    await program.stop();
  }
  const bare = await start(plainLive, { EVENT: event });
  try {
    const theirs = await watch(bare, BASELINE);
    const name = `${READERS} open pages, 10 changes a second`;
    const ms = (/** @type {keyof Latencies} */ key) => ({ name: `${name}: ${key}`, unit: 'ms', value: ours[key] });
    return [
      ...[ms('p50'), ms('p95'), ms('p99')],
      { name: `${name}: p95`, baseline: 'a server that only writes', ours: ours.p95, theirs: theirs.p95 },
      { name: `${name}: the server's processor`, unit: '% of a core', value: ours.processor },
      { name: `${name}: resident memory at the end`, unit: 'of before', value: ours.rss },
      { name: `${name}: used heap at the end`, unit: 'of before', value: ours.heap },
    ];
  } finally {
    await bare.stop();
  }
}

/** What the shop writes to a page when a stock changes, with `{stock}` for the number. @param {Program} program */
async function oneChange({ address }) {
  const opened = get(`${address}live?product=${product}`, { agent: false });
  const [response] = await once(opened, 'response');
  response.setEncoding('utf8');
  await setStock(address, 9876);
  for await (const chunk of response) if (chunk.includes('9876')) return String(chunk).replaceAll('9876', '{stock}');
  throw new Error('The stream ended');
}

const WARM_UP = 20; // seconds of changes before the memory is looked at: by then everything was compiled that will be

/**
 * Latencies, the processor's share, and what is left of memory after a collection, at the beginning and the end of the time. In
 * between, garbage piles up and goes: a minute is too short to see by that whether anything stays.
 *
 * @param {Program} program
 * @param {{ seconds: number, settle: number }} times
 */
async function watch(program, { seconds, settle }) {
  let before = await program.usage();
  let after = before;
  let elapsed = NaN;
  /** Both in the midst of the changes: at rest a server holds less. @param {string} line */
  const hear = async (line) => {
    if (line !== 'updating') return;
    const started = performance.now();
    await sleep(1000 * WARM_UP);
    before = await program.usage({ collect: true });
    const first = performance.now();
    await sleep(started + 1000 * (WARM_UP + seconds - 1) - first);
    after = await program.usage({ collect: true });
    elapsed = performance.now() - first;
  };
  const readers = new URL('readers.mjs', import.meta.url);
  const options = { address: program.address, readers: READERS, settle, seconds: WARM_UP + seconds };
  const latencies = /** @type {Latencies} */ (await ask(readers, options, hear));
  return {
    ...latencies,
    rss: after.rss / before.rss,
    heap: after.heap / before.heap,
    processor: (100 * (after.processor - before.processor)) / elapsed,
  };
}
