import type { ElementSamples } from '../../test/contract/samples.js';

export const samples: ElementSamples = {
  html: '<ds-cart-badge id="it" count="3" href="/cart" label="Items in cart">\n</ds-cart-badge>',
  attributes: {
    count: {
      valid: ['0', '7', '120'],
      junk: ['', 'abc', '1,5', 'null', '0x10'],
      clamped: { '-3': 0, '-0.5': 0 },
      property: 'count',
      default: 0,
    },
    max: {
      valid: ['1', '9', '999'],
      clamped: { '0': 1, '-9': 1 },
      junk: ['', 'abc', 'NaN'],
      property: 'max',
      default: 99,
    },
    href: {
      valid: ['/cart', 'https://example.org/cart?x=1'],
      junk: ['javascript:alert(1)'],
      property: 'href',
      default: '',
    },
    label: {
      valid: ['Favourites', 'Ποσότητα', '<b>bold</b>'],
      junk: [''],
      property: 'label',
      default: 'Items in cart',
    },
    'show-zero': { valid: ['', 'true', 'false'], junk: [], property: 'showZero', default: false },
  },
  accessibility: [
    { attributes: {}, tree: ['link Items in cart: 3', 'status'] },
    { attributes: { href: null, label: 'Favourites', count: '120' }, tree: ['image Favourites: 99+', 'status'] },
    { attributes: { count: null }, tree: ['link Items in cart: 0', 'status'] },
  ],
  tabStops: 1,
};
