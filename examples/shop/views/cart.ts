import { html } from 'hono/html';
import { maxQuantity, minQuantity } from '../quantity.js';
import type { CartLine } from '../store/carts.js';
import { total } from '../store/orders.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { formatCents } from './money.js';
import { post } from './post.js';
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
  /** What its stepper keeps: attributes that are left as the page has them. */
  readonly keeps: readonly string[];
}

/** Of a stepper that is where the quantity comes from: its user may be a click further by then. */
export const itsValue = ['value', 'rev'] as const;
/** Of one that the news are not about: it may show what was refused, and why. */
export const itsState = [...itsValue, 'error'] as const;

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
    main: cart(context.page, lines, { rendering: 'page', trouble }),
  });
}

interface CartRendering {
  readonly rendering: Rendering;
  readonly trouble?: LineTrouble | undefined;
  /** Whether the page was told of a line as it is. */
  readonly isTold?: (line: CartLine) => boolean;
}

/** @param page the page it is shown on: what it changed itself, or was told already, is left there as it is */
export function cart(
  page: string,
  lines: readonly CartLine[],
  { rendering, trouble, isTold = () => false }: CartRendering,
): View {
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
        const keeps = rendering !== 'page' && (line.page === page || isTold(line)) ? itsState : [];
        return cartLine(page, line, { rendering, keeps }, trouble?.product === line.product ? trouble : undefined);
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
 * A stepper takes the value, whatever it showed, where `rev` is new: so has a refused quantity one of its own, and whatever
 * comes next takes number and message away together. A line that is removed passes the focus on, which would be lost with
 * the button; the second click of a double click would fall on the next line's.
 */
export function cartLine(
  page: string,
  line: CartLine,
  { rendering, keeps }: LineRendering,
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
      data-on:change="${post(`${address}/quantity`)}"
      data-on:submit="${post(`${address}/quantity`)}"
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
        rev="${trouble?.quantity === undefined ? rev : `${rev}-refused`}"
        label="${label}"
        decrement-label="Less: ${name}"
        increment-label="More: ${name}"
        error="${trouble?.error ?? ''}"
        ${keeps.length > 0 ? html`data-preserve-attr="${keeps.join(' ')}"` : ''}
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
