/** A page of its own in an iframe, so that a test decides what is loaded, and in which order. */

import { datastarUrl } from './datastar.js';
import { wait } from './tasks.js';

const scripts = {
  datastar: datastarUrl,
  bridge: () => '/src/bridge.ts',
  stepper: () => '/components/quantity-stepper/ds-quantity-stepper.ts',
};

export type Script = keyof typeof scripts;

/** A module of those, or any other by its address. */
type Module = Script | `/${string}`;

export interface Page {
  document: Document;
  /** Loads one more module, by name or address, and resolves when it has run, and Datastar with its first task. */
  load(...names: Module[]): Promise<void>;
  /** The element with the id `it`. */
  it: HTMLElement & { value: number | '' };
  /** Text of the element with the id `out`, where `data-text` shows a signal; its JSON, so that types can be told. */
  out(): string | null;
  /** What the console was warned of. */
  warnings: string[];
  remove(): void;
}

/** A step by the user, as assistive technology does it. */
export const act = (element: Element): void =>
  element.shadowRoot?.querySelector<HTMLElement>('[part=increment]')?.click();

/** Long enough for the tasks and microtasks that a mended bind takes. */
export const settled = (): Promise<void> => wait(30);

export async function open(body: string, ...first: Module[]): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><body>${body}</body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  const view = frame.contentWindow as (Window & { console: Console }) | null;
  const it = inside?.querySelector('#it');
  if (!inside || !view || !it) throw new Error(`no page, or no #it, from ${body}`);
  const warnings: string[] = [];
  view.console.warn = (message: string) => {
    if (!message.startsWith('Lit is in dev mode')) warnings.push(message);
  };
  const page: Page = {
    document: inside,
    it: it as Page['it'],
    warnings,
    out: () => inside.querySelector('#out')?.textContent ?? null,
    remove: () => frame.remove(),
    async load(...names) {
      for (const name of names) await run(inside, name in scripts ? scripts[name as Script]() : name);
      await settled();
    },
  };
  await page.load(...first);
  return page;
}

function run(inside: Document, address: string): Promise<unknown> {
  const script = Object.assign(inside.createElement('script'), { type: 'module', src: address });
  const done = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`could not load ${address}`)));
  });
  inside.head.append(script);
  return done;
}
