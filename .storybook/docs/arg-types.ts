/** Tables of documentation, written from the manifest. */
import manifest, { type Declaration, type Named } from 'virtual:custom-elements';
import type { WebComponentsRenderer } from '@storybook/web-components-vite';
import type { ArgTypes, ArgTypesEnhancer, InputType, Parameters, StrictInputType } from 'storybook/internal/types';
import { signalsIn, type Args } from '../live/snippet.js';

const declarations = manifest.modules.flatMap((module) => module.declarations);
const find = (tag: string): Declaration | undefined => declarations.find(({ tagName }) => tagName === tag);

/** Keys are the category and the name: a part and an attribute may be called the same. */
function rows(category: string, items: readonly Named[] = [], label = (name: string): string => name): ArgTypes {
  const row = ({ name, description, type, default: initial }: Named): InputType => ({
    name: label(name),
    description: description ?? '',
    control: false,
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  });
  return Object.fromEntries(items.map((item) => [`${category} ${item.name}`, row(item)]));
}

/** An attribute stands under the name of the signal that drives it, which is the property's. */
function attributeRows({ attributes = [] }: Declaration): ArgTypes {
  const table = rows('Attributes', attributes);
  return Object.fromEntries(
    attributes.map(({ name, fieldName }) => [fieldName ?? name, table[`Attributes ${name}`] ?? {}]),
  );
}

function memberRows({ members = [] }: Declaration): ArgTypes {
  const own = members.filter(({ attribute, description }) => !attribute && description);
  const methods = own
    .filter(({ kind }) => kind === 'method')
    .map((method) => ({
      ...method,
      name: `${method.name}(${(method.parameters ?? []).map(({ name }) => name).join(', ')})`,
      type: { text: method.return?.type?.text ?? 'void' },
    }));
  const fields = own.filter(({ kind }) => kind === 'field');
  return { ...rows('Properties', fields), ...rows('Methods', methods) };
}

export function extractArgTypes(tag: string): ArgTypes {
  const element = find(tag);
  if (!element) throw new Error(`<${tag}> is not in the manifest: run "npm run build:manifest".`);
  return {
    ...attributeRows(element),
    ...rows('Outputs (to-signal)', element.outputs),
    ...rows('Events', element.events),
    ...rows('Slots', element.slots, (name) => name || '(default)'),
    ...rows('CSS parts', element.cssParts, (name) => `::part(${name})`),
    ...rows('CSS properties', element.cssProperties),
    ...rows('CSS states', element.cssStates, (name) => `:state(${name})`),
    ...memberRows(element),
  };
}

export const extractComponentDescription = (tag: string): string => find(tag)?.description ?? '';

/** A function of a `*.html.ts` module, as a story's parameter. */
export const htmlOf = ({ html }: Parameters): ((args: Args) => string) => html as (args: Args) => string;

const controls: Readonly<Record<string, Pick<StrictInputType, 'control' | 'type'>>> = {
  number: { control: { type: 'number' }, type: { name: 'number' } },
  boolean: { control: { type: 'boolean' }, type: { name: 'boolean' } },
  string: { control: { type: 'text' }, type: { name: 'string' } },
};

/** A story's Controls are the signals that its HTML reads or writes; anything else would move nothing. */
export const onlyLiveControls: ArgTypesEnhancer<WebComponentsRenderer> = (context) => {
  const { argTypes, initialArgs, parameters, component } = context;
  const { attributes = [] } = (component && find(component)) || {};
  const names = new Map(attributes.map(({ name, fieldName }) => [fieldName ?? name, name]));
  const isStory = 'html' in parameters; // else it is the component's table, which names all
  const live = isStory ? signalsIn(htmlOf(parameters)(initialArgs), Object.keys(initialArgs)) : [];
  const enhance = (key: string, argType: StrictInputType): StrictInputType => {
    const named = { ...argType, name: names.get(key) ?? argType.name };
    if (!isStory) return named;
    if (!live.includes(key)) return { ...named, control: false, table: { ...argType.table, disable: true } };
    return { ...named, ...controls[typeof initialArgs[key]], ...(argType.control && { control: argType.control }) };
  };
  return Object.fromEntries(Object.entries(argTypes).map(([key, argType]) => [key, enhance(key, argType)]));
};
