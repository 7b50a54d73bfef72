import type { ElementSamples } from '../../test/contract/samples.js';

const JUNK = ['', ' ', 'abc', 'NaN', 'null', 'Infinity', '10px', '1,5', '[object Object]'];
const PERCENT = {
  valid: ['0', '25', '99.5', '100'],
  junk: JUNK,
  clamped: { '-1': 0, '100.5': 100 },
  default: 50,
};
const WORDS = { valid: ['a', 'ä ☆', '<b>bold</b>'], junk: [] };

export const samples: ElementSamples = {
  html: '<ds-starfield id="it" center-x="25" center-y="50" speed="10" seed="orion"></ds-starfield>',
  attributes: {
    'center-x': { ...PERCENT, property: 'centerX' },
    'center-y': { ...PERCENT, property: 'centerY' },
    speed: {
      clamped: { '-501': -500, '1e9': 500 },
      valid: ['0', '-10', '2.5', '1e2'],
      junk: JUNK,
      property: 'speed',
      default: 10,
    },
    'star-count': {
      clamped: { '-1': 0, '1e9': 200_000 },
      valid: ['0', '1', '5000'],
      junk: JUNK,
      property: 'starCount',
      default: 1000,
    },
    'star-size': {
      clamped: { '-1': 0, '101': 100 },
      valid: ['0', '1.5', '10'],
      junk: JUNK,
      property: 'starSize',
      default: 2.5,
    },
    streak: { ...PERCENT, property: 'streak' },
    paused: { valid: ['', 'true', 'false', '0'], junk: [], property: 'paused', default: false },
    seed: { ...WORDS, property: 'seed', default: '' },
    label: { ...WORDS, property: 'label', default: '' },
  },
  accessibility: [
    { attributes: {}, tree: [] },
    { attributes: { label: 'The sky tonight' }, tree: ['image The sky tonight'] },
  ],
  isPainted: true,
  tabStops: 0,
};
