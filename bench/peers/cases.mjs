/** What is tried with every field. The sentences on why stand in docs/comparison.md. */
import { access, collection } from './devtools.mjs';

/**
 * What was seen, by the heading of a column. `shown / signal` is the text in the box and the signal, as JSON.
 *
 * @typedef {Record<string, string | number>} Seen
 * @typedef {import('./field.mjs').Field} Field
 * @typedef {{ run: (field: Field) => Promise<Seen>, isLate?: boolean, isOnce?: boolean, table?: string }} Case
 *   `isOnce`: the binding makes no difference; `table`: columns of another case's table
 */

/** @type {Record<string, Case>} */
export const cases = {
  bound: {
    async run(field) {
      const start = await field.signal();
      await field.type('5');
      const typed = await field.signal();
      await field.leave();
      const left = await field.signal();
      await field.type('');
      return {
        'signal at first': start,
        'after typing 5': typed,
        'after leaving': left,
        'emptied: shown / signal': await field.shownAndSignal(),
      };
    },
  },

  late: {
    isLate: true,
    async run(field) {
      await field.define();
      const defined = await field.shownAndSignal();
      await field.type('5');
      const typed = await field.shownAndSignal();
      await field.sendSignal(7);
      return { 'once defined': defined, 'after typing 5': typed, 'signal becomes 7': await field.shownAndSignal() };
    },
  },

  lateBridged: {
    isLate: true,
    table: 'late',
    async run(field) {
      await field.define('bridge');
      await field.type('5');
      return { 'after typing 5, with our bridge': await field.shownAndSignal() };
    },
  },

  patches: {
    async run(field) {
      await field.type('12');
      await field.page.keyboard.press('ArrowLeft');
      await field.page.evaluate(observe, field.host);
      for (let patch = 0; patch < 5; patch++) await field.sendForm();
      const seen = await field.page.evaluate(observed);
      await field.page.keyboard.type('5');
      await field.settle();
      return { ...seen, '5 typed between 1 and 2': await field.shownAndSignal() };
    },
  },

  server: {
    async run(field) {
      await field.type('5');
      await field.sendForm('3');
      return { 'HTML with value="3"': await field.shownAndSignal() };
    },
  },

  serverSignal: {
    table: 'server',
    async run(field) {
      await field.type('5');
      await field.sendSignal(3);
      return { 'signal patched to 3': await field.shownAndSignal() };
    },
  },

  reset: {
    async run(field) {
      await field.type('5');
      await field.leave();
      await field.reset();
      return { 'after reset()': await field.shownAndSignal() };
    },
  },

  form: {
    async run(field) {
      await field.type('5');
      await field.leave();
      const entry = await field.page.$eval('#form', (form) => {
        if (!(form instanceof HTMLFormElement)) return '';
        return [...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`).join('&');
      });
      await field.type('');
      await field.leave();
      await field.page.evaluate(watchSubmit);
      await field.page.click('#send');
      await field.settle();
      const isSent = await field.page.$eval('#form', (form) => form.hasAttribute('data-sent'));
      return { 'entry after typing 5': entry || 'none', 'required and empty': isSent ? 'sent' : 'held back' };
    },
  },

  collection: { run: collection },
  access: { run: access, isOnce: true },
};

function watchSubmit() {
  const form = document.querySelector('#form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    form.toggleAttribute('data-sent', true);
  });
}

/** @typedef {{ records: MutationRecord[], focused: Element | null, before: string[], look: () => string[] }} Watch */

/** Runs in the page: remembers the field, and what changes. @param {string} host */
function observe(host) {
  const field = document.querySelector(host);
  const form = document.querySelector('#form');
  if (!field || !form) throw new Error(`No ${host}`);
  /** What a page can see of it: its own attributes, and what it put beneath itself. */
  const look = () => [
    ...[...field.attributes].map(({ name }) => name),
    ...[...field.children].map(({ localName }) => `<${localName}>`),
  ];
  /** @type {Watch} */
  const watch = { records: [], focused: document.activeElement, before: look(), look };
  const observer = new MutationObserver((records) => watch.records.push(...records));
  observer.observe(form, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(window, { watch });
}

/** Runs in the page. */
function observed() {
  const { watch } = /** @type {{ watch: Watch }} */ (/** @type {unknown} */ (window));
  const now = watch.look();
  const lost = watch.before.filter((part) => !now.includes(part));
  const touched = watch.records.map(({ attributeName, addedNodes: [added], removedNodes: [removed] }) => {
    const node = added ?? removed;
    return attributeName ?? (node instanceof Element ? `<${node.localName}>` : 'text');
  });
  const isFocused = document.activeElement === watch.focused && watch.focused !== document.body;
  return {
    mutations: watch.records.length,
    'lost of its own': lost.join(', ') || 'nothing',
    'changed and changed back': [...new Set(touched)].filter((part) => !lost.includes(part)).join(', ') || 'nothing',
    focus: isFocused ? 'kept' : 'lost',
  };
}
