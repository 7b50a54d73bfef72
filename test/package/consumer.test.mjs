/** Projects of others: the package installed by npm, compiled, bundled or served as files, and used in a browser. */
import assert from 'node:assert/strict';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { lit } from '../support/lit.mjs';
import { className, freshProject, names, root, run } from './project.mjs';
import { html, openSite } from './site.mjs';

/** @type {Awaited<ReturnType<typeof freshProject>>} */
let project;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  project = await freshProject();
  await cp(join(root, 'test/package/consumer'), project.folder, { recursive: true });
  // The libraries that a test of types needs beside the kit are big, and no part of what is tested.
  for (const name of ['@types/react', 'csstype', 'preact'])
    await symlink(join(root, 'node_modules', name), join(project.folder, 'node_modules', name));
  site = await openSite(pathToFileURL(`${project.folder}/`));
});
after(async () => {
  await site?.close();
  await project?.remove();
});

describe('TypeScript, strict, and with the declarations of libraries checked as well', () => {
  before(async () => {
    const lines = names.map((name) => {
      const type = className(name);
      return `import 'ds-elements/ds-${name}.js';
        import { ${type} } from 'ds-elements/components/${name}.js';
        export const from${type}: ${type} = document.createElement('ds-${name}');`;
    });
    const modules = ['', '/bridge.js', '/autoload.js', '/ds-elements.bundle.js'];
    const inner = ['/jsx/elements', '/dist/index.js', '/dist/types/src/index.js'];
    const imports = [
      ...modules.map((name) => `import type {} from 'ds-elements${name}';`),
      ...inner.map((name) => `// @ts-expect-error an inner file\nimport type {} from 'ds-elements${name}';`),
    ];
    await writeFile(join(project.folder, 'every.ts'), [...imports, ...lines].join('\n'));

    // The same page for both: only where the types and the hook come from is another.
    const page = await readFile(join(project.folder, 'react.tsx'), 'utf8');
    const preact = page
      .replace("from 'react'", "from 'preact/hooks'")
      .replace(/(jsxImportSource |\/jsx\/)react/g, '$1preact');
    assert.doesNotMatch(preact, /\breact\b/);
    await writeFile(join(project.folder, 'preact.tsx'), preact);
  });

  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])
    it(`knows the modules, and the tags in the JSX of React and Preact, by ${moduleResolution} resolution`, async () => {
      const config = {
        compilerOptions: {
          ...{ module, moduleResolution, strict: true, skipLibCheck: false, noEmit: true, jsx: 'react-jsx' },
          ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
        },
        files: ['every.ts', 'main.ts', 'preact.tsx', 'react.tsx'],
      };
      await writeFile(join(project.folder, 'tsconfig.json'), JSON.stringify(config));
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      await run(process.execPath, [tsc, '-p', project.folder]).catch(({ stdout }) => assert.fail(stdout));
    });
});

/** What works is used: a step up in the field is a count more on the badge. @param {string} page */
async function assertThatItWorks(page) {
  const { page: tab } = await site.visit();
  /** @type {Promise<string>} */
  const complaint = new Promise((resolve) => {
    tab.on('pageerror', (error) => resolve(String(error)));
    tab.on('console', (message) => resolve(message.text()));
  });
  await tab.goto(site.address(page));
  const defined = tab.waitForSelector('ds-starfield:defined').then(() => '');
  assert.equal(await Promise.race([complaint, defined]), '');
  await tab.focus('ds-quantity-stepper');
  await tab.keyboard.press('ArrowUp');
  const badge = await tab.waitForSelector('ds-cart-badge >>> [part=count]');
  assert.equal(await badge?.evaluate(({ textContent }) => textContent?.trim()), '2');
  assert.equal(await Promise.race([complaint, '']), '');
  return tab;
}

/** What an element announces is a patch that Datastar would hear. @param {import('puppeteer-core').Page} tab */
async function assertThatTheBridgeIsThere(tab) {
  const patch = await tab.evaluate(() => {
    /** @type {unknown} */
    let heard;
    document.addEventListener('datastar-fetch', (event) => {
      heard = Reflect.get(event.detail, 'argsRaw').signals;
    });
    const detail = { outputs: { value: 3 }, cause: 'user' };
    const field = document.createElement('any-field');
    field.setAttribute('to-signal', 'quantity');
    document.body.append(field);
    field.dispatchEvent(new CustomEvent('ds-signal', { bubbles: true, composed: true, detail }));
    return heard;
  });
  assert.equal(patch, '{"quantity":3}');
}

describe('bundled', () => {
  it('by Vite, it works', async () => {
    await vite({ root: project.folder, base: '/dist/', configFile: false, logLevel: 'error' });
    const tab = await assertThatItWorks(await readFile(join(project.folder, 'dist/index.html'), 'utf8'));
    await assertThatTheBridgeIsThere(tab);
  });

  it('by esbuild, it works', async () => {
    await esbuild({
      ...{ absWorkingDir: project.folder, entryPoints: ['main.ts'], outfile: 'dist/esbuild.js' },
      ...{ bundle: true, minify: true, format: 'esm' },
    });
    const styles = '<link rel="stylesheet" href="/dist/esbuild.css" />';
    const tab = await assertThatItWorks(html(`${styles}<script type="module" src="/dist/esbuild.js"></script>`, ''));
    await assertThatTheBridgeIsThere(tab);
  });

  for (const module of ['bridge', 'autoload'])
    it(`${module}.js alone brings the bridge`, async () => {
      await esbuild({
        stdin: { contents: `import 'ds-elements/${module}.js';`, resolveDir: project.folder },
        ...{ absWorkingDir: project.folder, outfile: `dist/${module}.js`, bundle: true, minify: true, format: 'esm' },
      });
      const { page: tab } = await site.visit();
      await tab.goto(site.address(html(`<script type="module" src="/dist/${module}.js"></script>`, '')));
      await assertThatTheBridgeIsThere(tab);
    });
});

describe('as files over HTTP', () => {
  const dist = '/node_modules/ds-elements/dist';
  const body =
    '<ds-quantity-stepper value="1"></ds-quantity-stepper><ds-cart-badge></ds-cart-badge><ds-starfield></ds-starfield>';
  const glue = `<script type="module">
    document.querySelector('ds-quantity-stepper').addEventListener('ds-signal', ({ detail }) => {
      document.querySelector('ds-cart-badge').setAttribute('count', detail.outputs.value);
    });
  </script>`;
  /** @type {Record<string, string>} */
  let hashes;
  before(async () => {
    hashes = JSON.parse(await readFile(join(project.installed, 'dist/integrity.json'), 'utf8'));
  });

  /** @param {Record<string, string>} checked */
  const mapped = (checked) => {
    const map = {
      imports: { ...lit, 'ds-elements/': `${dist}/` },
      integrity: Object.fromEntries(Object.entries(checked).map(([file, hash]) => [`${dist}/${file}`, hash])),
    };
    const imports = names.map((name) => `import 'ds-elements/ds-${name}.js';`).join('');
    const scripts = `<script type="module">${imports}</script>${glue}`;
    return html(`<script type="importmap">${JSON.stringify(map)}</script>${scripts}`, body);
  };

  it('module by module through an import map, each of them checked, it works', async () => {
    await assertThatItWorks(mapped(hashes));
  });

  it('a module that is not what its hash says is refused', async () => {
    await assert.rejects(
      assertThatItWorks(mapped({ ...hashes, 'components/starfield.js': hashes['bridge.js'] ?? '' })),
      /integrity/,
    );
  });

  it('in one file, checked, it works', async () => {
    const source = `src="${dist}/ds-elements.bundle.js" integrity="${hashes['ds-elements.bundle.js']}"`;
    await assertThatItWorks(html(`<script type="module" ${source}></script>${glue}`, body));
  });
});
