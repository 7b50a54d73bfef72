/** `npm run check`: every gate that needs no browser. */
import { runSteps } from './steps.mjs';

/** @param {string} script */
const npm = (script) => ['npm', 'run', '--silent', script];

await runSteps([
  { name: 'Types', command: npm('lint:types') },
  { name: 'Templates', command: npm('lint:templates') },
  { name: 'Code', command: npm('lint:code') },
  { name: 'Format', command: npm('lint:format') },
  { name: 'Unused', command: npm('lint:unused') },
  { name: 'Node range of all packages', command: ['node', 'scripts/node-range.mjs'] },
  { name: 'Build', command: npm('build'), isRequired: true },
  { name: 'Documentation against the manifest', command: ['node', 'scripts/docs.mjs'] },
  { name: 'Sizes', command: npm('size') },
  { name: 'Package', command: ['publint', '--strict'] },
  {
    name: 'Types of the package',
    command: ['attw', '--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', './ds-elements.css'],
  },
]);
