import { html } from 'hono/html';
import { cartCount, favouritesCount } from './counts.js';
import type { View } from './layout.js';

interface Sky {
  readonly heading: View;
  readonly isHome: boolean;
  readonly inCart: number;
  readonly favourites: number;
}

/** The night above the paper. The mouse moves the point that the stars fly from; the slider sets how fast. */
export function sky({ heading, isHome, inCart, favourites }: Sky): View {
  return html`<header
    id="sky"
    class="${isHome ? 'tall' : 'low'}"
    data-signals="{_x: 50, _y: 42, _speed: 6}"
    data-on:mousemove="
      const box = el.getBoundingClientRect();
      $_x = Math.round(100 * (evt.clientX - box.left) / box.width);
      $_y = Math.round(100 * (evt.clientY - box.top) / box.height)"
  >
    <a class="skip" href="#main">Skip to the shop</a>
    <ds-starfield
      center-x="50"
      center-y="42"
      speed="6"
      star-count="1500"
      star-size="2"
      data-attr:center-x="$_x"
      data-attr:center-y="$_y"
      data-attr:speed="$_speed"
    ></ds-starfield>
    ${hill}
    <nav aria-label="Shop">
      <a class="brand" href="/">
        ${dome}
        <span>Hollow Hill <small>Observatory shop</small></span>
      </a>
      <div class="counts">${favouritesCount(favourites)} ${cartCount(inCart)}</div>
      <noscript>
        <a href="/favourites">Favourites: ${favourites}</a>
        <a href="/cart">Items in cart: ${inCart}</a>
      </noscript>
    </nav>
    <div class="heading">
      <div>${heading}</div>
      <label hidden data-attr:hidden="false">
        Speed
        <input type="range" min="0" max="40" value="6" data-bind:_speed />
      </label>
    </div>
  </header>`;
}

const dome = html`<svg class="dome" viewBox="0 0 32 32" aria-hidden="true">
  <path d="M4 22a12 12 0 0 1 24 0z" fill="currentcolor" />
  <path class="slit" d="M15 10.1 19 9.6V22h-4z" />
  <path d="M6 24h20v4H6z" fill="currentcolor" />
</svg>`;

/** Where the sky ends and the paper begins: the hill in the colour of the page, and the observatory on it. */
const hill = html`<svg class="hill" viewBox="0 0 1200 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <path class="far" d="M-900 60C-600 20-300 120 0 62 200 26 420 10 640 34s300 62 560 40 600-40 900 0v50H-900z" />
  <path d="M728-8a32 32 0 0 1 64 0zM724-4h72v50h-72zM796 12h24v40h-24z" />
  <path class="slit" d="M758-39.8 768-41.5 778-8H767z" />
  <path class="slit" d="M752 14h12v24h-12z" />
  <path d="M-900 110C-500 140-200 40 0 80s120 20 350 18 250-60 400-60 290 40 450 66 600 10 900-20v60H-900z" />
</svg>`;
