/** The HTML that a template sends for a cart badge. The catalog and its tests mount the same. */
import { escape } from './escape.js';

export interface CartBadgeArgs {
  count: number;
  max: number;
  label: string;
  href: string;
  showZero: boolean;
}

export const args: CartBadgeArgs = {
  count: 3,
  max: 99,
  label: 'Items in cart',
  href: '#cart',
  showZero: false,
};

/** Every attribute follows a signal. */
export const driven = ({ count, max, label, href }: CartBadgeArgs): string => `
<ds-cart-badge
  count="${count}"
  max="${max}"
  label="${escape(label)}"
  href="${escape(href)}"
  data-attr:count="$count"
  data-attr:max="$max"
  data-attr:label="$label"
  data-attr:href="$href"
  data-attr:show-zero="$showZero"
></ds-cart-badge>`;

/** Nothing to follow: a count and no link. */
export const plain = ({ count, max }: CartBadgeArgs): string => `
<ds-cart-badge
  count="${count}"
  max="${max}"
  data-attr:count="$count"
  data-attr:max="$max"
  data-attr:show-zero="$showZero"
></ds-cart-badge>`;

/** An icon and words of the page's own. */
export const icon = ({ count, href }: CartBadgeArgs): string => `
<ds-cart-badge count="${count}" href="${escape(href)}" label="New messages" data-attr:count="$count" data-attr:max="$max">
  <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
    <rect x="3" y="5" width="18" height="14" rx="2"></rect>
    <path d="m3 7 9 7 9-7"></path>
  </svg>
</ds-cart-badge>`;

/** Far from what changes it: one signal, and no element knows of the other. */
export const faraway = ({ count, href }: CartBadgeArgs): string => `
<p>
  <button type="button" data-on:click="$count++">Add one</button>
  <button type="button" data-on:click="$count = 0">Empty the cart</button>
</p>
<ds-cart-badge count="${count}" href="${escape(href)}" data-attr:count="$count" data-attr:max="$max"></ds-cart-badge>`;
