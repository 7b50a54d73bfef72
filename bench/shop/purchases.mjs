/**
 * Purchases a second, each waited for until the disk has it: as the shop answers them, against the same handler with an
 * answer of one line. The buyers are another process, so a server has a core for itself.
 */
import { median } from '../stage.mjs';
import { ask, plainShop, setStock, shop, start } from './program.mjs';

const MANY = 16;
const SECONDS = { warmUp: 4, many: 12, one: 8 };

/**
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {import('./buyers.mjs').Bought} Bought
 */

/** @returns {Promise<import('../report.mjs').Row[]>} */
export async function measurePurchases() {
  const [ours, theirs] = await Promise.all([start(shop), start(plainShop)]);
  try {
    for (const { address } of [ours, theirs]) await setStock(address, 9999);
    await buy(ours, theirs, MANY, SECONDS.warmUp);
    const many = await buy(ours, theirs, MANY, SECONDS.many);
    const one = await buy(ours, theirs, 1, SECONDS.one);
    const baseline = 'an answer of one line';
    const rate = { unit: '/s', isMoreBetter: true, baseline };
    return [
      { name: `purchases, ${MANY} buyers at once`, ...rate, ours: many.ours.rate, theirs: many.theirs.rate },
      { name: 'purchases, one buyer', ...rate, ours: one.ours.rate, theirs: one.theirs.rate },
      { name: 'processor time of a purchase', baseline, ours: many.ours.processor, theirs: many.theirs.processor },
    ];
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
}

/** @param {Program} ours @param {Program} theirs @param {number} buyers @param {number} seconds */
async function buy(ours, theirs, buyers, seconds) {
  const before = { ours: await ours.usage(), theirs: await theirs.usage() };
  const addresses = { ours: `${ours.address}add-item`, theirs: `${theirs.address}bare/add-item` };
  const result = await ask(new URL('buyers.mjs', import.meta.url), { ...addresses, buyers, seconds });
  const bought = /** @type {Record<'ours' | 'theirs', Bought>} */ (result);
  const after = { ours: await ours.usage(), theirs: await theirs.usage() };
  const sum = (/** @type {'ours' | 'theirs'} */ whose) => ({
    rate: median(bought[whose].rates),
    processor: (after[whose].processor - before[whose].processor) / bought[whose].purchases,
  });
  return { ours: sum('ours'), theirs: sum('theirs') };
}
