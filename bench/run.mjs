/**
 * `npm run bench`: what the kit costs, and what the shop does, as ratios and counts. A ratio stands against a named baseline
 * in the same run and, where there is one, in the same browser; it is one of medians of several runs, taken in turns.
 * Milliseconds are the main thread's processor time, style, layout and paint included, or the time between two frames; in
 * the shop, where a server takes part, those of a clock unless the row says processor time. Fails where a number is over
 * its limit in `budgets.json`; the limits leave room for a busy computer, and times by a clock have none.
 *
 *     npm run bench                          of what `npm run build` made; makes it where there is nothing
 *     npm run bench -- --runs 15             more runs
 *     npm run bench -- --only live,clicks    parts of it: stars, badges, acts, clicks, answer, purchases, push, live
 *     npm run bench -- --seconds 600         live pages for longer than a minute
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { measureActs } from './acts.mjs';
import { measureBadges } from './badges.mjs';
import { report } from './report.mjs';
import { measureAnswer } from './shop/answer.mjs';
import { measureClicks } from './shop/clicks.mjs';
import { measureLive } from './shop/live.mjs';
import { measurePurchases } from './shop/purchases.mjs';
import { measurePush } from './shop/push.mjs';
import { openStage } from './stage.mjs';
import { measureStars } from './stars.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);
const only = values.only.split(',').filter(Boolean);

const root = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${root}/dist/ds-elements.bundle.js`))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @type {Record<string, (stage: Stage) => Promise<import('./report.mjs').Row[]>>} */
const measures = {
  stars: (stage) => measureStars(stage, runs),
  badges: (stage) => measureBadges(stage, runs),
  acts: (stage) => measureActs(stage, runs),
  clicks: (stage) => measureClicks(stage, runs),
  answer: () => measureAnswer(),
  purchases: () => measurePurchases(),
  push: (stage) => measurePush(stage),
  live: () => measureLive(seconds),
};
const unknown = only.find((part) => !Object.hasOwn(measures, part));
if (unknown !== undefined) throw new Error(`"${unknown}" is none of ${Object.keys(measures).join(', ')}`);

const stage = await openStage();
try {
  const started = new Date().toISOString();
  const rows = [];
  for (const [part, measure] of Object.entries(measures))
    if (only.length === 0 || only.includes(part)) rows.push(...(await measure(stage)));
  const { version: browser } = stage;
  const computer = { node: process.version, processor: cpus()[0]?.model, load: loadavg() };
  const faults = report(rows, { started, browser, ...computer, runs, seconds }, { isWhole: only.length === 0 });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await stage.close();
}
