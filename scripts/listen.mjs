import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Starts a server of a test on this machine alone, on a port that is free.
 *
 * @param {import('node:http').Server} server
 */
export async function listen(server) {
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    /** Ends it at once, also what is still being answered. */
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A port that is free right now, for a program that must be told one. */
export async function freePort() {
  const server = createServer();
  const { origin, close } = await listen(server);
  close();
  await once(server, 'close');
  return Number(new URL(origin).port);
}
