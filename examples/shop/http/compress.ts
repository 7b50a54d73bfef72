import { brotliCompressSync, constants } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { createMiddleware } from 'hono/factory';

const smallest = 256; // bytes; below that the header costs what the body saves

export function takesBrotli(c: Context): boolean {
  return accepts(c, { header: 'Accept-Encoding', supports: ['br'], default: '' }) === 'br';
}

/**
 * Brotli for whole answers of text. Not for live streams (`no-transform`): each would hold a compressor's memory for as
 * long as its page is open, to shorten events of two hundred bytes.
 */
export const compress = createMiddleware(async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  if (!body || headers.has('Content-Encoding') || headers.get('Cache-Control')?.includes('no-transform')) return;
  if (!/^(text\/|image\/svg)/.test(headers.get('Content-Type') ?? '')) return;
  if (!headers.get('Vary')?.includes('Accept-Encoding')) c.header('Vary', 'Accept-Encoding', { append: true });
  if (!takesBrotli(c)) return;

  const plain = Buffer.from(await c.res.arrayBuffer());
  // Here and now: to hand a few kilobytes to another thread takes longer than to compress them.
  const isWorth = plain.length >= smallest;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  c.res = new Response(isWorth ? brotliCompressSync(plain, options) : plain, { status, headers: c.res.headers });
  c.res.headers.delete('Content-Length');
  if (!isWorth) return;
  c.res.headers.set('Content-Encoding', 'br');
  const etag = headers.get('ETag');
  if (etag && !etag.startsWith('W/')) c.res.headers.set('ETag', `W/${etag}`); // the same content in other bytes
});
