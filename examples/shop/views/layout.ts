import { html } from 'hono/html';
import { sky } from './sky.js';

/** A piece of HTML in which every value that came in is escaped. */
export type View = ReturnType<typeof html>;

export const shopName = 'Hollow Hill Observatory shop';

/** What every page needs to know about its request. */
export interface PageContext {
  /** Lets our two scripts, and the expressions Datastar compiles, through the Content-Security-Policy. */
  readonly nonce: string;
  /** Names this page among all that are open. */
  readonly page: string;
  /** Where the page hears what changes elsewhere; empty where it does not. */
  readonly live: string;
  readonly inCart: number;
  /** The ids of the products. */
  readonly favourites: ReadonlySet<string>;
}

interface Page {
  readonly title: string;
  /** What stands in the night sky above the page. */
  readonly heading: View;
  readonly main: View;
  readonly isHome?: boolean;
}

export function layout(context: PageContext, { title, heading, main, isHome = false }: Page): View {
  const { nonce } = context;
  return html`<!doctype html>
    <html lang="en" data-nonce="${nonce}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href="/eb-garamond.woff2" as="font" type="font/woff2" crossorigin />
        ${pageTransitions(nonce)}
        <link rel="stylesheet" href="/pico.css" />
        <link rel="stylesheet" href="/ds-elements.css" />
        <link rel="stylesheet" href="/shop.css" />
        <link rel="stylesheet" href="/press.css" />
        <link rel="stylesheet" href="/header.css" />
        <link rel="stylesheet" href="/sky.css" />
        <link rel="stylesheet" href="/tonight.css" />
        <link rel="stylesheet" href="/products.css" />
        <link rel="stylesheet" href="/favourite.css" />
        <link rel="stylesheet" href="/product.css" />
        <link rel="stylesheet" href="/cart.css" />
        <link rel="stylesheet" href="/checkout.css" />
        <link rel="stylesheet" href="/admin.css" />
        <link rel="stylesheet" href="/transitions.css" />
        <script type="module" nonce="${nonce}" src="/ds-elements.js"></script>
        <script type="module" nonce="${nonce}" src="/datastar.js"></script>
      </head>
      <body>
        ${sky({ heading, isHome, inCart: context.inCart, favourites: context.favourites.size })}
        <main id="main" tabindex="-1">${serverTrouble()} ${main}</main>
        ${context.live && live(context)}
        <footer>
          <p>
            Hollow Hill Observatory is made up, and so is its shop: an example of what ds-elements can do.
            <a href="/admin">Behind the counter</a>
          </p>
        </footer>
      </body>
    </html>`;
}

/** Pages follow one another by a view transition. In a stylesheet of its own the rule would often come too late. */
function pageTransitions(nonce: string): View {
  return html`<style nonce="${nonce}">
    @media (prefers-reduced-motion: no-preference) {
      @view-transition {
        navigation: auto;
      }
    }
  </style>`;
}

/**
 * The one stream of a page. A tab that is hidden lets go of it, and takes it up again when it is shown; one that was opened
 * behind another waits until then. After a failure the client asks once a second until the server is back, and gets the
 * state as it is by then. Where the page shows a log, its newest entry says what need not come again.
 *
 * The client would do this by itself, but leaves a retry that is due: a hidden tab would go on asking, and one that is shown
 * in time would have two streams.
 */
function live({ live, page }: PageContext): View {
  const address = `${live}${live.includes('?') ? '&' : '?'}page=${page}`;
  const start = `
      el.stream?.abort();
      document.hidden || @get('${address}', {
        requestCancellation: el.stream = new AbortController(),
        openWhenHidden: true,
        headers: {'last-event-id': document.querySelector('[data-event-id]')?.dataset.eventId ?? ''},
        retry: 'always', retryScaler: 1, retryMaxCount: Infinity
      })`;
  return html`<div id="live" data-init="${start}" data-on:visibilitychange__document="${start}"></div>`;
}

/**
 * The client applies nothing but a 200. Whatever else happens to a request is said here, until an answer to one comes; and
 * apart from that, how the live stream fares, whose news are no answer to a form. How long one waits is noted at the element
 * that sent it: another's answer is none. `finished` is none either, as it comes late, when the next has started, of a
 * request that the client cancelled for it.
 */
function serverTrouble(): View {
  return html`<p
    id="server-trouble"
    role="alert"
    data-signals="{_trouble: '', _liveTrouble: ''}"
    data-text="$_trouble || $_liveTrouble"
    data-on:datastar-fetch="
      const {type, el: sender} = evt.detail;
      const trouble = {
        'error': 'The server could not do that. Please try again.',
        'retrying': 'The server did not answer. Trying again…',
        'retries-failed': 'The server does not answer. Please try again later.',
        'datastar-patch-elements': ''
      }[type];
      if (sender.id === 'live') $_liveTrouble = trouble ?? $_liveTrouble;
      else {
        if (type !== 'finished') clearTimeout(sender.timer);
        if (type === 'started') sender.timer = setTimeout(() => $_trouble = 'The server is slow to answer. Still waiting…', 8000);
        $_trouble = trouble ?? $_trouble
      }"
  ></p>`;
}
