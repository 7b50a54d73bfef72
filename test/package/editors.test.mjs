/** What editors and readers are told of the elements is what the manifest says: all of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

/**
 * @typedef {{ name: string }} Named
 * @typedef {{ tagName: string, attributes: Named[], events?: Named[], cssParts: Named[],
 *   cssProperties?: Named[] }} Element
 * @typedef {Named & { attributes: Named[] }} Tag
 */

/** @param {string} file */
const read = (file) => readFile(new URL(`../../dist/${file}`, import.meta.url), 'utf8');

/** @type {{ modules: { declarations: Element[] }[] }} */
const { modules } = JSON.parse(await read('custom-elements.json'));
const elements = modules.flatMap(({ declarations }) => declarations);

/** @param {Named[]} [list] */
const named = (list = []) => list.map(({ name }) => name).sort();
/** @param {Named[]} list */
const once = (list) => [...new Set(named(list))];

const vocabulary = Object.fromEntries(elements.map(({ tagName, attributes }) => [tagName, named(attributes)]));
const properties = once(elements.flatMap(({ cssProperties = [] }) => cssProperties));
const parts = once(elements.flatMap(({ cssParts }) => cssParts));

/** @param {Tag[]} tags */
const vocabularyOf = (tags) => Object.fromEntries(tags.map(({ name, attributes }) => [name, named(attributes)]));

it('there is something to tell', () => {
  assert.ok(elements.length >= 3 && properties.length > 5 && parts.length > 5);
  assert.ok(Object.values(vocabulary).every(({ length }) => length > 0));
});

describe('VS Code', () => {
  it('knows every tag, with its attributes and no other', async () => {
    /** @type {{ tags: Tag[] }} */
    const { tags } = JSON.parse(await read('vscode.html-custom-data.json'));
    assert.deepEqual(vocabularyOf(tags), vocabulary);
  });

  it('knows every token, once, and every part', async () => {
    /** @type {{ properties: Named[], pseudoElements: Named[] }} */
    const css = JSON.parse(await read('vscode.css-custom-data.json'));
    assert.deepEqual(named(css.properties), properties);
    assert.deepEqual(
      once(css.pseudoElements),
      parts.map((part) => `::part(${part})`),
    );
  });
});

describe('web-types', () => {
  it('know every tag, with its attributes and events, and every token', async () => {
    /** @type {{ name: string, contributions: { html: { elements: (Tag & { js: { events: Named[] } })[] },
     *   css: { properties: Named[] } } }} */
    const { name, contributions } = JSON.parse(await read('web-types.json'));
    assert.equal(name, 'ds-elements');
    assert.deepEqual(vocabularyOf(contributions.html.elements), vocabulary);
    assert.deepEqual(
      contributions.html.elements.map(({ js }) => named(js.events)),
      elements.map(({ events }) => named(events)),
    );
    assert.deepEqual(once(contributions.css.properties), properties);
  });

  it('are of this version', async () => {
    const { version } = JSON.parse(await read('../package.json'));
    assert.equal(JSON.parse(await read('web-types.json')).version, version);
  });
});

describe('types of JSX', () => {
  it('have a property for every attribute, of a known type', async () => {
    const types = await read('jsx/elements.d.ts');
    for (const [tag, attributes] of Object.entries(vocabulary)) {
      const name = tag.replace(/(^|-)./g, (letter) => letter.slice(-1).toUpperCase());
      const [, body = ''] = new RegExp(`type ${name}Props = {(.*?)^};`, 'ms').exec(types) ?? [];
      for (const attribute of attributes)
        assert.match(body, new RegExp(`^  "?${attribute}"?\\?: (?!unknown|any)`, 'm'));
      assert.doesNotMatch(body, /^ {2}undefined/m);
    }
  });
});

describe('llms.txt', () => {
  it('begins with a title and a summary, and has sections', async () => {
    assert.match(await read('llms.txt'), /^# ds-elements\n\n> .+\n\n(?!#).+?\n## .+\n/s);
  });

  it('names all of the API of every element', async () => {
    const [, ...references] = (await read('llms.txt')).split('\n### ');
    assert.deepEqual(
      references.map((text) => text.split('\n')[0]),
      elements.map(({ tagName }) => `<${tagName}>`),
    );
    for (const [index, { attributes, events, cssParts, cssProperties }] of elements.entries())
      for (const name of [attributes, events, cssProperties]
        .flatMap(named)
        .concat(named(cssParts).map((part) => `::part(${part})`)))
        assert.ok(references[index]?.includes(`- \`${name}\``), name);
  });

  it('says how to load the kit, and the three ways to drive it', async () => {
    const text = await read('llms.txt');
    for (const word of [
      '<script type="module" src="',
      'ds-elements/bridge.js',
      'data-bind:',
      'to-signal="',
      'data-on:change=',
    ])
      assert.ok(text.includes(word), word);
    assert.doesNotMatch(text, /\]\((?!\w+:)/, 'a link to a file that is not beside it');
  });
});
