/** The package as a user gets it: packed, unpacked into another project, and used there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {string} */ let project;
/** @type {string} */ let installed;
/** @type {string[]} */ let files;

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'ds-elements-package-'));
  const modules = join(project, 'node_modules');
  await mkdir(modules);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: root,
  });
  await run('tar', ['-xzf', join(project, JSON.parse(stdout)[0].filename), '-C', modules]);
  installed = join(modules, 'ds-elements');
  await run('mv', [join(modules, 'package'), installed]);
  await symlink(join(root, 'node_modules/lit'), join(modules, 'lit'));
  await writeFile(join(project, 'package.json'), '{"type": "module"}');
  files = await readdir(installed, { recursive: true });
});
after(() => rm(project, { recursive: true, force: true }));

const names = async () => (await readdir(join(root, 'components'))).sort();

/** @param {string} code */
const node = (code) => run(process.execPath, ['--input-type=module', '--eval', code], { cwd: project });

/** @param {string} name */
const className = (name) => `Ds${name.replace(/(^|-)./g, (letter) => letter.slice(-1).toUpperCase())}`;

describe('the package', () => {
  it('ships what is built, and nothing of how it is', () => {
    const tops = new Set(files.map((file) => file.split('/')[0]));
    for (const top of ['LICENSE', 'README.md', 'dist', 'package.json']) assert.ok(tops.has(top), `no ${top}`);
    tops.delete('CHANGELOG.md');
    assert.equal(tops.size, 4, [...tops].join(' '));
    assert.deepEqual(
      files.filter((file) => /samples|\.test\./.test(file)),
      [],
    );
  });

  it('has a tag module and a class module for every element', async () => {
    for (const name of await names())
      for (const file of [`dist/ds-${name}.js`, `dist/components/${name}.js`])
        assert.ok(files.includes(file), `no ${file}`);
  });

  it('depends on lit alone', async () => {
    const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    assert.deepEqual(Object.keys(dependencies), ['lit']);
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const code = await readFile(join(installed, file), 'utf8');
      for (const [, specifier = ''] of code.matchAll(/(?:from|import)\s*["']([^"']+)["']/g))
        assert.match(specifier, /^(\.{1,2}\/|lit(\/|$))/, file);
    }
  });

  it('has one file that needs no other, the bundle', async () => {
    const bundle = await readFile(join(installed, 'dist/ds-elements.bundle.js'), 'utf8');
    assert.ok(!/\bimport\s*[({"'*]|\bfrom\s*["']/.test(bundle), 'it imports something');
    for (const name of await names()) assert.ok(bundle.includes(`ds-${name}`), `it does not define ds-${name}`);
  });

  it('tells nothing of the machine that built it', async () => {
    for (const file of files.filter((name) => /\.(js|map|json|ts)$/.test(name)))
      assert.ok(!(await readFile(join(installed, file), 'utf8')).includes(root), file);
  });

  it('lets Node import every class, without a tag and without a page', async () => {
    for (const name of await names()) {
      const { stdout } = await node(`
        import * as module from 'ds-elements/components/${name}.js';
        console.log(typeof module.${className(name)}, customElements?.get('ds-${name}'));`);
      assert.equal(stdout, 'function undefined\n');
    }
  });

  it('keeps inner files to itself', async () => {
    await assert.rejects(node("import 'ds-elements/src/announce.js'"), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });

  it('has a manifest whose paths exist and whose elements have tags', async () => {
    /** @type {{ modules: { path: string, declarations: { tagName: string }[] }[] }} */
    const { modules } = JSON.parse(await readFile(join(installed, 'dist/custom-elements.json'), 'utf8'));
    for (const { path } of modules) assert.ok(files.includes(path), path);
    assert.deepEqual(
      modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)).sort(),
      (await names()).map((name) => `ds-${name}`),
    );
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])
    it(`is typed for TypeScript's ${moduleResolution} resolution`, async () => {
      const imports = (await names()).map((name) => {
        const type = className(name);
        return `import 'ds-elements/ds-${name}.js';
          import { ${type} } from 'ds-elements/components/${name}.js';
          export const from${type}: ${type} = document.createElement('ds-${name}');`;
      });
      const file = join(project, `${moduleResolution}.ts`);
      await writeFile(
        file,
        `import 'ds-elements'; import 'ds-elements/bridge.js'; ${imports.join('\n')}
        // @ts-expect-error: what the kit does not have is no type either
        export const wrong = document.createElement('ds-quantity-stepper').nonsense;`,
      );
      const options = ['--strict', '--noEmit', '--target', 'es2022', '--skipLibCheck', 'false'];
      const lib = ['--lib', 'es2022,dom,dom.iterable'];
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      await run(
        process.execPath,
        [tsc, file, ...options, ...lib, '--module', String(module), '--moduleResolution', String(moduleResolution)],
        { cwd: project },
      ).catch(({ stdout }) => assert.fail(stdout));
    });
});
