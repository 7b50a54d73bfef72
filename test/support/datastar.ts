/**
 * The real Datastar client in a test, and a real server for it to talk to. Nothing here is faked: what a helper does, it
 * does through the client's own actions and the HTTP server of `server.mjs`.
 */

/** What is asked of the module that Datastar's bundle is. */
interface Client {
  root: Signals;
  mergePatch(patch: Signals): void;
}

export type Signals = Record<string, unknown>;

/** One event of an SSE answer, or a pause in milliseconds before the next one. */
export type ServerEvent =
  | {
      elements: string;
      selector?: string;
      mode?: 'outer' | 'inner' | 'replace' | 'prepend' | 'append' | 'before' | 'after' | 'remove';
      namespace?: 'html' | 'svg' | 'mathml';
      useViewTransition?: boolean;
    }
  | { signals: Signals; onlyIfMissing?: boolean }
  | { wait: number };

/** What the server says to whoever asks an address: SSE events, or a plain HTML, JSON or script body. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  events?: readonly ServerEvent[];
  html?: string;
  json?: unknown;
  script?: string;
}

/** What the server received. */
export interface ReceivedRequest {
  method: string;
  /** Content type without parameters; empty where there is no body. */
  type: string;
  /** Whether Datastar sent it, or the browser by itself. */
  fromDatastar: boolean;
  /** The fields of a form, from body or query, in order. */
  fields: readonly (readonly [name: string, value: string])[];
  /** The signals that Datastar sent, unless it sent a form. */
  signals?: Signals | undefined;
}

/** An address of the server that gives one answer to all who ask. */
export interface Address {
  url: string;
  /** The request number `index` (from 0), as soon as it has come. */
  request(index?: number): Promise<ReceivedRequest>;
  /** All requests so far. */
  requests(): Promise<ReceivedRequest[]>;
}

declare global {
  interface Window {
    /** The version of this test group; set by the page that runs the tests. */
    DATASTAR_VERSION: string;
  }
}

let started: Promise<Client> | undefined;
let client: Client | undefined;
const mounted = new Set<Element>();

/** Where the client of this test group is served; for pages in frames. */
export const datastarUrl = (): string => `/datastar/${window.DATASTAR_VERSION}.js`;

/** Loads the client of this test group, once a page, and resolves when it has started. */
export async function startDatastar(): Promise<void> {
  started ??= load();
  client = await started;
}

async function load(): Promise<Client> {
  const ready = new Promise((done) => document.addEventListener('datastar-ready', done, { once: true }));
  const module = (await import(datastarUrl())) as Client;
  await ready;
  return module;
}

function running(): Client {
  if (!client) throw new Error('await startDatastar() first');
  return client;
}

/** All signals as they are now, as plain JSON. */
export const signals = (): Signals => JSON.parse(JSON.stringify(running().root)) as Signals;

/** Merges into the signals at once, as `datastar-patch-signals` does; `null` removes one. */
export const patchSignals = (patch: Signals): void => running().mergePatch(patch);

/** Resolves when Datastar has applied what changed in the document, the bridge has followed, and elements have rendered. */
export async function settled(): Promise<void> {
  // Datastar applies in a microtask; the bridge mends in the task after; what that changes is applied in a microtask again.
  for (let task = 0; task < 3; task++) await new Promise((done) => setTimeout(done));
}

/**
 * Puts HTML at the end of the body, as a page would contain it, and resolves when Datastar has applied it. Taken out
 * after the test, and its signals with it.
 */
export async function mount(html: string): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.innerHTML = html;
  mounted.add(container);
  document.body.append(container);
  await settled();
  return container;
}

/** Makes the server give this answer to whoever asks the address, by any method. */
export async function serve(answer: Answer): Promise<Address> {
  const response = await fetch('/answers', { method: 'POST', body: JSON.stringify(answer) });
  const url = await response.text();
  const read = async <T>(path: string): Promise<T> => (await fetch(`${url}/${path}`)).json() as Promise<T>;
  return { url, request: (index = 0) => read(`requests/${index}`), requests: () => read('requests') };
}

/** How often an action of Datastar tells what its request does. */
interface FetchEvent extends CustomEvent<{ type: string; el: Element }> {
  readonly type: 'datastar-fetch';
}

/** Resolves when the request that `element` makes has ended; rejects when it failed for good. Call it before the act. */
export function answered(element: Element): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (event: Event): void => {
      const { el, type } = (event as FetchEvent).detail;
      if (el !== element || !['finished', 'error', 'retries-failed'].includes(type)) return;
      document.removeEventListener('datastar-fetch', hear);
      if (type === 'finished') resolve();
      else reject(new Error(`the request ended in "${type}"`));
    };
    document.addEventListener('datastar-fetch', hear);
  });
}

/**
 * Lets the client ask the server by a real `@get()` (or another action), which answers with these SSE events. Resolves
 * when all are applied, view transitions included.
 */
export async function patchFromServer(
  events: readonly ServerEvent[],
  method: 'get' | 'post' | 'put' | 'patch' | 'delete' = 'get',
): Promise<void> {
  const { url } = await serve({ events });
  const asking = document.createElement('div');
  asking.setAttribute('data-init', `@${method}('${url}')`);
  const transitions = observeTransitions();
  const done = answered(asking);
  document.body.append(asking);
  try {
    await done;
    await Promise.all(transitions.seen.map((transition) => transition.finished));
  } finally {
    transitions.stop();
    asking.remove();
    await settled();
  }
}

/** Sees the view transitions that the client starts, since their patch is applied only inside. */
function observeTransitions(): { seen: ViewTransition[]; stop(): void } {
  const seen: ViewTransition[] = [];
  const targets = [document, document.documentElement] as Pick<Document, 'startViewTransition'>[]; // clients differ
  for (const target of targets.filter((one) => 'startViewTransition' in one)) {
    const start = target.startViewTransition.bind(target);
    target.startViewTransition = (update) => {
      const transition = start(update);
      seen.push(transition);
      return transition;
    };
  }
  return { seen, stop: () => targets.forEach((target) => Reflect.deleteProperty(target, 'startViewTransition')) };
}

/**
 * Opens a whole page, as the server sends it with these headers, in a frame; resolves when it has loaded. Taken out
 * after the test.
 */
export async function openPage(html: string, headers: Record<string, string> = {}): Promise<HTMLIFrameElement> {
  const { url } = await serve({ html, headers });
  const frame = document.createElement('iframe');
  frame.title = 'page under test';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = url;
  mounted.add(frame);
  document.body.append(frame);
  await loaded;
  return frame;
}

/** Takes out what was mounted, then its signals: an effect that still ran would bring them back. */
export async function cleanUp(): Promise<void> {
  for (const element of mounted) element.remove();
  mounted.clear();
  if (!client) return;
  await settled();
  patchSignals(Object.fromEntries(Object.keys(client.root).map((name) => [name, null])));
}

afterEach(cleanUp);
