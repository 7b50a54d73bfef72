/** `npm start`: the shop on this machine, until Ctrl-C. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { datastar } from '../../scripts/datastar.mjs';
import { createApp } from './app.js';
import { readAssets } from './assets.js';
import { memoryCarts } from './cart.js';

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const port = Number(process.env['PORT'] || 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  fail(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}".`);

const assets = readAssets(await datastar());
const server = createAdaptorServer({ fetch: createApp({ carts: memoryCarts(), assets }).fetch });

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  fail(`The shop cannot listen on port ${port}: ${error.message}`);
});

server.listen(port, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}/`);
});

/** Lets running answers finish for a moment; then nothing keeps the process, and it ends with code 0. */
function stop(): void {
  server.close();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 500).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
