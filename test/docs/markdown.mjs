/** The pages that people read, and the snippets in them. */
import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {object} Snippet
 * @property {string} name page and line, for the title of its test
 * @property {string} language
 * @property {string} code
 */

export const root = new URL('../../', import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const docs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' });
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  // Those of hosts are for projects of other worlds: they are followed there.
  ...docs.filter((name) => name.endsWith('.md') && !name.startsWith('hosts')).map((name) => `docs/${name}`),
];

/** @type {Snippet[]} */
export const snippets = pages.flatMap((page) => {
  const text = read(page);
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: code = '' }) => ({
    name: `${page}:${text.slice(0, index).split('\n').length}`,
    language,
    code,
  }));
});

/** @param {string} language */
export const snippetsIn = (language) => snippets.filter((snippet) => snippet.language === language);

/** @typedef {{ tagName: string, attributes?: { name: string }[], events?: { name: string }[] }} Element */

/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(read('dist/custom-elements.json'));

/** What an element of the kit understands: attributes and events by tag. */
export const vocabulary = Object.fromEntries(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .map(({ tagName, attributes = [], events = [] }) => [
      tagName,
      { attributes: attributes.map(({ name }) => name), events: events.map(({ name }) => name) },
    ]),
);

/** @type {{ scripts: Record<string, string> }} */
export const { scripts } = JSON.parse(read('package.json'));
