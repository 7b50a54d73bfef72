import { html } from 'hono/html';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { CartLine } from '../store/carts.js';
import type { View } from './layout.js';
import type { LineStepper, LineTrouble } from './line-stepper.js';
import { formatCents } from './money.js';
import { post } from './post.js';
import type { Rendering } from './rendering.js';
import { scriptlessNumber, stepperValue } from './scriptless.js';

interface LineRendering {
  readonly rendering: Rendering;
  readonly stepper: LineStepper;
  readonly trouble?: LineTrouble | undefined;
}

/**
 * Each line posts to its own address: the client cancels a running request when a new one goes to the same place.
 * A line that is removed passes the focus on, which would be lost with the button; the second click of a double click would fall
 * on the next line's.
 */
export function cartLine(page: string, line: CartLine, { rendering, stepper, trouble }: LineRendering): View {
  const { product, name, drawing, cents, quantity, rev } = line;
  const address = `/cart/${product}`;
  const { value, error, keeps } = stepper;
  const label = `Quantity of ${name}`;
  const note = trouble && trouble.quantity === undefined ? trouble.message : shortage(line);
  return html`<li id="cart-line-${product}" class="cart-line">
    <img src="/${product}.svg" alt="${drawing}" width="480" height="360" />
    <a class="name" href="/product/${product}">${name}</a>
    <p class="each">${quantity} × ${formatCents(cents)}</p>
    <p class="price">${formatCents(cents * quantity)}</p>
    <form
      id="cart-form-${product}"
      method="post"
      action="${address}/quantity"
      novalidate
      data-on:change="${post(`${address}/quantity`)}"
      data-on:submit="${post(`${address}/quantity`)}"
    >
      <input type="hidden" id="cart-page-${product}" name="page" value="${page}" />
      <input type="hidden" id="cart-rev-${product}" name="rev" value="${rev}" />
      <ds-quantity-stepper
        id="cart-quantity-${product}"
        name="quantity"
        value="${stepperValue(value)}"
        min="${minQuantity}"
        max="${maxQuantity}"
        required
        rev="${stepper.rev}"
        label="${label}"
        decrement-label="Less: ${name}"
        increment-label="More: ${name}"
        error="${error}"
        ${keeps && html`data-preserve-attr="${keeps}"`}
        >${scriptlessNumber(rendering, { id: `plain-quantity-${product}`, label, value, error })}</ds-quantity-stepper
      >
      <button type="submit" id="cart-update-${product}" class="link" data-attr:hidden="true">
        Update<span class="for-readers"> ${name}</span>
      </button>
    </form>
    <form
      id="cart-remove-${product}"
      method="post"
      action="${address}/remove"
      data-on:submit="
        const line = el.closest('li');
        const next = line.nextElementSibling ?? line.previousElementSibling;
        (next?.querySelector('ds-quantity-stepper') ?? document.querySelector('main')).focus();
        ${post(`${address}/remove`)}"
    >
      <input type="hidden" id="cart-remove-page-${product}" name="page" value="${page}" />
      <button
        type="submit"
        id="cart-remove-button-${product}"
        class="link"
        data-on:click="evt.detail > 1 && evt.preventDefault()"
      >
        Remove<span class="for-readers"> ${name}</span>
      </button>
    </form>
    ${cartLineMessage(product, note)}
  </li>`;
}

/** Nothing is put aside: what is in a cart may be gone. */
export function shortage({ stock, quantity }: CartLine): string {
  if (stock >= quantity) return '';
  return stock === 0 ? 'Sold out by now.' : `Only ${stock} left.`;
}

/** What went wrong with a line, but not with its quantity. */
export function cartLineMessage(product: string, message: string): View {
  return html`<p id="cart-message-${product}" class="error" role="alert">${message}</p>`;
}
