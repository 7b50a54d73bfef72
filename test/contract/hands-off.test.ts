/** Points 2, 3 and 7: an element keeps its hands off itself, and does nothing where nothing changed. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { patchSignals, settled, startDatastar } from '../support/datastar.js';
import {
  appearance,
  defineAll,
  mounted,
  subjects,
  variant,
  watchEvents,
  watchMutations,
  type Instance,
} from './elements.js';

const RUNS = 10_000;
const seed = Math.trunc(Math.random() * 2 ** 31);

const errors: string[] = [];
const { warn } = console;

before(async () => {
  await defineAll();
  await startDatastar();
  console.warn = () => undefined; // junk is what this file is about
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
});
after(() => (console.warn = warn));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme' }),
  fc.double().map(String),
  fc.integer().map(String),
  fc.json(),
  fc.constantFrom('<img src=x onerror=alert(1)>', 'javascript:alert(1)', '1e999', '-0', '0x10', '١٢', '\u202e', '٫'),
);

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

/** Counts how often lit renders an element. */
function watchRenders(element: Instance): { count: number } {
  const renders = { count: 0 };
  const target = element as unknown as { update(changed: Map<PropertyKey, unknown>): void };
  const update = target.update.bind(element);
  target.update = (changed) => {
    renders.count++;
    update(changed);
  };
  return renders;
}

for (const subject of subjects) {
  const { tag, html, attributes } = subject;

  describe(`<${tag}>`, () => {
    it(`takes any text in any attribute: no throw, no attribute of its own, no light DOM (${RUNS} texts, seed ${seed})`, async () => {
      const element = await mounted(html);
      const written = attributesOf(element);
      const inside = element.innerHTML;
      const events = watchEvents(element, subject);
      errors.length = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(attributes)),
          fc.option(text, { freq: 10 }),
          async (name, value) => {
            if (value === null) element.removeAttribute(name);
            else element.setAttribute(name, value);
            if (value === null) Reflect.deleteProperty(written, name);
            else written[name] = value;
            await element.updateComplete;
            expect(errors).to.deep.equal([]);
            expect(attributesOf(element)).to.deep.equal(written);
            expect(element.innerHTML).to.equal(inside);
          },
        ),
        { numRuns: RUNS, seed },
      );
      expect(events.filter((event) => !/^ds-signal (attribute|reset)$/.test(event))).to.deep.equal([]);
    }).timeout(120_000);

    it('writes nothing on itself when a user acts or when it is read', async () => {
      const element = await mounted(html);
      const onItself = watchMutations(element, { attributes: true, childList: true });
      await subject.control?.act(element);
      appearance(element, subject); // reads every property
      await element.updateComplete;
      expect(onItself.taken()).to.deep.equal([]);
    });

    it('mutates nothing when the same text is written again, or an update is asked for without a change', async () => {
      const element = await mounted(html);
      const shadow = watchMutations(element.renderRoot);
      for (const { name, value } of [...element.attributes]) element.setAttribute(name, value);
      element.requestUpdate();
      await element.updateComplete;
      expect(shadow.taken()).to.deep.equal([]);
    });

    it('mutates nothing when an attribute goes and comes back within a task', async () => {
      const element = await mounted(html);
      const shadow = watchMutations(element.renderRoot);
      for (const { name, value } of [...element.attributes]) {
        element.removeAttribute(name);
        element.setAttribute(name, value);
      }
      await element.updateComplete;
      expect(shadow.taken()).to.deep.equal([]);
    });

    for (const [name, { valid }] of Object.entries(attributes)) {
      const [first = '', second = first] = valid;

      it(`renders at most once for one write of a signal to ${name}, which writes one attribute`, async () => {
        const element = await mounted(variant(html, { [`data-attr:${name}`]: '$it', [name]: first }));
        patchSignals({ it: first });
        await settled();
        const attribute = watchMutations(element, { attributes: true });
        const renders = watchRenders(element);
        patchSignals({ it: second });
        await settled();
        expect(attribute.taken()).to.have.length(second === first ? 0 : 1);
        expect(renders.count).to.be.at.most(1);
      });
    }
  });
}

describe('a thousand elements on one signal', () => {
  for (const { tag, html, attributes } of subjects) {
    const [[name, { valid }] = ['', { valid: [] as readonly string[] }]] = Object.entries(attributes);

    it(`<${tag}>: each takes it, in one render`, async () => {
      const many = variant(html, { id: null, [`data-attr:${name}`]: '$one' });
      const place = await mounted(`<div id="it">${many.repeat(1000)}</div>`);
      const elements = [...place.querySelectorAll<Instance>(tag)];
      const fresh = await mounted(variant(html, { [name]: valid[1] ?? null }));
      const counts = elements.map(watchRenders);
      patchSignals({ one: valid[1] });
      await new Promise((done) => setTimeout(done)); // before any timer of the elements' own, such as an announcement's
      const renders = counts.map(({ count }) => count);
      await settled();
      expect(elements).to.have.length(1000);
      const property = attributes[name]?.property ?? '';
      expect(new Set(elements.map((element) => element[property]))).to.deep.equal(new Set([fresh[property]]));
      expect(new Set(renders)).to.deep.equal(new Set([1]));
    }).timeout(30_000);
  }
});
