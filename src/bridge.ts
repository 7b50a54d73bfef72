/**
 * The bridge: what elements announce becomes Datastar signals. It is the one module that knows Datastar; it starts when
 * it is imported, and on a page without Datastar it changes nothing.
 *
 * - `to-signal="value: cart.quantity"` on an element writes its output into a signal.
 * - `data-bind` on a custom element stays true where Datastar alone would lose it: after a form reset, and on an
 *   element (of any kit) that was defined after Datastar had bound it.
 */
import type { Announcement } from './announce.js';
import { warnSecondCopy } from './define.js';
import { quote, warnOnce } from './warn.js';

type Value = Announcement['outputs'][string];
interface Signals {
  [name: string]: Value | Signals;
}

/** Identifiers joined by dots, none of which reaches a prototype. */
const PATH = /^(?!.*\b(__proto__|constructor|prototype)\b)[a-z_]\w*(\.[a-z_]\w*)*$/i;

/** Newest value a path, as long as Datastar may still be on its way; undefined once it runs. */
let undelivered: Map<string, Value> | undefined = new Map();

/** `value: cart.quantity, live: view.live`, or a path alone where the element has one output. */
function pathsOf(element: Element, outputs: Announcement['outputs']): [output: string, path: string][] {
  const text = element.getAttribute('to-signal') ?? '';
  const names = Object.keys(outputs);
  const refuse = (reason: string): [] => {
    const tag = element.localName;
    warnOnce(`${tag} ${text}`, `<${tag} to-signal=${quote(text)}>: ${reason}`);
    return [];
  };
  return text.split(',').flatMap((pair): [string, string][] => {
    const parts = pair.split(':').map((part) => part.trim());
    const path = parts.at(-1) ?? '';
    const output = parts.length > 1 ? parts[0] : names[0];
    if (!pair.trim()) return [];
    if (parts.length > 2 || !PATH.test(path))
      return refuse(`${quote(path)} is no signal path; write value: cart.quantity`);
    if (output === undefined || !names.includes(output) || (parts.length < 2 && names.length > 1))
      return refuse(`name one of its outputs: ${names.join(', ')}`);
    return [[output, path]];
  });
}

/** One merge, synchronously: when this returns, every expression that reads the signals has run. */
function patch(values: Map<string, Value>): void {
  const signals: Signals = {};
  for (const [path, value] of values) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let branch = signals;
    for (const name of names) branch = branch[name] = Object.assign({}, branch[name]) as Signals;
    branch[last] = value;
  }
  document.dispatchEvent(
    new CustomEvent('datastar-fetch', {
      detail: {
        type: 'datastar-patch-signals',
        el: document.documentElement,
        argsRaw: { signals: JSON.stringify(signals) },
      },
    }),
  );
}

function hear(event: CustomEvent<Announcement>): void {
  const element = event.composedPath()[0];
  if (!(element instanceof Element)) return;
  const { outputs, cause } = event.detail;
  // A changed attribute is not sent back: `data-attr:value="$q * 2" to-signal="q"` would run away.
  if (cause !== 'attribute' && element.hasAttribute('to-signal')) {
    const values = new Map<string, Value>();
    for (const [output, path] of pathsOf(element, outputs)) {
      values.set(path, outputs[output] ?? '');
      undelivered?.set(path, outputs[output] ?? '');
    }
    if (values.size) patch(values);
  }
  // data-bind hears `input` and `change` by itself, and those mean that a user acted.
  if (cause !== 'user') tellBind(element);
}

function tellBind(element: Element): void {
  element.dispatchEvent(new Event('datastar-prop-change'));
}

/** Has Datastar bind an element afresh, now that it has a `value`, and then read that value in its true type. */
function bindAfresh(element: Element): void {
  const binds = [...element.attributes].filter((attribute) => attribute.name.startsWith('data-bind'));
  if (!binds.length) return;
  for (const bind of binds) {
    element.removeAttributeNode(bind);
    element.setAttributeNode(bind);
  }
  setTimeout(tellBind, 0, element); // Datastar binds in a microtask
}

const awaited = new Set<string>();

function awaitDefinition({ localName }: Element): void {
  if (awaited.has(localName) || !localName.includes('-')) return;
  awaited.add(localName);
  void customElements.whenDefined(localName).then(() => {
    document.querySelectorAll(localName).forEach(bindAfresh);
  });
}

function watch(records: Pick<MutationRecord, 'addedNodes'>[]): void {
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if (node instanceof Element) {
        if (node.matches(':not(:defined)')) awaitDefinition(node);
        node.querySelectorAll(':not(:defined)').forEach(awaitDefinition);
      }
}

function start(): void {
  const mark = Symbol.for('ds-elements bridge');
  if (mark in document) return warnSecondCopy();
  Object.defineProperty(document, mark, { value: true });

  document.addEventListener('ds-signal', hear);
  document.addEventListener('datastar-ready', () => {
    const late = undelivered;
    undelivered = undefined;
    if (late?.size) patch(late);
  });
  // It answers, so it runs, or will be ready before the next task: the page's own data-signals come in between.
  document.addEventListener('datastar-signal-patch', () => setTimeout(() => (undelivered = undefined)), { once: true });

  document.querySelectorAll('*').forEach((element) => {
    if (element.matches(':not(:defined)')) awaitDefinition(element);
    else if (element.localName.includes('-')) bindAfresh(element); // by whom and when it was defined, nobody knows
  });
  new MutationObserver(watch).observe(document, { childList: true, subtree: true });
}

if (typeof document !== 'undefined') start();
