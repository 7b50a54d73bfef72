import { html } from 'hono/html';
import { layout, shopName, type PageContext, type View } from './layout.js';

/** A page that only has something to say: nothing here, not allowed, broken. */
export function messagePage(context: PageContext, title: string, message: string): View {
  return layout(context, {
    title: `${title} – ${shopName}`,
    heading: html`<h1>${title}</h1>`,
    main: html`<div class="message">
      <p>${message}</p>
      <p><a href="/">Go to the shop</a></p>
    </div>`,
  });
}
