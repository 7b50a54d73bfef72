/** A control is a field of its form, by Datastar and by the browser alone. */
import { expect } from '@open-wc/testing';
import { answered, mount, openPage, serve, startDatastar } from '../support/datastar.js';
import { controls, defineAll, find, variant, type Instance } from './elements.js';

before(async () => {
  await defineAll();
  await startDatastar();
});

async function form(inside: string, attributes = ''): Promise<{ form: HTMLFormElement; element: Instance }> {
  const view = await mount(`<form ${attributes}><fieldset>${inside}</fieldset><button>Send</button></form>`);
  const found = view.querySelector('form');
  if (!found) throw new Error('no form');
  const element = find(found);
  await element.updateComplete;
  return { form: found, element };
}

for (const { tag, html, definition, control } of controls) {
  const { act, after, empty } = control;
  const name = /name="(.+?)"/.exec(html)?.[1] ?? '';
  const fields = (owner: HTMLFormElement): unknown => [...new FormData(owner)];

  describe(`<${tag}> in a form`, () => {
    it('is sent by Datastar as a form', async () => {
      const server = await serve({ json: {} });
      const { form: owner, element } = await form(
        html,
        `data-on:submit="@post('${server.url}', {contentType: 'form'})"`,
      );
      await act(element);
      const done = answered(owner);
      owner.requestSubmit();
      await done;
      expect(await server.request()).to.deep.include({
        fromDatastar: true,
        type: 'application/x-www-form-urlencoded',
        fields: [[name, String(after)]],
      });
    });

    it('is sent as multipart, where the form says so', async () => {
      const server = await serve({ json: {} });
      const { form: owner } = await form(
        html,
        `enctype="multipart/form-data" data-on:submit="@post('${server.url}', {contentType: 'form'})"`,
      );
      const done = answered(owner);
      owner.requestSubmit();
      await done;
      expect(await server.request()).to.deep.include({
        type: 'multipart/form-data',
        fields: [[name, String(control.before)]],
      });
    });

    it('is sent by the browser alone, on a page without Datastar', async () => {
      const target = await serve({ html: '<title>thanks</title>' });
      const frame = await openPage(
        `<!doctype html><html lang="en"><body><form method="post" action="${target.url}">${html}<button>Send</button></form>
         <script type="module" src="${definition}"></script></body></html>`,
      );
      frame.contentDocument?.querySelector('button')?.click();
      expect(await target.request()).to.deep.include({
        method: 'POST',
        fromDatastar: false,
        fields: [[name, String(control.before)]],
      });
    });

    it("sends '' where it is empty, and nothing where it is disabled, by itself or by a fieldset", async () => {
      const { form: owner, element } = await form(html);
      await empty(element);
      expect(fields(owner)).to.deep.equal([[name, '']]);
      element['disabled'] = true;
      expect(fields(owner)).to.deep.equal([]);
      element['disabled'] = false;
      owner.querySelector('fieldset')?.toggleAttribute('disabled', true);
      expect(fields(owner)).to.deep.equal([]);
      expect(element.matches(':disabled')).to.equal(true);
    });

    it('stops the form where it is required and empty, and takes the focus', async () => {
      const { form: owner, element } = await form(variant(html, { required: '', value: null }));
      expect(owner.checkValidity()).to.equal(false);
      expect((element['validity'] as ValidityState).valueMissing).to.equal(true);
      expect(owner.reportValidity()).to.equal(false);
      expect(document.activeElement).to.equal(element);
    });

    it('is named by a label, and takes the focus when that is clicked', async () => {
      const { element } = await form(`<label for="it">How many</label>${variant(html, { label: null })}`);
      document.querySelector<HTMLElement>('label[for=it]')?.click();
      expect(document.activeElement).to.equal(element);
      expect((element['labels'] as NodeList).length).to.equal(1);
    });

    it('answers to the names of a native control', async () => {
      const { form: owner, element } = await form(html);
      const native = document.createElement('input');
      const shared = [
        'form',
        'labels',
        'name',
        'validity',
        'validationMessage',
        'willValidate',
        'disabled',
        'required',
      ];
      const methods = ['checkValidity', 'reportValidity', 'setCustomValidity', 'focus'];
      for (const property of shared)
        expect(typeof element[property], property).to.equal(
          typeof (property === 'form' ? owner : native[property as 'name']),
        );
      for (const method of methods) expect(element[method], method).to.be.a('function');
      expect(element['form']).to.equal(owner);
      expect([...owner.elements]).to.include(element);
      (element['setCustomValidity'] as (message: string) => void)('Sold out.');
      expect(owner.checkValidity()).to.equal(false);
      expect(element['validationMessage']).to.equal('Sold out.');
    });
  });
}
