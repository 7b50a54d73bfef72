import { expect, fixture } from '@open-wc/testing';
import { submitImplicitly } from '../../src/implicit-submission.js';

class Field extends HTMLElement {
  static readonly formAssociated = true;
}
customElements.define('test-implicit-field', Field);

const field = '<test-implicit-field></test-implicit-field>';

/** What Enter in the field of a form of `html` does: ids of the buttons that it presses, "submit" where it submits. */
async function enter(html: string, before = '', isInShadow = false): Promise<string> {
  const page = await fixture<HTMLElement>('<div></div>');
  const root = isInShadow ? page.attachShadow({ mode: 'open' }) : page;
  root.innerHTML = `${before}<form id="form">${field}${html}</form>`;
  const form = root.querySelector<HTMLFormElement>('#form');
  if (!form?.firstElementChild) throw new Error(`no field in ${html}`);
  const log: string[] = [];
  root.addEventListener('click', ({ target }) => target instanceof Element && log.push(target.id));
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    log.push('submit');
  });
  submitImplicitly(form, form.firstElementChild);
  return log.join();
}

describe('Enter in a field', () => {
  it('does nothing where there is no form', () => {
    expect(() => submitImplicitly(null, document.createElement('p'))).not.to.throw();
  });

  for (const button of ['<button id="buy">', '<input id="buy" type="submit">', '<input id="buy" type="image" alt="">'])
    it(`presses the default button of the form, here ${button}, and no other`, async () => {
      expect(await enter(`${button}</button><button id="other"></button>`)).to.equal('buy,submit');
    });

  it('presses the first button in the page, even one that stands outside the form', async () => {
    expect(await enter('<button id="in"></button>', '<button id="out" form="form"></button>')).to.equal('out,submit');
  });

  it('presses none that does not submit, and none of another form', async () => {
    const others = '<form><button id="other"></button></form><button id="loose"></button>';
    const silent = '<button type="button" id="open"></button><button type="reset" id="reset"></button>';
    expect(await enter(`${silent}<button id="buy"></button>`, others)).to.equal('buy,submit');
  });

  it('does nothing where the default button is disabled', async () => {
    expect(await enter('<button id="buy" disabled></button><button id="other"></button>')).to.equal('');
  });

  it('finds the button in the shadow tree of the form', async () => {
    expect(await enter('<button id="buy"></button>', '', true)).to.equal('buy,submit');
  });

  it('submits a form without a button, unless it is invalid', async () => {
    expect(await enter('')).to.equal('submit');
    expect(await enter('<input type="checkbox" required>')).to.equal('');
  });

  const inputs = (types: string): string[] => types.split(' ').map((type) => `<input type="${type}">`);

  const typed = inputs('text search url tel email password date month week time datetime-local number');
  for (const other of [...typed, field])
    it(`submits nothing without a button where there is ${other}, too`, async () => {
      expect(await enter(other)).to.equal('');
    });

  const picked = inputs('hidden checkbox radio file range color button reset');
  for (const other of [...picked, '<select></select>', '<textarea></textarea>', '<fieldset></fieldset>'])
    it(`submits without a button where there is ${other}, too`, async () => {
      expect(await enter(other)).to.equal('submit');
    });
});
