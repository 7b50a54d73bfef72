import { text, type Total } from '../../src/attributes.js';

/** An address that a link may lead to: relative, or http(s). Never `javascript:`, which would make text a script. */
export const address: Total<string> = {
  ...text(),
  expected: 'an http address',
  read(input) {
    const href = text().read(input);
    return href === undefined || isHttp(href) ? href : undefined;
  },
};

function isHttp(href: string): boolean {
  try {
    return /^https?:$/.test(new URL(href, document.baseURI).protocol);
  } catch {
    return false;
  }
}
