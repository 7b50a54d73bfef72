/** `.ci/run`, once all is installed: every gate, what the README says, every host, and the same suite in the other engines. */
import { runSteps } from './steps.mjs';

/** @param {string} script */
const npm = (script) => ['npm', 'run', '--silent', script];

await runSteps([
  { name: 'Gates', command: npm('check') },
  { name: 'Catalog', command: npm('storybook:build') },
  { name: 'npm test, in Chromium', command: ['npm', 'test'] },
  { name: 'Hosts', command: [...npm('test:hosts'), '--', '--no-build'] },
  // A third of the load's minute: all of this should be done in half an hour.
  { name: 'Ratios', command: [...npm('bench'), '--', '--seconds', '20'] },
  // Each has one page at a time and waits a good part of it. Nothing in them measures.
  [
    { name: 'The suite in Firefox', command: npm('test:firefox') },
    { name: 'The suite in WebKit', command: npm('test:webkit') },
  ],
]);
