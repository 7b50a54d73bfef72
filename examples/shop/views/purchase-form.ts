import { html, raw } from 'hono/html';
import type { Product } from '../products.js';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { View } from './layout.js';

export interface Purchase {
  readonly product: Product;
  readonly cartId: string;
  /** What the field shows; 1 by default. */
  readonly quantity?: string;
  /** What is wrong with the quantity. */
  readonly error?: string;
  /** What became of the order. */
  readonly message?: string;
}

/**
 * The purchase form. `rev` is new in every rendering, so that a field that was typed into goes back to `quantity`, also
 * where the page had it at 1 before.
 */
export function purchaseForm(purchase: Purchase): View {
  const { product, cartId, quantity = '1', error = '', message = '' } = purchase;
  return html`<form
    id="purchase-item"
    method="post"
    action="/add-item"
    data-on:submit="$_sending || @post('/add-item', {contentType: 'form'})"
    data-indicator:_sending
  >
    <input type="hidden" id="cart-id" name="cart-id" value="${cartId}" />
    <input type="hidden" id="item-id" name="item-id" value="${product.id}" />
    <label for="quantity">Quantity</label>
    <div class="order">
      <ds-quantity-stepper
        id="quantity"
        name="quantity"
        value="${quantity}"
        min="${minQuantity}"
        max="${maxQuantity}"
        required
        rev="${Date.now()}"
        error="${error}"
      ></ds-quantity-stepper>
      <button type="submit" data-attr:aria-busy="$_sending ? 'true' : 'false'">Add to cart</button>
    </div>
    ${purchaseMessage(message)}
  </form>`;
}

export function purchaseMessage(message: string): View {
  return html`<p id="purchase-message" role="status">${message}</p>`;
}

/** For browsers that run no script. Only a whole page may carry it: in a patch, `<noscript>` is parsed as live content. */
export function scriptlessQuantity({ quantity = '1', error = '' }: Purchase): View {
  return html`<noscript>
    <label for="plain-quantity">Quantity</label>
    <input
      form="purchase-item"
      id="plain-quantity"
      name="quantity"
      inputmode="numeric"
      value="${quantity}"
      ${error ? raw('aria-invalid="true"') : ''}
      aria-describedby="plain-error"
    />
    <small id="plain-error">${error}</small>
  </noscript>`;
}
