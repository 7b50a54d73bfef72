import { Hono } from 'hono';
import { takesBrotli } from '../http/compress.js';
import type { Env } from '../http/env.js';

/** The files of the bundle, asked for anew each time and sent again only when they changed. */
export const assets = new Hono<Env>().get('/:file{[^/]+\\.[a-z0-9]+}', async (c, next) => {
  const asset = c.var.shop.bundle.find(c.req.path);
  if (!asset) return next();
  const isBrotli = asset.brotli !== undefined && takesBrotli(c);
  const etag = `"${asset.etag}${isBrotli ? '.br' : ''}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  return c.body((isBrotli && asset.brotli) || asset.plain, 200, {
    ...headers,
    'Content-Type': asset.type,
    ...(isBrotli && { 'Content-Encoding': 'br' }),
  });
});
