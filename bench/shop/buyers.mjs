/**
 * A program of its own: visitors who buy as fast as they are served, over connections that stay open; a quarter of a second
 * from one server, then from the other, in turns, so that a slow moment of disk or computer is slow for both.
 *
 *     node bench/shop/buyers.mjs --ours=http://…/add-item --theirs=http://…/bare/add-item --buyers=16 --seconds=10
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { datastarPost, product } from './program.mjs';

const text = /** @type {const} */ ({ type: 'string', default: '' });
const { values } = parseArgs({ options: { ours: text, theirs: text, buyers: text, seconds: text } });

const TURN = 250; // milliseconds
const CART = 90; // a cart holds at most 99 of one thing

const agent = new Agent({ keepAlive: true });

/** Everybody buys for a turn. @param {string} address */
async function turn(address) {
  let purchases = 0;
  const started = performance.now();
  const buyer = async () => {
    for (let bought = 0, session = ''; performance.now() < started + TURN; bought++, purchases++) {
      if (bought % CART === 0) session = randomUUID();
      await buy(address, session);
    }
  };
  await Promise.all(Array.from({ length: Number(values.buyers) }, buyer));
  return { purchases, rate: (1000 * purchases) / (performance.now() - started) };
}

/** @param {string} address @param {string} session @returns {Promise<void>} */
const buy = (address, session) =>
  new Promise((resolve, reject) => {
    const body = `item-id=${product}&quantity=1&Idempotency-Key=${randomUUID()}`;
    const options = { method: 'POST', agent, headers: { ...datastarPost(address), Cookie: `session=${session}` } };
    const post = request(address, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Not bought: ${response.statusCode}`));
      response.resume();
      response.on('end', resolve);
      response.on('error', reject);
    });
    post.on('error', reject);
    post.end(body);
  });

/** @typedef {{ purchases: number, rates: number[] }} Bought */
/** @type {Record<'ours' | 'theirs', Bought>} */
const bought = { ours: { purchases: 0, rates: [] }, theirs: { purchases: 0, rates: [] } };
for (const end = performance.now() + 1000 * Number(values.seconds); performance.now() < end;)
  for (const whose of /** @type {const} */ (['ours', 'theirs'])) {
    const { purchases, rate } = await turn(values[whose]);
    bought[whose].purchases += purchases;
    bought[whose].rates.push(rate);
  }
console.log(JSON.stringify(bought));
agent.destroy();
