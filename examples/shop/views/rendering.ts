import { html } from 'hono/html';
import type { View } from './layout.js';

/** A view is part of a whole page, of the answer to something done on an open one, or of news for it. */
export type Rendering = 'page' | 'patch' | 'live';

/** For what comes in the place of a button that was pressed: the focus would be lost with the button. */
export function takesFocus(rendering: Rendering): View {
  return rendering === 'patch' ? html`tabindex="-1" data-init="el.focus()"` : html``;
}
