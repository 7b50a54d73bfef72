import { expect } from '@open-wc/testing';
import { act, open, settled, type Page, type Script } from '../support/page.js';

const BOUND = `
  <form>
    <ds-quantity-stepper id="it" name="quantity" value="3" label="Quantity" data-bind:quantity></ds-quantity-stepper>
    <output id="out" data-text="JSON.stringify($quantity)"></output>
  </form>`;

let page: Page;
afterEach(() => page.remove());

function permutations(names: Script[]): Script[][] {
  if (names.length < 2) return [names];
  return names.flatMap((name) => permutations(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));
}

describe('data-bind on an element', () => {
  for (const order of permutations(['datastar', 'bridge', 'stepper'])) {
    it(`works both ways, as a number before the first act, loaded ${order.join(', ')}`, async () => {
      page = await open(BOUND, ...order);
      expect(page.out()).to.equal('3');
      act(page.it);
      expect(page.out()).to.equal('4');
    });

    it(`takes the signal's value and type where there is one, loaded ${order.join(', ')}`, async () => {
      page = await open(`<div data-signals:quantity="7">${BOUND}</div>`, ...order);
      expect(page.it.value).to.equal(7);
      expect(page.out()).to.equal('7');
      act(page.it);
      expect(page.out()).to.equal('8');
    });
  }

  it('works when the element is defined 300 ms after everything else', async () => {
    page = await open(BOUND, 'bridge', 'datastar');
    await new Promise((done) => setTimeout(done, 300));
    await page.load('stepper');
    expect(page.out()).to.equal('3');
    act(page.it);
    expect(page.out()).to.equal('4');
  });

  it('works for one that was inserted undefined, and defined later still', async () => {
    page = await open('<main id="it"></main>', 'datastar', 'bridge');
    page.it.innerHTML = BOUND.replace('id="it"', 'id="late"');
    await settled();
    await page.load('stepper');
    const late = page.document.querySelector('#late');
    expect(page.out()).to.equal('3');
    if (late) act(late);
    expect(page.out()).to.equal('4');
  });

  it('is mended for late elements of any kit', async () => {
    page = await open(
      `<other-field id="it" value="3" data-bind:quantity></other-field>
       <output id="out" data-text="JSON.stringify($quantity)"></output>`,
      'bridge',
      'datastar',
    );
    const view = page.document.defaultView;
    if (!view) throw new Error('no window');
    view.customElements.define(
      'other-field',
      class extends view.HTMLElement {
        #value = 0;
        get value(): number {
          return this.#value;
        }
        set value(value: unknown) {
          this.#value = Number(value);
        }
      },
    );
    await settled();
    expect(page.out()).to.equal('3');
    page.it.value = 5;
    page.it.dispatchEvent(new view.Event('input'));
    expect(page.out()).to.equal('5');
  });

  it('leaves the number in a signal that a text field of another kit is bound to, whenever the bridge comes', async () => {
    page = await open(
      `<div data-signals:quantity="3"><text-field id="it" data-bind:quantity></text-field></div>
       <output id="out" data-text="JSON.stringify($quantity)"></output>`,
    );
    const view = page.document.defaultView;
    if (!view) throw new Error('no window');
    view.customElements.define(
      'text-field',
      class extends view.HTMLElement {
        #value = '';
        get value(): string {
          return this.#value;
        }
        set value(value: unknown) {
          this.#value = String(value);
        }
      },
    );
    await page.load('datastar', 'bridge');
    expect(page.it.value).to.equal('3');
    expect(page.out()).to.equal('3');
  });

  it('looks through a place once for all that is put into it in a row', async () => {
    page = await open('<main id="it"></main>', 'bridge');
    let looks = 0;
    Object.assign(page.it, {
      querySelectorAll: () => {
        looks++;
        return [];
      },
    });
    for (let count = 0; count < 100; count++) page.it.append(page.document.createElement('p'));
    await settled();
    expect(looks).to.equal(1);
  });

  it('follows a form reset', async () => {
    page = await open(BOUND, 'datastar', 'bridge', 'stepper');
    act(page.it);
    page.document.querySelector('form')?.reset();
    expect(page.out()).to.equal('3');
  });

  it('follows rev', async () => {
    page = await open(BOUND, 'datastar', 'bridge', 'stepper');
    act(page.it);
    page.it.setAttribute('rev', 'sold');
    await settled();
    expect(page.out()).to.equal('3');
  });

  it('follows a changed value attribute', async () => {
    page = await open(BOUND, 'datastar', 'bridge', 'stepper');
    page.it.setAttribute('value', '12');
    expect(page.out()).to.equal('12');
  });

  it('follows when the element is told to restore a value', async () => {
    page = await open(BOUND, 'datastar', 'bridge', 'stepper');
    const { it } = page as { it: HTMLElement } as {
      it: HTMLElement & { formStateRestoreCallback(state: string): void };
    };
    it.formStateRestoreCallback('9');
    expect(page.out()).to.equal('9');
  });

  it('holds an empty string, and never null, for an empty field', async () => {
    page = await open(BOUND, 'datastar', 'bridge', 'stepper');
    page.it.setAttribute('value', '');
    expect(page.out()).to.equal('""');
    act(page.it);
    expect(page.out()).to.equal('1');
  });
});
