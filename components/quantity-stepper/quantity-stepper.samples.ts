import type { ElementSamples } from '../../test/contract/samples.js';

const NUMBERS = { valid: ['0', '2', '-3', '1.5', '1e2'], junk: ['', 'abc', '1,5', 'NaN', 'null', '12px'] };
const WORDS = { valid: ['a', 'ä ☆', '<b>bold</b>'], junk: [] };
const PRESENCE = { valid: ['', 'true', 'false', '0'], junk: [], default: false };

export const samples: ElementSamples = {
  tag: 'ds-quantity-stepper',
  html: '<ds-quantity-stepper id="it" name="quantity" value="3" min="1" max="99" label="Quantity"></ds-quantity-stepper>',
  attributes: {
    value: { ...NUMBERS, property: 'value', default: '' },
    min: { ...NUMBERS, property: 'min', default: '' },
    max: { ...NUMBERS, property: 'max', default: '' },
    step: { valid: ['1', '0.1', '25', 'any'], junk: ['', '0', '-1', 'abc'], property: 'step', default: 1 },
    'page-step': { ...NUMBERS, property: 'pageStep', default: '' },
    rev: { ...WORDS, property: 'rev', default: '' },
    error: { ...WORDS, property: 'error', default: '' },
    label: { ...WORDS, property: 'label', default: '' },
    'decrement-label': { ...WORDS, property: 'decrementLabel', default: 'Decrease' },
    'increment-label': { ...WORDS, property: 'incrementLabel', default: 'Increase' },
    name: { ...WORDS, property: 'name', default: '' },
    disabled: { ...PRESENCE, property: 'disabled' },
    readonly: { ...PRESENCE, property: 'readOnly' },
    required: { ...PRESENCE, property: 'required' },
  },
  act: async (element) => {
    element.shadowRoot?.querySelector<HTMLElement>('[part=increment]')?.click();
    await Promise.resolve();
  },
};
