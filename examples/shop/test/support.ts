import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server.ts', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly errors: string;
}

export interface Run {
  readonly process: ChildProcess;
  readonly address: Promise<string>;
  readonly ending: Promise<Ending>;
}

/**
 * Starts the program that `npm start` ends up in, with the built package, and a new database unless `env` names one.
 *
 * @param shell what a shell does first, such as `ulimit -f 100`
 * @param within in which program, such as `unshare`, that shell runs
 */
export function run(env: Record<string, string>, shell?: string, within = ''): Run {
  const command = [process.execPath, '--import', 'tsx', server];
  const shelled = [...within.split(' ').filter(Boolean), 'bash', '-c', `${shell}; exec "$@"`, 'bash', ...command];
  const [program = '', ...args] = shell ? shelled : command;
  const process_ = spawn(program, args, { env: { ...process.env, SHOP_DB: databaseFile(), ...env } });
  let errors = '';
  process_.stderr.on('data', (text: Buffer) => (errors += text.toString()));

  const ending = once(process_, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, errors }));
  const line = once(createInterface(process_.stdout), 'line').then(([text]) => String(text));
  const address = Promise.race([line, ending]).then((first) => {
    if (typeof first === 'string') return first;
    throw new Error(`The shop did not start: ${first.errors}`);
  });
  address.catch(() => undefined); // who waits for the ending only is not interested
  return { process: process_, address, ending };
}

export interface Shop {
  readonly address: string;
  /** The database's file. */
  readonly file: string;
  readonly pid: number | undefined;
  stop(signal?: NodeJS.Signals): Promise<Ending>;
}

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for a shop's database; away when the process ends. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  folders.push(folder);
  return join(folder, 'shop.db');
}

/** A shop on a free port, with a database of its own unless `env` names one. */
export async function startShop(env: Record<string, string> = {}, ...how: (string | undefined)[]): Promise<Shop> {
  const { SHOP_DB: file = databaseFile() } = env;
  const { process, address, ending } = run({ PORT: '0', ...env, SHOP_DB: file }, ...how);
  return {
    address: await address,
    file,
    pid: process.pid,
    stop(signal = 'SIGTERM') {
      process.kill(signal);
      return ending;
    },
  };
}
