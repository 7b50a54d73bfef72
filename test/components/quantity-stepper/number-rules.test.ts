import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lastStep, problemOf, step, stepped } from '../../../components/quantity-stepper/number-rules.js';
import type { NumberRules } from '../../../components/quantity-stepper/number-rules.js';

const free: NumberRules = { min: -Infinity, max: Infinity, step: 1, base: '' };
const fives: NumberRules = { min: 0, max: 12, step: 5, base: '' };

/** What is wrong, by the names of the flags. */
const wrong = (rules: NumberRules, value: number | '', required = false): string[] =>
  Object.entries(problemOf(rules, value, required).flags).flatMap(([flag, isSet]) => (isSet ? [flag] : []));

describe('the step of a number', () => {
  it('is a number above 0, or any', () => {
    expect(['2', '0.01', 3, 'any'].map((input) => step.read(input))).to.deep.equal([2, 0.01, 3, 'any']);
    for (const junk of ['0', '-1', 'every', 'ANY', 0, NaN, {}]) expect(step.read(junk)).to.equal(undefined);
  });

  it('is 1 where it is missing or empty', () => {
    for (const missing of [undefined, null, '', ' ']) expect(step.read(missing)).to.equal(1);
  });
});

describe('stepping a number', () => {
  it('is exact in decimals', () => {
    const count = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(count, count, (hundredths, steps) => {
        expect(stepped({ ...free, step: 0.01 }, hundredths / 100, steps)).to.equal((hundredths + steps) / 100);
      }),
    );
  });

  it('leads to a number with which nothing is wrong, whatever the number was', () => {
    const whole = fc.integer({ min: -999, max: 999 });
    const count = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(whole, count, count, whole, (min, step, range, value) => {
        const rules: NumberRules = { min, max: min + step * range, step, base: '' };
        for (const steps of [1, -1]) expect(wrong(rules, stepped(rules, value, steps))).to.deep.equal([]);
      }),
    );
  });

  it('brings a number that is out of range to the nearest end of it', () => {
    for (const steps of [1, -1]) expect([99, -99].map((value) => stepped(fives, value, steps))).to.deep.equal([10, 0]);
  });

  it('goes to the next step from between two, and not beyond the bounds', () => {
    expect([stepped(fives, 7, 1), stepped(fives, 7, -1)]).to.deep.equal([10, 5]);
    expect([stepped(fives, 10, 1), stepped(fives, 0, -1), stepped(fives, 5, 9)]).to.deep.equal([10, 0, 10]);
  });

  it('counts from min, without one from the default value, and else from 0, and takes an empty number for 0', () => {
    const next = (changes: Partial<NumberRules>): number | '' => stepped({ ...free, step: 5, ...changes }, 4, 1);
    expect([next({ min: 1, base: 2 }), next({ base: 2 }), next({})]).to.deep.equal([6, 7, 5]);
    expect([stepped(free, '', 1), stepped({ ...free, min: 3 }, '', 1)]).to.deep.equal([1, 3]);
  });

  it('goes by ones and within range where any number will do', () => {
    const any: NumberRules = { min: 0, max: 2, step: 'any', base: '' };
    expect([0.25, 1.5, 0.75].map((value) => stepped(any, value, 1))).to.deep.equal([1.25, 2, 1.75]);
    expect([1.25, 0.5].map((value) => stepped(any, value, -1))).to.deep.equal([0.25, 0]);
  });

  it('has a last step, which need not be the greatest number', () => {
    const last = (changes: Partial<NumberRules>): number | '' => lastStep({ ...fives, ...changes });
    expect([last({}), last({ max: 15 }), last({ step: 'any' })]).to.deep.equal([10, 15, 12]);
    expect([last({ min: -Infinity, base: 1 }), last({ max: Infinity })]).to.deep.equal([11, '']);
  });
});

describe('what is wrong with a number', () => {
  it('is what the platform says, in words', () => {
    const values = ['', -5, 15, 7] as const;
    const flags = ['valueMissing', 'rangeUnderflow', 'rangeOverflow', 'stepMismatch'];
    expect(values.flatMap((value) => wrong(fives, value, true))).to.deep.equal(flags);
    for (const value of values) expect(problemOf(fives, value, true).message).not.to.equal('');
  });

  it('is nothing where it keeps the rules, even if the number asked about before did not', () => {
    for (const value of ['', 15, 7] as const) {
      expect(wrong(fives, value, true)).to.have.length(1);
      expect(problemOf(free, value, false).message).to.equal('');
    }
    expect(wrong({ ...free, base: 0.5 }, 7)).to.deep.equal(['stepMismatch']);
    expect(wrong(free, 7)).to.deep.equal([]);
  });
});
