import { randomUUID } from 'node:crypto';
import { ServerSentEventGenerator } from '@starfederation/datastar-sdk/web';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';
import type { Asset } from './assets.js';
import type { Carts } from './cart.js';
import { findProduct, type Product } from './products.js';
import { readQuantity } from './quantity.js';
import { cartCount } from './views/cart-count.js';
import type { PageContext, View } from './views/layout.js';
import { homePage, messagePage, productPage } from './views/pages.js';
import { purchaseForm, purchaseMessage } from './views/purchase-form.js';

type Request = Context<{ Variables: SecureHeadersVariables }>;

interface Shop {
  readonly carts: Carts;
  readonly assets: ReadonlyMap<string, Asset>;
}

export function createApp({ carts, assets }: Shop): Hono<{ Variables: SecureHeadersVariables }> {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();

  app.use(compress(), secureHeaders(headers), csrf());

  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store'); // the way back shows the cart as it is now
  });

  for (const [address, { type, body }] of assets)
    app.get(address, etag(), (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));

  app.get('/', async (c) => c.html(homePage(await pageContext(c))));

  app.get('/product/:id', async (c) => {
    const product = findProduct(c.req.param('id'));
    if (!product) return c.html(messagePage(await pageContext(c), 'Not in the shop', unknownItem), 404);
    const context = await pageContext(c);
    return c.html(productPage(context, { product, cartId: context.cartId, message: messageAfterRedirect(c, product) }));
  });

  app.post('/add-item', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const fields = await c.req.parseBody({ all: true }).catch(refuse);
    const cartId = cartIdOf(c, fields['cart-id']);
    const product = findProduct(fields['item-id']);
    if (!product) {
      if (isFromDatastar(c)) return patch(c, purchaseMessage(unknownItem));
      return c.html(messagePage(await pageContext(c, cartId), 'Not in the shop', unknownItem), 422);
    }

    const quantity = readQuantity(fields['quantity']);
    if ('error' in quantity) {
      const purchase = { product, cartId, quantity: quantity.shown, error: quantity.error };
      if (isFromDatastar(c)) return patch(c, purchaseForm(purchase));
      return c.html(productPage(await pageContext(c, cartId), purchase), 422);
    }

    await carts.add(cartId, product.id, quantity.count);
    if (isFromDatastar(c)) {
      const message = addedMessage(product, quantity.count, quantity.isAssumed);
      return patch(c, purchaseForm({ product, cartId, message }), cartCount(await carts.count(cartId)));
    }
    const said = new URLSearchParams({ added: `${quantity.count}`, ...(quantity.isAssumed && { assumed: 'yes' }) });
    return c.redirect(`/product/${product.id}?${said}`, 303);
  });

  app.notFound(async (c) =>
    c.html(messagePage(await pageContext(c), 'Nothing here', 'No page has this address.'), 404),
  );

  app.onError(async (error, c) => {
    if (error instanceof HTTPException)
      return c.html(messagePage(await pageContext(c), 'Refused', 'The shop cannot take this request.'), error.status);
    console.error(error);
    return c.html(messagePage(await pageContext(c), 'Clouded out', 'Something broke. Please try again.'), 500);
  });

  async function pageContext(c: Request, cartId = cartIdOf(c)): Promise<PageContext> {
    return { nonce: c.get('secureHeadersNonce') ?? '', cartId, inCart: await carts.count(cartId) };
  }

  return app;
}

const unknownItem = 'We have no such thing in the shop. It may have been sold out while the page was open.';

function addedMessage({ name }: Product, count: number, isAssumed: boolean): string {
  const added = `${count} × ${name} added to your cart.`;
  return isAssumed ? `No quantity was given, so we took one. ${added}` : added;
}

/** What the page says that a plain form post was redirected to. Anybody can write this address: it is read like a form. */
function messageAfterRedirect(c: Request, product: Product): string {
  const { added, assumed } = c.req.query();
  const quantity = readQuantity(added);
  if (added === undefined || 'error' in quantity) return '';
  return addedMessage(product, quantity.count, assumed === 'yes');
}

/** A body that is no form, whatever its type claims. */
function refuse(): never {
  throw new HTTPException(400);
}

function isFromDatastar(c: Request): boolean {
  return c.req.header('datastar-request') === 'true';
}

/** One response that changes several places of the page. */
async function patch(c: Request, ...views: View[]): Promise<Response> {
  const { body, headers } = ServerSentEventGenerator.stream(async (stream) => {
    for (const view of views) stream.patchElements(await view);
  });
  return c.newResponse(body, { headers }); // by way of the context, which adds cookie and secure headers
}

const cartCookie = 'cart-id';
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The cookie names the cart; where cookies are off, the form does; a new visitor gets a new one. */
function cartIdOf(c: Request, fromForm?: unknown): string {
  const known = [getCookie(c, cartCookie), fromForm].find((id) => typeof id === 'string' && uuid.test(id));
  const cartId = typeof known === 'string' ? known : randomUUID();
  setCookie(c, cartCookie, cartId, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 60 * 60 * 24 * 30,
    secure: new URL(c.req.url).protocol === 'https:',
  });
  return cartId;
}

/** Datastar runs in its nonce mode: no `unsafe-eval`, and Trusted Types on. */
const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'], // the stylesheet's own icons are data: images
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['datastar', 'lit-html'],
  },
  referrerPolicy: 'same-origin', // without a referrer the browser would send no origin with a form, and CSRF protection needs one
  strictTransportSecurity: false, // for the proxy that ends TLS to say
};
