import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { minifyTexts } from './scripts/minify-texts.mjs';
import { slimLit } from './scripts/slim-lit.mjs';

const names = readdirSync('components').filter((name) => existsSync(`components/${name}/ds-${name}.ts`));

/** dist path → source, found by the folders: a new element is built the day it is added. */
const modules = Object.fromEntries([
  ['index', 'src/index.ts'],
  ['bridge', 'src/bridge.ts'],
  ...names.map((name): [string, string] => [`ds-${name}`, `components/${name}/ds-${name}.ts`]),
  ...names.map((name): [string, string] => [`components/${name}`, `components/${name}/${name}.ts`]),
]);

/** `vite build` writes the modules, which share lit with the page; `--mode bundle` the one file with lit inside. */
export default defineConfig(({ mode }) => {
  const isBundle = mode === 'bundle';
  return {
    plugins: [minifyTexts(), isBundle && slimLit()],
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
        output: { minify: true, comments: false, entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
      },
    },
  };
});
