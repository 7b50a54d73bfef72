/** `npm test`: builds what tests use, then every test, in the browser and in Node. `npm run test:node`: the latter alone. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runSteps } from './steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder @param {string} ending */
const testsIn = (folder, ending) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => `${folder}/${file}`);

const nodeTests = [...testsIn('test', '.test.mjs'), ...testsIn('examples/shop/test', '.test.ts')];

const reporters = ['spec', './scripts/node-closing-line.mjs'].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
]);

/** Most of a file is waiting for a browser: two at once even where there are two cores only. */
const concurrency = `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`;

const node = {
  name: 'Tests in Node',
  command: [execPath, '--import', 'tsx', '--test', concurrency, ...reporters, ...nodeTests],
};
const build = { name: 'Build', command: ['npm', 'run', '--silent', 'build'], isRequired: true };
const browser = { name: 'Tests in the browser', command: ['wtr'] };

await runSteps(argv.includes('node') ? [node] : [build, browser, node]);
