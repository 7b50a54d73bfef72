/**
 * `npm run build:editors`: what editors know of the elements, out of `dist/custom-elements.json`: data for VS Code and
 * JetBrains, and types for the JSX of React and Preact.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import ts from 'typescript';

/**
 * @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Item
 * @typedef {{ name: string, tagName: string, attributes?: (Item & { fieldName?: string })[],
 *   members: (Item & { readonly?: boolean })[], outputs?: Item[], cssProperties?: Item[] }} Element
 *
 * The generators declare another shape each, of the same file.
 * @typedef {{ modules: { declarations: Element[] }[] } & Parameters<typeof generateJsxTypes>[0] &
 *   Parameters<typeof getWebTypesData>[0] & Parameters<typeof getVsCodeHtmlCustomData>[0]} Manifest
 *
 * @typedef {{ name: string, attributes: (Item & { values: Item[], valueSet?: string })[] }} Tag of VS Code
 */

const dist = new URL('../dist/', import.meta.url);
/** @param {string} file */
const read = (file) => readFileSync(new URL(file, dist), 'utf8');
/** @param {string} file @param {unknown} content */
const write = (file, content) =>
  writeFileSync(new URL(file, dist), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

/** @type {Manifest} */
const manifest = JSON.parse(read('custom-elements.json'));
/** @type {Element[]} */
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

// A class names no default that is long; the stylesheet has them all. Of what has none, generators write "undefined".
const tokens = new Map(
  [...read('../src/ds-elements.css').matchAll(/^ \* +(--ds-[\w-]+): (.+);$/gm)].map(([, name, value]) => [name, value]),
);
for (const property of elements.flatMap(({ cssProperties = [] }) => cssProperties)) {
  property.default ??= tokens.get(property.name);
  if (!property.default) throw new Error(`src/ds-elements.css has no default of ${property.name}`);
}

/** What two elements call by one name is told once, with the words of both. @param {Item[]} items */
const once = (items) =>
  [...new Map(items.map((item) => [item.name, item])).values()].map((item) => {
    const same = items.filter(({ name }) => name === item.name);
    return { ...item, description: [...new Set(same.map(({ description }) => description))].join(' / ') };
  });

/** @type {{ tags: Tag[] }} */
const html = JSON.parse(getVsCodeHtmlCustomData(manifest, {}));
for (const tag of html.tags)
  for (const attribute of tag.attributes) {
    const { attributes } = elements.find(({ tagName }) => tagName === tag.name) ?? {};
    const type = attributes?.find(({ name }) => name === attribute.name)?.type?.text;
    if (type === 'boolean') attribute.valueSet = 'v'; // how VS Code is told that it is written without a value
    attribute.values = attribute.values.filter(({ name }) => name !== "''"); // to leave it out says the same
  }
write('vscode.html-custom-data.json', html);

/** @type {{ properties: Item[], pseudoElements: Item[] }} */
const css = JSON.parse(getVsCodeCssCustomData(manifest, {}));
const { properties, pseudoElements } = css;
write('vscode.css-custom-data.json', {
  ...css,
  properties: once(properties),
  pseudoElements: once(pseudoElements),
});

/**
 * @type {{ contributions: { html: { elements: { 'doc-url'?: string }[] },
 *   css: { properties: Item[], 'pseudo-elements': Item[] } } }}
 */
const webTypes = JSON.parse(getWebTypesData(manifest, {}));
// An empty address would be a link in the editor that leads nowhere.
for (const element of webTypes.contributions.html.elements) if (!element['doc-url']) delete element['doc-url'];
const styles = webTypes.contributions.css;
styles.properties = once(styles.properties);
styles['pseudo-elements'] = once(styles['pseudo-elements']);
write('web-types.json', webTypes);

// JSX sets attributes and properties: which is which must be told, and the type of one that takes any junk.
for (const element of elements) {
  const { attributes = [], outputs = [] } = element;
  element.members = element.members.filter(({ readonly }) => !readonly);
  for (const attribute of attributes)
    attribute.fieldName ??=
      element.members.find(({ name }) => name.toLowerCase() === attribute.name)?.name ?? attribute.name;
  for (const member of element.members.filter(({ type }) => type?.text === 'unknown'))
    member.type = outputs.find(({ name }) => name === member.name)?.type;
}

mkdirSync(new URL('jsx', dist), { recursive: true });
generateJsxTypes(manifest, {
  outdir: 'dist/jsx',
  fileName: 'elements.d.ts',
  componentTypePath: () => '../types/src/index.js',
  globalTypePath: '../types/src/index.js',
  useCemTypes: true,
});

// It writes for a dozen libraries, and a page that has not all of them would not compile: only these of its types stay.
const wanted = ['BaseProps', 'BaseEvents', ...elements.map(({ name }) => `${name}Props`)];
wanted.push('CustomElements', 'CustomCssProperties');
const source = ts.createSourceFile('elements.d.ts', read('jsx/elements.d.ts'), ts.ScriptTarget.Latest);
const [imports, ...rest] = source.statements;
const types = rest.filter((node) => ts.isTypeAliasDeclaration(node) && wanted.includes(node.name.text));
if (!imports || types.length !== wanted.length) throw new Error('types of JSX are no longer called so');
const kept = [imports, ...types].map((node) => node.getFullText(source));
write('jsx/elements.d.ts', `${kept.join('')}\n\nexport type { BaseProps };\n`);

/** @param {string} library @param {string} imports @param {string} native what an element of HTML takes there */
const extension = (library, imports, native) => `${imports}
import type { BaseProps, CustomCssProperties, CustomElements } from './elements.js';

type Native<Element extends HTMLElement> = ${native};
type Own<Tag extends keyof CustomElements> = Omit<CustomElements[Tag], keyof BaseProps<HTMLElement>>;
type Elements = {
  [Tag in keyof CustomElements]: Own<Tag> & Omit<Native<HTMLElementTagNameMap[Tag]>, keyof Own<Tag>>;
};

declare module '${library}' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
  interface CSSProperties extends CustomCssProperties {}
}
`;
const ofReact = "import type { DetailedHTMLProps, HTMLAttributes } from 'react';";
write('jsx/react.d.ts', extension('react', ofReact, 'DetailedHTMLProps<HTMLAttributes<Element>, Element>'));
const ofPreact = "import type { ClassAttributes, HTMLAttributes } from 'preact';";
write('jsx/preact.d.ts', extension('preact', ofPreact, 'HTMLAttributes<Element> & ClassAttributes<Element>'));
