import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatNumber, parseNumberText } from '../../src/locale.js';

/** An element in a language, or in none, in no page. */
function speaking(lang?: string): Element {
  const element = document.createElement('p');
  if (lang !== undefined) element.setAttribute('lang', lang);
  return element;
}

const read = (lang: string, text: string): number | '' | undefined => parseNumberText(speaking(lang), text);

/** Numbers of up to six decimals and of any size that people write out. */
const written = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));

const languages = 'en de fr es pl sv he hi de-CH en-IN pt-PT ar-EG fa bn my'.split(' ');

describe('a number in the language of the page', () => {
  for (const lang of [...languages, ''])
    it(`is read under lang="${lang}" as it was written, grouped or not`, () => {
      const grouping = new Intl.NumberFormat(lang || undefined, { maximumFractionDigits: 20 });
      fc.assert(
        fc.property(written, (value) => {
          expect(read(lang, formatNumber(speaking(lang), value))).to.equal(value);
          expect(read(lang, grouping.format(value))).to.equal(value);
        }),
      );
    });

  it('is written with the digits and the separator of the language, ungrouped and in full', () => {
    const texts = ['de', 'en-IN', 'ar-EG', 'fa'].map((lang) => formatNumber(speaking(lang), 1234567.125));
    expect(texts).to.deep.equal(['1234567,125', '1234567.125', '١٢٣٤٥٦٧٫١٢٥', '۱۲۳۴۵۶۷٫۱۲۵']);
    expect(formatNumber(speaking('en'), 0.0000001)).to.equal('0.0000001');
  });

  it('is in the language of the nearest lang, through shadow roots', () => {
    const [outer, host, inner] = [speaking('de'), speaking(), speaking()];
    outer.append(host);
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(formatNumber(inner, 1.5)).to.equal('1,5');
    inner.setAttribute('lang', 'en');
    expect(formatNumber(inner, 1.5)).to.equal('1.5');
  });

  it('is in the language of the browser where lang is no language', () => {
    expect(formatNumber(speaking('no language'), 1.5)).to.equal(new Intl.NumberFormat().format(1.5));
  });

  it('is the same after more languages than a page speaks', () => {
    for (let at = 0; at < 200; at++) formatNumber(speaking(`en-x-a${at}`), 1.5);
    expect([formatNumber(speaking('de'), 1.5), read('de', '1,5')]).to.deep.equal(['1,5', 1.5]);
  });

  it('may be typed in the digits of any script', () => {
    const texts = Intl.supportedValuesOf('numberingSystem')
      .map((system) => new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9876543210))
      .filter((text) => /^\p{Nd}+$/u.test(text));
    expect(texts.length).to.be.greaterThan(10);
    for (const text of texts) expect(read('en', text), text).to.equal(9876543210);
  });

  it('may be typed with the signs that a keyboard has', () => {
    for (const minus of ['-7', '−7', '‐7', '‑7', ' -7 ']) expect(read('en', minus)).to.equal(-7);
    expect(['+7', '7.', '.5', '1٫5'].map((text) => read('en', text))).to.deep.equal([7, 7, 0.5, 1.5]);
    expect([read('fr', '1.5'), read('fr', '1 234,5'), read('sv', '-1 234')]).to.deep.equal([1.5, 1234.5, -1234]);
  });

  it('is empty where the text is blank', () => {
    for (const blank of ['', '  ', '\u200e', '\u00a0']) expect(read('en', blank)).to.equal('');
  });

  it('is not guessed at', () => {
    const texts =
      '1,5 12,34 1,2345 1,2345.6 ,123 1.2.3 1.234,5 1.234,567 - . --1 1- 1e5 0x10 12px abc NaN Infinity ½ 1_000';
    for (const text of [...texts.split(' '), '1 000']) expect(read('en', text), text).to.equal(undefined);
  });
});
