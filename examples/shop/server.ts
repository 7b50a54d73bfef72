/** `npm start`: the shop on this machine, until Ctrl-C. */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { datastar } from '../../scripts/datastar.mjs';
import { createApp } from './app.js';
import { Bundle, shopFiles } from './bundle.js';
import { Hub } from './live/hub.js';
import { Viewers } from './live/viewers.js';
import { openStore, type Store } from './store/store.js';

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const port = Number(process.env['PORT'] || 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  fail(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}".`);

const { SHOP_ORIGIN: origin, SHOP_ADMIN_PASSWORD: adminPassword } = process.env;
if (origin && !(URL.canParse(origin) && new URL(origin).origin === origin))
  fail(`SHOP_ORIGIN must be an origin, such as https://shop.example, and no more; not "${origin}".`);
if (origin && !adminPassword)
  fail('With SHOP_ORIGIN the shop is open to the world, and so is /admin: set SHOP_ADMIN_PASSWORD too.');

const hub = new Hub();
const store = openShopStore(process.env['SHOP_DB'] || fileURLToPath(new URL('../../.data/shop.db', import.meta.url)));
const client = await datastar();
const bundle = new Bundle(hub, () => shopFiles(client));
await bundle.read();
const app = createApp({
  store,
  hub,
  bundle,
  viewers: new Viewers(hub),
  origin,
  adminPassword,
});
const server = createAdaptorServer({ fetch: app.fetch });

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  fail(`The shop cannot listen on port ${port}: ${error.message}`);
});

server.listen(port, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}/`);
});

function openShopStore(file: string): Store {
  try {
    const store = openStore(file, hub);
    store.forgetOldThings();
    return store;
  } catch (error) {
    return fail(`The shop cannot open its database, SHOP_DB=${file}: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Ends the live streams, lets running answers finish for a moment; then nothing keeps the process, and it ends with code 0. */
function stop(): void {
  hub.publish('stop');
  server.close(() => {
    store.close();
  });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 500).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
