/** Point 11: a page with a strict Content Security Policy and Trusted Types, where Datastar runs in its nonce mode. */
import { expect } from '@open-wc/testing';
import { datastarUrl, openPage } from '../support/datastar.js';
import { settled } from '../support/page.js';
import { controls, find, subjects, variant } from './elements.js';

const NONCE = 'dGVzdA';
const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types datastar lit-html',
].join('; ');

/** Only 1.0.3 and later have the nonce mode; the elements must stand the policy in any case. */
const hasNonceMode = window.DATASTAR_VERSION !== '1.0.2';

function violations(frame: HTMLIFrameElement): string[] {
  const inside = frame.contentWindow as unknown as { violations?: string[] } | null;
  return inside?.violations ?? ['no page'];
}

async function open(body: string): Promise<HTMLIFrameElement> {
  const frame = await openPage(
    `<!doctype html><html lang="en" data-nonce="${NONCE}"><head><meta charset="utf-8" /><title>Strict</title>
      <script nonce="${NONCE}">
        violations = [];
        addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));
        addEventListener('error', (e) => violations.push(e.message));
      </script></head>
      <body>${body}
      <script type="module" nonce="${NONCE}" src="/dist/ds-elements.bundle.js"></script>
      ${hasNonceMode ? `<script type="module" nonce="${NONCE}" src="${datastarUrl()}"></script>` : ''}</body></html>`,
    { 'Content-Security-Policy': POLICY },
  );
  await settled();
  return frame;
}

for (const subject of subjects) {
  const { tag, html, attributes } = subject;

  describe(`<${tag}> on a strict page`, () => {
    it('breaks no rule, whatever its attributes say', async () => {
      const frame = await open(html);
      const inside = frame.contentDocument;
      if (!inside) throw new Error('no page');
      const element = find(inside);
      for (const [name, { valid, junk }] of Object.entries(attributes))
        for (const text of [...valid, ...junk, '<img src="x" onerror="alert(1)">']) {
          element.setAttribute(name, text);
          await element.updateComplete;
        }
      expect(element.shadowRoot?.querySelector('[onerror], img')).to.equal(null);
      expect(element.shadowRoot?.querySelectorAll('[style]')).to.have.length(0);
      expect(violations(frame)).to.deep.equal([]);
    });

    if (hasNonceMode)
      it('is driven by Datastar', async () => {
        const [[name, { valid, property }] = ['', { valid: [], property: '' }]] = Object.entries(attributes);
        const text = valid[1] ?? '';
        const driven = variant(html, { [`data-attr:${name}`]: '$it', [name]: null });
        const frame = await open(`<div data-signals:it="'${text}'">${driven}</div>`);
        const element = find(frame.contentDocument ?? document);
        expect(element.getAttribute(name)).to.equal(text);
        expect(element[property]).to.not.deep.equal(attributes[name]?.default);
        expect(violations(frame)).to.deep.equal([]);
      });
  });
}

describe('the policy of this test', () => {
  it('is in force', async () => {
    const frame = await open('<p id="it" style="color: red">a style of no nonce</p>');
    expect(violations(frame).join()).to.contain('style-src');
  });
});

if (hasNonceMode)
  for (const { tag, html, control } of controls)
    describe(`an act on <${tag}> on a strict page`, () => {
      it('reaches its signal', async () => {
        const frame = await open(
          `${variant(html, { 'to-signal': 'it' })}<output data-text="JSON.stringify($it)" data-signals:it="0"></output>`,
        );
        const element = find(frame.contentDocument ?? document);
        frame.contentWindow?.focus();
        await control.act(element);
        await settled();
        expect(frame.contentDocument?.querySelector('output')?.textContent).to.equal(JSON.stringify(control.after));
        expect(violations(frame)).to.deep.equal([]);
      });
    });
