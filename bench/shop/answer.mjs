/** How many bytes the answer to a purchase is: its body as it comes over the wire. */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { median } from '../stage.mjs';
import { datastarPost, product, shop, start } from './program.mjs';

const ANSWERS = 21; // each has a random key in it, which compresses now better, now worse

/** @returns {Promise<import('../report.mjs').Row[]>} */
export async function measureAnswer() {
  const { address, stop } = await start(shop);
  try {
    const bodies = [];
    for (let i = 0; i < ANSWERS; i++) bodies.push(await bodyOf(address));
    const plain = bodies.map((body) => brotliDecompressSync(body));
    for (const text of plain) if (!text.includes('added to your cart')) throw new Error(`Not bought: ${text}`);
    return [
      {
        name: 'the answer to a purchase, with brotli',
        unit: 'bytes',
        value: median(bodies.map(({ length }) => length)),
      },
      {
        name: 'the answer to a purchase, uncompressed',
        unit: 'bytes',
        value: median(plain.map(({ length }) => length)),
      },
    ];
  } finally {
    await stop();
  }
}

/** @param {string} address @returns {Promise<Buffer>} */
const bodyOf = (address) =>
  new Promise((resolve, reject) => {
    const headers = { ...datastarPost(address), Cookie: `session=${randomUUID()}` };
    const post = request(`${address}add-item`, { method: 'POST', headers }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      if (response.headers['content-encoding'] === 'br') resolve(Buffer.concat(chunks));
      else reject(new Error('The answer is not compressed'));
    });
    post.on('error', reject);
    post.end(`item-id=${product}&quantity=1&Idempotency-Key=${randomUUID()}`);
  });
