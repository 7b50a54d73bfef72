import { html } from 'hono/html';
import type { CartLine } from '../store/carts.js';
import { total } from '../store/orders.js';
import { cartLine } from './cart-line.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { afterRefusal, asInCart, type LineStepper, type LineTrouble } from './line-stepper.js';
import { formatCents } from './money.js';
import type { Rendering } from './rendering.js';

interface Cart {
  readonly lines: readonly CartLine[];
  readonly trouble?: LineTrouble | undefined;
  /** The number of the visitor's last order, for those who were not there when it was confirmed. */
  readonly lastOrder?: number | undefined;
}

export function cartPage(context: PageContext, { lines, trouble, lastOrder }: Cart): View {
  return layout(context, {
    title: `Cart – ${shopName}`,
    heading: html`<h1>Your cart</h1>
      <p>
        Nothing is set aside until you order.
        ${lastOrder === undefined ? '' : html`<a href="/order/${lastOrder}">Your last order</a> is number ${lastOrder}.`}
      </p>`,
    main: cart(context.page, lines, { rendering: 'page', trouble }),
  });
}

interface CartRendering {
  readonly rendering: Rendering;
  /** What the steppers show; by default what is in the cart. */
  readonly stepper?: (line: CartLine) => LineStepper;
  readonly trouble?: LineTrouble | undefined;
}

/** @param page the page it is shown on */
export function cart(
  page: string,
  lines: readonly CartLine[],
  { rendering, stepper = asInCart, trouble }: CartRendering,
): View {
  const isStray = !lines.some(({ product }) => product === trouble?.product);
  const message = cartMessage(trouble && isStray ? trouble.message : '');
  if (lines.length === 0)
    return html`<section id="cart" class="cart">
      ${message}
      <p>There is nothing in it yet.</p>
      <p><a href="/" class="button">Look around</a></p>
    </section>`;
  return html`<section id="cart" class="cart">
    ${message}
    <ul class="cart-lines">
      ${lines.map((line) =>
        line.product === trouble?.product
          ? cartLine(page, line, { rendering, stepper: afterRefusal(line, trouble), trouble })
          : cartLine(page, line, { rendering, stepper: stepper(line) }),
      )}
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
    <span>Total</span> <strong class="price">${formatCents(total(lines))}</strong>
  </p>`;
}
