import { html } from 'hono/html';
import type { Product } from '../store/catalogue.js';
import type { View } from './layout.js';

const few = 5;

/** How many are left; the same words wherever a product is shown. */
export function stock({ id, stock }: Product): View {
  const text = stock === 0 ? 'Sold out' : stock <= few ? `Only ${stock} left` : `${stock} in stock`;
  return html`<p id="stock-${id}" class="stock" data-level="${stock === 0 ? 'none' : stock <= few ? 'few' : 'many'}">
    ${text}
  </p>`;
}

/** The reader is one of them. */
export function viewers(count: number): View {
  const text = count < 2 ? 'You are the only one looking at this' : `${count} people look at this`;
  return html`<p id="viewers" class="viewers">${eye} ${text}</p>`;
}

const eye = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2 12c5-8.5 15-8.5 20 0-5 8.5-15 8.5-20 0z" />
  <circle cx="12" cy="12" r="3" />
</svg>`;
