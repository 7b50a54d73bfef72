import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { afterKey } from '../../../components/quantity-stepper/keys.js';
import type { NumberRules } from '../../../components/quantity-stepper/number-rules.js';

const free: NumberRules = { min: -Infinity, max: Infinity, step: 1, base: '' };
const bounded: NumberRules = { min: 2, max: 100, step: 5, base: '' };

describe('a key of the spinbutton pattern', () => {
  it('goes one step with an arrow', () => {
    expect(afterKey('ArrowUp', bounded, 12, '')).to.equal(17);
    expect(afterKey('ArrowDown', bounded, 12, '')).to.equal(7);
  });

  it('goes ten steps a page where nothing else is said', () => {
    expect(afterKey('PageUp', bounded, 12, '')).to.equal(62);
    expect(afterKey('PageDown', bounded, 62, '')).to.equal(12);
  });

  it('goes as far a page as the page step says, in whole steps', () => {
    expect(afterKey('PageUp', bounded, 12, 20)).to.equal(32);
    expect(afterKey('PageDown', bounded, 32, 20)).to.equal(12);
    expect(afterKey('PageUp', bounded, 12, 22)).to.equal(32); // 4.4 steps
    expect(afterKey('PageUp', { ...free, step: 0.1 }, 0.1, 0.2)).to.equal(0.3);
  });

  it('goes at least one step a page, however small the page step is', () => {
    for (const pageStep of [1, 0, -20]) expect(afterKey('PageUp', bounded, 12, pageStep)).to.equal(17);
  });

  it('counts a page in ones where any number will do', () => {
    expect(afterKey('PageUp', { ...free, step: 'any' }, 0.5, 3)).to.equal(3.5);
  });

  it('goes as many steps a page as the platform can count, and not the other way, when it is asked for more', () => {
    expect(afterKey('PageUp', free, 0, 3e9)).to.equal(2_147_483_647);
    expect(afterKey('PageDown', free, 0, 3e9)).to.equal(-2_147_483_647);
    expect(afterKey('PageUp', bounded, 12, Number.MAX_VALUE)).to.equal(97);
    expect(afterKey('PageDown', bounded, 12, Number.MAX_VALUE)).to.equal(2);
  });

  it('never goes the wrong way or out of range, whatever the page step is', () => {
    const pageStep = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9999 }),
        pageStep,
        (at, thousandths, page) => {
          const step = thousandths / 1000;
          const [value, max] = [(at * thousandths) / 1000, (9 * thousandths) / 1000];
          const rules: NumberRules = { min: 0, max, step, base: '' };
          expect(afterKey('PageUp', rules, value, page)).to.be.within(value, max);
          expect(afterKey('PageDown', rules, value, page)).to.be.within(0, value);
        },
      ),
    );
  });

  it('starts from 0 where there is no value', () => {
    expect(afterKey('ArrowDown', free, '', '')).to.equal(-1);
    expect(afterKey('PageUp', free, '', '')).to.equal(10);
  });

  it('goes to the bounds with Home and End, where the last step is', () => {
    expect(afterKey('Home', bounded, 12, '')).to.equal(2);
    expect(afterKey('End', bounded, 12, '')).to.equal(97);
    expect(afterKey('Home', { ...bounded, min: 0 }, 10, '')).to.equal(0);
  });

  it('leaves Home and End to the caret where there is no bound to go to', () => {
    expect(afterKey('Home', { ...bounded, min: -Infinity }, 12, '')).to.equal(undefined);
    expect(afterKey('End', { ...bounded, max: Infinity }, 12, '')).to.equal(undefined);
  });

  it('is none of the others', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'Enter', 'Tab', 'Escape', 'Backspace', '1', '-', 'arrowup', ''])
      expect(afterKey(key, bounded, 12, ''), key).to.equal(undefined);
  });
});
