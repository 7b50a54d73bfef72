import { aTimeout, expect, fixture, nextFrame } from '@open-wc/testing';
import '../../../components/cart-badge/ds-cart-badge.js';
import { itNeeds, media } from '../../support/engine.js';
import type { DsCartBadge } from '../../../components/cart-badge/cart-badge.js';

async function badge(attributes = '', content = ''): Promise<DsCartBadge> {
  const element = await fixture<DsCartBadge>(`<ds-cart-badge ${attributes}>${content}</ds-cart-badge>`);
  await element.updateComplete;
  return element;
}

function inside(element: DsCartBadge, selector: string): HTMLElement {
  const node = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!node) throw new Error(`no ${selector}`);
  return node;
}

const count = (element: DsCartBadge) => inside(element, '[part=count]');
const read = (element: DsCartBadge) => inside(element, '[part=base]').ariaLabel;
const isSeen = (node: Element) => node.getClientRects().length > 0;
const hasCart = (element: DsCartBadge) => [...(element.shadowRoot?.querySelectorAll('[part=icon]') ?? [])].some(isSeen);

/** Longer than a count takes to settle. */
const SETTLED = 800;

/** Everything that the live region says while `work` runs, and until it has settled. */
async function announcements(element: DsCartBadge, work: () => Promise<void> | void): Promise<string[]> {
  const region = inside(element, '[role=status]');
  const said: string[] = [];
  const observer = new MutationObserver(() => said.push(region.textContent));
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  await work();
  await aTimeout(SETTLED);
  observer.disconnect();
  return said;
}

describe('what <ds-cart-badge> shows', () => {
  it('is the count, up to max', async () => {
    const element = await badge('count="7"');
    expect(count(element).textContent).to.equal('7');
    element.count = 99;
    await element.updateComplete;
    expect(count(element).textContent).to.equal('99');
    element.count = 100;
    await element.updateComplete;
    expect(count(element).textContent).to.equal('99+');
    element.max = 500;
    await element.updateComplete;
    expect(count(element).textContent).to.equal('100');
  });

  for (const junk of ['', 'abc', '-3', 'NaN', '{}'])
    it(`is 0 for count=${JSON.stringify(junk)}`, async () => {
      const element = await badge('count="5"');
      element.setAttribute('count', junk);
      await element.updateComplete;
      expect(element.count).to.equal(0);
      expect(count(element).textContent).to.equal('0');
    });

  it('hides a 0 from the eye, not from the ear, unless it is asked for', async () => {
    const element = await badge('count="0" label="Items"');
    expect(isSeen(count(element))).to.equal(false);
    expect(read(element)).to.equal('Items: 0');
    element.showZero = true;
    await element.updateComplete;
    expect(isSeen(count(element))).to.equal(true);
  });

  it('is empty to CSS at 0', async () => {
    const element = await badge('count="0"');
    expect(element.matches(':state(empty)')).to.equal(true);
    element.count = 1;
    await element.updateComplete;
    expect(element.matches(':state(empty)')).to.equal(false);
  });

  it('is written in the language of the page', async () => {
    const element = await badge('count="42" lang="fa"');
    expect(count(element).textContent).to.equal('۴۲');
  });

  it('reads "label: count"', async () => {
    expect(read(await badge('count="3"'))).to.equal('Items in cart: 3');
    expect(read(await badge('count="3" label="Favourites"'))).to.equal('Favourites: 3');
  });

  it('is a link where there is an address, and none where there is not', async () => {
    const element = await badge('count="3" href="/cart"');
    expect(inside(element, 'a').getAttribute('href')).to.equal('/cart');
    element.removeAttribute('href');
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('a[href]')).to.equal(null);
    expect(read(element)).to.equal('Items in cart: 3');
  });

  for (const address of [
    'javascript:alert(1)',
    ' \u0001JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://[',
  ])
    it(`is no link to ${JSON.stringify(address)}`, async () => {
      const element = await badge('count="3"');
      element.setAttribute('href', address);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('a[href]')).to.equal(null);
    });

  it('is the icon of the page, where it brings one', async () => {
    const element = await badge('count="3"', '<i id="icon">♥</i>');
    expect(inside(element, 'slot')).to.be.instanceOf(HTMLSlotElement);
    expect(element.querySelector('#icon')?.assignedSlot).to.equal(inside(element, 'slot'));
  });

  for (const blank of ['', '\n', ' \t\n ', '<!-- no icon -->\n'])
    it(`is a cart where the page brings no more than ${JSON.stringify(blank)}`, async () => {
      expect(hasCart(await badge('count="3"', blank))).to.equal(true);
    });

  for (const own of ['<i>♥</i>', '\n<i>♥</i>\n', 'Your cart'])
    it(`is no cart where the page brings ${JSON.stringify(own)}`, async () => {
      expect(hasCart(await badge('count="3"', own))).to.equal(false);
    });

  it('is the icon of the page from the frame on in which it comes, and the cart again when it goes', async () => {
    const element = await badge('count="3"', '\n');
    for (const content of ['<i>♥</i>', '\n']) {
      element.innerHTML = content;
      await nextFrame();
      expect(hasCart(element)).to.equal(content === '\n');
    }
  });

  it('is large enough for a finger', async () => {
    const { width, height } = (await badge('count="3" href="/cart"')).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.greaterThan(24);
  });
});

describe('what <ds-cart-badge> says', () => {
  it('is nothing at first', async () => {
    const element = await badge('count="3"');
    expect(await announcements(element, () => undefined)).to.deep.equal([]);
  });

  it('is nothing when the first count comes by a signal, and not from the template', async () => {
    const element = await badge();
    expect(await announcements(element, () => element.setAttribute('count', '3'))).to.deep.equal([]);
    expect(await announcements(element, () => element.setAttribute('count', '4'))).to.deep.equal(['Items in cart: 4']);
  });

  it('is the first thing in a cart that was told to be empty', async () => {
    const element = await badge();
    element.setAttribute('count', '0');
    expect(await announcements(element, () => element.setAttribute('count', '1'))).to.deep.equal(['Items in cart: 1']);
  });

  it('is one sentence a settled change, outside the link', async () => {
    const element = await badge('count="3" href="/cart"');
    expect(inside(element, '[role=status]').closest('[part=base]')).to.equal(null);
    const said = await announcements(element, async () => {
      for (let index = 0; index < 10; index++) {
        element.count++;
        await aTimeout(100);
      }
    });
    expect(said).to.deep.equal(['Items in cart: 13']);
  });

  it('is nothing where the count comes back before it settles, or is sent again', async () => {
    const element = await badge('count="3"');
    const said = await announcements(element, async () => {
      element.count = 4;
      await element.updateComplete;
      element.count = 3;
      element.setAttribute('count', '3');
    });
    expect(said).to.deep.equal([]);
  });

  it('waits for a badge that was taken out and put back', async () => {
    const element = await badge('count="3"');
    const { parentElement } = element;
    const said = await announcements(element, async () => {
      element.count = 4;
      await element.updateComplete;
      element.remove();
      parentElement?.append(element);
    });
    expect(said).to.deep.equal(['Items in cart: 4']);
  });
});

describe('the bump of <ds-cart-badge>', () => {
  const bumps = async (element: DsCartBadge) => {
    element.count++;
    await aTimeout(SETTLED - 200);
    return count(element).getAnimations().length;
  };

  it('shows a settled change', async () => {
    expect(await bumps(await badge('count="3"'))).to.equal(1);
  });

  itNeeds('reduced motion', 'spares those who prefer less motion', async () => {
    await media({ 'prefers-reduced-motion': 'reduce' });
    expect(await bumps(await badge('count="3"'))).to.equal(0);
    await media();
  });
});
