import { html, raw } from 'hono/html';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { Product } from '../store/catalogue.js';
import type { View } from './layout.js';
import { post } from './post.js';
import type { Rendering } from './rendering.js';
import { scriptlessNumber, stepperValue } from './scriptless.js';

export interface Purchase {
  readonly product: Product;
  /** By which the server knows the same purchase, sent twice; a new one as soon as it is known what became of the last. */
  readonly key: string;
  /** What the field shows; 1 by default. */
  readonly quantity?: string;
  /** What is wrong with the quantity. */
  readonly error?: string;
  /** What became of it. */
  readonly message?: string;
}

/**
 * The purchase form. Its key is the field's `rev`, too: after a purchase a field that was typed into goes back to `quantity`,
 * also where the page had it at 1 before. What the server said of a quantity is over as soon as there is another. The browser
 * checks the field before the form is sent, but not while it waits: the client would give up a retry of a field that has become
 * wrong meanwhile, without a word, and the form would wait for ever.
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
    data-attr:novalidate="$_sending"
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
  const disabled = stock === 0 ? raw('aria-disabled="true"') : '';
  return html`<button type="submit" id="add-to-cart" ${disabled} data-attr:aria-busy="$_sending ? 'true' : 'false'">
    ${stock === 0 ? 'Sold out' : 'Add to cart'}
  </button>`;
}

export function purchaseMessage(message: string): View {
  return html`<p id="purchase-message" role="status">${message}</p>`;
}
