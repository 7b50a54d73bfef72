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
 * @property {string} start the command that serves, on port 8080 unless told otherwise
 * @property {string} page the path of its page
 * @property {Record<string, string>} [lacks] the usual behaviours, listed in `stage.ts`, that it does not have, and why
 * @property {string[]} [also] the special ones that it has
 *
 * @typedef {object} Running
 * @property {string} address
 * @property {() => Promise<void>} stop by SIGTERM, which must be enough
 * @property {() => void} kill all its processes that still run
 */

const minutes = 60_000;
/** In milliseconds: how long a host may take. */
const timeouts = { setup: 10 * minutes, ready: 3 * minutes, stop: 2_000 };
/** In milliseconds: how long output may arrive after the end of a process. */
const outputGrace = 1_000;

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

/** The programs that it needs and that are not on the PATH. @param {Host} host */
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
 * Runs a command in a process group of its own, so that its children can be ended with it.
 *
 * @param {string[]} command
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} more
 * @param {NodeJS.Signals} [exitSignal] sent to it if this process ends first
 */
export function run([program = '', ...args], folder, more, exitSignal = 'SIGKILL') {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ part) => (output += part.toString()));
  const group = Number(child.pid);
  const isAlive = () => sendSignal(-group, 0) && !onlyZombiesLeft(group);
  const end = (/** @type {NodeJS.Signals} */ signal) => isAlive() && sendSignal(-group, signal);
  const onExit = () => end(exitSignal);
  process.on('exit', onExit);
  const outputEnd = new Promise((resolve) => child.once('close', resolve));
  const ending = once(child, 'exit').then(async ([code]) => {
    // Its last output may still be on its way; but a surviving grandchild may keep the pipe open for ever.
    await Promise.race([outputEnd, wait(outputGrace, undefined, { ref: false })]);
    return /** @type {number | null} */ (code);
  });
  return {
    child,
    ending,
    isAlive,
    output: () => output,
    /** The end of the output. */
    tail: () => output.slice(-4_000),
    /** Kills what still runs of the group. */
    kill() {
      process.off('exit', onExit);
      end('SIGKILL');
    },
  };
}

/** @param {number} id @param {NodeJS.Signals | 0} signal @returns whether there is such a process or group */
function sendSignal(id, signal) {
  try {
    return process.kill(id, signal);
  } catch {
    return false;
  }
}

/** Whether every process of the group has ended, though its parent may not have asked how. @param {number} group */
function onlyZombiesLeft(group) {
  const { stdout, status } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' });
  return status === 0 && !new RegExp(`^ *${group} +[^Z]`, 'm').test(stdout);
}

/** @param {Pick<Host, 'folder' | 'setup'>} host @param {NodeJS.ProcessEnv} more */
export async function setUp({ folder, setup }, more) {
  for (const command of setup) {
    const { ending, kill, tail } = run(['sh', '-c', command], folder, more);
    const code = await Promise.race([ending, wait(timeouts.setup, 'too long', { ref: false })]);
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
  const deadline = Date.now() + timeouts.ready;
  while (!(await isUp(address))) {
    if (hasEnded || Date.now() > deadline) {
      kill();
      throw new Error(`${hasEnded ? 'ended before it answered' : 'does not answer'}\n${tail()}`);
    }
    await wait(50);
  }
  return {
    address,
    kill,
    async stop() {
      try {
        if (hasEnded) throw new Error(`ended by itself\n${tail()}`);
        child.kill('SIGTERM');
        const deadline = Date.now() + timeouts.stop;
        while (isAlive()) {
          if (Date.now() > deadline)
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
async function isUp(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  return answer?.ok;
}

/**
 * Resolves when the first bytes of a stream have come.
 *
 * @param {URL} address
 * @returns `over`, which resolves when the stream has ended or is broken off
 */
export async function openStream(address) {
  const reader = (await fetch(address)).body?.getReader();
  if (!reader || (await reader.read()).done) throw new Error(`nothing came from ${address.pathname}`);
  return { over: readToEnd(reader).catch(() => undefined) };
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function readToEnd(reader) {
  while (!(await reader.read()).done);
}
