/** A host as a program: what it needs, how it is set up, started, found ready, and stopped. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/listen.mjs';
import { commandsIn } from './code-blocks.mjs';

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} folder
 * @property {string[]} needs programs that must be on the PATH
 * @property {string[]} [lint] commands that only find fault; like the next two each is for a shell in the folder
 * @property {string[]} setup
 * @property {string} start the command that serves, at port 8080 as far as it says
 * @property {string} page the path of its page
 * @property {Record<string, string>} [lacks] what it has not of what is usual, as `stage.ts` lists it, and why
 * @property {string[]} [also] what it has besides
 *
 * @typedef {object} Running
 * @property {string} address
 * @property {() => Promise<void>} stop as a system would, which must be enough
 * @property {() => void} kill whatever is left of it
 */

const minutes = 60_000;
/** How long a host may take. */
const patience = { setup: 10 * minutes, ready: 3 * minutes, stop: 2_000, words: 1_000 };

/**
 * The README says how to set it up and, in its last command, how to start it: what people copy is what is run.
 *
 * @param {string} folder
 * @returns {Host}
 */
export function readHost(folder) {
  const setup = commandsIn(readFileSync(join(folder, 'README.md'), 'utf8'));
  const start = `exec env ${setup.pop()}`; // a signal reaches the server, and no shell before it
  return {
    ...JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8')),
    name: basename(folder),
    folder,
    setup,
    start,
  };
}

/** What of its needs is not on the PATH. @param {Host} host */
export function missing({ needs }) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return needs.filter((program) => !folders.some((folder) => isProgram(join(folder, program))));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command in a group of its own, by whose id all of it can be ended.
 *
 * @param {string[]} command
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} more
 * @param {NodeJS.Signals} [last] what it gets when this process ends before it
 */
export function run([program = '', ...args], folder, more, last = 'SIGKILL') {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ part) => (output += part.toString()));
  const isAlive = () => signal(-Number(child.pid), 0) && !isReaping(Number(child.pid));
  const end = (/** @type {NodeJS.Signals} */ how) => isAlive() && signal(-Number(child.pid), how);
  const endWithUs = () => end(last);
  process.on('exit', endWithUs);
  const silence = new Promise((resolve) => child.once('close', resolve));
  const ending = once(child, 'exit').then(async ([code]) => {
    // Its last words may still be on their way. Whoever it left behind may hold the line open: nobody waits for them.
    await Promise.race([silence, wait(patience.words, undefined, { ref: false })]);
    return /** @type {number | null} */ (code);
  });
  return {
    child,
    ending,
    isAlive,
    output: () => output,
    /** The end of it. */
    tail: () => output.slice(-4_000),
    /** Whatever is left of it. */
    kill() {
      process.off('exit', endWithUs);
      end('SIGKILL');
    },
  };
}

/** Whether there was anybody to hear it. @param {number} id @param {NodeJS.Signals | 0} what */
function signal(id, what) {
  try {
    return process.kill(id, what);
  } catch {
    return false;
  }
}

/** Whether those of a group that are still listed have all ended, and only wait for the system to notice. @param {number} group */
function isReaping(group) {
  const { stdout, status } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' });
  return status === 0 && !new RegExp(`^ *${group} +[^Z]`, 'm').test(stdout);
}

/** @param {Pick<Host, 'folder' | 'setup'>} host @param {NodeJS.ProcessEnv} more */
export async function setUp({ folder, setup }, more) {
  for (const command of setup) {
    const { ending, kill, tail } = run(['sh', '-c', command], folder, more);
    const code = await Promise.race([ending, wait(patience.setup, 'too long', { ref: false })]);
    kill();
    if (code !== 0)
      throw new Error(`${command}: ${code === 'too long' ? 'does not end' : `ended with ${code}`}\n${tail()}`);
  }
}

/**
 * Starts a host on a free port, whatever its command says, and resolves as soon as its page comes.
 *
 * @param {Pick<Host, 'folder' | 'start' | 'page'>} host
 * @param {NodeJS.ProcessEnv} more
 * @param {number} [port] where the command says so already
 * @returns {Promise<Running>}
 */
export async function start({ folder, start, page }, more, port) {
  port ??= await freePort();
  const command = start.replace('8080', String(port));
  const { child, ending, isAlive, kill, tail } = run(['sh', '-c', command], folder, more);
  let hasEnded = false;
  void ending.then(() => (hasEnded = true));

  const address = `http://127.0.0.1:${port}${page}`;
  const end = Date.now() + patience.ready;
  while (!(await answers(address))) {
    if (!hasEnded && Date.now() < end) continue;
    kill();
    throw new Error(`${hasEnded ? 'ended before it answered' : 'does not answer'}\n${tail()}`);
  }
  return {
    address,
    kill,
    async stop() {
      try {
        if (hasEnded) throw new Error(`ended by itself\n${tail()}`);
        child.kill('SIGTERM');
        const end = Date.now() + patience.stop;
        while (isAlive()) {
          if (Date.now() > end)
            throw new Error(`${hasEnded ? 'left processes behind' : 'still runs'}, 2 s after SIGTERM`);
          await wait(20);
        }
      } finally {
        kill();
      }
    },
  };
}

/** @param {string} address */
async function answers(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!answer?.ok) await wait(50); // it is asked again
  return answer?.ok;
}

/**
 * Resolves as soon as the stream begins, with what resolves as soon as it is over, whichever way.
 *
 * @param {URL} address
 */
export async function openStream(address) {
  const reader = (await fetch(address)).body?.getReader();
  const isUp = reader && !(await reader.read()).done;
  if (!isUp) throw new Error(`nothing came from ${address.pathname}`);
  return { over: readOn(reader).catch(() => undefined) };
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function readOn(reader) {
  while (!(await reader.read()).done);
}
