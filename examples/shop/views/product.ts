import { html } from 'hono/html';
import type { Product } from '../store/catalogue.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { favourite } from './favourite.js';
import { formatCents } from './money.js';
import { purchaseForm, type Purchase } from './purchase-form.js';
import { takesFocus, type Rendering } from './rendering.js';
import { stock, viewers } from './stock.js';

interface ProductPage extends Purchase {
  readonly viewers: number;
  /** Without scripts the details come with the page that asks for them. */
  readonly hasInfo?: boolean;
}

export function productPage(context: PageContext, page: ProductPage): View {
  const { id, name, summary, description, cents, drawing } = page.product;
  return layout(context, {
    title: `${name} – ${shopName}`,
    heading: html`<h1>${name}</h1>
      <p>${summary}</p>`,
    main: html`<article class="product">
      <div class="picture">
        <img id="picture-${id}" src="/${id}.svg" alt="${drawing}" width="480" height="360" />
        ${favourite(page.product, context.favourites.has(id))}
      </div>
      <section>
        <div class="offer">
          <p class="price">${formatCents(cents)}</p>
          ${stock(page.product)} ${viewers(page.viewers)}
        </div>
        ${purchaseForm(page, 'page')}
        <p>${description}</p>
        ${page.hasInfo ? productInfo(page.product, 'page') : infoPlaceholder(page.product)}
      </section>
      <p class="back"><a href="/">Back to the shop</a></p>
    </article>`,
  });
}

/** Comes with the page; what it stands for comes when somebody asks. */
function infoPlaceholder({ id }: Product): View {
  const address = `/product/${id}/info`;
  return html`<div id="info-component">
    <form action="${address}#info-component" data-on:submit="@get('${address}')">
      <button type="submit" class="quiet">Size, weight and the rest</button>
    </form>
  </div>`;
}

/** In its place where there is no such product any more. */
export function missingInfo(message: string): View {
  return html`<div id="info-component"><p role="alert" ${takesFocus('patch')}>${message}</p></div>`;
}

/** The whole component again, with the details in it, or an alert where there are none. */
export function productInfo({ name, details }: Product, rendering: Rendering): View {
  const focus = takesFocus(rendering);
  return html`<div id="info-component">
    ${
      details.length > 0
        ? html`<h2 ${focus}>${name} in figures</h2>
            <ul class="figures">
              ${details.map((detail) => html`<li>${detail}</li>`)}
            </ul>`
        : html`<p role="alert" ${focus}>No figures for this one: no two of them are alike.</p>`
    }
  </div>`;
}
