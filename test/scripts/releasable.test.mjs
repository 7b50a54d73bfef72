/** `npm run release` ends before any work where npm would refuse to publish. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(folder, { recursive: true }));

/** What it says of a package, and whether it lets it go. @param {object} manifest @param {Record<string, string>} env */
function release(manifest, env) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const script = join(root, 'scripts/releasable.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder, env, encoding: 'utf8' });
  return { isReleased: status === 0, said: stderr.trim() };
}

const repository = { url: 'git+https://example.com/kit.git' };
const token = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com/token' };

it('without an address of the repository, it says so in one line', () => {
  const { isReleased, said } = release({}, token);
  assert.equal(isReleased, false);
  assert.match(said, /^No release: .*repository\.url.*$/);
});

it('without an identity token, it says so in one line', () => {
  const { isReleased, said } = release({ repository }, {});
  assert.equal(isReleased, false);
  assert.match(said, /^No release: .*id-token: write.*$/);
});

it('with both it goes on', () => {
  assert.deepEqual(release({ repository }, token), { isReleased: true, said: '' });
});

it('it is asked first, and every test follows before anything is published', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(scripts.release.split(' && '), [
    'node scripts/releasable.mjs',
    'npm run check',
    'npm test',
    'npm run test:hosts',
    'changeset publish',
  ]);
});
