import { html, raw } from 'hono/html';
import type { BundleStatus } from '../bundle.js';
import type { Product } from '../store/catalogue.js';
import type { Order } from '../store/orders.js';
import { total } from '../store/orders.js';
import { maxStock } from '../quantity.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { formatCents } from './money.js';
import { post } from './post.js';
import { stepperValue } from './scriptless.js';
import { stock } from './stock.js';

interface Admin {
  readonly orders: readonly Order[];
  readonly products: readonly Product[];
  readonly bundle: BundleStatus;
  readonly isOpenToAll: boolean;
}

export function adminPage(context: PageContext, { orders, products, bundle, isOpenToAll }: Admin): View {
  return layout(context, {
    title: `Behind the counter – ${shopName}`,
    heading: html`<h1>Behind the counter</h1>
      <p>${isOpenToAll ? 'Open to everyone who reaches this server, as no password is set.' : 'Staff only.'}</p>`,
    main: html`<div class="admin">
      <section class="log">
        <h2 id="orders-title">Orders</h2>
        <ol id="orders" reversed tabindex="0" aria-labelledby="orders-title">
          ${orders.map(order)}
        </ol>
        <p class="none">None yet. They appear here as they come in.</p>
      </section>
      <section>
        <h2>Stock</h2>
        <noscript><p>Setting the stock needs scripts. This is what there is.</p></noscript>
        <ul class="stock-list">
          ${products.map((product) => stockRow(product))}
        </ul>
      </section>
      <section class="files">
        <h2>Files</h2>
        <p>Reads afresh what browsers load, and compresses it as far as it will go.</p>
        ${statusButton(bundle)}
      </section>
    </div>`,
  });
}

const time = new Intl.DateTimeFormat('en-IE', { dateStyle: 'medium', timeStyle: 'medium' });

export function order({ id, name, city, placedAt, lines }: Order): View {
  return html`<li id="order-${id}" class="order-entry" data-event-id="${id}">
    <strong>${id}</strong>
    <span class="who"><bdi>${name}</bdi>, <bdi>${city}</bdi></span>
    <span class="sum">${formatCents(total(lines))}</span>
    <small>${lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}</small>
    <time datetime="${new Date(placedAt).toISOString()}">${time.format(placedAt)}</time>
  </li>`;
}

interface StockForm {
  readonly value?: string;
  readonly error?: string;
  readonly message?: string;
}

export function stockRow(product: Product, { value, error = '', message = '' }: StockForm = {}): View {
  const { id, name } = product;
  const address = `/admin/stock/${id}`;
  return html`<li id="stock-row-${id}">
    <span class="name">${name}</span>
    ${stock(product)}
    <form id="stock-form-${id}" method="post" action="${address}" novalidate data-on:submit="${post(address)}">
      <input type="hidden" id="stock-seen-${id}" name="seen" value="${product.stock}" />
      <ds-quantity-stepper
        id="stock-value-${id}"
        name="stock"
        value="${stepperValue(value ?? String(product.stock))}"
        min="0"
        max="${maxStock}"
        page-step="10"
        required
        label="Counted: ${name}"
        decrement-label="Less: ${name}"
        increment-label="More: ${name}"
        error="${error}"
      ></ds-quantity-stepper>
      <button type="submit" class="quiet">Set<span class="for-readers"> stock of ${name}</span></button>
      ${stockMessage(id, message)}
    </form>
  </li>`;
}

export function stockMessage(id: string, message: string): View {
  return html`<small id="stock-message-${id}" role="status">${message}</small>`;
}

const kilobytes = new Intl.NumberFormat('en-IE', { maximumFractionDigits: 0 });
const inKilobytes = (bytes: number): string => `${kilobytes.format(bytes / 1000)} kB`;

/**
 * One attribute: whatever the server sends next takes the button's place. Not `disabled` while it is busy: that would let go
 * of the focus.
 */
export function statusButton(status: BundleStatus): View {
  const isBusy = status.is === 'building';
  return html`<button
    id="rebuild-bundle-status-button"
    class="status ${status.is}"
    ${isBusy ? raw('aria-disabled="true"') : ''}
    aria-busy="${String(isBusy)}"
    data-on:click="@get('/rebuild/status-button')"
  >
    ${statusText(status)}
    ${status.is === 'building' ? html`<progress value="${status.done}" max="${status.of || 1}"></progress>` : ''}
  </button>`;
}

function statusText(status: BundleStatus): string {
  switch (status.is) {
    case 'idle':
      return 'Rebuild bundle';
    case 'building':
      return `Building: ${status.done} of ${status.of} files`;
    case 'built':
      return `Built: ${status.files} files, ${inKilobytes(status.bytes)} sent as ${inKilobytes(status.sent)}. Again?`;
    case 'failed':
      return `Failed: ${status.why}. Try again?`;
  }
}
