import { randomUUID } from 'node:crypto';
import { Events } from '../live/events.js';
import type { Refusal } from '../store/refusal.js';
import type { PageContext, View } from '../views/layout.js';
import { messagePage } from '../views/message.js';
import type { ShopContext } from './env.js';

/** The client says so with every request; nobody else does. */
export function isFromDatastar(c: ShopContext): boolean {
  return c.req.header('Datastar-Request') === 'true';
}

/** One answer that changes several places of the page. */
export async function patch(c: ShopContext, ...views: View[]): Promise<Response> {
  const events = new Events();
  for (const view of views) events.patchElements(String(await view));
  return sendEvents(c, events);
}

export function sendEvents(c: ShopContext, events: Events): Response {
  return c.body(events.take(), 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
}

/** An answer that goes on for as long as the page is open. */
export async function sendStream(c: ShopContext, stream: ReadableStream<Uint8Array>): Promise<Response> {
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store, no-transform');
  c.header('X-Accel-Buffering', 'no'); // nginx would hold an event back until it has enough of them
  if (c.req.method !== 'HEAD') return c.body(stream);
  await stream.cancel(); // nobody will read it, so nobody else would ever end it
  return c.body(null);
}

/** Says why not: in its place to Datastar, which applies nothing but a 200, and on a page of its own to a plain form. */
export async function refuse(
  c: ShopContext,
  { message, status }: Refusal,
  messageView: (message: string, c: ShopContext) => View,
): Promise<Response> {
  if (isFromDatastar(c)) return patch(c, messageView(message, c));
  return c.html(messagePage(pageContext(c), 'That did not work', message), status);
}

/** What every page needs to know about its request. */
export function pageContext(c: ShopContext, live = '/live'): PageContext {
  const { shop, session, secureHeadersNonce = '' } = c.var;
  return {
    nonce: secureHeadersNonce,
    page: randomUUID(),
    live,
    inCart: shop.store.carts.count(session),
    favourites: shop.store.favourites.of(session),
  };
}

/** The same for a page that has to do without the store. */
export function bareContext({ var: { secureHeadersNonce = '' } }: ShopContext): PageContext {
  return { nonce: secureHeadersNonce, page: '', live: '', inCart: 0, favourites: new Set() };
}

/** The page with hearts on it that a form was sent from: one of ours, and never a way out of the shop. */
export function cameFrom(c: ShopContext, otherwise: string): string {
  const address = c.req.header('Referer') ?? '';
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  return /^\/(favourites|info|product\/[\w-]+)?$/.test(path) ? path : otherwise;
}

/** A page that says what is not there. */
export function messageNotFound(c: ShopContext, message: string): Response | Promise<Response> {
  return c.html(messagePage(pageContext(c), 'Nothing here', message), 404);
}

/** Where a page hears about the products that it lists. */
export function liveList(products: readonly { readonly id: string }[]): string {
  return `/live?list=${products.map(({ id }) => id).join(',')}`;
}
