/** With the keyboard alone: where one is can be seen at every stop, on every page, in every set of colours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, putIntoCart, Stage, type Visit } from './browser.js';

interface Stop {
  /** Whose turn it is, by its id or by what it says. */
  readonly name: string;
  /** How far the ring stands out from what is behind it, as WCAG reckons contrast; 0 where there is none. */
  readonly contrast: number;
  /** What cuts the ring off. */
  readonly cutBy: readonly string[];
}

/** Each page, and a stop that it would be nothing without. */
const pages = [
  ['/', 'Star atlas'],
  ['/product/planisphere', 'add-to-cart'],
  ['/cart', 'cart-quantity-blanket'],
  ['/checkout', 'checkout-city'],
  ['/order/1', 'Back to the shop'],
  ['/admin', 'rebuild-bundle-status-button'],
] as const;

const colours = {
  light: { scheme: 'light', forced: 'none' },
  dark: { scheme: 'dark', forced: 'none' },
  'light forced': { scheme: 'light', forced: 'active' },
  'dark forced': { scheme: 'dark', forced: 'active' },
} as const;

const stage = new Stage();

/** A visitor with an order of their own, and a cart for the next. */
async function visitWithOrder(): Promise<Visit> {
  const visitor = await stage.visit('/', { motion: 'reduce', width: 800, height: 600 });
  const { page } = visitor;
  await putIntoCart(page, 'red-lamp');
  await open(page, new URL('/checkout', page.url()));
  for (const field of ['name', 'email', 'street', 'postcode', 'city'])
    await page.type(`#checkout-${field}`, 'ada@example.org');
  await Promise.all([page.waitForNavigation(), page.click('#checkout-form button')]);
  for (const product of ['blanket', 'star-atlas']) await putIntoCart(page, product, 2);
  return visitor;
}

/** What the page shows of where the focus is. Runs in the page. */
function look(): Stop {
  /** Red, green and blue from 0 to 1, and alpha, of a colour as the browser tells it. */
  const read = (colour: string): number[] => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [...[red, green, blue].map((value) => (colour.startsWith('rgb') ? value / 255 : value)), alpha];
  };
  /** What is seen of a colour that is laid over another. */
  const over = ([red = 0, green = 0, blue = 0, alpha = 1]: number[], below: number[]): number[] =>
    [red, green, blue].map((value, index) => value * alpha + (below[index] ?? 0) * (1 - alpha));
  const luminance = (colour: number[]): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) =>
      value > 0.04 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const parent = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const firstColour = (text: string): string | undefined => /(?:rgb|color)a?\([^)]*\)/.exec(text)?.[0];
  /** A shadow made for the ring, or the nearest ancestor that is painted. */
  const behind = (element: Element): string => {
    const shadow = firstColour(getComputedStyle(element).boxShadow);
    if (shadow) return shadow;
    for (let it = parent(element); it; it = parent(it)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(it);
      const colour = firstColour(backgroundImage) ?? backgroundColor;
      if (read(colour)[3] === 1) return colour;
    }
    throw new Error('Nothing is painted behind the page');
  };

  let focused = document.activeElement ?? document.body;
  const { id, textContent } = focused;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const name = id || textContent.trim().replace(/\s+/g, ' ') || focused.outerHTML.slice(0, 80);

  // The ring is at the element, at what it lays over its card, or around the field of an element of ours.
  const inShadow = (element: Element): boolean => element.getRootNode() instanceof ShadowRoot;
  const candidates: [Element, string | undefined][] = [
    [focused, undefined],
    [focused, '::after'],
  ];
  for (let it = focused; inShadow(it);) {
    const next = parent(it);
    if (!next || !inShadow(next)) break;
    candidates.push([(it = next), undefined]);
  }
  const ring = candidates.find(([element, pseudo]) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  if (!ring) return { name, contrast: 0, cutBy: [] };

  const [element, pseudo] = ring;
  const style = getComputedStyle(element, pseudo);
  const below = read(behind(element));
  const lights = [over(read(style.outlineColor), below), below].map(luminance);
  const contrast = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);

  const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  const box = element.getBoundingClientRect();
  const cutBy: string[] = [];
  for (let it = parent(element); it && it !== document.documentElement; it = parent(it)) {
    if (getComputedStyle(it).overflow === 'visible') continue;
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const fits =
      left <= box.left - reach && right >= box.right + reach && top <= box.top - reach && bottom >= box.bottom + reach;
    if (!fits) cutBy.push(it.id || it.localName);
  }
  return { name, contrast, cutBy };
}

interface Walked {
  readonly stops: Stop[];
}

const isLast = ({ name }: Stop): boolean => name === 'Behind the counter';

/** From the top of the page to its last link, ten steps at a time: a page that is asked after each step is slow. */
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(
    `window.stops = []; document.addEventListener('focusin', () => stops.push((${look.toString()})()))`,
  );
  for (let tens = 1; tens <= 10; tens++) {
    await Promise.all(Array.from({ length: 10 }, () => page.keyboard.press('Tab')));
    const stops = await page.evaluate(() => (window as unknown as Walked).stops);
    if (stops.some(isLast)) return stops.slice(0, stops.findIndex(isLast) + 1);
  }
  throw new Error(`${page.url()} has no end`);
}

test('the focus can be seen wherever it is', async (t) => {
  await using visitor = await visitWithOrder();
  const { page } = visitor;
  const devtools = await page.createCDPSession();
  for (const [name, { scheme, forced }] of Object.entries(colours)) {
    await t.test(`in ${name} colours`, async () => {
      const features = [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: forced },
      ];
      await devtools.send('Emulation.setEmulatedMedia', { features });
      for (const [path, dear] of pages) {
        await open(page, new URL(path, page.url()));
        const stops = await walk(page);
        assert.equal(stops[0]?.name, 'Skip to the shop', path);
        assert.ok(
          stops.some(({ name }) => name === dear),
          `${path} stops at ${dear}: ${stops.map(({ name }) => name).join(', ')}`,
        );
        const unseen = stops.filter(({ contrast, cutBy }) => contrast < 3 || cutBy.length > 0);
        assert.deepEqual(unseen, [], path);
        t.diagnostic(`${name}, ${path}: ${stops.length} stops`);
      }
      assert.deepEqual(visitor.complaints, []);
    });
  }
});
