import { html } from 'hono/html';
import type { View } from './layout.js';

export function cartCount(count: number): View {
  return html`<div id="cart-count">
    <ds-cart-badge count="${count}" href="/cart" label="Items in cart" show-zero></ds-cart-badge>
    ${plainLink('/cart', 'Cart')}
  </div>`;
}

export function favouritesCount(count: number): View {
  return html`<div id="favourites-count">
    <ds-cart-badge count="${count}" href="/favourites" label="Favourites">${heart}</ds-cart-badge>
    ${plainLink('/favourites', 'Hearts')}
  </div>`;
}

export const heart = html`<svg class="heart" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 20.5C5.2 15.7 2.5 12.3 2.5 8.7A5.1 5.1 0 0 1 12 6.2a5.1 5.1 0 0 1 9.5 2.5c0 3.6-2.7 7-9.5 11.8z" />
</svg>`;

/** For browsers that do not get the elements: the badge is no link there. The stylesheet hides it beside a badge that is. */
function plainLink(address: string, text: string): View {
  return html`<a class="plain-link" href="${address}">${text}</a>`;
}
