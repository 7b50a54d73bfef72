import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { bundles, datastar, defaultSources, versions } from '../../scripts/datastar.mjs';

const [newest, older] = versions;
const bundle = bundles[newest];
const path = process.env['PATH'];
const script = new URL('../../scripts/datastar.mjs', import.meta.url).pathname;

/** @type {string} */ let folder;
/** @type {string} */ let cache;
/** @type {Buffer} */ let official;

before(async () => {
  official = await readFile(await datastar());
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datastar-test-'));
  cache = join(folder, 'cache');
});
afterEach(async () => {
  process.env['PATH'] = path;
  delete process.env['DATASTAR_FILE'];
  await rm(folder, { recursive: true, force: true });
});

/** A source that brings these bytes and counts how often it was asked. @param {string} name @param {...Buffer} bytes */
const source = (name, ...bytes) => ({
  asked: 0,
  name: () => name,
  async read() {
    this.asked++;
    if (bytes.length === 0) throw new Error('out of order');
    return bytes;
  },
});

describe('scripts/datastar.mjs', () => {
  it('brings exactly the official bytes of every version in its table', async () => {
    for (const version of versions) {
      const { bytes } = bundles[version] ?? {};
      assert.equal((await readFile(await datastar(version))).length, bytes);
    }
  });

  it('passes over a source with other bytes and keeps what the next one brings', async () => {
    const wrong = source('wrong', Buffer.from('<!doctype html>'));
    const broken = source('broken');
    const right = source('right', Buffer.from('also wrong'), official);
    const unused = source('unused', official);
    const path = await datastar(newest, { cache, sources: [wrong, broken, right, unused] });
    assert.deepEqual(await readFile(path), official);
    assert.deepEqual([wrong.asked, broken.asked, right.asked, unused.asked], [1, 1, 1, 0]);
    assert.deepEqual(await readdir(cache), [`${newest}.js`, 'datastar.js']);
  });

  it('keeps the newest under a name without its version, whatever stood there before', async () => {
    const named = join(cache, 'datastar.js');
    const sources = [source('none'), source('right', official)];
    await datastar(newest, { cache, sources });
    await writeFile(named, 'an older one');
    await datastar(newest, { cache, sources });
    assert.deepEqual(await readFile(named), official);
  });

  it('asks nobody else once the client is in the cache', async () => {
    await datastar(newest, { cache, sources: [source('none'), source('right', official)] });
    const other = source('other', official);
    await datastar(newest, { cache, sources: [source('none'), other] });
    assert.equal(other.asked, 0);
  });

  it('fetches anew when the file in the cache was damaged', async () => {
    const sources = [source('none'), source('right', official)];
    const path = await datastar(newest, { cache, sources });
    await writeFile(path, official.subarray(1));
    assert.deepEqual(await readFile(await datastar(newest, { cache, sources })), official);
  });

  it('takes the file that DATASTAR_FILE names, and only for the version that it holds', async () => {
    const file = join(folder, 'client.js');
    await writeFile(file, official);
    process.env['DATASTAR_FILE'] = [script, file].join(delimiter);
    const sources = defaultSources.slice(0, 1);
    assert.deepEqual(await readFile(await datastar(newest, { cache, sources })), official);
    await assert.rejects(datastar(older, { cache, sources }), new RegExp(`holds ${newest}, not ${older}`));
  });

  it('says in one error what was tried and how to point to a file', async () => {
    process.env['DATASTAR_FILE'] = join(folder, 'absent.js');
    await assert.rejects(
      datastar(newest, { cache, sources: [...defaultSources.slice(0, 1), source('a mirror', Buffer.from('no'))] }),
      ({ message }) => {
        assert.match(message, /named by DATASTAR_FILE: .*absent\.js is not there/);
        assert.match(message, /the cache: .* is not there/);
        assert.match(message, /a mirror: 2 bytes with SHA-256 [0-9a-f]{64}, not the official ones/);
        assert.match(message, /33553 bytes, SHA-256 727844ad/);
        assert.match(message, /DATASTAR_FILE=path\/to\/datastar\.js/);
        return true;
      },
    );
  });

  it('names each missing tool on a machine without any', async () => {
    process.env['PATH'] = folder;
    const sources = defaultSources.filter(
      (one) =>
        !one.name(newest, /** @type {import("../../scripts/datastar.mjs").Bundle} */ (bundle))?.startsWith('https:'),
    );
    await assert.rejects(datastar(newest, { cache, sources }), ({ message }) => {
      assert.match(message, /DATASTAR_FILE: not set/);
      assert.match(message, /pip is not there/);
      assert.match(message, /cargo is not there/);
      return true;
    });
  });

  it('refuses a version that is not in its table', async () => {
    await assert.rejects(datastar('0.0.1'), /not in the table/);
  });

  it('prints the paths on the command line, and an error without a stack', async () => {
    const printed = await new Promise((resolve) =>
      execFile(process.execPath, [script, older, '0.0.1'], (error, stdout, stderr) =>
        resolve({ code: error?.code, stdout, stderr }),
      ),
    );
    assert.equal(printed.stdout.trim(), await datastar(older));
    assert.match(printed.stderr, /^Datastar 0\.0\.1 is not in the table[^\n]*\n$/);
    assert.equal(printed.code, 1);
  });
});
