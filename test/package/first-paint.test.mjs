/** `ds-elements.css` as it is built, over HTTP: what is seen before any script, and without one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { movesOf, watchMoves } from '../support/moves.mjs';
import { html, openSite, tokensOf } from './site.mjs';

/** Longer than anybody needs to see that a page moves. In milliseconds. */
const DELAY = 2000;

const STYLES = '<link rel="stylesheet" href="/dist/ds-elements.css" />';
const SCRIPT = `<script type="module" src="/dist/ds-elements.bundle.js?delay=${DELAY}"></script>`;

const ELEMENTS = `
  <p>Cart <ds-cart-badge id="badge" count="3" href="/cart"></ds-cart-badge> and more</p>
  <p>Quantity <ds-quantity-stepper id="stepper" name="quantity" value="12"></ds-quantity-stepper> pieces</p>
  <p>Wrong <ds-quantity-stepper id="wrong" value="9" error="Only three are left"></ds-quantity-stepper> and on</p>
  <p>None <ds-quantity-stepper id="disabled" value="1" disabled></ds-quantity-stepper></p>
  <p><ds-cart-badge count="0"></ds-cart-badge><ds-cart-badge count="1" max="9"><b>Icon</b></ds-cart-badge></p>
  <ds-starfield id="stars" style="color: white; background: midnightblue"></ds-starfield>
  <p>After all of it</p>`;

/** What the script does when it comes. @param {import('puppeteer-core').Page} page */
async function define(page) {
  await page.addScriptTag({ type: 'module', url: '/dist/ds-elements.bundle.js' });
  await page.waitForSelector('body:not(:has(:not(:defined)))');
}

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

describe('where the script comes two seconds late', () => {
  /** @param {string} head */
  const shifts = async (head) => {
    const visit = await site.visit();
    const { page } = visit;
    await watchMoves(page);
    await page.goto(site.address(html(`${head}${SCRIPT}`, ELEMENTS)));
    await page.waitForSelector('body:not(:has(:not(:defined)))');
    const wait = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const script = performance.getEntriesByType('resource').find(({ name }) => name.includes('bundle'));
      return (script ? script.startTime + script.duration : 0) - (paint?.startTime ?? Infinity);
    });
    return { moved: await movesOf(page), wait };
  };

  it('nothing on the page moves', async () => {
    const { moved, wait } = await shifts(STYLES);
    assert.ok(wait > DELAY / 2, `the script came ${wait} ms after the first paint`);
    assert.deepEqual(moved, []);
  });

  it('much moves without the stylesheet, and the test sees it', async () => {
    const { moved } = await shifts('');
    assert.ok(moved.length > 0);
  });
});

describe('the box before is that after', () => {
  for (const scale of [1.25, 1.5, 1.75])
    it(`where ${scale} pixels of the screen are one of the page`, async () => {
      const sharp = await openSite(undefined, { scale });
      try {
        const { page } = await sharp.visit();
        const boxes = () =>
          page.$$eval('[id]', (elements) =>
            elements.map((element) => {
              const { x, y, width, height } = element.getBoundingClientRect();
              return { id: element.id, x, y, width, height };
            }),
          );
        await page.goto(sharp.address(html(STYLES, ELEMENTS)));
        assert.equal(await page.evaluate(() => devicePixelRatio), scale);
        const early = await boxes();
        assert.ok(early.length > 4);
        await define(page);
        assert.deepEqual(await boxes(), early);
      } finally {
        await sharp.close();
      }
    });

  it('where a page keeps white space', async () => {
    const { page } = await site.visit();
    const style = '<style>body { white-space: pre-line }</style>';
    await page.goto(site.address(html(STYLES + style, ELEMENTS)));
    const heights = () => page.$$eval('[id]', (elements) => elements.map(({ clientHeight }) => clientHeight));
    const early = await heights();
    await define(page);
    assert.deepEqual(await heights(), early);
  });

  it('where a bar stretches a badge, and its icon stays in the middle', async () => {
    const { page } = await site.visit();
    const icon = '<svg id="icon" width="28" height="28"></svg>';
    const bar = `<div style="display: flex; block-size: 100px"><ds-cart-badge count="3">${icon}</ds-cart-badge></div>`;
    await page.goto(site.address(html(STYLES, bar)));
    const top = () => page.$eval('#icon', (icon) => icon.getBoundingClientRect().top);
    const early = await top();
    await define(page);
    assert.equal(await top(), early);
  });
});

/** The ink of a badge, and of − and + and the number between them. @param {Awaited<ReturnType<typeof site.visit>>} visit */
async function drawn(visit) {
  const inks = await visit.ink('#badge', 1);
  for (const id of ['stepper', 'wrong', 'disabled']) inks.push(...(await visit.ink(`#${id}`, 3)));
  return inks;
}

/** Lines of half a pixel are smoothed one way or another. @param {number[]} inks @param {number[]} others */
const isLike = (inks, others) => inks.every((ink, index) => Math.abs(ink / (others[index] ?? 0) - 1) < 0.12);

describe('the picture before is that after', () => {
  for (const direction of ['ltr', 'rtl'])
    for (const look of [{ scheme: 'light' }, { scheme: 'dark' }, { forced: true }])
      it(`in ${look.forced ? 'forced colours' : `the ${look.scheme} scheme`}, ${direction}`, async () => {
        const visit = await site.visit(look);
        const { page } = visit;
        const style = '<style>:root { color-scheme: light dark } body { font: 20px monospace }</style>';
        await page.goto(site.address(html(STYLES + style, `<div dir="${direction}">${ELEMENTS}</div>`)));
        const early = await drawn(visit);
        const lacking = [];
        for (const lack of ['background: none', "content: ''"]) {
          const fault = await page.addStyleTag({ content: `[id]::before, [id]::after { ${lack} !important }` });
          lacking.push(await drawn(visit));
          await fault.evaluate((element) => element.remove());
        }
        await define(page);
        const late = await drawn(visit);
        assert.ok(isLike(early, late), `${early} before, ${late} after`);
        for (const [index, ink] of late.entries()) {
          const isNoticed = lacking.some((drawing) => !isLike([drawing[index] ?? ink], [ink]));
          assert.ok(isNoticed, `${ink} of ink in place ${index}, with and without its signs and its text`);
        }
      });
});

describe('without scripts', () => {
  it('a fallback stands where the drawing was, and a badge that has none shows its count', async () => {
    const visit = await site.visit({ scripts: false });
    const { page } = visit;
    await page.goto(
      site.address(
        html(
          STYLES,
          `<ds-quantity-stepper id="stepper" value="2" error="Too few"><noscript><input id="field" value="2" /></noscript></ds-quantity-stepper>
           <ds-cart-badge id="linked" count="3"><noscript><a id="link" href="/cart">Cart: 3</a></noscript></ds-cart-badge>
           <ds-cart-badge id="plain" count="3"></ds-cart-badge>
           <ds-starfield id="stars"><noscript><h1 id="title">Stars</h1></noscript></ds-starfield>`,
        ),
      ),
    );
    const seen = await page.evaluate(() => {
      const visible = ['field', 'link', 'title'].filter((id) => document.getElementById(id)?.checkVisibility());
      const drawn = [...document.querySelectorAll(':not(:defined)')].filter((element) =>
        ['::before', '::after'].some((pseudo) => {
          const { content, display } = getComputedStyle(element, pseudo);
          return display !== 'none' && content !== 'none' && content !== 'normal';
        }),
      );
      return { visible, drawn: drawn.map(({ id }) => id) };
    });
    assert.deepEqual(seen, { visible: ['field', 'link', 'title'], drawn: ['plain'] });
  });
});

describe('tokens', () => {
  it('are listed in the stylesheet and on their page, with the defaults that the elements have', async () => {
    const tokens = await tokensOf('components');
    assert.ok(Object.keys(tokens).length > 5);
    assert.deepEqual(await tokensOf('src/ds-elements.css'), tokens);
    assert.deepEqual(await tokensOf('docs/theming.md'), tokens);
  });
});
