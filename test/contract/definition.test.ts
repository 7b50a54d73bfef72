/** Point 1, in time: an element may be defined before Datastar, after it, much later, or after a patch brought it. */
import { expect } from '@open-wc/testing';
import { serve } from '../support/datastar.js';
import { wait } from '../support/tasks.js';
import { open, settled, type Page } from '../support/page.js';
import { find, subjects, variant, type Subject } from './elements.js';

let page: Page;
afterEach(() => page.remove());

/** An element driven by a signal that the page carries, and bound where it is a control. */
function driven({ html, attributes, control }: Subject): {
  html: string;
  name: string;
  text: string;
  property: string;
} {
  const [[name, { valid, property }] = ['', { valid: [], property: '' }]] = Object.entries(attributes).filter(
    ([, sample]) => typeof sample.default !== 'boolean' && !sample.staysWhenRemoved,
  );
  const text = valid[1] ?? '';
  const bind = control ? { 'data-bind:bound': '' } : {};
  const element = variant(html, { [`data-attr:${name}`]: '$driven', [name]: null, ...bind });
  return { html: `<div data-signals:driven="'${text}'">${element}</div>`, name, text, property };
}

async function check(subject: Subject): Promise<void> {
  const { name, text, property } = driven(subject);
  const element = find(page.document);
  await element.updateComplete;
  expect(element.getAttribute(name)).to.equal(text);
  page.document.body.insertAdjacentHTML(
    'beforeend',
    variant(`<${subject.tag} id="fresh"></${subject.tag}>`, { [name]: text }),
  );
  const fresh = find(page.document, '#fresh');
  expect(element[property]).to.deep.equal(fresh[property]);
  if (!subject.control) return;
  const out = (): unknown => JSON.parse(page.document.querySelector('#bound')?.textContent ?? 'null');
  expect(out(), 'the right type before the first act').to.equal(subject.control.before);
  element['value'] = subject.control.after;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  expect(out()).to.equal(subject.control.after);
}

const show = '<output id="bound" data-text="JSON.stringify($bound)"></output>';

for (const subject of subjects) {
  const { html } = driven(subject);

  describe(`<${subject.tag}> is driven`, () => {
    it('where it was defined before Datastar came', async () => {
      page = await open(html + show, 'bridge', subject.definition, 'datastar');
      await check(subject);
    });

    for (const delay of [0, 300])
      it(`where it is defined ${delay} ms after Datastar`, async () => {
        page = await open(html + show, 'bridge', 'datastar');
        await wait(delay);
        await page.load(subject.definition);
        await check(subject);
      });

    for (const [when, delay] of [
      ['already', undefined],
      ['300 ms later', 300],
    ] as const)
      it(`where a patch brought it, and it was defined ${when}`, async () => {
        const { url } = await serve({ events: [{ elements: `<main id="place">${html}${show}</main>` }] });
        page = await open(`<main id="place"></main><i id="it"></i><b data-init="@get('${url}')"></b>`, 'bridge');
        page.it.remove();
        if (delay === undefined) await page.load(subject.definition);
        await page.load('datastar');
        await until(() => page.document.querySelector('#it') !== null);
        if (delay !== undefined) {
          await wait(delay);
          await page.load(subject.definition);
        }
        await settled();
        await check(subject);
      });
  });
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(10);
}
