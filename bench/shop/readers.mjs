/**
 * A program of its own: pages that are open on one product, and somebody behind the counter who changes its stock ten times a
 * second. Prints a line when that begins, and at the end how long a change took to reach the pages; they stay open until its
 * input ends.
 *
 *     node bench/shop/readers.mjs --address=http://127.0.0.1:3000/ --readers=500 --settle=10 --seconds=60
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { product, setStock } from './program.mjs';

const text = /** @type {const} */ ({ type: 'string', default: '' });
const { values } = parseArgs({ options: { address: text, readers: text, settle: text, seconds: text } });
const { address } = values;
const updates = 10 * Number(values.seconds);
const pace = 100; // milliseconds
const first = 1000; // numbers that no page has seen before

/** When the change to a number was sent. @type {number[]} */
const sent = [];
/** Milliseconds until a page had parsed it. @type {number[]} */
const latencies = [];
const last = first + updates - 1;
let done = 0;
let events = 0;

/**
 * Reads what the wire brings, without Node's HTTP client: with 500 pages in one process, that would be half of what is measured.
 *
 * @returns {Promise<void>}
 */
async function openPage() {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`GET /live?product=${product} HTTP/1.1\r\nHost: ${host}\r\nCookie: session=${randomUUID()}\r\n\r\n`);
  socket.setEncoding('latin1');
  const [head] = await once(socket, 'data');
  if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(`No stream: ${head}`);
  let known = first - 1;
  let rest = '';
  socket.on('error', () => undefined);
  socket.on('data', (/** @type {string} */ chunk) => {
    const parts = `${rest}${chunk}`.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) known = read(part, known);
  });
}

/** A number that came stands for those before it, too: the newest state is what counts. @param {string} event @param {number} known */
function read(event, known) {
  const number = Number(/id="stock-[^>]*>\D*(\d+)/.exec(event)?.[1] ?? 0);
  if (!(number > known && sent[number])) return known;
  events++;
  const now = performance.now();
  for (let seen = known + 1; seen <= number; seen++) latencies.push(now - (sent[seen] ?? now));
  if (number === last) done++;
  return number;
}

const readers = Number(values.readers);
for (let open = 0; open < readers; open += 50) await Promise.all(Array.from({ length: 50 }, openPage));
await sleep(1000 * Number(values.settle));

console.log('updating');
const started = performance.now();
/** @type {Promise<void>[]} */
const posts = [];
for (let update = 0; update < updates; update++) {
  await sleep(Math.max(0, started + update * pace - performance.now()));
  if (first + update === last) await Promise.all(posts); // or one that was sent before might be what stays
  sent[first + update] = performance.now();
  posts.push(setStock(address, first + update)); // not waited for: a slow server is not asked less often
}
await Promise.all(posts);
for (let wait = 0; done < readers; wait++) {
  if (wait > 50) throw new Error(`${readers - done} pages have not heard of the last change`);
  await sleep(100);
}

latencies.sort((a, b) => a - b);
/** @param {number} share */
const percentile = (share) => latencies[Math.ceil(share * latencies.length) - 1];
const skipped = 1 - events / latencies.length;
console.log(
  JSON.stringify({
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    max: latencies.at(-1),
    skipped,
  }),
);
process.stdin.resume().on('end', () => process.exit()); // the pages stay open for as long as somebody measures
