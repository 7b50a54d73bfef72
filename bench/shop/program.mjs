/** Programs beside the bench: the shop, and what it is compared with, each with a database of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('./usage.mjs').Usage} Usage
 * @typedef {Awaited<ReturnType<typeof start>>} Program
 */

/** The program that `npm start` ends up in. */
export const shop = new URL('../../examples/shop/server.ts', import.meta.url);
export const plainShop = new URL('../baselines/plain-shop.mjs', import.meta.url);
export const plainLive = new URL('../baselines/plain-live.mjs', import.meta.url);

/** What all runs buy. */
export const product = 'planisphere';

/**
 * Starts a server that says its address in its first line. What it uses of the computer it says itself.
 *
 * @param {URL} program
 * @param {Record<string, string>} [env]
 */
export async function start(program, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidy);
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--import', new URL('usage.mjs', import.meta.url).href, fileURLToPath(program)],
    {
      env: { ...process.env, PORT: '0', SHOP_DB: join(folder, 'shop.db'), SHOP_ADMIN_PASSWORD: '', ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const ending = once(child, 'close').then(([code]) => {
    process.off('exit', tidy);
    tidy();
    return code;
  });
  const { stdout } = child;
  if (!stdout) throw new Error('A server without output');
  const address = await Promise.race([
    once(createInterface(stdout), 'line').then(([line]) => String(line)),
    ending.then((code) => Promise.reject(new Error(`${program} ended with ${code} before it listened`))),
  ]);

  return {
    address,

    /** @param {{ collect?: boolean }} [options] `collect`: throw away first what nobody needs any more @returns {Promise<Usage>} */
    async usage({ collect = false } = {}) {
      const answer = once(child, 'message');
      child.send({ collect });
      const [usage] = await answer;
      return usage;
    },

    async stop() {
      child.kill();
      await ending;
    },
  };
}

/**
 * Runs a program that does something to a server, and says in a line of JSON what came of it. It may end when its input does.
 *
 * @param {URL} program
 * @param {Record<string, string | number>} options
 * @param {(line: string) => Promise<void> | void} [hear] gets every line, while the program is still there
 * @returns {Promise<unknown>}
 */
export async function ask(program, options, hear = () => {}) {
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ending = once(child, 'close');
  let result;
  for await (const line of createInterface(child.stdout)) {
    await hear(line);
    if (!line.startsWith('{')) continue;
    result = JSON.parse(line);
    child.stdin.end();
  }
  const [code] = await ending;
  if (code !== 0 || result === undefined) throw new Error(`${program} ended with ${code}`);
  return result;
}

/** What the shop's own pages send with every form. @param {string} address */
export const datastarPost = (address) => ({
  'Datastar-Request': 'true',
  'Content-Type': 'application/x-www-form-urlencoded',
  'Accept-Encoding': 'gzip, deflate, br',
  Origin: new URL(address).origin,
});

/** @param {string} address @param {number} number */
export async function setStock(address, number) {
  const body = new URLSearchParams({ stock: String(number) });
  const response = await fetch(`${address}admin/stock/${product}`, {
    method: 'POST',
    headers: datastarPost(address),
    body,
  });
  const text = await response.text();
  if (!response.ok || !text.includes('Set.')) throw new Error(`The stock was not set: ${response.status} ${text}`);
}
