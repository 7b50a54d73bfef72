import { randomUUID } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.js';

const cookie = 'session';
const yearInSeconds = 60 * 60 * 24 * 365; // for as long as the store remembers
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Knows a visitor by a cookie that no script can read; a new one gets a new one. Nothing is stored before they act. */
export const session = createMiddleware<Env>(async (c, next) => {
  const known = getCookie(c, cookie);
  const id = known !== undefined && uuid.test(known) ? known : randomUUID();
  c.set('session', id);
  setCookie(c, cookie, id, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: yearInSeconds,
    secure: (c.var.shop.origin ?? c.req.url).startsWith('https:'),
  });
  await next();
});
