/**
 * The pages say what is so: each element has one, which names all of its API and nothing else; links lead somewhere,
 * paths and scripts that are named exist, and hashes are those of the built files: `--update` writes them anew.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

/**
 * @typedef {{ name: string }} Named
 * @typedef {{ tagName: string, attributes?: Named[], events?: Named[], cssParts?: Named[], cssProperties?: Named[],
 *   cssStates?: Named[], outputs?: Named[] }} Element
 */

const root = new URL('../', import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');
/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(read('package.json'));

/** @type {string[]} */
const faults = [];

/** The names in the first column of the table under a heading. @param {string} page @param {string} heading */
function tabled(page, heading) {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\|(.*?)\|/gm)].slice(2).map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** What a pattern finds, the first group of it. @param {string} page @param {RegExp} pattern */
const mentioned = (page, pattern) => [...page.matchAll(pattern)].map(([, name = '']) => name);

/** @param {string} path @param {Element} element */
function compare(path, element) {
  const page = read(path);
  /** @param {Named[]} [list] */
  const names = (list = []) => list.map(({ name }) => name);
  const attributes = names(element.attributes);
  const events = names(element.events);
  const parts = names(element.cssParts);
  const properties = names(element.cssProperties);
  const states = names(element.cssStates).map((name) => `:state(${name})`);

  for (const name of [...attributes, ...events, ...parts, ...properties, ...states, ...names(element.outputs)])
    if (!page.includes(`\`${name}\``)) faults.push(`${path} does not name \`${name}\``);

  /** @type {[kind: string, said: string[], real: string[]][]} */
  const claims = [
    ['attribute', tabled(page, 'Attributes'), attributes],
    ['event', tabled(page, 'Events'), events],
    ['part', mentioned(page, /::part\(([\w-]+)\)/g), parts],
    ['custom property', mentioned(page, /(?<![\w-])(--ds-[\w-]+)/g), properties],
    ['state', mentioned(page, /(:state\([\w-]+\))/g), states],
  ];
  for (const [kind, said, real] of claims)
    for (const name of new Set(said))
      if (!real.includes(name))
        faults.push(`${path} names the ${kind} ${name}, which <${element.tagName}> does not have`);
}

for (const element of elements) {
  const path = `docs/elements/${element.tagName.replace('ds-', '')}.md`;
  if (existsSync(new URL(path, root))) compare(path, element);
  else faults.push(`${path} is missing`);
  if (!read('README.md').includes(`](${path})`)) faults.push(`README.md does not link ${path}`);
}

/** The anchors of a page's headings, as hosts of repositories make them. @param {string} page */
const anchors = (page) =>
  mentioned(page, /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
for (const path of pages) {
  const page = read(path);
  const prose = page.replace(/^```.*?^```$/gms, '');
  for (const link of mentioned(prose, /\]\((?!\w+:)([^)]+)\)/g)) {
    const { pathname, hash } = new URL(link, new URL(path, 'file:///'));
    const target = new URL(`.${pathname}`, root);
    if (!existsSync(target)) faults.push(`${path} links ${link}, which is not there`);
    else if (hash && !anchors(readFileSync(target, 'utf8')).includes(decodeURIComponent(hash.slice(1))))
      faults.push(`${path} links ${link}, where no such heading is`);
  }
  if (path.startsWith('docs/hosts/')) continue; // their paths and scripts are those of another project
  const folders = 'bench|components|dev|docs|examples|scripts|src|stories|test|\\.ci|\\.changeset';
  for (const file of mentioned(prose, new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g')))
    if (!existsSync(new URL(file, root))) faults.push(`${path} names ${file}, which is not there`);
  for (const script of mentioned(page, /\bnpm run ([\w:]+)/g))
    if (!scripts[script]) faults.push(`${path} names npm run ${script}, which is not there`);
}

/** @type {Record<string, string>} */
const hashes = JSON.parse(read('dist/integrity.json'));
const hashed = /((?:src|href)="[^"]*\/dist\/([\w./-]+)"\s+integrity=")([^"]*)/g;
if (!pages.some((path) => read(path).match(hashed))) faults.push('no page has a snippet with a hash');
for (const path of pages) {
  const page = read(path);
  const updated = page.replace(hashed, (found, before, file) => {
    if (hashes[file]) return before + hashes[file];
    faults.push(`${path} has a hash of dist/${file}, which is not there`);
    return found;
  });
  if (updated === page) continue;
  if (argv.includes('--update')) writeFileSync(new URL(path, root), updated);
  else faults.push(`${path} has the hash of another build: node scripts/docs.mjs --update`);
}

for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${elements.length} elements, ${faults.length} faults`);
process.exitCode = faults.length > 0 || elements.length === 0 ? 1 : 0;
