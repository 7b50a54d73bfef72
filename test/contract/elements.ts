/** Every element of the manifest, with its samples: the contract is for all of them, from the day they are added. */
import type { LitElement } from 'lit';
import type { ElementSamples } from './samples.js';
import { mount } from '../support/datastar.js';

interface Manifest {
  modules: {
    declarations: {
      tagName: string;
      name: string;
      attributes?: { name: string }[];
      events?: { name: string }[];
      outputs?: { name: string }[];
    }[];
  }[];
}

export interface Subject extends ElementSamples {
  tag: string;
  /** Attributes, events and outputs that the manifest documents. */
  documented: { attributes: string[]; events: string[]; outputs: string[] };
  /** Address of the module that defines it. */
  definition: `/${string}`;
}

const response = await fetch('/dist/custom-elements.json');
if (!response.ok) throw new Error('There is no manifest: npm run build:manifest');
const manifest = (await response.json()) as Manifest;
const names = (list: { name: string }[] = []): string[] => list.map(({ name }) => name);

export const subjects: readonly Subject[] = await Promise.all(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .map(async ({ tagName: tag, attributes, events, outputs }) => {
      const folder = `/components/${tag.replace('ds-', '')}` as const;
      const file = (await import(`${folder}${folder.replace('/components', '')}.samples.ts`)) as {
        samples: ElementSamples;
      };
      const documented = { attributes: names(attributes), events: names(events), outputs: names(outputs) };
      return { tag, documented, definition: `${folder}/${tag}.ts` as const, ...file.samples };
    }),
);

/** Defines every element and starts the bridge, in this page. */
export const defineAll = async (): Promise<void> => {
  await import('../../src/index.js');
};

/** A control of a form, for the points that are about values. */
export type Control = Subject & Required<Pick<Subject, 'control'>>;
export const controls = subjects.filter((subject): subject is Control => subject.control !== undefined);

/** An element as tests see it: rendered by lit, with whatever properties it has. */
export type Instance = LitElement & Record<string, unknown>;

export function find(root: ParentNode, selector = '#it'): Instance {
  const element = root.querySelector<Instance>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

/** The element of this HTML, in the page, applied by Datastar and rendered. */
export async function mounted(html: string): Promise<Instance> {
  const element = find(await mount(html));
  await element.updateComplete;
  return element;
}

/** `html` with other attributes; null leaves one out. */
export function variant(html: string, attributes: Record<string, string | null>): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  for (const [name, text] of Object.entries(attributes))
    if (text === null) element?.removeAttribute(name);
    else element?.setAttribute(name, text);
  return template.innerHTML;
}

/** Everything about an element that its page, a form or a person can notice, as far as text can say. */
export function appearance(element: Instance, { attributes }: Subject): Record<string, unknown> {
  const shadow = element.shadowRoot;
  const properties = Object.values(attributes).map(({ property }) => [property, element[property]] as const);
  return {
    ...Object.fromEntries(properties),
    shadow: [...(shadow?.querySelectorAll('*') ?? [])].map(describeNode),
    fields: [...(shadow?.querySelectorAll('input') ?? [])].map(({ value }) => value),
    validity: element['validationMessage'],
  };
}

/** A node of the shadow tree, in whatever order its attributes were set; a canvas may still wait for its size. */
function describeNode(node: Element): string {
  const isSize = (name: string): boolean => node.localName === 'canvas' && /^(width|height)$/.test(name);
  const attributes = [...node.attributes]
    .filter(({ name }) => !isSize(name))
    .map(({ name, value }) => ` ${name}="${value}"`);
  const text = [...node.childNodes].filter((child) => child instanceof Text).map(({ data }) => data);
  return `<${node.localName}${attributes.sort().join('')}>${text.join('').trim()}`;
}

/** Watches what is written below or onto `node`; `taken()` is what came since. */
export function watchMutations(node: Node, options: MutationObserverInit = everything): { taken(): string[] } {
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(node, options);
  return {
    taken: () =>
      [...seen.splice(0), ...observer.takeRecords()].map(
        ({ type, attributeName, target }) => `${type} ${attributeName ?? target.nodeName}`,
      ),
  };
}
const everything = { subtree: true, childList: true, characterData: true, attributes: true };

/** Everything the element fires that means "the user acted", and its reports: the native events and the kit's own. */
export function watchEvents(element: Instance, { documented }: Subject): string[] {
  const log: string[] = [];
  const types = new Set(['input', 'change', ...documented.events]);
  types.delete('ds-signal');
  for (const type of types) element.addEventListener(type, () => log.push(type));
  element.addEventListener('ds-signal', ({ detail }) => log.push(`ds-signal ${detail.cause}`));
  return log;
}
