/** docs/comparison.md is written by `npm run compare`; what it says must be of the versions and the bytes of now. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { bundle } from '../../bench/peers/bundle.mjs';
import { peers } from '../../bench/peers/peers.mjs';
import { root } from './markdown.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** @param {string} name */
const tableOf = (name) =>
  new RegExp(`<!-- table: ${name} -->(.*?)<!-- end -->`, 's').exec(read('docs/comparison.md'))?.[1] ?? '';

it('the versions on the page are those that are installed for it', () => {
  const told = [...tableOf('versions').matchAll(/\| (\d+\.\d+\.\d+) +\|$/gm)].map(([, version]) => version);
  /** @type {{ dependencies: Record<string, string> }} */
  const { dependencies } = JSON.parse(read('bench/peers/package.json'));
  const others = Object.values(dependencies);
  assert.ok(others.length > 3);
  for (const version of others) assert.ok(told.includes(version), version);
});

/** Another release of the brotli library may make other bytes of the same code. */
const isSameBrotli = JSON.parse(read('budgets.json')).brotli === process.versions['brotli'];

it('the bytes of our own field are those that are built now', { skip: !isSameBrotli }, async () => {
  const ours = peers.find(({ name }) => name === 'ds-elements');
  assert.ok(ours);
  const { bytes, bytesWithoutLit } = await bundle(ours.entry);
  const [row = ''] = /^\| ds-elements .*$/m.exec(tableOf('bytes')) ?? [];
  const told = row.split('|').slice(2, 4);
  assert.deepEqual(
    told.map((cell) => cell.trim()),
    [bytes, bytesWithoutLit].map((number) => number.toLocaleString('en')),
  );
  const [sum = ''] = /^\| bytes by brotli .*$/m.exec(tableOf('glance')) ?? [];
  assert.equal(sum.split('|').at(-2)?.trim(), bytes.toLocaleString('en'));
});
