import { Hono } from 'hono';
import { takesBrotli } from '../http/compress.js';
import type { Env } from '../http/env.js';
import { transitionNames } from '../views/products.js';

/** What is the same for everyone. The files of the bundle are asked for anew each time, and sent again when they changed. */
export const assets = new Hono<Env>()
  .get('/transitions.css', (c) =>
    c.body(transitionNames(c.var.shop.store.catalogue.all()), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'max-age=3600',
    }),
  )

  .get('/:file{[^/]+\\.[a-z0-9]+}', async (c, next) => {
    const asset = c.var.shop.bundle.find(c.req.path);
    if (!asset) return next();
    const isBrotli = asset.brotli !== undefined && takesBrotli(c);
    const etag = `"${asset.etag}${isBrotli ? '.br' : ''}"`;
    const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
    if (c.req.header('If-None-Match')?.replace(/^W\//, '') === etag) return c.body(null, 304, headers);
    return c.body((isBrotli && asset.brotli) || asset.plain, 200, {
      ...headers,
      'Content-Type': asset.type,
      ...(isBrotli && { 'Content-Encoding': 'br' }),
    });
  });
