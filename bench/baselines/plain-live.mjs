/**
 * The least that a server can do to tell open pages of a change: the same bytes as the shop's, written to each of them, with
 * no store, no rendering and no question who wants to know. `EVENT` is what to write; `{stock}` stands for the number.
 */
import { createServer } from 'node:http';

const event = process.env['EVENT'] ?? '';
/** @type {Set<import('node:http').ServerResponse>} */
const readers = new Set();

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.flushHeaders();
    readers.add(response);
    response.on('close', () => readers.delete(response));
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const text = event.replaceAll('{stock}', new URLSearchParams(body).get('stock') ?? '');
  for (const reader of readers) reader.write(text);
  response.end('Set.');
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
