import { html } from 'hono/html';
import { formatCents } from '../money.js';
import { products, type Product } from '../products.js';
import { layout, type PageContext, type View } from './layout.js';
import { purchaseForm, scriptlessQuantity, type Purchase } from './purchase-form.js';

const shopName = 'Hollow Hill Observatory shop';

export function homePage(context: PageContext): View {
  return layout(context, {
    title: shopName,
    isHome: true,
    heading: html`<h1>Things for looking up</h1>
      <p>Three of them, made or chosen on the hill, for people who stay out after dark.</p>`,
    main: html`<ul class="products">
      ${products.map(card)}
    </ul>`,
  });
}

function card({ id, name, summary, cents, drawing }: Product): View {
  return html`<li>
    <img src="/${id}.svg" alt="${drawing}" width="480" height="360" />
    <div>
      <h2><a href="/product/${id}">${name}</a></h2>
      <p>${summary}</p>
      <p class="price">${formatCents(cents)}</p>
    </div>
  </li>`;
}

export function productPage(context: PageContext, purchase: Purchase): View {
  const { id, name, summary, description, details, cents, drawing } = purchase.product;
  return layout(context, {
    title: `${name} – ${shopName}`,
    heading: html`<h1>${name}</h1>
      <p>${summary}</p>`,
    main: html`<div class="product">
      <img src="/${id}.svg" alt="${drawing}" width="480" height="360" />
      <section>
        <p class="price">${formatCents(cents)}</p>
        ${scriptlessQuantity(purchase)} ${purchaseForm(purchase)}
        <p>${description}</p>
        <ul>
          ${details.map((detail) => html`<li>${detail}</li>`)}
        </ul>
      </section>
      <p class="back"><a href="/">All three things</a></p>
    </div>`,
  });
}

/** A page that only has something to say: nothing here, not allowed, broken. */
export function messagePage(context: PageContext, title: string, message: string): View {
  return layout(context, {
    title: `${title} – ${shopName}`,
    heading: html`<h1>${title}</h1>`,
    main: html`<div class="message">
      <p>${message}</p>
      <p><a href="/">Go to the shop</a></p>
    </div>`,
  });
}
