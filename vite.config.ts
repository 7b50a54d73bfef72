import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { minified, minifyTexts } from './scripts/minify-texts.mjs';
import { slimLit } from './scripts/slim-lit.mjs';

const names = readdirSync('components').filter((name) => existsSync(`components/${name}/ds-${name}.ts`));

/** dist path → source, found by the folders: a new element is built the day it is added. */
const modules = Object.fromEntries([
  ['index', 'src/index.ts'],
  ['bridge', 'src/bridge.ts'],
  ['autoload', 'src/autoload.ts'],
  ...names.map((name): [string, string] => [`ds-${name}`, `components/${name}/ds-${name}.ts`]),
  ...names.map((name): [string, string] => [`components/${name}`, `components/${name}/${name}.ts`]),
]);

/** The stylesheet belongs to no module: a page links to it. */
const stylesheet = (): Plugin => ({
  name: 'stylesheet',
  generateBundle() {
    const source = minified(readFileSync('src/ds-elements.css', 'utf8'));
    this.emitFile({ type: 'asset', fileName: 'ds-elements.css', source });
    // TypeScript lets nobody import what it knows no types of.
    this.emitFile({ type: 'asset', fileName: 'ds-elements.css.d.ts', source: 'export {};\n' });
  },
});

/** `vite build` writes the modules, which share lit with the page; `--mode bundle` the one file with lit inside. */
export default defineConfig(({ mode }) => {
  const isBundle = mode === 'bundle';
  return {
    plugins: [minifyTexts(), isBundle ? slimLit() : stylesheet()],
    build: {
      target: 'es2022',
      sourcemap: true,
      emptyOutDir: !isBundle,
      lib: {
        entry: isBundle ? { 'ds-elements.bundle': 'src/index.ts' } : modules,
        formats: ['es'],
      },
      rolldownOptions: {
        external: isBundle ? [] : /^lit(\/|$)/,
        preserveEntrySignatures: 'allow-extension', // else a class would stand in one file more, and cost a request more
        output: { minify: true, comments: false, entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
      },
    },
  };
});
