/** docs/versions.md says what the project itself says elsewhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import semver from 'semver';
import { bundles, versions } from '../../scripts/datastar.mjs';
import { root } from './markdown.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/versions.md');
/** @type {{ devEngines: { runtime: { version: string } }, dependencies: { lit: string } }} */
const { devEngines, dependencies } = JSON.parse(read('package.json'));

/** The other cells of a row of a table. @param {string} name */
function row(name) {
  const [line] = page.split('\n').filter((line) => line.startsWith(`| ${name} `));
  assert.ok(line, `no row ${name}`);
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

it('the clients it names are those that tests run under, by their hashes', () => {
  assert.equal(row('Datastar')[1], versions.join(', '));
  const named = [...page.matchAll(/^\| (\d+\.\d+\.\d+) /gm)].map(([, version = '']) => version);
  assert.deepEqual(named, [...versions]);
  for (const version of versions)
    assert.deepEqual(row(version), [bundles[version]?.bytes.toLocaleString('en'), `\`${bundles[version]?.sha256}\``]);
});

it('the oldest Node and Lit are those of the package', () => {
  const oldest = { Node: devEngines.runtime.version, Lit: dependencies.lit };
  for (const [name, range] of Object.entries(oldest)) {
    const [said = ''] = /[\d.]+/.exec(row(name)[0] ?? '') ?? [];
    assert.equal(semver.coerce(said)?.version, semver.minVersion(range)?.version, name);
  }
});

it('the browsers are those of the README', () => {
  const [, support = ''] = /^\*\*Browsers:\*\* (.*?)\n\n/ms.exec(read('README.md')) ?? [];
  for (const name of ['Chrome', 'Firefox', 'Safari']) {
    const [line = ''] = page.split('\n').filter((line) => line.startsWith(`| ${name}`));
    const [said = 'none'] = /[\d.]+/.exec(line) ?? [];
    assert.match(support, new RegExp(`${name}\\D* ${said.replace('.', '\\.')}\\b`), name);
  }
});
