import { html } from 'hono/html';
import type { Product } from '../store/catalogue.js';
import { favourite } from './favourite.js';
import { layout, shopName, type PageContext, type View } from './layout.js';
import { formatCents } from './money.js';
import { stock } from './stock.js';
import { tonightPanel, type Tonight } from './tonight.js';

export function homePage(context: PageContext, products: readonly Product[], tonight?: Tonight): View {
  return layout(context, {
    title: shopName,
    isHome: true,
    heading: html`<h1>Things for looking up</h1>
      <p>Made or chosen on the hill, for people who stay out after dark.</p>`,
    main: html`${productList(context, products)} ${tonightPanel(tonight)}`,
  });
}

export function favouritesPage(context: PageContext, products: readonly Product[]): View {
  return layout(context, {
    title: `Favourites – ${shopName}`,
    heading: html`<h1>Your favourites</h1>
      <p>
        ${products.length === 0 ? 'None yet. Press the heart on a picture to keep it here.' : 'Kept for you in this browser.'}
      </p>`,
    main: html`${productList(context, products)}
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });
}

function productList({ favourites }: PageContext, products: readonly Product[]): View {
  return html`<ul class="products">
    ${products.map((product) => card(product, favourites.has(product.id)))}
  </ul>`;
}

function card(product: Product, isLiked: boolean): View {
  const { id, name, summary, cents, drawing } = product;
  return html`<li>
    <img id="picture-${id}" src="/${id}.svg" alt="${drawing}" width="480" height="360" />
    ${favourite(product, isLiked)}
    <div>
      <h2><a href="/product/${id}">${name}</a></h2>
      <p>${summary}</p>
      <div class="offer">
        <p class="price">${formatCents(cents)}</p>
        ${stock(product)}
      </div>
    </div>
  </li>`;
}

/**
 * Names that carry pictures from list to product and cart lines out of the cart. A view transition needs a name for each,
 * and the Content-Security-Policy allows no `style` attribute, so they come as a stylesheet. What has a name cannot be
 * pressed while it moves: those who asked for less motion have nothing to wait for.
 */
export function transitionNames(products: readonly Product[]): string {
  const rules = products
    .flatMap(({ id }) => [`picture-${id}`, `cart-line-${id}`])
    .map((id) => `  #${id} { view-transition-name: ${id}; }\n`);
  return `@media (prefers-reduced-motion: no-preference) {\n${rules.join('')}}\n`;
}
