/**
 * `npm run build:llms`: `dist/llms.txt`, all that one must know to use the package, in one page: how to load, to drive and
 * to dress it, out of the documents, and every element with all of its API, out of `dist/custom-elements.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Item
 * @typedef {{ tagName: string, description: string, attributes?: Item[], outputs?: Item[], events?: Item[],
 *   slots?: Item[], cssParts?: Item[], cssProperties?: Item[], cssStates?: Item[] }} Element
 */

const root = new URL('../', import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** What stands under a heading; where a link leads to within the repository means nothing here. @param {string} path @param {string} heading */
function section(path, heading) {
  const text = read(path)
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  if (!text) throw new Error(`${path} has no "${heading}"`);
  return text
    .slice(heading.length)
    .trim()
    .replace(/\[([^\]]+)\]\((?!\w+:)[^)]+\)/g, '$1');
}

/** The first part of a text that is like this. @param {string} text @param {RegExp} form */
function first(text, form) {
  const [part = ''] = form.exec(text) ?? [];
  if (!part) throw new Error(`nothing is like ${form}`);
  return part.trim();
}

/** @param {string} title @param {Item[]} [items] @param {(name: string) => string} [shown] */
function list(title, items = [], shown = (name) => name) {
  if (items.length === 0) return '';
  const lines = items.map(({ name, type, description = '', default: initial }) => {
    const details = [type?.text, initial && `default ${initial}`].filter(Boolean).join(', ');
    return `- \`${shown(name)}\`${details && ` (${details})`}: ${description.replace(/\s+/g, ' ')}`;
  });
  return `${title}:\n\n${lines.join('\n')}\n\n`;
}

/** @param {Element} element */
const reference = (element) => `### <${element.tagName}>

${element.description}

${list('Attributes', element.attributes)}${list('Outputs, for `to-signal`', element.outputs)}${list('Events', element.events)}${list('Slots', element.slots, (name) => name || '(default)')}${list('Parts', element.cssParts, (name) => `::part(${name})`)}${list('States', element.cssStates, (name) => `:state(${name})`)}${list('Custom properties', element.cssProperties)}`;

const { name, description } = JSON.parse(read('package.json'));
/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

const use = section('README.md', 'Use it');
const page = `# ${name}

> ${description}

State comes down as attributes, what the user does goes up as events, and a bridge turns those into Datastar signals.
Elements are for any HTML that a server renders. Junk in an attribute is harmless: it reads as the default.

## Load it

\`npm install ${name}\`. Without a bundler, put two files from \`dist/\` of the package on your server, beside Datastar and in any
order: \`ds-elements.bundle.js\` is everything, Lit included, and \`ds-elements.css\` draws the elements until it is there.
\`integrity.json\` has the hash of every file.

${first(use, /^```html\n.*?^```$/ms)}

With a bundler or an import map, load only what you need. Lit is the only dependency.

${first(use, /(?:^\|.*\n)+/m)}

## Before any script

${section('docs/theming.md', 'Before any script')}

## Without scripts

${section('docs/theming.md', 'Without scripts')}

## Tokens

${section('docs/theming.md', 'Tokens')}

## Drive it: three ways, simplest first

${section('docs/bridge.md', 'Three ways, simplest first')}

## What the bridge promises

${section('docs/bridge.md', 'What it promises')}

## Elements: the whole reference

${elements.map(reference).join('')}`;
writeFileSync(new URL('dist/llms.txt', root), `${page.trim()}\n`);
