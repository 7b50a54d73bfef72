/**
 * A Vite plugin for the one file with lit inside: leaves out of lit what serves browsers that the kit cannot run in, or
 * others that would use the same lit.
 */
import { fileURLToPath } from 'node:url';

const styles = fileURLToPath(new URL('slim-lit-styles.mjs', import.meta.url));

/** @type {{ pattern: RegExp, instead: string, file?: string }[]} what is replaced in every file, or in one */
const parts = [
  // Where a polyfill of shadow trees, or the hydration of server-rendered ones, would hook in.
  { pattern: /\b\w+\.(?:reactiveElement|litHtml|litElement)(?:Polyfill|Hydrate)Support\b/g, instead: 'undefined' },
  // By this lit's development build counts the copies of lit in a page.
  { pattern: /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, instead: 'undefined' },
  // Functions that give back what they are given: a name to keep, for Google's compiler, and a node, for the polyfill.
  { pattern: /\bd(?=\("\w+"\))/g, instead: '', file: 'reactive-element.js' },
  { pattern: /\bi(?=\(t\)\.)/g, instead: '', file: 'lit-html.js' },
  // Where styles that are elements of a shadow tree would stand before what is rendered.
  { pattern: /createRenderRoot\(\)\{[^}]*renderBefore[^}]*\}/g, instead: '', file: 'lit-element.js' },
];

/** @returns {import('vite').Plugin} */
export const slimLit = () => ({
  name: 'slim-lit',
  enforce: 'pre',
  resolveId: { filter: { id: /^\.\/css-tag\.js$/ }, handler: () => styles },
  transform: {
    filter: { id: /\/(?:reactive-element|lit-element|lit-html)\.js$/ },
    handler(code, id) {
      let slim = code;
      for (const { pattern, instead } of parts.filter(({ file = '' }) => id.endsWith(file))) {
        if (!slim.match(pattern)) this.error(`${id} is another lit than this plugin was written for: no ${pattern}`);
        slim = slim.replace(pattern, instead);
      }
      return { code: slim, map: null };
    },
  },
});
