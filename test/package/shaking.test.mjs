/** Who takes one element from the package gets that one and lit, by the byte. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { className, freshProject, names, root } from './project.mjs';

/** Of the recorded size, which another bundler makes of the sources: each has its own ways to name and to join. */
const TOLERANCE = 0.02;

/** @type {Awaited<ReturnType<typeof freshProject>>} */
let project;
/** @type {Record<string, { minified: number }>} */
let parts;
/** What only one element has: the names of its properties. @type {Map<string, string[]>} */
let own;

before(async () => {
  project = await freshProject();
  ({ parts } = JSON.parse(await readFile(join(root, 'budgets.json'), 'utf8')));
  /** @type {{ modules: { declarations: { tagName: string, attributes: { fieldName?: string }[] }[] }[] }} */
  const { modules } = JSON.parse(await readFile(join(project.installed, 'dist/custom-elements.json'), 'utf8'));
  const properties = new Map(
    modules
      .flatMap(({ declarations }) => declarations)
      .map(({ tagName, attributes }) => [tagName, attributes.flatMap(({ fieldName }) => fieldName ?? [])]),
  );
  const all = [...properties.values()].flat();
  own = new Map(
    [...properties].map(([tag, list]) => [
      tag,
      // Long enough to stand nowhere by chance.
      [tag, ...list.filter((name) => name.length > 5 && all.filter((other) => other === name).length === 1)],
    ]),
  );
});
after(() => project?.remove());

/** @param {string} code @param {string[]} [external] */
async function bundle(code, external = []) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: project.folder },
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', write: false, external },
  });
  return outputFiles[0]?.text ?? '';
}

for (const name of names)
  describe(`ds-${name}, taken alone`, () => {
    it('is there, and nothing of another element', async () => {
      const code = await bundle(`import 'ds-elements/ds-${name}.js'`);
      for (const [tag, words] of own) {
        assert.ok(words.length > 1);
        for (const word of words) assert.equal(code.includes(word), tag === `ds-${name}`, word);
      }
    });

    for (const [what, external] of /** @type {[string, string[]][]} */ ([
      [' and lit', []],
      [', without lit', ['lit']],
    ]))
      it(`weighs what is recorded for it${what}`, async () => {
        const size = Buffer.byteLength(await bundle(`import 'ds-elements/ds-${name}.js'`, external));
        const recorded = parts[`ds-${name}${what}`]?.minified ?? 0;
        assert.ok(Math.abs(size / recorded - 1) < TOLERANCE, `${size} bytes, not ${recorded}`);
      });

    it('costs nothing where its class is not used', async () => {
      const code = await bundle(`import { ${className(name)} } from 'ds-elements/components/${name}.js'`);
      assert.equal(code, '');
    });
  });
