import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server.ts', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly errors: string;
}

/** Starts the program that `npm start` ends up in, with the built package. */
export function run(env: Record<string, string>): {
  process: ChildProcess;
  address: Promise<string>;
  ending: Promise<Ending>;
} {
  const process_ = spawn(process.execPath, ['--import', 'tsx', server], { env: { ...process.env, ...env } });
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
  stop(signal?: NodeJS.Signals): Promise<Ending>;
}

/** A shop on a free port. */
export async function startShop(): Promise<Shop> {
  const { process, address, ending } = run({ PORT: '0' });
  return {
    address: await address,
    stop(signal = 'SIGTERM') {
      process.kill(signal);
      return ending;
    },
  };
}
