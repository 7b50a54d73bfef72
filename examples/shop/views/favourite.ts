import { html } from 'hono/html';
import type { Product } from '../store/catalogue.js';
import { heart } from './counts.js';
import type { View } from './layout.js';
import { post } from './post.js';

/**
 * A heart to give and take back. The button says what is wanted, so that two quick clicks never end in the middle. It is sent
 * once: where only the answer was lost, the live stream has turned the button round by the next try.
 */
export function favourite({ id, name }: Product, isLiked: boolean): View {
  const address = `/favourite/${id}`;
  return html`<form
    id="favourite-${id}"
    class="favourite"
    method="post"
    action="${address}"
    data-on:submit="${post(address, { retries: 0 })}"
  >
    <button
      id="favourite-button-${id}"
      name="favourite"
      value="${isLiked ? 'no' : 'yes'}"
      aria-pressed="${String(isLiked)}"
      aria-label="Favourite: ${name}"
    >
      ${heart}
    </button>
    ${favouriteMessage(id, '')}
  </form>`;
}

/** Why a heart could not be given. */
export function favouriteMessage(id: string, message: string): View {
  return html`<p id="favourite-message-${id}" role="alert">${message}</p>`;
}
