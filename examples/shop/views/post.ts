import { html } from 'hono/html';
import type { View } from './layout.js';

/**
 * Sends the form that it stands on. Where there is no answer it is sent again, every other second for a minute, and with what
 * the form says by then; the client's own patience would let a buyer wait for half a minute after the server is back.
 *
 * @param retries how often; none for a form that may say something else by then than what was pressed
 */
export function post(address: string, { retries = 30 } = {}): View {
  return html`@post('${address}', {contentType: 'form', retryMaxWait: 2000, retryMaxCount: ${retries}})`;
}
