import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { bareContext, messageNotFound } from './http/answer.js';
import { compress } from './http/compress.js';
import type { Env, Shop } from './http/env.js';
import { security } from './http/security.js';
import { session } from './http/session.js';
import { ProductViews } from './live/product-views.js';
import { admin } from './routes/admin.js';
import { assets } from './routes/assets.js';
import { cart } from './routes/cart.js';
import { checkout } from './routes/checkout.js';
import { favourites } from './routes/favourites.js';
import { live } from './routes/live.js';
import { products } from './routes/products.js';
import { messagePage } from './views/message.js';

/** The whole shop as a function from request to response. */
export function createApp(shop: Shop): Hono<Env> {
  const app = new Hono<Env>();

  app.use(compress, security);
  const productViews = new ProductViews(shop.hub, shop.store.catalogue);
  app.use(async (c, next) => {
    c.set('shop', shop);
    c.set('productViews', productViews);
    await next();
  });
  app.route('/', assets);
  app.use(session, async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store'); // the way back shows the cart as it is now
  });

  app.use(csrf(shop.origin ? { origin: shop.origin } : undefined));

  if (shop.adminPassword) {
    const lock = basicAuth({ username: 'admin', password: shop.adminPassword, realm: 'Behind the counter' });
    app.use('/admin/*', lock).use('/rebuild/*', lock);
  }
  for (const routes of [products, favourites, cart, checkout, live, admin]) app.route('/', routes);

  app.notFound((c) => messageNotFound(c, 'There is no page at this address.'));

  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      if (error.status === 401 && error.res) return error.res; // it asks for the password
      return c.html(messagePage(bareContext(c), 'Refused', 'The shop cannot accept this request.'), error.status);
    }
    console.error(error);
    return c.html(messagePage(bareContext(c), 'Clouded out', 'Something broke. Please try again.'), 500);
  });

  return app;
}
