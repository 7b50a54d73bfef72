/** Point 10: usable by everyone. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import { mount, startDatastar } from '../support/datastar.js';
import { accessibleTree, itNeeds, media, type AccessibleNode } from '../support/engine.js';
import { defineAll, find, mounted, subjects, variant, type Instance } from './elements.js';

before(async () => {
  await defineAll();
  await startDatastar();
});

const { axe } = window as unknown as typeof globalThis & { axe: typeof import('axe-core') };

async function violations(root: Element): Promise<string[]> {
  const result = await axe.run(root, { rules: { region: { enabled: false } } }); // a test page has no landmarks
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What can be seen inside an element: box and node, those for ears alone left out. */
function visible(element: Instance): [Element, DOMRect][] {
  return [...element.renderRoot.querySelectorAll('*')]
    .filter((node) => !['slot', 'style', 'path', 'circle'].includes(node.localName))
    .map((node): [Element, DOMRect] => [node, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && height > 1);
}

/** The colours that a person has chosen, as the page computes them. */
function systemColours(): Set<string> {
  const probe = document.createElement('i');
  document.body.append(probe);
  const names = ['Canvas', 'CanvasText', 'ButtonFace', 'ButtonText', 'ButtonBorder', 'Field', 'FieldText', 'GrayText'];
  const more = ['Highlight', 'HighlightText', 'LinkText', 'VisitedText', 'ActiveText', 'Mark', 'MarkText'];
  const colours = [...names, ...more].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return new Set(colours);
}

for (const { tag, html, tabStops, accessibility } of subjects) {
  describe(`<${tag}> is usable`, () => {
    for (const scheme of ['light', 'dark'] as const)
      itNeeds('dark mode', `as far as axe can tell, in ${scheme} mode`, async () => {
        await media({ 'prefers-color-scheme': scheme });
        const view = await mount(
          `<main style="color-scheme: light dark; background: Canvas; color: CanvasText">${html}</main>`,
        );
        await find(view).updateComplete;
        expect(await violations(view)).to.deep.equal([]);
        await media();
      });

    it('as far as axe can tell, in this browser as it is', async () => {
      const view = await mount(`<main>${html}</main>`);
      await find(view).updateComplete;
      expect(await violations(view)).to.deep.equal([]);
    });

    for (const { attributes, tree } of accessibility)
      itNeeds('the accessibility tree', `by a screen reader, with ${JSON.stringify(attributes)}`, async () => {
        const nodes = await accessibleTree(await mounted(variant(html, attributes)));
        const isBare = ({ role, name }: AccessibleNode): boolean =>
          ['generic', 'none', 'StaticText', 'InlineTextBox'].includes(role) ||
          (name === '' && /^(image|svg-root)$/.test(role));
        const said = nodes
          .filter((node) => !isBare(node))
          .map(({ role, name, value, description }) =>
            [role, name && ` ${name}`, value && `: ${value}`, description && ` (${description})`].join(''),
          );
        expect(said).to.deep.equal(tree);
      });

    it(`by keyboard alone, with ${tabStops} stops of Tab`, async () => {
      const view = await mount(`<a id="before" href="#">before</a>${html}<a id="after" href="#">after</a>`);
      const element = find(view);
      await element.updateComplete;
      const stops: (string | undefined)[] = [];
      view.querySelector<HTMLElement>('#before')?.focus();
      while (document.activeElement?.id !== 'after' && stops.length < 9) {
        await sendKeys({ press: 'Tab' });
        stops.push(document.activeElement?.id);
      }
      expect(stops).to.deep.equal([...Array<string>(tabStops).fill('it'), 'after']);
    });

    it('with a finger: nothing to press is smaller than 24 pixels', async () => {
      const element = await mounted(html);
      for (const node of element.renderRoot.querySelectorAll('a, button, input')) {
        const { width, height } = node.getBoundingClientRect();
        expect(Math.min(width, height), node.outerHTML).to.be.at.least(24);
      }
    });

    it('from right to left: everything inside changes sides', async () => {
      const boxes = async (direction: string): Promise<[string, number][]> => {
        const view = await mount(`<div dir="${direction}">${html}</div>`);
        const element = find(view);
        await element.updateComplete;
        const host = element.getBoundingClientRect();
        const inside = visible(element).map(([node, box]): [string, number] => [
          node.getAttribute('part') ?? node.localName,
          Math.round(direction === 'rtl' ? host.right - box.right : box.left - host.left),
        ]);
        view.remove();
        return inside;
      };
      expect(await boxes('rtl')).to.deep.equal(await boxes('ltr'));
    });

    it('at twice the size of text, on a phone: nothing is cut off', async () => {
      const view = await mount(`<div style="inline-size: 320px; font-size: 200%">${html}</div>`);
      const element = find(view);
      await element.updateComplete;
      const frame = view.firstElementChild?.getBoundingClientRect();
      for (const [node, box] of visible(element)) {
        expect(box.right, node.outerHTML).to.be.at.most((frame?.right ?? 0) + 1);
        if (getComputedStyle(node).overflow !== 'visible')
          expect(node.scrollWidth, node.outerHTML).to.be.at.most(Math.ceil(box.width) + 1);
      }
    });

    itNeeds('forced colours', 'in the colours that a person has chosen', async () => {
      await media({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
      const element = await mounted(html);
      const allowed = systemColours();
      for (const [node] of visible(element)) {
        const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(node);
        expect([...allowed], `text of ${node.outerHTML}`).to.include(color);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)')
          expect([...allowed], `background of ${node.outerHTML}`).to.include(backgroundColor);
        if (borderTopWidth !== '0px') expect([...allowed], `border of ${node.outerHTML}`).to.include(borderTopColor);
      }
      await media();
    });
  });
}
