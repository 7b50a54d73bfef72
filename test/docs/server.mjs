/** What the pages of a document talk to: the built kit and the real Datastar client as files, and answers of a test. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ServerSentEventGenerator } from '@starfederation/datastar-sdk/web';
import { datastar } from '../../scripts/datastar.mjs';
import { listen } from '../../scripts/listen.mjs';
import { root } from './markdown.mjs';

/** @typedef {(request: Request) => Response | Promise<Response>} Answer */

/** @param {{ version?: string, answers?: Record<string, Answer> }} [options] which Datastar, and what a path answers */
export async function openServer({ version, answers: own = {} } = {}) {
  const client = await readFile(await datastar(version));
  const answers = new Map(Object.entries(own));

  /** @param {Request} request */
  const answer = async (request) => {
    const { pathname } = new URL(request.url);
    const special = answers.get(pathname);
    if (special) return special(request);
    const [, folder, name = ''] = /^\/(dist|static|node_modules)\/(.+\.(?:js|css))$/.exec(pathname) ?? [];
    // A page of one's own has the files of `dist/` in `static/`, and the client beside them.
    if (pathname === '/datastar.js' || pathname === '/static/datastar.js') return file(client, 'javascript');
    const path = folder && new URL(`${folder === 'static' ? 'dist' : folder}/${name}`, root);
    if (path && existsSync(path)) return file(await readFile(path), name.endsWith('.css') ? 'css' : 'javascript');
    if (request.method !== 'GET') return events(() => {});
    return new Response(null, { status: pathname === '/favicon.ico' ? 204 : 404 });
  };

  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  const { origin, close } = await listen(server);

  return {
    /** The address of a page from now on. @param {string} html @param {Record<string, string>} [headers] */
    serve(html, headers = {}) {
      const path = `/page-${answers.size}`;
      answers.set(
        path,
        () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
      );
      return origin + path;
    },
    close,
  };
}

/** @param {Buffer} content @param {string} type */
const file = (content, type) =>
  new Response(new Uint8Array(content), { headers: { 'content-type': `text/${type}; charset=utf-8` } });

/** Server-sent events, as the official SDK writes them. @param {(stream: ServerSentEventGenerator) => void} write */
const events = (write) => ServerSentEventGenerator.stream(write, { onError: () => {} }); // a page may have left

/** An answer that changes elements. @param {string} html */
export const elements = (html) => events((stream) => stream.patchElements(html));

/** An answer that changes signals. @param {Record<string, unknown>} patch */
export const signals = (patch) => events((stream) => stream.patchSignals(JSON.stringify(patch)));
