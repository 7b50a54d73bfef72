import { html } from 'hono/html';
import type { View } from './layout.js';

/** A view is part of a whole page, or of what changes an open one. */
export type Rendering = 'page' | 'patch';

/** Focuses what is patched in, each time: the client would not run what a morph finds there already. */
export const focus = html`data-init="el.removeAttribute('data-init'); el.focus()"`;

/** For what comes in the place of a button that was pressed: the focus would be lost with the button. */
export function takesFocus(rendering: Rendering): View {
  return rendering === 'patch' ? html`tabindex="-1" ${focus}` : html``;
}
