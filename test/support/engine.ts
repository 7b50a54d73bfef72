/** Which engine runs the test, and what it can be driven to. */
import { executeServerCommand } from '@web/test-runner-commands';

export const engine = navigator.userAgent.includes('Firefox')
  ? 'Firefox'
  : navigator.userAgent.includes('Chrome')
    ? 'Chromium'
    : 'WebKit';

/** What only the DevTools protocol can do to a page. */
const BY_DEVTOOLS = ['the accessibility tree', 'the heap', 'forced colours', 'reduced motion', 'dark mode'] as const;

/** What WebKit's driver cannot do, or does as something else: it lets a right button go as a left click. */
const BY_OTHER_DRIVERS = ['held keys', 'the right mouse button'] as const;

export type Ability = (typeof BY_DEVTOOLS)[number] | (typeof BY_OTHER_DRIVERS)[number];

const MISSING: Record<typeof engine, readonly Ability[]> = {
  Chromium: [],
  Firefox: BY_DEVTOOLS,
  WebKit: [...BY_DEVTOOLS, ...BY_OTHER_DRIVERS],
};

/**
 * A test that needs an ability of the engine. Where the engine has it not, the test is left without a body, and the run
 * ends with a list of all such sentences.
 */
export function itNeeds(ability: Ability, sentence: string, body: Mocha.AsyncFunc): Mocha.Test {
  return MISSING[engine].includes(ability) ? it(`${sentence} (needs ${ability})`) : it(sentence, body);
}

/** One call of the DevTools protocol, in Chromium. */
export const devtools = <Result = object>(method: string, params: object = {}): Promise<Result> =>
  executeServerCommand<Result, { method: string; params: object }>('devtools', { method, params });

type MediaFeature = 'forced-colors' | 'prefers-color-scheme' | 'prefers-reduced-motion';

/** Makes the page meet these media queries: `media({'forced-colors': 'active'})`; without any, as it was. */
export async function media(features: Partial<Record<MediaFeature, string>> = {}): Promise<void> {
  await devtools('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** Bytes that live on the JavaScript heap after a collection. */
export async function heapSize(): Promise<number> {
  await devtools('HeapProfiler.collectGarbage');
  return (await devtools<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
}

/** How many objects with this prototype are alive after a collection: `alive('HTMLCanvasElement.prototype')`. */
export async function alive(prototype: string): Promise<number> {
  const { result } = await devtools<{ result: { objectId: string } }>('Runtime.evaluate', { expression: prototype });
  const { objects } = await devtools<{ objects: { objectId: string; description: string } }>('Runtime.queryObjects', {
    prototypeObjectId: result.objectId,
  });
  const length = await devtools<{ result: { value: number } }>('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  for (const { objectId } of [result, objects]) await devtools('Runtime.releaseObject', { objectId });
  return length.result.value;
}

/** A node of the accessibility tree, as assistive technology gets it. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  value: string;
  properties: Record<string, unknown>;
}

interface ProtocolNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: string | number };
  properties?: { name: string; value: { value: unknown } }[];
}

/** What assistive technology gets of an element and all below it, shadow trees included, in document order. */
export async function accessibleTree(element: Element): Promise<AccessibleNode[]> {
  const mark = `accessible-${Math.random().toString(36).slice(2)}`;
  Object.assign(window, { [mark]: element });
  try {
    const { result } = await devtools<{ result: { objectId: string } }>('Runtime.evaluate', {
      expression: `window['${mark}']`,
    });
    const { nodes } = await devtools<{ nodes: ProtocolNode[] }>('Accessibility.queryAXTree', {
      objectId: result.objectId,
    });
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, value, properties = [] }) => ({
        role: role?.value ?? '',
        name: name?.value ?? '',
        description: description?.value ?? '',
        value: String(value?.value ?? ''),
        properties: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
      }));
  } finally {
    Reflect.deleteProperty(window, mark);
  }
}
