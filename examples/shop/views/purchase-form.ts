import { html, raw } from 'hono/html';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { Product } from '../store/catalogue.js';
import type { View } from './layout.js';
import { post } from './post.js';
import type { Rendering } from './rendering.js';
import { scriptlessNumber, stepperValue } from './scriptless.js';

export interface Purchase {
  readonly product: Product;
  /** A new one for each rendering. */
  readonly key: string;
  /** What the field shows; 1 by default. */
  readonly quantity?: string;
  /** What is wrong with the quantity. */
  readonly error?: string;
  /** What became of it. */
  readonly message?: string;
}

/**
 * The purchase form. `rev` is new in every rendering, so that a field that was typed into goes back to `quantity`, also
 * where the page had it at 1 before; and so is the key, by which the server knows one purchase from the next. What the server
 * said of a quantity is over as soon as there is another.
 */
export function purchaseForm(
  { product, key, quantity = '1', error = '', message = '' }: Purchase,
  rendering: Rendering,
): View {
  return html`<form
    id="purchase-item"
    method="post"
    action="/add-item"
    data-on:input="document.getElementById('quantity').removeAttribute('error')"
    data-on:submit="$_sending || ${post('/add-item')}"
    data-indicator:_sending
  >
    <input type="hidden" id="purchase-key" name="Idempotency-Key" value="${key}" />
    <input type="hidden" id="item-id" name="item-id" value="${product.id}" />
    <label for="quantity">Quantity</label>
    <div class="buy">
      <ds-quantity-stepper
        id="quantity"
        name="quantity"
        value="${stepperValue(quantity)}"
        min="${minQuantity}"
        max="${maxQuantity}"
        required
        rev="${key}"
        error="${error}"
        >${scriptlessNumber(rendering, { id: 'plain-quantity', label: 'Quantity', value: quantity, error })}</ds-quantity-stepper
      >
      ${purchaseButton(product)}
    </div>
    ${purchaseMessage(message)}
  </form>`;
}

/** Follows the stock of its product while the page is open. Not `disabled` where there is none: that would let go of the focus. */
export function purchaseButton({ stock }: Product): View {
  return html`<button
    type="submit"
    id="add-to-cart"
    ${stock === 0 ? raw('aria-disabled="true"') : ''}
    data-attr:aria-busy="$_sending ? 'true' : 'false'"
  >
    ${stock === 0 ? 'Sold out' : 'Add to cart'}
  </button>`;
}

export function purchaseMessage(message: string): View {
  return html`<p id="purchase-message" role="status">${message}</p>`;
}
