/** docs/csp.md: its headers and its page, as they stand there, in a real browser. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { versions } from '../../scripts/datastar.mjs';
import { snippetsIn } from './markdown.mjs';
import { elements } from './server.mjs';
import { swap } from './symptoms/symptom.mjs';
import { visit } from './visitor.mjs';

/** @param {string} language */
const said = (language) =>
  snippetsIn(language)
    .filter(({ name }) => name.startsWith('docs/csp.md'))
    .map(({ code }) => code);

const [strict = '', loose = ''] = said('http').map((header) => {
  const [name, value = ''] = header.split(/:\s+/, 2);
  assert.equal(name, 'Content-Security-Policy');
  return value.trim().replace(/\s+/g, ' ');
});
const [html = ''] = said('html');
/** The page for the second header. */
const plain = html.replace(/<style.*<\/style>/s, '').replaceAll(/ (data-)?nonce="R4nd0m"/g, '');

const tags = ['ds-starfield', 'ds-quantity-stepper', 'ds-cart-badge'];

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await puppeteer.launch(chromiumLaunchOptions());
});
after(() => browser?.close());

/**
 * Uses the page: a step, by which a signal changes and a form is posted, and the answer brings an expression of its own.
 *
 * @param {import('node:test').TestContext} test
 * @param {{ policy: string, html: string, version?: string }} options
 */
async function use(test, { policy, html, version }) {
  const answer = `<p id="answer">You take <b data-text="$items * 10" data-style:color="'green'"></b></p>`;
  const visitor = await visit(
    browser,
    {
      html: swap(html, '</form>', '<p id="answer"></p></form>'),
      headers: { 'content-security-policy': policy },
      answers: { '/cart': () => elements(answer) },
    },
    { version, isDead: true },
  );
  test.after(() => visitor.close());
  const { page, said, step, settled } = visitor;
  await step('ds-quantity-stepper');
  // Where the policy lets all of it through, the answer comes; where it does not, a violation has been noted.
  await page.waitForFunction(
    () => document.querySelector('#answer b')?.textContent || window.docs.violations.length > 0,
  );
  await settled();
  const seen = await page.evaluate((tags) => {
    const badge = document.querySelector('ds-cart-badge');
    const hasStylesheet = () => {
      try {
        return Boolean(document.querySelector('link')?.sheet?.cssRules.length);
      } catch {
        return false; // one that was refused may not be read
      }
    };
    const sky = document.querySelector('ds-starfield');
    return {
      defined: tags.every((tag) => document.querySelector(tag)?.shadowRoot?.childElementCount),
      count: badge?.getAttribute('count'),
      speed: sky?.getAttribute('speed'),
      answer: document.querySelector('#answer')?.textContent,
      colour: document.querySelector('b')?.style.color,
      height: sky && getComputedStyle(sky).blockSize,
      hasStylesheet: hasStylesheet(),
    };
  }, tags);
  return { seen, violations: await page.evaluate(() => window.docs.violations), said };
}

const works = {
  defined: true,
  count: '3',
  speed: '3',
  answer: 'You take 30',
  colour: 'green',
  height: '192px',
  hasStylesheet: true,
};

describe('the strict policy of the page', () => {
  it('lets elements and Datastar do all they do, without one violation', async (test) => {
    assert.deepEqual(await use(test, { policy: strict, html }), { seen: works, violations: [], said: [] });
  });

  it('does so for any nonce, put wherever the document has its own', async (test) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = swap(strict, 'R4nd0m', nonce);
    const { seen, violations } = await use(test, { policy, html: swap(html, 'R4nd0m', nonce) });
    assert.deepEqual({ seen, violations }, { seen: works, violations: [] });
  });

  /** Stricter by one word: the policy asks for no more than is needed. @type {[word: string, without: string, directive: RegExp][]} */
  const stricter = [
    ["script-src 'nonce-R4nd0m'", "script-src 'none'", /^script-src/],
    ["style-src 'self'", 'style-src', /^style-src-elem: .*ds-elements\.css/],
    ["style-src 'self' 'nonce-R4nd0m'", "style-src 'self'", /^style-src-elem: inline/],
    ["connect-src 'self'", "connect-src 'none'", /^connect-src: .*\/cart/],
    ['trusted-types datastar', 'trusted-types', /^trusted-types/],
    [' lit-html', '', /^trusted-types/],
  ];
  for (const [word, without, directive] of stricter)
    it(`breaks the page without "${word}", and the test sees it`, async (test) => {
      const { seen, violations, said } = await use(test, { policy: swap(strict, word, without), html });
      assert.match(violations[0] ?? '', directive);
      assert.notDeepEqual(seen, works);
      assert.match(said.join('\n'), /Content Security Policy|Content-Security-Policy|TrustedTypePolicy/i);
    });

  it('is that of a page with Datastar of 1.0.3 and newer alone', async (test) => {
    const { violations } = await use(test, { policy: strict, html, version: '1.0.2' });
    assert.match(violations[0] ?? '', /^(script-src: eval|require-trusted-types-for)/);
  });

  it('refuses what the document says it refuses', async (test) => {
    const styled = swap(html, '<form ', '<form style="color: red" ');
    const { violations } = await use(test, { policy: strict, html: styled });
    assert.match(violations.join('\n'), /^style-src-attr/);
  });
});

describe('the policy without a nonce', () => {
  for (const version of versions)
    it(`lets elements and Datastar ${version} do all they do`, async (test) => {
      const { seen, violations, said } = await use(test, { policy: loose, html: plain, version });
      assert.deepEqual({ ...seen, height: works.height }, works);
      assert.deepEqual({ violations, said }, { violations: [], said: [] });
    });

  it('needs its unsafe-eval', async (test) => {
    const { violations } = await use(test, { policy: swap(loose, " 'unsafe-eval'", ''), html: plain });
    assert.match(violations.join('\n'), /^script-src: eval/);
  });

  it('needs none without Datastar, nor more Trusted Types than one', async (test) => {
    const policy = `${swap(loose, " 'unsafe-eval'", '')}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const visitor = await visit(
      browser,
      { html: swap(plain, /<script.*datastar.*/g, ''), headers: { 'content-security-policy': policy } },
      { isDead: true },
    );
    test.after(() => visitor.close());
    await visitor.page.waitForSelector('body:not(:has(:not(:defined)))');
    assert.deepEqual(visitor.said, []);
    assert.deepEqual(await visitor.page.evaluate(() => window.docs.violations), []);
  });
});
