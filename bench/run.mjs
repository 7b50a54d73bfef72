/**
 * `npm run bench`: what the kit costs, as ratios. Each stands against a named baseline in the same run and the same
 * browser, and is a ratio of medians of several runs, taken in turns. Milliseconds are the main thread's processor
 * time, style, layout and paint included, or the time between two frames. Fails where a ratio is over its limit in
 * `budgets.json`; the limits leave room for a busy computer.
 *
 *     npm run bench                   of what `npm run build` made; makes it where there is nothing
 *     npm run bench -- --runs 15      more runs
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { measureActs } from './acts.mjs';
import { measureBadges } from './badges.mjs';
import { report } from './report.mjs';
import { openStage } from './stage.mjs';
import { measureStars } from './stars.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

const root = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${root}/dist/ds-elements.bundle.js`))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });

const stage = await openStage();
try {
  const started = new Date().toISOString();
  const rows = [];
  for (const measure of [measureStars, measureBadges, measureActs]) rows.push(...(await measure(stage, runs)));
  const { version: browser } = stage;
  const faults = report(rows, { started, browser, node: process.version, processor: cpus()[0]?.model, runs });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await stage.close();
}
