import { text, total } from '../../src/attributes.js';

/** An address that a link may lead to. Never `javascript:` and its like, which would make text a script. */
export const address = total('', 'a safe address', (input) => {
  const link = document.createElement('a');
  const href = text().read(input);
  if (href) link.href = href; // which reads it, and never throws
  return /^(https?|file|mailto|tel):$/.test(link.protocol) ? href : undefined;
});
