/** Runs commands one after the other and ends with one plain line, "N passed, N failed", summed over all. */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { env, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [isRequired] without it the rest is pointless
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const path = [`${root}node_modules/.bin`, env['PATH']].join(delimiter);

/**
 * A command that ends with a line of its own, "3 passed, 1 failed", counts as that many; any other counts as one. Steps in
 * a list of their own run at the same time, and each is heard once it has ended.
 *
 * @param {(Step | Step[])[]} steps
 */
export async function runSteps(steps) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const broken = [];
  for (const group of steps) {
    const results = await Promise.all(
      Array.isArray(group) ? group.map((step) => runStep(step, true)) : [runStep(group)],
    );
    for (const { name, code, output } of results) {
      const [, ownPassed, ownFailed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
      passed += Number(ownPassed ?? (code === 0 ? 1 : 0));
      failed += Math.max(Number(ownFailed ?? 0), code === 0 ? 0 : 1);
      if (code !== 0) broken.push(name);
    }
    if (results.some(({ code, isRequired }) => code !== 0 && isRequired)) break;
  }
  console.log(broken.length > 0 ? `\nFailed: ${broken.join(', ')}\n` : '');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {Step} step @param {boolean} [isBeside] then its output comes in one piece, so that it is not mixed with others' */
async function runStep({ name, command, isRequired }, isBeside) {
  console.log(`\n── ${name}${isBeside ? ', beside others' : ''}`);
  const begin = performance.now();
  const result = await run(command, isBeside ? () => {} : (part) => process.stdout.write(part));
  if (isBeside) console.log(`\n── ${name}\n${result.output}`);
  console.log(`\n(${name}: ${Math.round((performance.now() - begin) / 1_000)} s)`);
  return { name, isRequired, ...result };
}

/** @param {string[]} command @param {(part: Buffer) => void} hear @returns {Promise<{ code: number | null, output: string }>} */
function run([program = '', ...args], hear) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ part) => {
      output += part.toString();
      hear(part);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
