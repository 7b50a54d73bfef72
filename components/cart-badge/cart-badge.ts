import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { boolean, integer, text } from '../../src/attributes.js';
import { DsElement, inputs } from '../../src/element.js';
import { formatNumber } from '../../src/locale.js';
import { address } from './address.js';
import { styles } from './cart-badge.styles.js';

/** Milliseconds without a change after which a count has settled. */
const SETTLED = 500;

const icon = html`<svg part="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">
  <path d="M2 3h2.6l2.5 12h11.3l2.4-8.5H5.4M8.5 17.9a1.6 1.6 0 1 0 .1 0zm8.3 0a1.6 1.6 0 1 0 .1 0z"></path>
</svg>`;

/**
 * A count on an icon, anywhere on the page. It reads "label: count"; a change is read out once it has settled, and
 * shown by a short bump.
 *
 * @summary A count on an icon.
 *
 * @slot - The icon; a shopping cart by default.
 *
 * @csspart base - The link; without `href` it is none.
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

  static {
    inputs(this, {
      count: integer({ min: 0, default: 0 }),
      max: integer({ min: 1, default: 99 }),
      href: address,
      label: text('Items in cart'),
      showZero: boolean(),
    });
  }

  /** What is counted: a whole number, at least 0. Default 0. */
  declare count: number;

  /** Greatest number that is shown as it is, at least 1; 120 of 99 shows as 99+. Default 99. */
  declare max: number;

  /** Where the badge leads to: a page, `mailto:` or `tel:`; without one it is no link. */
  declare href: string;

  /** What is counted, in words. Default "Items in cart". */
  declare label: string;

  /** Whether a count of 0 is seen. It is read out in any case. */
  declare showZero: boolean;

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The count that was read out last, or that came first: with the template, or by a signal. */
  #announced: number | undefined;
  /** What the live region says. */
  #announcement = '';

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'count') this.#announced ??= this.count;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('count')) this.#settle();
  }

  /** Waits until the count rests. */
  #settle(): void {
    clearTimeout(this.#timer);
    if (this.count > 0) this.#announced ??= this.count;
    if (this.count !== (this.#announced ?? 0)) this.#timer = setTimeout(() => this.#announce(), SETTLED);
  }

  #announce(): void {
    this.#announced = this.count;
    this.#announcement = this.#spoken;
    this.requestUpdate();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.renderRoot
      .querySelector('[part=count]')
      ?.animate({ scale: [1, 1.35, 1] }, { duration: 250, easing: 'ease-out' });
  }

  get #text(): string {
    return formatNumber(this, Math.min(this.count, this.max)) + (this.count > this.max ? '+' : '');
  }

  get #spoken(): string {
    return `${this.label}: ${this.#text}`;
  }

  protected override updated(): void {
    this.showState('empty', this.count === 0);
  }

  protected override render(): TemplateResult {
    // The default icon is not the slot's own content, which a mere line break in the tag would take away.
    return html`<a
        part="base"
        href=${this.href || nothing}
        role=${this.href ? nothing : 'img'}
        aria-label=${this.#spoken}
        ><slot @slotchange=${() => this.requestUpdate()}></slot
        >${this.children[0] || this.textContent.trim() ? nothing : icon}<span
          part="count"
          ?hidden=${!this.count && !this.showZero}
          >${this.#text}</span
        ></a
      ><span role="status">${this.#announcement}</span>`;
  }
}
