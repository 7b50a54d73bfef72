/**
 * Defines the elements that the page uses, and those that a patch brings later. It loads one file for each, what they share
 * once, and nothing for an element that is not there. It looks at the page itself, not into shadow roots or templates. The
 * bridge comes with it.
 */
import './bridge.js'; // first: it has to see elements before they are defined
import { define } from './define.js';

const classes: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'ds-cart-badge': async () => (await import('../components/cart-badge/cart-badge.js')).DsCartBadge,
  'ds-quantity-stepper': async () =>
    (await import('../components/quantity-stepper/quantity-stepper.js')).DsQuantityStepper,
  'ds-starfield': async () => (await import('../components/starfield/starfield.js')).DsStarfield,
};

const awaited = new Set(Object.keys(classes));

function load(root: Element): void {
  for (const tag of awaited) {
    if (!root.matches(tag) && !root.querySelector(tag)) continue;
    awaited.delete(tag);
    if (customElements.get(tag)) continue; // by another copy, and the first one stays
    void classes[tag]?.().then(
      (element) => define(tag, element),
      (error: unknown) => {
        // The next one on the page tries again. WebKit asks the server then; Chromium and Firefox ask once a page.
        awaited.add(tag);
        throw error; // for the browser to report
      },
    );
  }
}

// A server that renders imports what its pages import.
if (typeof document !== 'undefined') {
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) load(node);
  }).observe(document, { childList: true, subtree: true });
  load(document.documentElement);
}
