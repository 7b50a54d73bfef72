import { randomUUID } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.js';

const yearInSeconds = 60 * 60 * 24 * 365; // for as long as the store remembers
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Knows a visitor by a cookie that no script can read; whoever comes without one gets one. Nothing is stored before they act.
 * Over HTTPS its name begins with `__Host-`: browsers take such a cookie from this host alone, so that no neighbour under the
 * same domain can plant one, and read what is ordered by it.
 */
export const session = createMiddleware<Env>(async (c, next) => {
  const secure = (c.var.shop.origin ?? c.req.url).startsWith('https:');
  const cookie = secure ? '__Host-session' : 'session';
  const known = getCookie(c, cookie);
  const id = known !== undefined && uuid.test(known) ? known : randomUUID();
  c.set('session', id);
  setCookie(c, cookie, id, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: yearInSeconds, secure });
  await next();
});
