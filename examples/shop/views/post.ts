import { html } from 'hono/html';
import type { View } from './layout.js';

/**
 * Sends the form that it stands on. Where there is no answer it is sent again, every other second for a minute, and with what
 * the form says by then; the client's own patience would let a buyer wait for half a minute after the server is back.
 */
export function post(address: string): View {
  return html`@post('${address}', {contentType: 'form', retryMaxWait: 2000, retryMaxCount: 30})`;
}
