import { html, raw } from 'hono/html';
import type { View } from './layout.js';
import type { Rendering } from './rendering.js';

/** What a stepper can show of what was typed; the native field shows all of it. */
export function stepperValue(text: string): string {
  return Number.isNaN(Number(text)) ? '' : text;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string;
}

/**
 * A native field inside a stepper, for browsers that run no script: the stepper is no control there, and posts nothing. Only
 * a whole page may carry it. In a patch `<noscript>` is parsed as live content, and the form would send the field twice.
 */
export function scriptlessNumber(rendering: Rendering, { id, label, value, error }: Field): View {
  if (rendering !== 'page') return html``;
  return html`<noscript>
    <input
      id="${id}"
      name="quantity"
      inputmode="numeric"
      aria-label="${label}"
      value="${value}"
      ${error ? raw('aria-invalid="true"') : ''}
      aria-describedby="${id}-error"
    />
    <small id="${id}-error">${error}</small>
  </noscript>`;
}
