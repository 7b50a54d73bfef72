/** Point 1: input attributes are the truth. */
import { expect } from '@open-wc/testing';
import { mount, patchFromServer, patchSignals, settled, startDatastar } from '../support/datastar.js';
import type { AttributeSample } from './samples.js';
import { appearance, defineAll, find, mounted, subjects, variant, watchEvents, type Instance } from './elements.js';

const warnings: string[] = [];
const { warn } = console;

before(async () => {
  console.warn = (message: string) => warnings.push(message);
  await defineAll();
  await startDatastar();
});
after(() => (console.warn = warn));

/** All ways by which a text gets into an attribute or its property. */
const ways: Record<string, (html: string, name: string, text: string, sample: AttributeSample) => Promise<Instance>> = {
  'the parser': (html, name, text) => mounted(variant(html, { [name]: text })),

  'setAttribute before it is connected': async (html, name, text) => {
    const template = document.createElement('div');
    template.innerHTML = html;
    const element = find(template);
    element.setAttribute(name, text);
    const place = await mount('');
    place.append(element);
    await element.updateComplete;
    return element;
  },

  'setAttribute once it stands': async (html, name, text) => {
    const element = await mounted(html);
    element.setAttribute(name, text);
    await element.updateComplete;
    return element;
  },

  'its property': async (html, _name, text, sample) => {
    const element = await mounted(html);
    element[sample.property] = given(text, sample);
    await element.updateComplete;
    return element;
  },

  'its property, before it was defined': async (html, _name, text, sample) => {
    const inert = document.implementation.createHTMLDocument();
    inert.body.innerHTML = html;
    const element = find(inert);
    element[sample.property] = given(text, sample);
    const place = await mount('');
    place.append(element); // takes it over and defines it
    await element.updateComplete;
    return element;
  },

  'data-attr': async (html, name, text) => {
    const element = await mounted(variant(html, { [`data-attr:${name}`]: '$text' }));
    patchSignals({ text });
    await settled();
    return element;
  },

  'a morph': async (html, name, text) => {
    const element = await mounted(html);
    await patchFromServer([{ elements: variant(html, { [name]: text }) }]);
    return element;
  },
};

/** A presence attribute is true in a script, whatever its text. */
const given = (text: string, sample: AttributeSample): unknown => (typeof sample.default === 'boolean' ? true : text);

/** What a signal may hold, and what data-attr makes of it. */
const signalValues = [true, false, null, 'text', '', 5, 0, -1.5, NaN, [1, 2], { a: 1 }, new Date(0)];

/** What the bridge is told, so that a bound signal follows; it does not say that the user acted. */
const isReport = (event: string): boolean => /^ds-signal (attribute|reset)$/.test(event);

for (const subject of subjects) {
  const { tag, html, attributes } = subject;

  describe(`<${tag}> reads`, () => {
    it('no attribute without a sample, and none that is not documented', () => {
      const observed = (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;
      expect(Object.keys(attributes)).to.have.members([...new Set(observed)]);
      expect(subject.documented.attributes.filter((name) => name !== 'to-signal')).to.have.members([
        ...new Set(observed),
      ]);
    });

    for (const [name, sample] of Object.entries(attributes)) {
      const { valid, junk, property } = sample;

      it(`${name}: the same by every way that a text comes`, async () => {
        for (const text of [...valid, ...junk]) {
          const seen: Record<string, unknown> = {};
          for (const [way, write] of Object.entries(ways)) {
            const element = await write(html, name, text, sample);
            seen[way] = appearance(element, subject);
            element.remove();
          }
          const [first] = Object.values(seen);
          for (const [way, one] of Object.entries(seen))
            expect(one, `${name}="${text}" by ${way}`).to.deep.equal(first);
        }
      }).timeout(30_000);

      it(`${name}: each sample differs, junk and a missing one are the default`, async () => {
        const element = await mounted(variant(html, { [name]: null }));
        expect(element[property]).to.deep.equal(sample.default);
        for (const text of junk) {
          element.setAttribute(name, text);
          expect(element[property], text).to.deep.equal(sample.default);
        }
        const values = valid.map((text) => (element.setAttribute(name, text), element[property]));
        if (typeof sample.default !== 'boolean') expect(new Set(values)).to.have.property('size', valid.length);
        else expect(new Set(values)).to.deep.equal(new Set([true]));
      });

      if (sample.clamped)
        it(`${name}: the nearest value in range`, async () => {
          for (const [text, value] of Object.entries(sample.clamped ?? {}))
            for (const write of Object.values(ways)) {
              const element = await write(html, name, text, sample);
              expect(element[property], text).to.equal(value);
              element.remove();
            }
        });

      it(`${name}: ${sample.staysWhenRemoved ? 'what was there' : 'the default'} once it is removed`, async () => {
        const [text = ''] = valid;
        const element = await mounted(variant(html, { [name]: text }));
        const value = element[property];
        element.removeAttribute(name);
        await element.updateComplete;
        expect(element[property]).to.deep.equal(sample.staysWhenRemoved ? value : sample.default);
      });

      it(`${name}: any signal as the text that data-attr makes of it, in silence`, async () => {
        const element = await mounted(variant(html, { [`data-attr:${name}`]: '$any' }));
        const events = watchEvents(element, subject);
        for (const any of signalValues) {
          if (any === null) patchSignals({ any: 'else' });
          await settled();
          patchSignals({ any });
          await settled();
          const text = element.getAttribute(name);
          if (text === null && sample.staysWhenRemoved) continue;
          const fresh = await mounted(variant(html, { [name]: text }));
          expect(element[property], JSON.stringify(any)).to.deep.equal(fresh[property]);
          fresh.remove();
        }
        expect(events.filter((event) => !isReport(event))).to.deep.equal([]);
      });
    }
  });
}

describe('junk in attributes', () => {
  it('warned at most once a kind of mistake, of the element, the attribute and the text', () => {
    expect(warnings).to.not.be.empty;
    const kinds = warnings.map((warning) =>
      /^<(ds-[a-z-]+) ([a-z-]+)=".*">: expected .+/s.exec(warning)?.slice(1).join(' '),
    );
    expect(kinds, warnings.join('\n')).to.not.include(undefined);
    expect(new Set(kinds)).to.have.property('size', kinds.length);
  });
});
