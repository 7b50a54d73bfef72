/**
 * The server that tests talk to: the real Datastar client, and real answers by the official SDK.
 *
 * A test deposits an answer (`POST /answers`) and gets an address. Whatever asks that address, by any method, receives
 * the answer; what it sent is kept and can be read back. So a test says in one place what the server does, and a form,
 * an `@get()` and a page in a frame are all answered over HTTP.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { ServerSentEventGenerator } from '@starfederation/datastar-sdk/web';
import { Hono } from 'hono';
import { datastar } from '../../scripts/datastar.mjs';

/**
 * @typedef {import('./datastar.js').Answer} Answer
 * @typedef {import('./datastar.js').ReceivedRequest} ReceivedRequest
 * @typedef {import('./datastar.js').ServerEvent} ServerEvent
 * @typedef {{ answer: Answer, received: ReceivedRequest[], waiting: (() => void)[] }} Deposit
 */

const app = new Hono();
/** @type {Map<string, Deposit>} */
const deposits = new Map();

/** @param {string} [version] */
const client = async (version) =>
  new Response(new Uint8Array(await readFile(await datastar(version))), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
app.get('/datastar.js', () => client());
app.get('/datastar/:file{[0-9.]+\\.js}', (c) => client(c.req.param('file').slice(0, -3)));

app.post('/answers', async (c) => {
  const id = randomUUID();
  deposits.set(id, { answer: await c.req.json(), received: [], waiting: [] });
  return c.text(`/answers/${id}`);
});

/** The request number `index`, as soon as it has come. */
app.get('/answers/:id/requests/:index', async (c) => {
  const deposit = deposits.get(c.req.param('id'));
  if (!deposit) return c.notFound();
  const index = Number(c.req.param('index'));
  while (deposit.received.length <= index) await new Promise((done) => deposit.waiting.push(() => done(undefined)));
  return c.json(deposit.received[index]);
});

app.get('/answers/:id/requests', (c) => c.json(deposits.get(c.req.param('id'))?.received ?? []));

app.all('/answers/:id', async (c) => {
  const deposit = deposits.get(c.req.param('id'));
  if (!deposit) return c.notFound();
  deposit.received.push(await describe(c.req.raw));
  for (const wake of deposit.waiting.splice(0)) wake();
  return respond(deposit.answer);
});

/** @param {Request} request @returns {Promise<ReceivedRequest>} */
async function describe(request) {
  const type = request.headers.get('content-type')?.split(';')[0] ?? '';
  const isForm = type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data';
  const query = new URL(request.url).searchParams;
  const read = isForm ? undefined : await ServerSentEventGenerator.readSignals(request.clone());
  const fields = isForm ? await request.formData() : query;
  return {
    method: request.method,
    type,
    fromDatastar: request.headers.has('datastar-request'),
    fields: [...fields].filter(([name]) => name !== 'datastar').map(([name, value]) => [name, String(value)]),
    signals: read?.success ? read.signals : undefined,
  };
}

/** @param {Answer} answer @returns {Response} */
function respond({ status = 200, headers = {}, events, html, json, script }) {
  const typed = (/** @type {string} */ body, /** @type {string} */ type) =>
    new Response(body, { status, headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers } });
  if (html !== undefined) return typed(html, 'text/html');
  if (json !== undefined) return typed(JSON.stringify(json), 'application/json');
  if (script !== undefined) return typed(script, 'text/javascript');
  return ServerSentEventGenerator.stream(
    async (stream) => {
      for (const event of events ?? []) await send(stream, event);
    },
    { responseInit: { status, headers }, onError: () => {} }, // a client that has left is no error here
  );
}

/** @param {ServerSentEventGenerator} stream @param {ServerEvent} event */
async function send(stream, event) {
  if ('wait' in event) await wait(event.wait);
  else if ('signals' in event) {
    const { signals, ...options } = event;
    stream.patchSignals(JSON.stringify(signals), options);
  } else {
    const { elements, ...options } = event;
    stream.patchElements(elements, options);
  }
}

const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });

/** Lets the development server's own files be served by itself, and the rest by this one. @returns {NonNullable<import('@web/dev-server').DevServerConfig['middleware']>[number]} */
export const testServer = () => (context, next) => {
  if (!/^\/(answers|datastar|datastar\.js)(\/|$)/.test(context.path)) return next();
  context.respond = false;
  return listener(context.req, context.res);
};
