import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { boolean, integer, number, percent, text } from '../../src/attributes.js';
import { DsElement, inputs } from '../../src/element.js';
import { pixelOf } from './colour.js';
import { Flight } from './flight.js';
import { Picture } from './picture.js';
import { trailDepth } from './projection.js';
import { Stars } from './simulation.js';
import { styles } from './starfield.styles.js';
import { Surroundings } from './surroundings.js';

/**
 * A star field to fly through. It fills its own box, in the text colour, over whatever background CSS gives it.
 *
 * It moves by time, not by frames, and rests when nobody looks: off screen, in a hidden tab, paused, at speed 0, or
 * where the person prefers less motion. A picture that rests is still painted anew when an attribute, the box or the
 * theme changes.
 *
 * @summary A star field to fly through.
 *
 * @csspart canvas - The canvas that the stars are painted on.
 */
export class DsStarfield extends DsElement {
  static override styles: CSSResultGroup = styles;

  static {
    inputs(this, {
      centerX: percent(50),
      centerY: percent(50),
      speed: number({ min: -500, max: 500, default: 10 }),
      starCount: integer({ min: 0, max: 200_000, default: 1000 }),
      starSize: number({ min: 0, max: 100, default: 2.5 }),
      streak: percent(50),
      paused: boolean(),
      seed: text(),
      label: text(),
    });
  }

  /** Where the stars come from, in percent of the width, 0 to 100. Default 50. */
  declare centerX: number;

  /** Where the stars come from, in percent of the height, 0 to 100. Default 50. */
  declare centerY: number;

  /** Depth units per 1/60 s, −500 to 500, in a field 1,000 deep. 0 stands still, negative flies backwards. Default 10. */
  declare speed: number;

  /** How many stars there are, 0 to 200,000; about a third of them is in view. Default 1,000. */
  declare starCount: number;

  /** Diameter of a star at the front, in CSS pixels, 0 to 100; the farthest have a third of it. Default 2.5. */
  declare starSize: number;

  /** Length of the trails, in percent of the longest, 0 to 100; they also grow with the speed. Default 50. */
  declare streak: number;

  /** Whether the field rests where it is. */
  declare paused: boolean;

  /** Any text: the same seed draws the same field, on every screen. Default: empty, which is a seed like any other. */
  declare seed: string;

  /** Accessible name, where the field means something. Without one it is decoration, and hidden from screen readers. */
  declare label: string;

  readonly #flight = new Flight();
  readonly #surroundings = new Surroundings((isResized) => {
    this.#isColourOld = true; // whatever changed: what is not rendered hears of no change of colour
    this.#isStale = true;
    // At once: a canvas that takes a new size is empty, and nobody should see that.
    if (isResized && this.#surroundings.isSeen) this.#paint();
    this.#schedule();
  });
  #picture: Picture | undefined;
  #stars: Stars | undefined;
  /** Colour of the stars. */
  #pixel = 0;
  #isColourOld = true;
  #frame = 0;
  /** What is seen is not what should be seen. */
  #isStale = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    // A move is a removal and an insertion in browsers without moveBefore: it needs no new start.
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('label')) return; // it has at first, too
    // Without attributes of the host, which belong to the page.
    this.internals.role = this.label ? 'img' : null;
    this.internals.ariaLabel = this.label || null;
    this.internals.ariaHidden = this.label ? null : 'true';
  }

  protected override firstUpdated(): void {
    this.#watch();
  }

  protected override updated(): void {
    this.#isStale = true;
    this.#schedule();
  }

  #watch(): void {
    const canvas = this.shadowRoot?.querySelector('canvas');
    if (!canvas || !this.isConnected) return;
    this.#picture ??= new Picture(canvas);
    this.#surroundings.watch(canvas);
    this.#schedule();
  }

  #release(): void {
    this.#surroundings.release();
    this.#picture?.release();
    this.#picture = this.#stars = undefined;
    this.#isStale = true;
  }

  get #isMoving(): boolean {
    return this.speed !== 0 && !this.paused && this.starCount > 0 && !this.#surroundings.prefersStillness;
  }

  /** The one place that asks for a frame: where one is due, and somebody sees it. */
  #schedule(): void {
    const isDue = this.isConnected && this.#surroundings.isSeen && (this.#isStale || this.#isMoving);
    if (!isDue) this.#stop();
    else if (!this.#frame) this.#frame = requestAnimationFrame(this.#onFrame);
  }

  #stop(): void {
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#flight.rest();
  }

  readonly #onFrame = (now: number): void => {
    this.#frame = 0;
    if (this.#isMoving) this.#flight.advance(now, this.speed);
    else this.#flight.rest();
    this.#paint();
    this.#schedule();
  };

  #paint(): void {
    const { width, height, scale } = this.#surroundings;
    if (!this.#picture || !width || !height) return;
    if (this.#stars?.seed !== this.seed || this.#stars.count !== this.starCount)
      this.#stars = new Stars(this.starCount, this.seed);
    if (this.#isColourOld) {
      const pixel = pixelOf(getComputedStyle(this).color);
      // One that has changed may be on its way still: not every browser tells of the last step.
      this.#isColourOld = pixel !== this.#pixel;
      this.#pixel = pixel;
    }
    this.#stars.moveTo(this.#flight.distance);
    const view = {
      width,
      height,
      centerX: (width * this.centerX) / 100,
      centerY: (height * this.centerY) / 100,
      size: this.starSize * scale,
      trail: trailDepth(this.speed, this.streak),
    };
    this.#picture.show(this.#stars, view, this.#pixel);
    this.#isStale = this.#isColourOld;
  }

  protected override render(): TemplateResult {
    return html`<canvas part="canvas" aria-hidden="true"></canvas>`;
  }
}
