import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { datastar } from './scripts/datastar.mjs';
import { testServer } from './test/support/server.mjs';

await datastar(); // fails here, with one clear error, and not in the page

/** @type {import('@web/dev-server').DevServerConfig} */
export default {
  hostname: '127.1', // 127.0.0.1 by its short name: by its long one the server would listen on every network
  port: process.env.PORT ? Number(process.env.PORT) : undefined, // otherwise the first free one from 8000
  open: false,
  watch: true,
  nodeResolve: true,
  appIndex: 'dev/index.html',
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  middleware: [
    testServer(),
    (context, next) => (context.path === '/' ? context.redirect('/dev/') : next()), // where every element is
  ],
};
