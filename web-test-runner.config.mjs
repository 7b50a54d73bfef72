import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { closingLine } from './scripts/closing-line.mjs';
import { datastar, versions } from './scripts/datastar.mjs';
import { browser } from './scripts/engines.mjs';
import { devtools } from './test/support/devtools.mjs';
import { testServer } from './test/support/server.mjs';

const [newest, ...older] = versions;
await Promise.all(versions.map((version) => datastar(version))); // fails here, with one clear error, and not in a page

/** @param {string} version */
const pageWith = (version) => (/** @type {string} */ testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Tests under Datastar ${version}</title>
    <script>window.DATASTAR_VERSION = '${version}';</script>
  </head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`;

/** Who names files on the command line wants these, once. */
const isWholeSuite = !process.argv.includes('--files');

/** Only Chromium tells what was covered. */
const isChromium = !process.env.ENGINE;

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  hostname: '127.1', // 127.0.0.1 by its short name: by its long one the server would listen on every network
  nodeResolve: true,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    a11ySnapshotPlugin(),
    devtools(),
  ],
  middleware: [testServer()],
  browsers: [await browser()],
  concurrency: isChromium ? Math.max(2, Math.floor(availableParallelism() / 2)) : 1, // a page waits most of its time

  files: 'test/**/*.test.ts',
  testRunnerHtml: pageWith(newest),
  groups: isWholeSuite
    ? older.map((version) => ({
        name: `datastar-${version}`,
        files: ['test/{bridge,contract,e2e,stories}/**/*.test.ts'], // the rest has no Datastar on its page
        testRunnerHtml: pageWith(version),
      }))
    : [],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,

  coverage: isWholeSuite && isChromium,
  coverageConfig: {
    include: ['components/**/*.ts', 'src/**/*.ts'],
    exclude: ['**/*.samples.ts'],
    reporters: ['text', 'lcovonly'],
    reportDir: '.cache/coverage',
    threshold: { lines: 95, statements: 0, branches: 0, functions: 0 },
  },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: !process.env.CI }), closingLine()],
};
