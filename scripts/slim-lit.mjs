/**
 * A Vite plugin for the one file with lit inside: leaves out of lit what serves browsers that the kit cannot run in, or
 * others that would use the same lit.
 */
import { fileURLToPath } from 'node:url';

const styles = fileURLToPath(new URL('slim-lit-styles.mjs', import.meta.url));

/** Where a polyfill of shadow trees, or the hydration of server-rendered ones, would hook in. */
const hooks = /\b\w+\.(?:reactiveElement|litHtml|litElement)(?:Polyfill|Hydrate)Support\b/g;

/** By this lit's development build counts the copies of lit in a page. */
const version = /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g;

/** @returns {import('vite').Plugin} */
export const slimLit = () => ({
  name: 'slim-lit',
  enforce: 'pre',
  resolveId: { filter: { id: /^\.\/css-tag\.js$/ }, handler: () => styles },
  transform: {
    filter: { id: /\/(?:reactive-element|lit-element|lit-html)\.js$/ },
    handler(code, id) {
      for (const part of [hooks, version])
        if (!code.match(part)) this.error(`${id} is another lit than this plugin was written for: no ${part}`);
      return { code: code.replace(hooks, 'undefined').replace(version, 'undefined'), map: null };
    },
  },
});
