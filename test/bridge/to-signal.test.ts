import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { act, open, settled, type Page } from '../support/page.js';

const stepper = (attributes: string, signal = 'quantity') => `
  <form>
    <ds-quantity-stepper id="it" value="3" label="Quantity" ${attributes}></ds-quantity-stepper>
    <output id="out" data-text="JSON.stringify($${signal})"></output>
  </form>`;

let page: Page;
afterEach(() => page.remove());

describe('to-signal', () => {
  it('writes the one output of an element, typed, before the act returns', async () => {
    page = await open(stepper('to-signal="quantity"'), 'datastar', 'bridge', 'stepper');
    act(page.it);
    expect(page.out()).to.equal('4');
  });

  it('writes a named output into a nested signal, beside its neighbours', async () => {
    page = await open(
      `<div data-signals="{cart: {note: 'gift', quantity: 1}}">${stepper('to-signal="value: cart.quantity"', 'cart')}</div>`,
      'datastar',
      'bridge',
      'stepper',
    );
    act(page.it);
    expect(page.out()).to.equal('{"note":"gift","quantity":4}');
  });

  it('writes several signals in one patch', async () => {
    page = await open(stepper('to-signal="value: a.b, value: a.c,"', 'a'), 'datastar', 'bridge', 'stepper');
    let patches = 0;
    page.document.addEventListener('datastar-signal-patch', () => patches++);
    act(page.it);
    expect(page.out()).to.equal('{"b":4,"c":4}');
    expect(patches).to.equal(1);
  });

  it('has written the signal when change is heard', async () => {
    page = await open(
      stepper('to-signal="quantity" data-on:change="$seen = $quantity"', 'seen'),
      'datastar',
      'bridge',
      'stepper',
    );
    act(page.it);
    expect(page.out()).to.equal('4');
  });

  it('follows a form reset', async () => {
    page = await open(stepper('to-signal="quantity"'), 'datastar', 'bridge', 'stepper');
    act(page.it);
    page.document.querySelector('form')?.reset();
    expect(page.out()).to.equal('3');
  });

  it('is calm where the same signal drives the value', async () => {
    page = await open(
      `<div data-signals:q="3">${stepper('data-attr:value="$q * 2" to-signal="q"', 'q')}</div>`,
      'datastar',
      'bridge',
      'stepper',
    );
    expect(page.it.value).to.equal(6);
    act(page.it);
    await settled();
    expect(page.out()).to.equal('7');
    expect(page.it.value).to.equal(14);
  });

  it('delivers what was done before Datastar came, the newest value', async () => {
    page = await open(stepper('to-signal="quantity"'), 'bridge', 'stepper');
    act(page.it);
    act(page.it);
    await page.load('datastar');
    expect(page.out()).to.equal('5');
  });

  it('lets an act before Datastar win over the page’s own first signals', async () => {
    page = await open(`<div data-signals:quantity="1">${stepper('to-signal="quantity"')}</div>`, 'bridge', 'stepper');
    act(page.it);
    await page.load('datastar');
    expect(page.out()).to.equal('4');
  });

  it('delivers an old act once, and no later than ready', async () => {
    page = await open(stepper('to-signal="quantity"'), 'bridge', 'stepper', 'datastar');
    act(page.it);
    act(page.it);
    page.document.dispatchEvent(new Event('datastar-ready'));
    await settled();
    expect(page.out()).to.equal('5');
  });

  for (const path of [
    'a b',
    '$quantity',
    'a..b',
    '.a',
    '1a',
    'a-b',
    '__proto__.x',
    'a.constructor',
    'x.prototype.y',
    'a:b:c',
  ])
    it(`refuses the path ${JSON.stringify(path)} with one warning that names it`, async () => {
      page = await open(stepper(`to-signal="value: ${path}"`), 'datastar', 'bridge', 'stepper');
      act(page.it);
      act(page.it);
      expect(page.it.value).to.equal(5);
      expect(page.warnings).to.have.length(1);
      expect(page.warnings[0]).to.contain('<ds-quantity-stepper').and.to.contain(path);
      expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
    });

  it('refuses an output that the element does not have, and says which it has', async () => {
    page = await open(stepper('to-signal="vaule: quantity"'), 'datastar', 'bridge', 'stepper');
    act(page.it);
    expect(page.warnings).to.deep.equal(['<ds-quantity-stepper to-signal="vaule: quantity">: want value: signal.path']);
  });

  it('never throws, whatever its text', async () => {
    page = await open(stepper(''), 'datastar', 'bridge', 'stepper');
    const errors: unknown[] = [];
    page.document.defaultView?.addEventListener('error', (event) => errors.push(event.message));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('value:', ':', ',,', 'value: a.b.c')),
        (text) => {
          page.it.setAttribute('to-signal', text);
          act(page.it);
          expect(errors).to.deep.equal([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the bridge', () => {
  it('runs once where two copies are on the page, and warns once', async () => {
    page = await open(stepper('to-signal="quantity"'), 'datastar', 'bridge', 'stepper');
    let patches = 0;
    page.document.addEventListener('datastar-signal-patch', () => patches++);
    for (const path of ['/src/bridge.ts?second', '/components/quantity-stepper/ds-quantity-stepper.ts?second']) {
      const script = Object.assign(page.document.createElement('script'), { type: 'module', src: path });
      const loaded = new Promise((done) => script.addEventListener('load', done));
      page.document.head.append(script);
      await loaded;
    }
    act(page.it);
    expect(patches).to.equal(1);
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.contain('twice');
  });

  it('changes nothing on a page without Datastar', async () => {
    page = await open(stepper('to-signal="quantity" data-bind:quantity'), 'bridge', 'stepper');
    const before = page.it.outerHTML;
    act(page.it);
    await settled();
    expect(page.it.value).to.equal(4);
    expect(page.it.outerHTML).to.equal(before);
    expect(page.warnings).to.deep.equal([]);
  });
});
