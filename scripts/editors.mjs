/**
 * `npm run build:editors`: what editors know of the elements, out of `dist/custom-elements.json`: data for VS Code and
 * JetBrains, and types for the JSX of React and Preact.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/**
 * @typedef {{ name: string, type?: { text: string } }} Named
 * @typedef {{ attributes?: (Named & { fieldName?: string })[], members: Named[], outputs?: Named[],
 *   cssProperties?: Named[] }} Element
 *
 * The generators declare another shape each, of the same file.
 * @typedef {{ modules: { declarations: Element[] }[] } & Parameters<typeof generateJsxTypes>[0] &
 *   Parameters<typeof getWebTypesData>[0] & Parameters<typeof getVsCodeHtmlCustomData>[0]} Manifest
 */

const dist = new URL('../dist/', import.meta.url);
/** @type {Manifest} */
const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8'));
/** @type {Element[]} */
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

/** @param {string} file @param {string} text */
const write = (file, text) => writeFileSync(new URL(file, dist), text);

// Generators write of a default that is not told.
write('vscode.html-custom-data.json', toldOnly(getVsCodeHtmlCustomData(manifest, {})));
write('web-types.json', toldOnly(getWebTypesData(manifest, {})));

/** @param {string} text */
function toldOnly(text) {
  return text.replaceAll(' _(default: undefined)_', '');
}

// JSX takes attributes and properties: which is which must be told, and the type of one that takes any junk.
for (const { attributes = [], members, outputs = [] } of elements) {
  for (const attribute of attributes)
    attribute.fieldName ??= members.find(({ name }) => name.toLowerCase() === attribute.name)?.name ?? attribute.name;
  for (const member of members.filter(({ type }) => type?.text === 'unknown'))
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

// It ends by extending a dozen libraries, and a page that has not all of them would not compile: one file each instead.
const [types = ''] = readFileSync(new URL('jsx/elements.d.ts', dist), 'utf8').split(/^declare (?:module|global)/m);
write('jsx/elements.d.ts', `${types}export type { BaseProps };\n`);

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

// A token that two elements know is one.
const seen = new Set();
for (const element of elements)
  element.cssProperties = element.cssProperties?.filter(({ name }) => !seen.has(name) && seen.add(name));
write('vscode.css-custom-data.json', getVsCodeCssCustomData(manifest, {}));
