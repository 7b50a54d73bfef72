/** `autoload.js` under the real client: what is on the page is defined, whenever it comes, and nothing else is loaded. */
import { expect } from '@open-wc/testing';
import { subjects } from '../contract/elements.js';
import { patchFromServer, serve, startDatastar } from '../support/datastar.js';
import { engine } from '../support/engine.js';
import { act, open, settled, type Page } from '../support/page.js';

const AUTOLOAD = '/src/autoload.ts';
const STEPPER = '<ds-quantity-stepper id="late" name="quantity" value="3" data-bind:quantity></ds-quantity-stepper>';
const OUT = '<output id="out" data-text="JSON.stringify($quantity)"></output>';

let page: Page | undefined;
afterEach(() => page?.remove());

/** The modules of elements that a page has asked for, by name, one for each request. */
function requests(view: Window): string[] {
  return view.performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => /\/components\/([\w-]+)\/(?:ds-)?\1\.ts$/.exec(new URL(name).pathname)?.[1] ?? [])
    .sort();
}

function viewOf({ document }: Page): Window & Pick<typeof globalThis, 'customElements' | 'HTMLElement'> {
  if (!document.defaultView) throw new Error('no window');
  return document.defaultView;
}

/** Resolves when every element of the kit that is on the page is defined. */
async function defined(page: Page): Promise<void> {
  const tags = new Set([...page.document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName));
  await Promise.all([...tags].map((tag) => viewOf(page).customElements.whenDefined(tag)));
  await settled();
}

describe('autoload', () => {
  it('defines what the page uses, by one request an element, however many there are of it', async () => {
    const badges = '<ds-cart-badge count="1"></ds-cart-badge>'.repeat(5);
    page = await open(`<main id="it">${badges}<p>${STEPPER}</p>${badges}</main>`, AUTOLOAD);
    await defined(page);
    expect(page.document.querySelectorAll(':not(:defined)')).to.have.length(0);
    expect(requests(viewOf(page))).to.deep.equal(['cart-badge', 'quantity-stepper']);
  });

  it('knows every element of the kit', async () => {
    const tags = subjects.map(({ tag }) => tag);
    page = await open(`<main id="it">${tags.map((tag) => `<${tag}></${tag}>`).join('')}</main>`, AUTOLOAD);
    await defined(page);
    expect(requests(viewOf(page))).to.deep.equal(tags.map((tag) => tag.replace('ds-', '')).sort());
  });

  it('asks for nothing on a page without elements of the kit', async () => {
    page = await open(`<main id="it"><ds-other></ds-other><template>${STEPPER}</template></main>`, AUTOLOAD);
    page.it.append(page.document.createElement('ds-unknown'), 'and text');
    await settled();
    expect(requests(viewOf(page))).to.deep.equal([]);
  });

  it('defines what a script puts in later, deep inside other elements, and asks once', async () => {
    page = await open('<main id="it"></main>', AUTOLOAD);
    expect(requests(viewOf(page))).to.deep.equal([]);
    for (let i = 0; i < 3; i++) {
      page.it.insertAdjacentHTML('beforeend', '<div><p><ds-cart-badge count="1"></ds-cart-badge></p></div>');
      await settled();
    }
    await defined(page);
    expect(requests(viewOf(page))).to.deep.equal(['cart-badge']);
  });

  it('has a bound stepper that a patch brings give its signal a number', async () => {
    const { url } = await serve({ events: [{ elements: `<main id="place">${STEPPER}${OUT}</main>` }] });
    page = await open(
      `<main id="place"></main><button id="it" data-on:click="@get('${url}')"></button>`,
      'datastar',
      AUTOLOAD,
    );
    expect(requests(viewOf(page))).to.deep.equal([]);
    const { document } = page;
    const brought = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('#late')) return;
        observer.disconnect();
        resolve();
      }).observe(document, { childList: true, subtree: true });
    });
    page.it.click();
    await brought;
    await defined(page);
    expect(page.out()).to.equal('3');
    const late = document.querySelector('#late');
    if (late) act(late);
    expect(page.out()).to.equal('4');
    expect(requests(viewOf(page))).to.deep.equal(['quantity-stepper']);
  });

  for (const order of [['datastar', AUTOLOAD] as const, [AUTOLOAD, 'datastar'] as const])
    it(`leaves the number in the signal of a bound stepper, loaded ${order.join(', ')}`, async () => {
      page = await open(`<main id="it" data-signals:quantity="7">${STEPPER}${OUT}</main>`, ...order);
      await defined(page);
      expect(page.out()).to.equal('7');
      const late = page.document.querySelector('#late');
      if (late) act(late);
      expect(page.out()).to.equal('8');
    });

  it('looks into no shadow root', async () => {
    page = await open('<main id="it"></main>', AUTOLOAD);
    page.it.attachShadow({ mode: 'open' }).innerHTML = STEPPER;
    await settled();
    expect(requests(viewOf(page))).to.deep.equal([]);
  });

  it('fetches nothing for a tag that another copy has defined', async () => {
    page = await open('<main id="it"></main>');
    const view = viewOf(page);
    view.customElements.define('ds-cart-badge', class extends view.HTMLElement {});
    page.it.innerHTML = '<ds-cart-badge></ds-cart-badge>';
    await page.load(AUTOLOAD);
    page.it.insertAdjacentHTML('beforeend', `<ds-cart-badge></ds-cart-badge>${STEPPER}`);
    await defined(page);
    expect(requests(view)).to.deep.equal(['quantity-stepper']);
  });

  it('asks for a file that could not be had again with the next element, where the engine does', async () => {
    const file = await serve({ status: 503, script: '' });
    const map = JSON.stringify({ imports: { '/components/cart-badge/cart-badge.ts': file.url } });
    page = await open(`<script type="importmap">${map}</script><main id="it"></main>`, AUTOLOAD);
    const view = viewOf(page);
    for (let i = 0; i < 2; i++) {
      const failure = new Promise((done) => view.addEventListener('unhandledrejection', done, { once: true }));
      page.it.insertAdjacentHTML('beforeend', '<ds-cart-badge></ds-cart-badge>');
      await failure;
    }
    expect(await file.requests()).to.have.length(engine === 'WebKit' ? 2 : 1);
    page.it.insertAdjacentHTML('beforeend', STEPPER);
    await view.customElements.whenDefined('ds-quantity-stepper');
  });

  it('takes what patches bring one after the other in one answer', async () => {
    await startDatastar();
    const place = document.createElement('main');
    place.id = 'patched';
    document.body.append(place);
    await import('../../src/autoload.js');
    await patchFromServer([
      { elements: '<ds-starfield></ds-starfield>', selector: '#patched', mode: 'append' },
      { elements: '<ds-cart-badge count="2"></ds-cart-badge>', selector: '#patched', mode: 'append' },
      { elements: '<ds-starfield></ds-starfield>', selector: '#patched', mode: 'append' },
    ]);
    await Promise.all(['ds-starfield', 'ds-cart-badge'].map((tag) => customElements.whenDefined(tag)));
    expect(place.querySelectorAll(':defined')).to.have.length(3);
    expect(requests(window)).to.deep.equal(['cart-badge', 'starfield']);
    place.remove();
  });
});
