import { text, total } from '../../src/attributes.js';

/** An address that a link may lead to: relative, or http(s). Never `javascript:`, which would make text a script. */
export const address = total('', 'an http address', (input) => {
  const href = text().read(input);
  return href && isHttp(href) ? href : undefined;
});

function isHttp(href: string): boolean {
  try {
    return /^https?:$/.test(new URL(href, document.baseURI).protocol);
  } catch {
    return false;
  }
}
