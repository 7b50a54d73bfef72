import { html } from 'hono/html';
import { sky } from './sky.js';

/** A piece of HTML in which every value that came in is escaped. */
export type View = ReturnType<typeof html>;

/** What every page needs to know about its request. */
export interface PageContext {
  /** Lets our two scripts, and the expressions Datastar compiles, through the Content-Security-Policy. */
  readonly nonce: string;
  readonly cartId: string;
  readonly inCart: number;
}

interface Page {
  readonly title: string;
  /** What stands in the night sky above the page. */
  readonly heading: View;
  readonly main: View;
  readonly isHome?: boolean;
}

export function layout({ nonce, inCart }: PageContext, { title, heading, main, isHome = false }: Page): View {
  return html`<!doctype html>
    <html lang="en" data-nonce="${nonce}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href="/eb-garamond.woff2" as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href="/pico.css" />
        <link rel="stylesheet" href="/shop.css" />
        <script type="module" nonce="${nonce}" src="/ds-elements.js"></script>
        <script type="module" nonce="${nonce}" src="/datastar.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the shop</a>
        ${sky({ heading, isHome, inCart })}
        <main id="main">${serverTrouble()} ${main}</main>
        <footer>
          <p>Hollow Hill Observatory is made up, and so is its shop: an example of what ds-elements does.</p>
        </footer>
      </body>
    </html>`;
}

/** The client applies nothing but a 200. Whatever else happens to a request is said here. */
function serverTrouble(): View {
  return html`<p
    id="server-trouble"
    role="alert"
    data-signals:_trouble="''"
    data-text="$_trouble"
    data-on:datastar-fetch="$_trouble = ({
      'error': 'The server could not do that. Please try again.',
      'retrying': 'The server did not answer. Trying again…',
      'retries-failed': 'The server still does not answer. Please try again later.',
      'datastar-patch-elements': ''
    })[evt.detail.type] ?? $_trouble"
  ></p>`;
}
