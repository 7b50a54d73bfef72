import { html } from 'hono/html';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { CartLine } from '../store/carts.js';
import { total } from '../store/orders.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { formatCents } from './money.js';
import type { Rendering } from './rendering.js';
import { scriptlessNumber, stepperValue } from './scriptless.js';

/** What a line shows that the cart does not know: what was typed into it, and what is wrong with that. */
export interface LineTrouble {
  readonly product: string;
  readonly quantity?: string;
  /** What is wrong with the quantity. */
  readonly error?: string;
  /** What is wrong otherwise. */
  readonly note?: string;
}

/** How a line is shown to a page that has it already. */
export interface LineRendering {
  readonly rendering: Rendering;
  /** Whether its stepper keeps what it has, since it is where the quantity comes from. */
  readonly isKept: boolean;
}

interface Cart {
  readonly lines: readonly CartLine[];
  readonly trouble?: LineTrouble | undefined;
  /** The number of the visitor's last order, for who was not there when it was confirmed. */
  readonly lastOrder?: number | undefined;
}

export function cartPage(context: PageContext, { lines, trouble, lastOrder }: Cart): View {
  return layout(context, {
    title: `Cart – ${shopName}`,
    heading: html`<h1>Your cart</h1>
      <p>
        Nothing is put aside for you before you order.
        ${lastOrder === undefined ? '' : html`<a href="/order/${lastOrder}">Your last order</a> has the number ${lastOrder}.`}
      </p>`,
    main: cart(context.page, lines, 'page', trouble),
  });
}

/** @param page the page it is shown on: what it changed itself is not sent back to it */
export function cart(page: string, lines: readonly CartLine[], rendering: Rendering, trouble?: LineTrouble): View {
  const stray =
    trouble && !lines.some(({ product }) => product === trouble.product) ? (trouble.error ?? trouble.note ?? '') : '';
  if (lines.length === 0)
    return html`<section id="cart" class="cart">
      ${cartMessage(stray)}
      <p>There is nothing in it yet.</p>
      <p><a href="/" class="button">Look around</a></p>
    </section>`;
  return html`<section id="cart" class="cart">
    ${cartMessage(stray)}
    <ul class="cart-lines">
      ${lines.map((line) => {
        const isKept = rendering !== 'page' && line.page === page;
        return cartLine(page, line, { rendering, isKept }, trouble?.product === line.product ? trouble : undefined);
      })}
    </ul>
    <div class="cart-foot">
      ${cartTotal(lines)}
      <a href="/checkout" class="button">Check out</a>
    </div>
  </section>`;
}

/** About something that has no line. */
function cartMessage(message: string): View {
  return html`<p id="cart-message" class="error" role="alert">${message}</p>`;
}

export function cartTotal(lines: readonly CartLine[]): View {
  return html`<p id="cart-total" class="total">
    <span>Together</span> <strong class="price">${formatCents(total(lines))}</strong>
  </p>`;
}

/**
 * Each line posts to its own address: the client cancels a running request when a new one goes to the same place.
 *
 * A stepper that is the source of the quantity keeps what it has (`data-preserve-attr`), since its user may be a click
 * further by then. Any other takes the value, whatever it showed: `rev` is new. A line that is removed passes the focus on,
 * which would be lost with the button.
 */
export function cartLine(
  page: string,
  line: CartLine,
  { rendering, isKept }: LineRendering,
  trouble?: LineTrouble,
): View {
  const { product, name, drawing, cents, quantity, rev } = line;
  const address = `/cart/${product}`;
  const shown = trouble?.quantity ?? String(quantity);
  const label = `Quantity of ${name}`;
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
      data-on:change="@post('${address}/quantity', {contentType: 'form'})"
      data-on:submit="@post('${address}/quantity', {contentType: 'form'})"
    >
      <input type="hidden" id="cart-page-${product}" name="page" value="${page}" />
      <input type="hidden" id="cart-rev-${product}" name="rev" value="${rev}" />
      <ds-quantity-stepper
        id="cart-quantity-${product}"
        name="quantity"
        value="${stepperValue(shown)}"
        min="${minQuantity}"
        max="${maxQuantity}"
        required
        rev="${rev}"
        label="${label}"
        decrement-label="Less: ${name}"
        increment-label="More: ${name}"
        error="${trouble?.error ?? ''}"
        ${isKept ? html`data-preserve-attr="value rev"` : ''}
        >${scriptlessNumber(rendering, {
          id: `plain-quantity-${product}`,
          label,
          value: shown,
          error: trouble?.error ?? '',
        })}</ds-quantity-stepper
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
        @post('${address}/remove', {contentType: 'form'})"
    >
      <input type="hidden" id="cart-remove-page-${product}" name="page" value="${page}" />
      <button type="submit" id="cart-remove-button-${product}" class="link">
        Remove<span class="for-readers"> ${name}</span>
      </button>
    </form>
    ${cartLineMessage(product, trouble?.note ?? shortage(line))}
  </li>`;
}

/** Nothing is put aside: what is in a cart may be gone. */
export function shortage({ stock, quantity }: CartLine): string {
  if (stock >= quantity) return '';
  return stock === 0 ? 'Sold out meanwhile.' : `Only ${stock} left.`;
}

/** What went wrong with a line, but not with its quantity. */
export function cartLineMessage(product: string, message: string): View {
  return html`<p id="cart-message-${product}" class="error" role="alert">${message}</p>`;
}
