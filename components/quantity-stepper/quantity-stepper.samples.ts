import { sendKeys } from '@web/test-runner-commands';
import type { ElementSamples } from '../../test/contract/samples.js';

const NUMBERS = { valid: ['0', '2', '-3', '1.5', '1e2'], junk: ['', 'abc', '1,5', 'NaN', 'null', '12px'] };
const WORDS = { valid: ['a', 'ä ☆', '<b>bold</b>'], junk: [] };
const PRESENCE = { valid: ['', 'true', 'false', '0'], junk: [], default: false };

export const samples: ElementSamples = {
  html: '<ds-quantity-stepper id="it" name="quantity" value="3" min="1" max="99" label="Quantity"></ds-quantity-stepper>',
  attributes: {
    value: { ...NUMBERS, property: 'value', default: '', staysWhenRemoved: true },
    min: { ...NUMBERS, property: 'min', default: '' },
    max: { ...NUMBERS, property: 'max', default: '' },
    step: { valid: ['1', '0.1', '25', 'any'], junk: ['', '0', '-1', 'abc'], property: 'step', default: 1 },
    'page-step': { ...NUMBERS, property: 'pageStep', default: '' },
    rev: { ...WORDS, property: 'rev', default: '' },
    error: { ...WORDS, property: 'error', default: '' },
    label: { ...WORDS, property: 'label', default: '' },
    'decrement-label': { ...WORDS, property: 'decrementLabel', default: 'Decrease' },
    'increment-label': { ...WORDS, property: 'incrementLabel', default: 'Increase' },
    'bad-input-message': { ...WORDS, property: 'badInputMessage', default: 'Enter a number.' },
    name: { ...WORDS, property: 'name', default: '' },
    disabled: { ...PRESENCE, property: 'disabled' },
    readonly: { ...PRESENCE, property: 'readOnly' },
    required: { ...PRESENCE, property: 'required' },
  },
  accessibility: [
    { attributes: {}, tree: ['spinbutton Quantity: 3', 'button Decrease', 'button Increase'] },
    {
      attributes: { error: 'Only 3 are left.', 'increment-label': 'More' },
      tree: ['spinbutton Quantity: 3 (Only 3 are left.)', 'button Decrease', 'button More'],
    },
  ],
  tabStops: 1,
  control: {
    before: 3,
    after: 4,
    act: (element) => type(element, 'ArrowUp'),
    empty: (element) => type(element, 'Backspace'),
    enterInvalid: (element) => type(element, '5', '0', '0'),
    invalid: '500',
  },
};

async function type(element: HTMLElement, ...keys: string[]): Promise<void> {
  element.focus();
  element.shadowRoot?.querySelector('input')?.select();
  for (const press of keys) await sendKeys({ press });
}
