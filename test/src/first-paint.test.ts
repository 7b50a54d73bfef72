/** The first-paint stylesheet: an element that is not defined yet takes the room, and shows the text, that it will. */
import { expect } from '@open-wc/testing';
import { subjects } from '../contract/elements.js';
import { openPage } from '../support/datastar.js';
import { engine } from '../support/engine.js';
import { places, RESET, samples } from './first-paint.samples.js';

/** WebKit puts lines and baselines on whole pixels, each in its own way. */
const TOLERANCE = engine === 'WebKit' ? 1 : 0.05;

/** The page, and what is in it: every sample in a section of its own, between two words. */
async function open(bodyAttributes: string, style = ''): Promise<Document> {
  const sections = samples.map(({ html }) => `<section ${bodyAttributes}>x ${html}<b>y</b></section>`);
  const frame = await openPage(
    `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>First paint</title>
      <style>${style}</style><link rel="stylesheet" href="/src/ds-elements.css" /></head>
      <body>${sections.join('\n')}</body></html>`,
  );
  frame.style.cssText = 'inline-size: 700px; block-size: 500px';
  if (!frame.contentDocument) throw new Error('no page');
  return frame.contentDocument;
}

async function define(page: Document): Promise<void> {
  for (const { definition: src } of subjects) {
    const script = Object.assign(page.createElement('script'), { type: 'module', src });
    const loaded = new Promise((done) => script.addEventListener('load', done));
    page.head.append(script);
    await loaded;
  }
  await Promise.all(
    [...page.querySelectorAll<HTMLElement & { updateComplete?: Promise<boolean> }>('section > *')].flatMap(
      (element) => element.updateComplete ?? [],
    ),
  );
}

const subjectOf = (section: Element): Element => section.children[0] ?? section;

/** Where the element, what stands after it in the line and the line itself are, from the section's corner. */
function boxes(section: Element): number[] {
  const corner = section.getBoundingClientRect();
  return [subjectOf(section), ...section.querySelectorAll(':scope > b'), section].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.getClientRects().length === 0 ? [] : [x - corner.x, y - corner.y, width, height];
  });
}

/** The texts of pseudo-elements. Not every browser answers with the text that `attr()` stands for. */
function drawn(section: Element): string[] {
  const element = subjectOf(section);
  const style = section.ownerDocument.defaultView?.getComputedStyle.bind(section.ownerDocument.defaultView);
  return ['::before', '::after']
    .map((pseudo) => style?.(element, pseudo).content ?? '')
    .map((content) => content.replace(/^attr\((.*)\)$/, (_, name: string) => element.getAttribute(name) ?? ''))
    .map((content) => content.replace(/^"(.*)"$/, '$1'))
    .filter((content) => content !== '' && content !== 'none' && content !== 'normal');
}

/** The texts that the defined element shows. */
function shown(section: Element): string[] {
  const { shadowRoot } = subjectOf(section);
  return [...(shadowRoot?.querySelectorAll('input, [part=error], [part=count]:not([hidden])') ?? [])]
    .map((part) => (part instanceof HTMLInputElement || 'value' in part ? String(part.value) : part.textContent))
    .filter((text) => text !== '');
}

for (const [place, attributes] of Object.entries(places))
  describe(`before it is defined, ${place}`, () => {
    const early: { boxes: number[]; texts: string[] }[] = [];
    let sections: Element[] = [];

    before(async () => {
      const page = await open(attributes, RESET);
      sections = [...page.querySelectorAll('section')];
      for (const section of sections) early.push({ boxes: boxes(section), texts: drawn(section) });
      await define(page);
      // Read while the page is there: it is taken out after the first test.
      late.push(...sections.map((section) => ({ boxes: boxes(section), texts: shown(section) })));
    });
    const late: typeof early = [];

    samples.forEach(({ name }, index) =>
      it(`${name} has the box and the text that it will have`, () => {
        const [was, is] = [early[index], late[index]];
        if (!was || !is) throw new Error('not seen');
        expect(was.texts).to.deep.equal(is.texts);
        expect(was.boxes).to.have.length(is.boxes.length);
        was.boxes.forEach((length, i) => expect(length, was.boxes.join()).to.be.closeTo(is.boxes[i] ?? NaN, TOLERANCE));
      }),
    );
  });

describe('the first-paint stylesheet', () => {
  it('is looked at with every element of the kit', () => {
    const sampled = new Set(samples.map(({ html }) => /^<([\w-]+)/.exec(html)?.[1]));
    expect([...sampled]).to.have.members(subjects.map(({ tag }) => tag));
  });

  it("gives way to the page's own rules, wherever they stand", async () => {
    const page = await open('', 'ds-cart-badge { display: block; inline-size: 300px; }');
    const section = page.querySelector('section:has(ds-cart-badge)');
    if (!section) throw new Error('no badge');
    const early = boxes(section);
    await define(page);
    expect(early).to.deep.equal(boxes(section));
    expect(early[2]).to.equal(300);
  });

  it('has no say any more once an element is defined', async () => {
    const page = await open('');
    await define(page);
    expect([...page.querySelectorAll('section')].flatMap(drawn)).to.deep.equal([]);
  });
});
