/**
 * The HTML of every story, as a template sends it, under the real client: each function of each `stories/<name>.html.ts`.
 * The elements are those of the manifest, so a new one is covered the day it is added.
 */
import 'axe-core';
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { signalsIn, snippet, type Args } from '../../.storybook/live/snippet.js';
import { mount, signals, startDatastar } from '../support/datastar.js';
import { itNeeds, media } from '../support/engine.js';

interface Manifest {
  modules: { declarations: { tagName: string }[] }[];
}

type Html = (args: Args) => string;

/** What a `*.stories.ts` module is, as far as this test is concerned. */
interface Stories {
  default: { component: string; args: Args };
  [name: string]: { component?: string; args?: Args; parameters?: { html?: Html } };
}

const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as Manifest;
const tags = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));

const load = async <T>(tag: string, kind: string): Promise<T> =>
  (await import(`../../stories/${tag.replace('ds-', '')}.${kind}.ts`)) as T;

/** What axe finds; the page around the story is the test runner's. */
async function violations(view: Element): Promise<string[]> {
  const found = await window.axe.run(view, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const elements = await Promise.all(
  tags.map(async (tag) => {
    const { default: meta, ...exported } = await load<Stories>(tag, 'stories');
    const stories = Object.entries(exported).flatMap(([name, { args, parameters }]) =>
      parameters?.html ? [{ name, html: parameters.html, args: { ...meta.args, ...args } }] : [],
    );
    const html = Object.values(await load<Record<string, unknown>>(tag, 'html'));
    return { tag, meta, stories, functions: html.filter((one) => typeof one === 'function') };
  }),
);

describe('the HTML of the stories', () => {
  before(startDatastar);

  before(() => {
    // axe takes a page without a background for white, whatever its colour scheme.
    Object.assign(document.documentElement.style, {
      colorScheme: 'light dark',
      background: 'Canvas',
      color: 'CanvasText',
    });
  });
  after(() => {
    document.documentElement.removeAttribute('style');
  });

  it('is there for every element', () => {
    expect(tags).to.have.length.above(0);
  });

  for (const { tag, meta, stories, functions } of elements)
    describe(`<${tag}>`, () => {
      it('has a story of every function of its HTML module', () => {
        expect(stories.map(({ html }) => html)).to.have.members(functions);
        expect(meta.component).to.equal(tag);
      });

      for (const { name, html, args } of stories) {
        it(`${name} renders, and its signals are what the Controls say`, async () => {
          const view = await mount(snippet(html(args), args));
          const element = view.querySelector(tag);
          expect(element).to.exist;
          expect(view.querySelector(':not(:defined)')).to.be.null;
          expect(element?.shadowRoot?.childElementCount).to.be.above(0);
          expect(element?.getBoundingClientRect().height).to.be.above(0);
          for (const signal of signalsIn(html(args), Object.keys(args)))
            expect(signals()[signal], signal).to.deep.equal(args[signal]);
        });

        it(`${name} is accessible in light`, async () => {
          expect(await violations(await mount(snippet(html(args), args)))).to.deep.equal([]);
        });

        itNeeds('dark mode', `${name} is accessible in dark`, async () => {
          await media({ 'prefers-color-scheme': 'dark' });
          try {
            expect(await violations(await mount(snippet(html(args), args)))).to.deep.equal([]);
          } finally {
            await media();
          }
        });
      }
    });
});
