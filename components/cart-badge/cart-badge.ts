import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { boolean, integer, text } from '../../src/attributes.js';
import { DsElement, property } from '../../src/element.js';
import { formatNumber } from '../../src/locale.js';
import { address } from './address.js';
import { styles } from './cart-badge.styles.js';

/** Milliseconds without a change after which a count has settled. */
const SETTLED = 500;

/**
 * A count on an icon, anywhere on the page. It reads "label: count"; a change is read out once it has settled, and
 * shown by a short bump.
 *
 * @summary A count on an icon.
 *
 * @slot - The icon; a shopping cart by default.
 *
 * @csspart base - The link, or what stands in its place.
 * @csspart icon - The default icon.
 * @csspart count - The number.
 *
 * @cssproperty [--ds-badge-background] - Background of the number.
 * @cssproperty [--ds-badge-color=white] - Colour of the number.
 * @cssproperty [--ds-focus-color=Highlight] - Colour of the focus ring.
 *
 * @cssstate empty - The count is 0.
 */
export class DsCartBadge extends DsElement {
  static override styles: CSSResultGroup = styles;

  /** What is counted: a whole number, at least 0. Default 0. */
  @property({ converter: integer({ min: 0, default: 0 }) }) declare count: number;

  /** Greatest number that is shown as it is, at least 1; 120 of 99 shows as 99+. Default 99. */
  @property({ converter: integer({ min: 1, default: 99 }) }) declare max: number;

  /** Where the badge leads to, relative or http(s); without one it is no link. */
  @property({ converter: address }) declare href: string;

  /** What is counted, in words. Default "Items in cart". */
  @property({ converter: text('Items in cart') }) declare label: string;

  /** Whether a count of 0 is seen. It is read out in any case. */
  @property({ attribute: 'show-zero', converter: boolean() }) declare showZero: boolean;

  readonly #internals = this.attachInternals();
  #timer = 0;
  #changedAt = 0;
  /** The count that was read out last, or that came first: with the template, or by a signal. */
  #announced: number | undefined;
  /** What the live region says. */
  #announcement = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const isKnown = this.hasUpdated || this.count > 0 || this.hasAttribute('count');
    if (!changed.has('count') || !isKnown) return;
    this.#announced ??= this.count;
    this.#changedAt = performance.now();
    this.#settle();
  }

  /** Waits until the count rests. One timer a burst of changes, however many there are. */
  #settle(): void {
    if (this.#timer || this.count === this.#announced) return;
    const rest = this.#changedAt + SETTLED - performance.now();
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (performance.now() < this.#changedAt + SETTLED) this.#settle();
      else if (this.count !== this.#announced) this.#announce();
    }, rest);
  }

  #announce(): void {
    this.#announced = this.count;
    this.#announcement = `${this.label}: ${this.#text}`;
    this.requestUpdate();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.renderRoot
      .querySelector('[part=count]')
      ?.animate({ scale: [1, 1.35, 1] }, { duration: 250, easing: 'ease-out' });
  }

  get #text(): string {
    return this.count > this.max ? `${formatNumber(this, this.max)}+` : formatNumber(this, this.count);
  }

  protected override updated(): void {
    if (this.count) this.#internals.states.delete('empty');
    else this.#internals.states.add('empty');
  }

  protected override render(): TemplateResult {
    const content = html`<slot
        ><svg part="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <path d="M2 3h2.6l2.5 12h11.3l2.4-8.5H5.4"></path>
          <circle cx="8.5" cy="19.5" r="1.6"></circle>
          <circle cx="16.8" cy="19.5" r="1.6"></circle></svg></slot
      ><span class="spoken">${this.label}: </span
      ><span part="count" class=${this.count || this.showZero ? '' : 'spoken'}>${this.#text}</span>`;
    return html`${
        this.href ? html`<a part="base" href=${this.href}>${content}</a>` : html`<span part="base">${content}</span>`
      }<span class="spoken" role="status">${this.#announcement}</span>`;
  }
}
