/** docs/comparison.md is written by `npm run compare`; what it says must be of the versions that are compared now. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { root } from './markdown.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

it('the versions on the page are those that are installed for it', () => {
  const [, table = ''] = /<!-- table: versions -->(.*?)<!-- end -->/s.exec(read('docs/comparison.md')) ?? [];
  const told = [...table.matchAll(/\| (\d+\.\d+\.\d+) +\|$/gm)].map(([, version]) => version);
  /** @type {{ dependencies: Record<string, string> }} */
  const { dependencies } = JSON.parse(read('bench/peers/package.json'));
  const others = Object.values(dependencies);
  assert.ok(others.length > 3);
  for (const version of others) assert.ok(told.includes(version), version);
});
