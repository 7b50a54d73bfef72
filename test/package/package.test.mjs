/** The package as a user gets it: packed, unpacked into another project, and used there. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { className, freshProject, names, root, run } from './project.mjs';

/** @type {Awaited<ReturnType<typeof freshProject>>} */
let project;
before(async () => {
  project = await freshProject();
});
after(() => project?.remove());

/** @param {string} file */
const read = (file) => readFile(join(project.installed, file), 'utf8');

/** @param {string} code */
const node = (code) => run(process.execPath, ['--input-type=module', '--eval', code], { cwd: project.folder });

/** Files that are there, one by one. */
const scripts = [
  ...['autoload', 'bridge', 'ds-elements.bundle', 'index'],
  ...names.flatMap((name) => [`components/${name}`, `ds-${name}`]),
].map((name) => `dist/${name}.js`);
const others = [
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
  ...['css', 'css.d.ts'].map((ending) => `dist/ds-elements.${ending}`),
  ...['elements', 'preact', 'react'].map((name) => `dist/jsx/${name}.d.ts`),
  ...['custom-elements', 'integrity', 'vscode.css-custom-data', 'vscode.html-custom-data', 'web-types'].map(
    (name) => `dist/${name}.json`,
  ),
  'dist/llms.txt',
];

/** Files whose names follow from the sources: what elements share, and the types of every source. */
const kinds = [/^dist\/shared\/[\w-]+\.js$/, /^dist\/types\/(src|components\/[\w-]+)\/[\w.-]+\.d\.ts$/];

describe('the package', () => {
  it('ships these files and no other', async () => {
    const rest = new Set(project.files);
    for (const file of [...scripts, ...others]) assert.ok(rest.delete(file), `no ${file}`);
    for (const kind of kinds) {
      const found = [...rest].filter((file) => kind.test(file));
      assert.ok(found.length > 0, `none of ${kind}`);
      for (const file of found) rest.delete(file);
    }
    const code = project.files.filter((file) => file.endsWith('.js') && file !== 'dist/index.js');
    for (const file of code) assert.ok(rest.delete(`${file}.map`), `no map of ${file}`);
    assert.deepEqual([...rest], []);
  });

  it('types what it ships: none without a source, none of a test', () => {
    const types = project.files.filter((file) => file.startsWith('dist/types/'));
    for (const file of types) {
      assert.ok(existsSync(join(root, file.replace('dist/types/', '').replace(/\.d\.ts$/, '.ts'))), file);
      assert.doesNotMatch(file, /samples|test/);
    }
  });

  it('has every file that its exports and its other fields promise', async () => {
    const { exports, customElements, 'web-types': webTypes } = JSON.parse(await read('package.json'));
    /** @type {string[]} */
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, customElements, webTypes]) {
      // Every * stands for the same.
      const pattern = target.replace('./', '').replaceAll('.', '\\.').replace('*', '(.+)').replaceAll('*', '\\1');
      assert.ok(
        project.files.some((file) => new RegExp(`^${pattern}$`).test(file)),
        `no ${target}`,
      );
    }
  });

  it('tells the hash of every file that a page loads', async () => {
    /** @type {Record<string, string>} */
    const hashes = JSON.parse(await read('dist/integrity.json'));
    const loaded = project.files.filter((file) => /\.(js|css)$/.test(file));
    assert.deepEqual(
      Object.keys(hashes).map((file) => `dist/${file}`),
      loaded,
    );
    for (const file of loaded) {
      const hash = createHash('sha384')
        .update(await read(file))
        .digest('base64');
      assert.equal(hashes[file.replace('dist/', '')], `sha384-${hash}`, file);
    }
  });

  it('asks npm to publish it for everybody, with a provenance', async () => {
    assert.deepEqual(JSON.parse(await read('package.json')).publishConfig, { access: 'public', provenance: true });
  });

  it('depends on lit alone', async () => {
    const { dependencies } = JSON.parse(await read('package.json'));
    assert.deepEqual(Object.keys(dependencies), ['lit']);
    for (const file of project.files.filter((name) => name.endsWith('.js'))) {
      const code = await read(file);
      for (const [, specifier = ''] of code.matchAll(/(?:from|import)\s*["']([^"']+)["']/g))
        assert.match(specifier, /^(\.{1,2}\/|lit(\/|$))/, file);
    }
  });

  it('has one file that needs no other, the bundle', async () => {
    const bundle = await read('dist/ds-elements.bundle.js');
    assert.ok(!/\bimport\s*[({"'*]|\bfrom\s*["']/.test(bundle), 'it imports something');
    for (const name of names) assert.ok(bundle.includes(`ds-${name}`), `it does not define ds-${name}`);
  });

  it('tells nothing of the machine that built it', async () => {
    for (const file of project.files.filter((name) => /\.(js|map|json|ts)$/.test(name)))
      assert.ok(!(await read(file)).includes(root), file);
  });

  it('lets Node import every class, without a tag and without a page', async () => {
    for (const name of names) {
      const { stdout } = await node(`
        import * as module from 'ds-elements/components/${name}.js';
        console.log(typeof module.${className(name)}, customElements?.get('ds-${name}'));`);
      assert.equal(stdout, 'function undefined\n');
    }
  });

  it('keeps inner files to itself', async () => {
    const inner = project.files.filter((file) => file.startsWith('dist/'));
    assert.ok(inner.includes('dist/shared/define.js') && inner.includes('dist/index.js'));
    const { stdout } = await node(`
      const files = ${JSON.stringify([...inner, 'src/announce.js'])};
      for (const file of files) {
        const { code } = await import('ds-elements/' + file).catch((error) => error);
        if (code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') console.log(file, code);
      }`);
    assert.equal(stdout, '');
  });

  it('has a manifest whose paths exist and whose elements have tags', async () => {
    /** @type {{ modules: { path: string, declarations: { tagName: string }[] }[] }} */
    const { modules } = JSON.parse(await read('dist/custom-elements.json'));
    for (const { path } of modules) assert.ok(project.files.includes(path), path);
    assert.deepEqual(
      modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)).sort(),
      names.map((name) => `ds-${name}`),
    );
  });
});
