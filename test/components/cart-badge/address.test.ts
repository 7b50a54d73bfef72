import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { address } from '../../../components/cart-badge/address.js';

const schemes = ['javascript', 'data', 'vbscript', 'blob'];

/** Where a real link would lead. */
const protocolOf = (href: string): string => Object.assign(document.createElement('a'), { href }).protocol;

/** A scheme written in a way that browsers still understand: any case, tabs and line ends within, blanks before. */
const disguised = (scheme: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const gap = fc.string({ unit: fc.constantFrom('\t', '\n', '\r'), maxLength: 2 });
  const before = fc.string({ unit: fc.constantFrom(' ', '\u0000', '\u0001', '\u001f', '\t', '\n'), maxLength: 3 });
  const letters = fc.array(fc.tuple(fc.boolean(), gap), { minLength: 11, maxLength: 11 });
  return fc.tuple(scheme, before, letters).map(([name, blanks, how]) =>
    `${name}:`.split(/(?=.)/).reduce((written, char, at) => {
      const [isUpper, hole] = how[at] ?? [false, ''];
      return written + (isUpper ? char.toUpperCase() : char) + hole;
    }, blanks),
  );
};

describe('the address of a link', () => {
  for (const href of [
    'http://shop.example/cart',
    'https://shop.example/cart',
    'HTTPS://shop.example/cart',
    'file:///home/cart.html',
    'mailto:shop@shop.example',
    'tel:+4930123456',
    '/cart',
    'cart?from=badge#items',
    '../cart',
    '//shop.example/cart',
    '#cart',
    '?page=2',
    '/javascript:alert(1)',
  ])
    it(`may be ${href}, and is left as it was written`, () => {
      expect(address.read(href)).to.equal(href);
    });

  for (const href of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:http://shop.example/0c3c7d8e',
    'http://[',
    'https://',
  ])
    it(`is never ${href}`, () => {
      expect(address.read(href)).to.equal(undefined);
    });

  it('is never a scheme that runs text, in whatever way it is written', () => {
    fc.assert(
      fc.property(disguised(fc.constantFrom(...schemes)), fc.string(), (scheme, rest) => {
        // A browser takes it for what it is, or, as Firefox does with a tab in `data:`, for no address.
        expect([...schemes, '']).to.include(protocolOf(scheme).slice(0, -1));
        expect(address.read(scheme + rest)).to.equal(undefined);
      }),
    );
  });

  it('leads, of any text that is one, to where the schemes of a link lead', () => {
    const known = fc.constantFrom(...schemes, 'http', 'https', 'file', 'mailto', 'tel');
    const input = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.tuple(disguised(known), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(input, (text) => {
        const href = address.read(text);
        if (href) expect(['http:', 'https:', 'file:', 'mailto:', 'tel:']).to.include(protocolOf(href));
      }),
    );
  });

  it('is none where it is missing or empty', () => {
    for (const missing of [undefined, null, '', '  ']) expect(address.read(missing)).to.equal('');
    expect(address.default).to.equal('');
  });

  it('is junk where it is no text', () => {
    for (const junk of [{}, ['/cart'], new URL('http://shop.example/')]) expect(address.read(junk)).to.equal(undefined);
  });
});
