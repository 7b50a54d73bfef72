import { Hono } from 'hono';
import { cameFrom, isFromDatastar, liveList, pageContext, patch, refuse } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form } from '../http/form.js';
import { unknownProduct } from '../store/catalogue.js';
import { Refusal } from '../store/refusal.js';
import { favouritesCount } from '../views/counts.js';
import { favourite, favouriteMessage } from '../views/favourite.js';
import type { View } from '../views/layout.js';
import { favouritesPage } from '../views/products.js';

const messageView = (message: string, c: ShopContext): View => favouriteMessage(c.req.param('id') ?? '', message);

/** Hearts given to products, and their count in the header. */
export const favourites = new Hono<Env>()
  .get('/favourites', (c) => {
    const { favourites, catalogue } = c.var.shop.store;
    const liked = [...favourites.of(c.var.session)].flatMap((id) => catalogue.find(id) ?? []);
    return c.html(favouritesPage(pageContext(c, liveList(liked)), liked));
  })

  .post('/favourite/:id', form(messageView), (c) => {
    const { shop, session, fields } = c.var;
    const product = shop.store.catalogue.find(c.req.param('id'));
    if (!product) return refuse(c, unknownProduct, messageView);

    const wish = fields.text('favourite');
    if (wish !== 'yes' && wish !== 'no') return refuse(c, new Refusal('Say yes or no to a favourite.'), messageView);
    const refusal = shop.store.favourites.set(session, product.id, wish === 'yes');
    if (refusal) return refuse(c, refusal, messageView);

    if (!isFromDatastar(c)) return c.redirect(cameFrom(c, `/product/${product.id}`), 303);
    const liked = shop.store.favourites.of(session);
    return patch(c, favourite(product, liked.has(product.id)), favouritesCount(liked.size));
  });
