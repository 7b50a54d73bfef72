/** The runner of the hosts can say no: a host that breaks a sentence and does not end when told so is found out. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { examine, sentences } from './examine.mjs';
import { readHost } from './host.mjs';
import { matrix, verdict } from './matrix.mjs';

const server = `
process.on('SIGTERM', () => {});
require('node:http')
  .createServer((request, answer) => {
    if (request.url === '/live') answer.write(': here\\n\\n');
    else answer.end('<h1>Good night</h1>' + require('node:fs').readFileSync('night.txt'));
  })
  .listen(process.env.PORT, '127.0.0.1');
`;
const readme = `
# Grumpy

\`\`\`sh
echo 'It is late.' > night.txt
PORT=8080 node server.cjs
\`\`\`
`;
const suite = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
const page = await (await fetch(process.env.HOST_ADDRESS)).text();
test('It has a heading', () => assert.match(page, /<h1>/));
test('It wishes a good morning', () => assert.match(page, /Good morning/));
`;

/** @type {string} */ let folder;
before(async () => {
  delete process.env['NODE_TEST_CONTEXT']; // with it the suite would report to this one
  folder = await mkdtemp(join(tmpdir(), 'grumpy-'));
  const host = { needs: ['node'], page: '/', lacks: { sky: 'It is night.' } };
  await writeFile(join(folder, 'host.json'), JSON.stringify(host));
  await writeFile(join(folder, 'README.md'), readme);
  await writeFile(join(folder, 'server.cjs'), server);
  await writeFile(join(folder, 'suite.mjs'), suite);
});
after(() => rm(folder, { recursive: true, force: true }));

it('tells yes from no, and why', async () => {
  const column = await examine({ ...readHost(folder), name: 'grumpy' }, { suite: join(folder, 'suite.mjs') });
  const verdicts = Object.fromEntries(column.findings.map(({ sentence, passed }) => [sentence, passed]));
  assert.deepEqual(verdicts, {
    [sentences.starts]: true,
    'It has a heading': true,
    'It wishes a good morning': false,
    [sentences.ends]: false,
  });
  const reasons = column.findings.map(({ reason = '' }) => reason).join('\n');
  assert.match(reasons, /Good night<\/h1>It is late/);
  assert.match(reasons, /still runs, 2 s after SIGTERM/);

  const table = matrix([column]);
  for (const sentence of ['It wishes a good morning', sentences.ends])
    assert.match(table, new RegExp(`^${sentence} +NO$`, 'm'));
  assert.match(table, /^It has a heading +yes$/m);
  assert.match(table, /^grumpy lacks sky: It is night\.$/m);
});

describe('where a program that the host needs is not installed', () => {
  const { CI } = process.env;
  const reason = 'no-such-program not found on the PATH';
  const examineIt = () => examine({ ...readHost(folder), name: 'grumpy', needs: ['no-such-program'] }, { suite: '' });
  afterEach(() => {
    if (CI === undefined) delete process.env['CI'];
    else process.env['CI'] = CI;
  });

  it('it is skipped on a laptop, with the reason; a run that skips all is no success', async () => {
    delete process.env['CI'];
    const column = await examineIt();
    assert.deepEqual([column.skipped, column.findings], [reason, []]);
    assert.match(matrix([column]), new RegExp(`^grumpy was skipped: ${reason}$`, 'm'));
    assert.deepEqual(verdict([column]), { line: '0 passed, 0 failed', exitCode: 1 });
    const cheerful = { ...column, skipped: undefined, findings: [{ sentence: sentences.starts, passed: true }] };
    assert.deepEqual(verdict([column, cheerful]), { line: '1 passed, 0 failed', exitCode: 0 });
  });

  it('it fails in CI, with the reason', async () => {
    process.env['CI'] = 'true';
    const column = await examineIt();
    assert.deepEqual(column.findings, [{ sentence: sentences.starts, passed: false, reason }]);
    assert.equal(column.skipped, undefined);
    assert.match(matrix([column]), new RegExp(`^${sentences.starts} +NO$`, 'm'));
    assert.deepEqual(verdict([column]), { line: '0 passed, 1 failed', exitCode: 1 });
  });
});

it('shows all output of a set-up that fails, also what comes after its end', async () => {
  const host = { ...readHost(folder), setup: ['(sleep 0.2; echo no such luck) & exit 3'] };
  const { findings } = await examine(host, { suite: '' });
  assert.equal(findings.length, 1);
  assert.match(findings[0]?.reason ?? '', /ended with 3\nno such luck/);
});
