/** `npm start`: the Datastar client, the built package, and the shop that uses both, until Ctrl-C. */
import { register } from 'tsx/esm/api';
import { buildForPages } from './build.mjs';
import { datastar } from './datastar.mjs';

try {
  await datastar();
  await buildForPages();
  // In this same process: Ctrl-C reaches the server itself, and no wrapper has anything to say about it.
  register();
  await import(new URL('../examples/shop/server.ts', import.meta.url).href);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
