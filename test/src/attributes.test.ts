import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { boolean, bound, integer, number, percent, text } from '../../src/attributes.js';

/** Whatever a template, a signal or a script may send. */
const anything = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.double().map(String),
  fc.constantFrom('', ' ', 'null', '1e999', '0x10'),
);

describe('a total converter', () => {
  const converters = {
    number: number({ min: -5, max: 5, default: 1 }),
    integer: integer({ min: 0, max: 10, default: 3 }),
    percent: percent(50),
    text: text('none'),
    boolean: boolean(),
    bound: bound(),
  };

  for (const [name, converter] of Object.entries(converters)) {
    it(`${name} never throws and always gives a value of its type`, () => {
      const type = name === 'bound' ? ['number', 'string'] : [typeof converter.default];
      fc.assert(
        fc.property(anything, (input) => {
          expect(type).to.include(typeof (converter.read(input) ?? converter.default));
        }),
      );
    });

    it(`${name} reads a missing attribute as its default`, () => {
      for (const missing of [undefined, null]) expect(converter.read(missing)).to.equal(converter.default);
    });
  }

  it('clamps numbers to their range', () => {
    const speed = number({ min: -5, max: 5, default: 1 });
    expect(['9', '-9', '2.5', 9].map((input) => speed.read(input))).to.deep.equal([5, -5, 2.5, 5]);
    expect(['101', '-1'].map((input) => percent(50).read(input))).to.deep.equal([100, 0]);
  });

  it('tells junk from what is merely missing', () => {
    const count = integer({ default: 0 });
    expect(['abc', '3px', 'NaN', NaN, Infinity, {}, [], true].map((junk) => count.read(junk))).to.deep.equal(
      new Array(8).fill(undefined),
    );
    expect(['', '  '].map((empty) => count.read(empty))).to.deep.equal([0, 0]);
  });

  it('cuts fractions off whole numbers', () => {
    expect(['2.9', '-2.9'].map((input) => integer({ default: 0 }).read(input))).to.deep.equal([2, -2]);
  });

  it('takes any text of a presence attribute for true', () => {
    expect(['', 'false', '0', null].map((input) => boolean().converter?.(input))).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  it('leaves a bound open where there is none', () => {
    expect(['', '7', '-1.5', 'junk'].map((input) => bound().read(input))).to.deep.equal(['', 7, -1.5, undefined]);
  });
});
