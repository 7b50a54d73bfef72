import { Hono } from 'hono';
import { html } from 'hono/html';
import { sendStream } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { follow, type Source } from '../live/sources.js';
import { liveStream } from '../live/stream.js';
import type { CartLine } from '../store/carts.js';
import { cart, cartTotal } from '../views/cart.js';
import { cartLineMessage, shortage } from '../views/cart-line.js';
import { checkoutSummary } from '../views/checkout.js';
import { cartCount, favouritesCount } from '../views/counts.js';
import { favourite } from '../views/favourite.js';
import { asNews } from '../views/line-stepper.js';
import { purchaseButton } from '../views/purchase-form.js';
import { stock, viewers } from '../views/stock.js';

/** What an open page hears of the rest of the world. It says in the address what it shows. */
export const live = new Hono<Env>().get('/live', (c) => {
  const { shop, session, productViews } = c.var;
  const { list, product, cart, checkout, page } = c.req.query();
  const shown = product === undefined ? undefined : shop.store.catalogue.find(product)?.id;
  const sources = headerSources(c);
  const listed = shop.store.catalogue.all().filter(({ id }) => list?.split(',').includes(id));
  sources.push(...listed.flatMap(({ id }) => productSources(c, id)));
  if (cart !== undefined) sources.push(...cartSources(c, page ?? ''));
  if (checkout !== undefined)
    sources.push(follow(`cart:${session}`, () => checkoutSummary(shop.store.carts.lines(session))));
  if (shown === undefined) return sendStream(c, liveStream(shop.hub, sources));

  const leave = shop.viewers.enter(shown, session);
  sources.push(
    ...productSources(c, shown),
    follow(`stock:${shown}`, () => productViews.get(shown, purchaseButton)),
    follow(`viewers:${shown}`, () => viewers(shop.viewers.count(shown))),
  );
  return sendStream(c, liveStream(shop.hub, sources, { onEnd: leave }));
});

/** The two counts that every page has at its top. */
export function headerSources(c: ShopContext): Source[] {
  const { shop, session } = c.var;
  return [
    follow(`cart:${session}`, () => cartCount(shop.store.carts.count(session))),
    follow(`favourites:${session}`, () => favouritesCount(shop.store.favourites.of(session).size)),
  ];
}

function productSources(c: ShopContext, id: string): Source[] {
  const { shop, session, productViews } = c.var;
  return [
    follow(`stock:${id}`, () => productViews.get(id, stock)),
    follow(`favourites:${session}`, () =>
      favourite(shop.store.catalogue.known(id), shop.store.favourites.of(session).has(id)),
    ),
  ];
}

/**
 * The sums of the cart page come by this one way, which keeps its order: two answers to two lines might not. The lines come
 * when they were changed elsewhere, and one that leaves is seen to leave.
 */
function cartSources(c: ShopContext, page: string): Source[] {
  const { shop, session } = c.var;
  const topic = `cart:${session}` as const;
  let told: readonly CartLine[] = [];
  const present = (): CartLine[] => shop.store.carts.lines(session);
  const isIn = (lines: readonly CartLine[], { product }: CartLine): boolean =>
    lines.some((line) => line.product === product);
  return [
    {
      topics: [topic],
      own: {
        page,
        note() {
          const lines = present();
          told = told.filter((line) => isIn(lines, line)); // what it took out itself has left it already
        },
      },
      async tell(events) {
        const lines = present();
        const useViewTransition = told.some((line) => !isIn(lines, line));
        const view = cart(page, lines, { rendering: 'patch', stepper: (line) => asNews(line, page, told) });
        told = lines;
        events.patchElements(String(await view), { useViewTransition });
        return false;
      },
    },
    follow(topic, () => {
      const lines = shop.store.carts.lines(session);
      return lines.length > 0 ? cartTotal(lines) : html``;
    }),
    ...shop.store.catalogue.all().map(({ id }) =>
      follow(`stock:${id}`, () => {
        const line = shop.store.carts.lines(session).find(({ product }) => product === id);
        return line ? cartLineMessage(id, shortage(line)) : html``;
      }),
    ),
  ];
}
