/** Points 5 and 6: what the server sends again changes nothing; what it changed wins. */
import { expect } from '@open-wc/testing';
import { mount, patchFromServer, patchSignals, startDatastar, type ServerEvent } from '../support/datastar.js';
import { frames } from '../support/tasks.js';
import { appearance, defineAll, find, mounted, subjects, variant, watchMutations, type Instance } from './elements.js';

before(async () => {
  await defineAll();
  await startDatastar();
});

/** The patches that keep an element, and what is sent; `replace` keeps none. */
const patches: Record<string, (html: string) => ServerEvent[]> = {
  'ten times': (elements) => Array.from({ length: 10 }, () => ({ elements })),
  'ten times, by inner': (elements) =>
    Array.from({ length: 10 }, () => ({ elements, selector: '#place', mode: 'inner' })),
  'within a view transition': (elements) => [{ elements, useViewTransition: true }],
};

/** The node inside an element that has the focus, or would take it. */
const focused = (element: Element): Element | null | undefined => element.shadowRoot?.activeElement;

/** Puts the focus where Tab would, and says which node has it now. */
function focusInside(element: Instance): Element | null | undefined {
  const field = element.shadowRoot?.querySelector<HTMLElement>('a, input, button');
  field?.focus();
  return focused(element);
}

for (const subject of subjects) {
  const { tag, html, attributes, tabStops } = subject;
  const placed = async (inside = html): Promise<Instance> => find(await mount(`<div id="place">${inside}</div>`));

  describe(`<${tag}> under a patch`, () => {
    for (const [way, patch] of Object.entries(patches))
      it(`of the same HTML, ${way}: the same node, no mutation, focus and caret kept`, async () => {
        const element = await placed();
        await element.updateComplete;
        const focus = focusInside(element);
        expect(Boolean(focus)).to.equal(tabStops > 0);
        if (focus instanceof HTMLInputElement) focus.setSelectionRange(0, 1);
        await frames(3);
        const shadow = watchMutations(element.renderRoot);
        await patchFromServer(patch(html));
        expect(find(document)).to.equal(element);
        expect(shadow.taken()).to.deep.equal([]);
        expect(focused(element)).to.equal(focus);
        if (focus instanceof HTMLInputElement) expect([focus.selectionStart, focus.selectionEnd]).to.deep.equal([0, 1]);
      });

    it('that replaces it: as new', async () => {
      const element = await placed();
      const other = variant(html, first(attributes, 1));
      await patchFromServer([{ elements: other, selector: '#it', mode: 'replace' }]);
      const fresh = await mounted(other);
      expect(element.isConnected).to.equal(false);
      const replaced = find(document, '#place #it');
      expect(appearance(replaced, subject)).to.deep.equal(appearance(fresh, subject));
    });

    it('that reorders it by id: not taken out where the browser can move, and nothing restarts', async () => {
      const list = ['a', 'it', 'b', 'c'].map((id) => html.replace('id="it"', `id="${id}"`));
      const element = await placed(list.join(''));
      await element.updateComplete;
      const focus = focusInside(element);
      const departures: string[] = [];
      for (const one of document.querySelectorAll<Instance>(`#place ${tag}`))
        one.addController({ hostDisconnected: () => departures.push(one.id) });
      await frames(3);
      const shadow = watchMutations(element.renderRoot);
      await patchFromServer([{ elements: `<div id="place">${list.reverse().join('')}</div>` }]);
      const order = [...(document.querySelector('#place')?.children ?? [])].map(({ id }) => id);
      expect(order).to.deep.equal(['c', 'b', 'it', 'a']);
      expect(document.querySelector('#it')).to.equal(element);
      expect(shadow.taken()).to.deep.equal([]);
      if ('moveBefore' in Element.prototype) {
        expect(departures).to.deep.equal([]);
        expect(focused(element)).to.equal(focus);
      }
    });

    it('that leaves out what data-attr drives: nothing changes', async () => {
      const texts = Object.entries(attributes).map(([, { valid }], index) => [`text${index}`, valid[1] ?? ''] as const);
      const driven = variant(html, {
        ...Object.fromEntries(Object.keys(attributes).map((name) => [name, null])),
        ...Object.fromEntries(Object.keys(attributes).map((name, index) => [`data-attr:${name}`, `$text${index}`])),
      });
      patchSignals(Object.fromEntries(texts));
      const element = await placed(driven);
      await frames(3);
      const before = appearance(element, subject);
      const shadow = watchMutations(element.renderRoot);
      await patchFromServer([{ elements: driven }]);
      for (const [index, name] of Object.keys(attributes).entries())
        expect(element.getAttribute(name)).to.equal(texts[index]?.[1]);
      expect(appearance(element, subject)).to.deep.equal(before);
      expect(shadow.taken()).to.deep.equal([]);
    });

    for (const name of Object.keys(attributes))
      it(`that changes ${name}: as if it had always been so, and back again`, async () => {
        const element = await placed();
        for (const changed of [
          variant(html, first(attributes, 0, name)),
          variant(html, first(attributes, 1, name)),
          html,
        ]) {
          await patchFromServer([{ elements: changed }]);
          const fresh = find(await mount(changed.replace('id="it"', 'id="fresh"')), '#fresh');
          await fresh.updateComplete;
          if (attributes[name]?.staysWhenRemoved && !fresh.hasAttribute(name)) continue;
          expect(appearance(element, subject)).to.deep.equal(appearance(fresh, subject));
          fresh.remove();
        }
      });

    it('of two roots in one response: both', async () => {
      const other = html.replace('id="it"', 'id="other"');
      const one = await placed(html + other);
      const change = first(attributes, 1);
      const otherChanged = variant(other, change);
      await patchFromServer([{ elements: variant(html, change) + otherChanged }]);
      const two = find(document, '#other');
      expect(appearance(one, subject)).to.deep.equal(appearance(two, subject));
      expect(one.getAttribute(Object.keys(change)[0] ?? '')).to.equal(Object.values(change)[0]);
    });
  });
}

/** The `index`th sample of an attribute, the first one unless named. */
function first(
  attributes: (typeof subjects)[number]['attributes'],
  index: number,
  name = Object.keys(attributes)[0] ?? '',
): Record<string, string> {
  const { valid = [] } = attributes[name] ?? {};
  return { [name]: valid[index] ?? valid[0] ?? '' };
}
