/**
 * The bridge: what elements announce becomes Datastar signals. It is the one module that knows Datastar; it starts when
 * it is imported, and on a page without Datastar it changes nothing.
 *
 * - `to-signal="value: cart.quantity"` on an element writes its output into a signal.
 * - `data-bind` on a custom element stays true where Datastar alone would lose it: after a form reset, and on an
 *   element (of any kit) that was defined after Datastar had bound it.
 */
import type { Announcement, Outputs } from './announce.js';
import { warnSecondCopy } from './define.js';
import { warnOnce } from './warn.js';

type Value = Outputs[string] | undefined;
type Values = Map<string, Value>;
interface Signals {
  [name: string]: Value | Signals;
}

/** Newest value a path, as long as Datastar may still be on its way; undefined once it runs. */
let undelivered: Values | undefined = new Map();

/** Identifiers joined by dots, none of which reaches what every object inherits. */
const isPath = (path: string): boolean =>
  path.split('.').every((name) => /^(?!prototype$)[a-z_]\w*$/i.test(name) && !(name in {}));

/** Reads `value: cart.quantity, live: view.live`, or a path alone where the element has one output. */
function valuesFor(element: Element, outputs: Outputs): Values {
  const text = element.getAttribute('to-signal') ?? '';
  const names = Object.keys(outputs);
  const all = names.join(); // the one name where there is one, and else no name at all
  const values: Values = new Map();
  for (const pair of text.match(/[^,\s][^,]*/g) ?? []) {
    const [, output = all, path = ''] = /^(?:(\S+)\s*:)?\s*(\S+)\s*$/.exec(pair) ?? [];
    if (names.includes(output) && isPath(path)) values.set(path, outputs[output]);
    else warnOnce(`<${element.localName} to-signal="${text}">: want ${all}: signal.path`);
  }
  return values;
}

/** One merge, synchronously: when this returns, every expression that reads the signals has run. */
function patch(values: Values | undefined): void {
  if (!values?.size) return;
  const signals: Signals = {};
  for (const [path, value] of values) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce((branch, name) => (branch[name] = Object(branch[name]) as Signals), signals)[last] = value;
  }
  const argsRaw = { signals: JSON.stringify(signals) };
  document.dispatchEvent(
    new CustomEvent('datastar-fetch', { detail: { type: 'datastar-patch-signals', el: document.body, argsRaw } }),
  );
}

function hear(event: CustomEvent<Announcement>): void {
  const element = event.composedPath()[0] as Element;
  const { outputs, cause } = event.detail;
  // A changed attribute is not sent back: `data-attr:value="$q * 2" to-signal="q"` would run away.
  if (cause !== 'attribute') {
    const values = valuesFor(element, outputs);
    values.forEach((value, path) => undelivered?.set(path, value));
    patch(values);
  }
  // data-bind hears `input` and `change` by itself, and those mean that a user acted.
  if (cause !== 'user') tellBind(element);
}

function tellBind(element: Element): void {
  element.dispatchEvent(new Event('datastar-prop-change'));
}

/** Has Datastar bind an element afresh, now that it has a `value`, and then read that value in its true type. */
function bindAfresh(element: Element & { value?: unknown }): void {
  for (const attribute of [...element.attributes]) {
    if (!attribute.name.startsWith('data-bind')) continue;
    element.removeAttributeNode(attribute);
    element.setAttributeNode(attribute);
    // Datastar binds in a microtask. A text has no type to teach: the number in the signal stays one.
    setTimeout(() => typeof element.value !== 'string' && tellBind(element));
  }
}

const awaited = new Set<string>();

/** Mends every element of a tag once it is defined. One that is already may have been bound before, too. */
function awaitDefinitions(root: ParentNode, selector: string): void {
  for (const { localName } of root.querySelectorAll(selector)) {
    if (awaited.has(localName)) continue;
    awaited.add(localName);
    customElements.whenDefined(localName).then(
      () => document.querySelectorAll(localName).forEach(bindAfresh),
      () => undefined, // `p`, `font-face` and their like are never defined
    );
  }
}

function start(): void {
  document.addEventListener('ds-signal', hear);
  document.addEventListener('datastar-ready', () => {
    patch(undelivered);
    undelivered = undefined;
  });
  // It answers: so it runs, or is ready before the next task, with the page's own data-signals in between.
  document.addEventListener('datastar-signal-patch', () => setTimeout(() => (undelivered = undefined)), { once: true });
  awaitDefinitions(document, '*');
  new MutationObserver((records) => {
    new Set(records.map(({ target }) => target as Element)).forEach((target) =>
      awaitDefinitions(target, ':not(:defined)'),
    );
  }).observe(document, { childList: true, subtree: true });
}

const mark = Symbol.for('ds-elements');
if (typeof document !== 'undefined') {
  if (mark in document) warnSecondCopy();
  else start();
  Reflect.set(document, mark, true);
}
