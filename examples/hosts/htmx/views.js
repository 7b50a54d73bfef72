import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';

/**
 * In an answer htmx puts it wherever its id stands on the page. The badge has an id as well: by that htmx lends the new one
 * the old `count` while it settles, so that the badge sees it change, and says so.
 */
export const cartCount = (count, isSwapped = true) =>
  html`<div id="cart-count" ${isSwapped ? html`hx-swap-oob="true"` : ''}>
    <ds-cart-badge id="cart-badge" count="${count}" label="Items in cart" show-zero></ds-cart-badge>
  </div>`;

/** The field for browsers without scripts: only a whole page has it, for in a part it would be read as a second field. */
const scriptless = (quantity, error) =>
  html`<noscript>
    <input name="quantity" inputmode="numeric" aria-label="Quantity" value="${quantity}" />
    <small>${error}</small>
  </noscript>`;

/** Swapped, the stepper is a new element: it needs no `rev`. */
export const purchaseForm = ({ quantity = '1', error = '', message = '' }, isPage = false) =>
  html`<form
    id="purchase-item"
    method="post"
    action="/add-item"
    hx-post="/add-item"
    hx-swap="outerHTML"
    hx-sync="this:drop"
    hx-disinherit="hx-sync"
  >
    <input type="hidden" name="Idempotency-Key" value="${randomUUID()}" />
    <input type="hidden" name="item-id" value="telescope" />
    <label for="quantity">Quantity</label>
    <ds-quantity-stepper
      id="quantity"
      name="quantity"
      value="${quantity}"
      min="1"
      max="99"
      required
      error="${error}"
      hx-get="/total"
      hx-trigger="input delay:200ms"
      hx-target="#total"
      hx-swap="innerHTML"
      >${isPage ? scriptless(quantity, error) : ''}</ds-quantity-stepper
    >
    <button type="submit" id="add-to-cart">Add to cart</button>
    <p id="purchase-message" role="status">${message}</p>
  </form>`;

/** All that we know; no two meteorites are alike. */
const details = {
  telescope: ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all'],
  meteorite: [],
};
export const isKnown = (id) => Object.hasOwn(details, id);

export const info = (id) =>
  html`<div id="info-component">
    ${
      isKnown(id) && details[id].length > 0
        ? html`<ul>
            ${details[id].map((detail) => html`<li>${detail}</li>`)}
          </ul>`
        : html`<p role="alert">No figures for this one: no two of them are alike.</p>`
    }
  </div>`;

const infoLink = html`<div id="info-component">
  <a href="/product/telescope/info" hx-get="/product/telescope/info" hx-target="#info-component" hx-swap="outerHTML"
    >Size, weight and the rest</a
  >
</div>`;

export const viewersText = (count) =>
  count < 2 ? 'You are the only one looking at this' : `${count} people look at this`;

/** What the server does not take is told above the page; only a sum may fail, or come late, without a word. */
export const page = ({ count, viewers, shownInfo, ...purchase }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Garden telescope</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/ds-elements.css" />
        <link rel="stylesheet" href="/style.css" />
        <meta name="htmx-config" content='{"attributesToSettle": ["class", "style", "width", "height", "count"]}' />
        <script type="module" src="/ds-elements.js"></script>
        <script src="/htmx.js" defer></script>
        <script src="/sse.js" defer></script>
      </head>
      <body>
        <header
          id="sky"
          hx-on:mousemove="
            const box = this.getBoundingClientRect();
            const stars = this.querySelector('ds-starfield');
            stars.setAttribute('center-x', Math.round(100 * (event.clientX - box.left) / box.width));
            stars.setAttribute('center-y', Math.round(100 * (event.clientY - box.top) / box.height))"
        >
          <ds-starfield center-x="50" center-y="42" speed="6"></ds-starfield>
          ${cartCount(count, false)}
          <label>
            Speed
            <input
              type="range"
              min="0"
              max="40"
              value="6"
              autocomplete="off"
              hx-on:input="document.querySelector('ds-starfield').setAttribute('speed', this.value)"
            />
          </label>
        </header>
        <main
          hx-on::after-request="
            const trouble = 'The server did not take that. Reload the page and try again.';
            if (event.detail.elt.id !== 'quantity')
              document.querySelector('#trouble').textContent = event.detail.successful ? '' : trouble"
        >
          <p id="trouble" role="alert"></p>
          <h1>Garden telescope</h1>
          <p>€289.00</p>
          <p id="viewers" hx-ext="sse" sse-connect="/live" sse-swap="message">${viewersText(viewers)}</p>
          ${purchaseForm(purchase, true)} ${shownInfo ? info(shownInfo) : infoLink}
          <p id="total"></p>
        </main>
      </body>
    </html>`;
