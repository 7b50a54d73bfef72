import { html } from 'hono/html';
import type { View } from './layout.js';

export function cartCount(count: number): View {
  return html`<div id="cart-count">
    <ds-cart-badge count="${count}" label="Items in cart" show-zero></ds-cart-badge>
  </div>`;
}
