import { expect } from '@open-wc/testing';
import { DsQuantityStepper } from '../../../components/quantity-stepper/quantity-stepper.js';
import { stepper } from './support.js';

describe('the properties of <ds-quantity-stepper> that are its attributes', () => {
  it('write name, disabled, readonly and required, since the form depends on them', async () => {
    const element = await stepper();
    Object.assign(element, { name: 'quantity', disabled: true, readOnly: true, required: true });
    expect(element.getAttributeNames().sort()).to.deep.equal(['disabled', 'name', 'readonly', 'required']);
    expect([element.name, element.disabled, element.readOnly, element.required]).to.deep.equal([
      'quantity',
      true,
      true,
      true,
    ]);
    Object.assign(element, { disabled: false, readOnly: false, required: false });
    expect(element.getAttributeNames()).to.deep.equal(['name']);
  });
});

it('<ds-quantity-stepper> stays with the first class that was registered, and a second copy is warned', async () => {
  const { define } = await import('../../../src/define.js');
  const { warn } = console;
  const heard: unknown[] = [];
  console.warn = (message: unknown) => heard.push(message);
  define('ds-quantity-stepper', class extends HTMLElement {});
  define('ds-quantity-stepper', class extends HTMLElement {});
  define('ds-quantity-stepper', DsQuantityStepper);
  console.warn = warn;
  expect(customElements.get('ds-quantity-stepper')).to.equal(DsQuantityStepper);
  expect(heard).to.deep.equal(['ds-elements is loaded twice; the second copy is ignored.']);
});
