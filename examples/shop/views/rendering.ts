import { html } from 'hono/html';
import type { View } from './layout.js';

/** A view is part of a whole page, or of what changes an open one. */
export type Rendering = 'page' | 'patch';

/** For what comes in the place of a button that was pressed: the focus would be lost with the button. */
export function takesFocus(rendering: Rendering): View {
  return rendering === 'patch' ? html`tabindex="-1" data-init="el.focus()"` : html``;
}
