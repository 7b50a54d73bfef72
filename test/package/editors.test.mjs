/** What editors and readers are told of the elements is what the manifest says: all of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';

/**
 * @typedef {{ name: string }} Named
 * @typedef {Named & { type: { text: string }, fieldName?: string, default?: string }} Attribute
 * @typedef {{ tagName: string, name: string, attributes: Attribute[], events?: Named[], outputs?: Named[],
 *   slots?: Named[], cssParts: Named[], cssProperties?: Named[], cssStates?: Named[] }} Element
 * @typedef {Named & { attributes: (Named & { values: Named[], valueSet?: string })[] }} Tag
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

it('an attribute has the default that its element has', async () => {
  for (const { tagName, name, attributes } of elements) {
    const { [name]: element } = await import(`../../dist/components/${tagName.replace('ds-', '')}.js`);
    const inputs = attributes.filter(({ fieldName }) => fieldName);
    assert.ok(inputs.length > 0);
    for (const { name, fieldName = '', default: told } of inputs)
      assert.equal(told, inspect(element.prototype[fieldName]), `${tagName} ${name}`);
  }
});

describe('VS Code', () => {
  it('knows every tag, with its attributes and no other', async () => {
    /** @type {{ tags: Tag[] }} */
    const { tags } = JSON.parse(await read('vscode.html-custom-data.json'));
    assert.deepEqual(vocabularyOf(tags), vocabulary);
    for (const [index, { attributes }] of elements.entries()) {
      const told = tags[index]?.attributes ?? [];
      const booleans = attributes.filter(({ type }) => type.text === 'boolean');
      assert.deepEqual(
        named(told.filter(({ valueSet }) => valueSet === 'v')),
        named(booleans),
        'written without a value',
      );
      assert.ok(!named(told.flatMap(({ values }) => values)).includes("''"), 'a value that nobody would write');
    }
  });

  it('knows every token and every part, once', async () => {
    /** @type {{ properties: Named[], pseudoElements: Named[] }} */
    const css = JSON.parse(await read('vscode.css-custom-data.json'));
    assert.deepEqual(named(css.properties), properties);
    assert.deepEqual(
      named(css.pseudoElements),
      parts.map((part) => `::part(${part})`),
    );
  });
});

describe('web-types', () => {
  it('know every tag, with its attributes and events, and every token and part, once', async () => {
    /** @type {{ name: string, contributions: { html: { elements: (Tag & { js: { events: Named[] } })[] },
     *   css: { properties: Named[], 'pseudo-elements': Named[] } } }} */
    const { name, contributions } = JSON.parse(await read('web-types.json'));
    assert.equal(name, 'ds-elements');
    assert.deepEqual(vocabularyOf(contributions.html.elements), vocabulary);
    assert.deepEqual(
      contributions.html.elements.map(({ js }) => named(js.events)),
      elements.map(({ events }) => named(events)),
    );
    assert.deepEqual(named(contributions.css.properties), properties);
    assert.deepEqual(
      named(contributions.css['pseudo-elements']),
      parts.map((part) => `part(${part})`),
    );
  });

  it('name no page that there is not', async () => {
    assert.doesNotMatch(await read('web-types.json'), /"doc-url": ""/);
  });

  it('are of this version', async () => {
    const { version } = JSON.parse(await read('../package.json'));
    assert.equal(JSON.parse(await read('web-types.json')).version, version);
  });
});

describe('types of JSX', () => {
  /** @param {string} tag */
  const propsOf = (tag) => `${tag.replace(/(^|-)./g, (letter) => letter.slice(-1).toUpperCase())}Props`;

  it('have a property for every attribute, of a known type', async () => {
    const types = await read('jsx/elements.d.ts');
    for (const [tag, attributes] of Object.entries(vocabulary)) {
      const [, body = ''] = new RegExp(`type ${propsOf(tag)} = {(.*?)^};`, 'ms').exec(types) ?? [];
      for (const attribute of attributes)
        assert.match(body, new RegExp(`^  "?${attribute}"?\\?: (?!unknown|any)`, 'm'));
      assert.doesNotMatch(body, /^ {2}undefined/m);
    }
  });

  it('are for React and Preact, and none for another library', async () => {
    const types = await read('jsx/elements.d.ts');
    assert.deepEqual(
      [...types.matchAll(/^export type (\w+)/gm)].map(([, name]) => name),
      [...Object.keys(vocabulary).map(propsOf), 'CustomElements', 'CustomCssProperties'],
    );
    assert.doesNotMatch(types, /^declare|deprecated/m);
  });
});

it('nobody is told of an "undefined"', async () => {
  const files = ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json', 'jsx/elements.d.ts'];
  for (const file of files) assert.doesNotMatch((await read(file)).replaceAll('| undefined', ''), /undefined/, file);
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
    for (const [index, element] of elements.entries()) {
      /** @param {string} title */
      const listed = (title) =>
        [...(references[index]?.split(`\n${title}:\n\n`)[1]?.split('\n\n')[0] ?? '').matchAll(/^- `([^`]+)`/gm)]
          .map(([, name]) => name)
          .sort();
      const { attributes, outputs, events, slots, cssParts, cssStates, cssProperties } = element;
      assert.deepEqual(listed('Attributes'), named(attributes));
      assert.deepEqual(listed('Outputs, for `to-signal`'), named(outputs));
      assert.deepEqual(listed('Events'), named(events));
      assert.deepEqual(
        listed('Slots'),
        named(slots).map((name) => name || '(default)'),
      );
      assert.deepEqual(
        listed('Parts'),
        named(cssParts).map((name) => `::part(${name})`),
      );
      assert.deepEqual(
        listed('States'),
        named(cssStates).map((name) => `:state(${name})`),
      );
      assert.deepEqual(listed('Custom properties'), named(cssProperties));
    }
    for (const list of /** @type {const} */ (['outputs', 'events', 'slots', 'cssStates', 'cssProperties']))
      assert.ok(
        elements.some((element) => element[list]?.length),
        `no element has ${list}`,
      );
  });

  it('says how to get and to load the kit, to draw it before any script, to dress it, and the ways to drive it', async () => {
    const text = await read('llms.txt');
    for (const word of [
      'npm install ds-elements',
      '<script type="module" src="',
      '<link rel="stylesheet" href="',
      '<noscript>',
      ...properties,
      'ds-elements/bridge.js',
      'data-bind:',
      'to-signal="',
      'data-on:change=',
    ])
      assert.ok(text.includes(word), word);
    assert.doesNotMatch(text, /\]\((?!\w+:)/, 'a link to a file that is not beside it');
    assert.doesNotMatch(text, /npm run|budgets|sha384/, 'what holds in the repository, or for another build');
  });
});
