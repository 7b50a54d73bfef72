/** Points 3, 4 and 12: what a user does, in which order it is told, and what it leaves in a signal. */
import { expect } from '@open-wc/testing';
import { mount, patchFromServer, patchSignals, settled, signals, startDatastar } from '../support/datastar.js';
import { controls, defineAll, find, mounted, variant, watchEvents } from './elements.js';

before(async () => {
  await defineAll();
  await startDatastar();
});

const bound = (html: string): string => variant(html, { 'data-bind:it': '' });

for (const subject of controls) {
  const { tag, html, control } = subject;
  const { before: initial, after, act, empty, enterInvalid } = control;
  const inForm = async (inside: string): Promise<{ form: HTMLFormElement; element: ReturnType<typeof find> }> => {
    const form = (await mount(`<form>${inside}<button type="reset">Reset</button></form>`)).querySelector('form');
    if (!form) throw new Error('no form');
    return { form, element: find(form) };
  };

  describe(`an act on <${tag}>`, () => {
    it('is announced first, then fires input, then change; state, form value and signal are true by then', async () => {
      const { form, element } = await inForm(variant(html, { 'to-signal': 'it' }));
      const log: unknown[] = [];
      const entry = (): unknown => new FormData(form).get(element.getAttribute('name') ?? '');
      for (const type of ['ds-signal', 'input', 'change'])
        element.addEventListener(type, () => log.push([type, element['value'], entry()]));
      for (const type of ['input', 'change'])
        element.addEventListener(type, () => log.push([`signal at ${type}`, signals()['it']]));
      await act(element);
      expect(log).to.deep.equal([
        ['ds-signal', after, String(after)],
        ['input', after, String(after)],
        ['signal at input', after],
        ['change', after, String(after)],
        ['signal at change', after],
      ]);
    });

    it('reaches a bound signal, which has the right type before and after', async () => {
      const element = await mounted(bound(html));
      expect(signals()['it']).to.equal(initial);
      await act(element);
      expect(signals()['it']).to.equal(after);
    });

    it('is not what a script or a signal does', async () => {
      const element = await mounted(bound(html));
      const events = watchEvents(element, subject);
      element['value'] = after;
      patchSignals({ it: 5 });
      await settled();
      expect(element['value']).to.equal(5);
      expect(events.filter((event) => event !== 'ds-signal attribute')).to.deep.equal([]);
    });

    it("that empties it leaves '', and never null, which would kill the signal", async () => {
      const element = await mounted(variant(bound(html), { 'to-signal': 'other' }));
      const outputs: unknown[] = [];
      element.addEventListener('ds-signal', ({ detail }) => outputs.push(...Object.values(detail.outputs)));
      await empty(element);
      expect(element['value']).to.equal('');
      expect(outputs).to.deep.equal(['']);
      expect(signals()).to.deep.equal({ it: '', other: '' });
      await act(element);
      expect(signals()['it'], 'and the signal still lives').to.be.a('number');
    });

    it('may enter what is invalid: it stays, unclamped, and is said to be invalid', async () => {
      const { form, element } = await inForm(html);
      await enterInvalid(element);
      const entry = (): unknown => new FormData(form).get(element.getAttribute('name') ?? '');
      expect(entry()).to.equal(control.invalid);
      element.blur();
      await element.updateComplete;
      expect(entry()).to.equal(control.invalid);
      expect(form.checkValidity()).to.equal(false);
      expect(element['validationMessage']).to.not.equal('');
    });
  });

  describe(`the signal bound to <${tag}> follows`, () => {
    it('a reset of the form', async () => {
      const { form, element } = await inForm(bound(html));
      await act(element);
      const events = watchEvents(element, subject);
      form.reset();
      await settled();
      expect(element['value']).to.equal(initial);
      expect(signals()['it']).to.equal(initial);
      expect(events).to.deep.equal(['ds-signal reset']);
    });

    it('a changed value from the server, which wins over what was entered', async () => {
      const { element } = await inForm(bound(html));
      await act(element);
      const events = watchEvents(element, subject);
      await patchFromServer([{ elements: variant(bound(html), { value: '7' }) }]);
      expect(element['value']).to.equal(7);
      expect(signals()['it']).to.equal(7);
      expect(events).to.deep.equal(['ds-signal attribute']);
    });

    it('a new rev, which asks for the unchanged value back', async () => {
      const { element } = await inForm(variant(bound(html), { rev: '1' }));
      await act(element);
      await patchFromServer([{ elements: variant(bound(html), { rev: '1' }) }]);
      expect(signals()['it'], 'the same rev disturbs nothing').to.equal(after);
      await patchFromServer([{ elements: variant(bound(html), { rev: '2' }) }]);
      expect(element['value']).to.equal(initial);
      expect(signals()['it']).to.equal(initial);
    });

    it('a script, on the next act', async () => {
      const element = await mounted(bound(html));
      element['value'] = '';
      await act(element);
      expect(signals()['it']).to.equal(element['value']);
    });
  });

  describe(`<${tag}> and what was entered`, () => {
    it('keeps it while the server sends the same again', async () => {
      const { element } = await inForm(html);
      await act(element);
      await patchFromServer([{ elements: html }, { elements: html }]);
      expect(element['value']).to.equal(after);
    });

    it('makes no echo: data-attr:value and to-signal on one signal end after one round', async () => {
      const element = await mounted(variant(html, { 'data-attr:value': '$it', 'to-signal': 'it' }));
      patchSignals({ it: initial });
      await settled();
      const events = watchEvents(element, subject);
      await act(element);
      await settled();
      expect(signals()['it']).to.equal(after);
      expect(element.getAttribute('value')).to.equal(String(after));
      expect(events.filter((event) => event === 'ds-signal user')).to.have.length(1);
    });
  });
}
