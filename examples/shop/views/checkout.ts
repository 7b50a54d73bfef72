import { html, raw } from 'hono/html';
import type { CartLine } from '../store/carts.js';
import type { Order, OrderLine } from '../store/orders.js';
import { fingerprint, total } from '../store/orders.js';
import type { AddressField, CheckoutForm } from '../checkout.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { formatCents } from './money.js';
import { post } from './post.js';
import { focus, type Rendering } from './rendering.js';

export function checkoutPage(context: PageContext, lines: readonly CartLine[], form: CheckoutForm): View {
  return layout(context, {
    title: `Check out – ${shopName}`,
    heading: html`<h1>Check out</h1>
      <p>Where should we send it? You pay when it arrives.</p>`,
    main: html`<div class="checkout">${checkoutForm(form, lines, 'page')} ${checkoutSummary(lines)}</div>`,
  });
}

const labels: Readonly<Record<AddressField, { label: string; autocomplete: string; type?: string }>> = {
  name: { label: 'Name', autocomplete: 'name' },
  email: { label: 'E-mail', autocomplete: 'email', type: 'email' },
  street: { label: 'Street and number', autocomplete: 'street-address' },
  postcode: { label: 'Postcode', autocomplete: 'postal-code' },
  city: { label: 'Town', autocomplete: 'address-level2' },
};

/**
 * Without the browser's own checks: what is wrong is said by the server, in one voice, at each field. The message goes when
 * the form is sent: a screen reader says the same one again only if it comes again. What the buyer is shown is sent as it is
 * when they press, also where the form has to be sent again later: nobody buys what they have not seen.
 */
export function checkoutForm(
  { values, errors, message = '', order, key }: CheckoutForm,
  lines: readonly OrderLine[],
  rendering: Rendering,
): View {
  const firstWrong = Object.keys(labels).find((name) => errors[name as AddressField]);
  return html`<form
    id="checkout-form"
    method="post"
    action="/checkout"
    novalidate
    data-on:submit="$_ordering || (
      el.elements.seen.value = document.getElementById('checkout-summary').dataset.seen,
      document.getElementById('checkout-message').textContent = '',
      ${post('/checkout')}
    )"
    data-indicator:_ordering
  >
    <input type="hidden" id="checkout-key" name="Idempotency-Key" value="${key}" />
    <input type="hidden" id="checkout-seen" name="seen" value="${fingerprint(lines)}" />
    ${Object.entries(labels).map(([name, { label, autocomplete, type = 'text' }]) => {
      const error = errors[name as AddressField] ?? '';
      return html`<div class="field field-${name}">
        <label for="checkout-${name}">${label}</label>
        <input
          id="checkout-${name}"
          name="${name}"
          type="${type}"
          autocomplete="${autocomplete}"
          required
          value="${values[name as AddressField] ?? ''}"
          ${error ? raw('aria-invalid="true"') : ''}
          ${name === firstWrong ? (rendering === 'patch' ? focus : 'autofocus') : ''}
          aria-describedby="checkout-${name}-error"
        />
        <small id="checkout-${name}-error" class="error">${error}</small>
      </div>`;
    })}
    ${checkoutMessage(message, order)}
    <button type="submit" data-attr:aria-busy="$_ordering ? 'true' : 'false'">Place order</button>
  </form>`;
}

/** @param order the number of the order that it is about */
export function checkoutMessage(message: string, order?: number): View {
  const link = order === undefined ? '' : html` <a href="/order/${order}">See the order</a>`;
  return html`<p id="checkout-message" class="error" role="alert">${message}${link}</p>`;
}

/** Takes the place of the form when the order stands, and goes on to its page. */
export function checkoutDone(id: number): View {
  return html`<form id="checkout-form" data-init="location.assign('/order/${id}')">
    <p role="status">Thank you. <a href="/order/${id}">Your order</a> is in our book.</p>
  </form>`;
}

/** Follows the cart while the page is open. */
export function checkoutSummary(lines: readonly OrderLine[]): View {
  return html`<aside id="checkout-summary" class="summary" aria-label="Your order" data-seen="${fingerprint(lines)}">
    ${linesAndTotal(lines)}
    <p><a href="/cart">Change your cart</a></p>
  </aside>`;
}

function linesAndTotal(lines: readonly OrderLine[]): View {
  return html` <ul>
      ${lines.map(
        ({ name, cents, quantity }) =>
          html`<li><span>${quantity} × ${name}</span> <span>${formatCents(cents * quantity)}</span></li>`,
      )}
    </ul>
    <p class="total"><span>Total</span> <strong class="price">${formatCents(total(lines))}</strong></p>`;
}

export function orderPage(context: PageContext, order: Order): View {
  const { id, name, email, street, postcode, city, lines } = order;
  return layout(context, {
    title: `Order ${id} – ${shopName}`,
    heading: html`<h1>Thank you</h1>
      <p>Order ${id} is in our book. We will write to ${email} when it leaves the hill.</p>`,
    main: html`<div class="checkout">
      <section>
        <h2>Delivery address</h2>
        <address><bdi>${name}</bdi><br /><bdi>${street}</bdi><br /><bdi>${postcode} ${city}</bdi></address>
        <p><a href="/">Back to the shop</a></p>
      </section>
      <aside class="summary" aria-label="Your order">${linesAndTotal(lines)}</aside>
    </div>`,
  });
}
