/**
 * The baselines of ds-cart-badge: the same markup and the same stylesheet, written by hand for one attribute. The one
 * builds its tree once and then writes a Text node and the name; the other writes all of it anew by innerHTML.
 */
const kit = /** @type {typeof import('lit').LitElement} */ (await customElements.whenDefined('ds-cart-badge'));
const sheets = kit.elementStyles.map((style) => (style instanceof CSSStyleSheet ? style : style.styleSheet));

/** @param {string} count */
const markup = (count) => `<a part="base" role="img" aria-label="${nameOf(count)}"><slot
    ><svg part="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M2 3h2.6l2.5 12h11.3l2.4-8.5H5.4M8.5 17.9a1.6 1.6 0 1 0 .1 0zm8.3 0a1.6 1.6 0 1 0 .1 0z"></path></svg></slot
  ><span part="count">${count}</span></a><span role="status"></span>`;

/** @param {string} count */
const nameOf = (count) => `Items in cart: ${count}`;

const template = document.createElement('template');
template.innerHTML = markup('0');

/** Negative and junk as 0, and 99+. @param {string | null} value */
function textOf(value) {
  const count = Math.max(0, Math.trunc(Number(value)) || 0);
  return count > 99 ? '99+' : String(count);
}

class Badge extends HTMLElement {
  static observedAttributes = ['count'];
  root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    this.root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== undefined);
  }
}

class TextBadge extends Badge {
  #text = new Text('0');
  /** @type {Element | null} */
  #base;

  constructor() {
    super();
    this.root.append(template.content.cloneNode(true));
    this.root.querySelector('[part=count]')?.replaceChildren(this.#text);
    this.#base = this.root.querySelector('[part=base]');
  }

  /** @param {string} _name @param {string | null} _before @param {string | null} now */
  attributeChangedCallback(_name, _before, now) {
    const text = textOf(now);
    this.#text.data = text;
    this.#base?.setAttribute('aria-label', nameOf(text));
  }
}

class InnerHtmlBadge extends Badge {
  connectedCallback() {
    this.#render();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#render();
  }

  #render() {
    this.root.innerHTML = markup(textOf(this.getAttribute('count')));
  }
}

customElements.define('text-badge', TextBadge);
customElements.define('inner-html-badge', InnerHtmlBadge);
