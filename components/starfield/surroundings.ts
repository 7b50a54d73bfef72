/** More device pixels than this to a CSS pixel cost time and show nothing. */
const SHARPEST = 2;

/** A picture of more pixels than this, or longer than this, is drawn coarser: 16 million are 64 MB. */
const MOST_PIXELS = 1 << 24;
const LONGEST_SIDE = 1 << 14;

/** What a canvas is told about the world around it. */
export interface Listener {
  /** The box or the screen's resolution is another. */
  resized(): void;
  /** The text colour is another, or may be. */
  recoloured(): void;
  /** Seen or not, allowed to move or not. */
  shownOrHidden(): void;
}

/** Everything outside an element that decides what it paints and whether it may move. */
export class Surroundings {
  /** Size of the picture, in its own pixels, and how many of them a CSS pixel has. */
  width = 0;
  height = 0;
  scale = 1;
  /** The person at the screen asked for less motion. */
  prefersStillness = false;
  #isOnScreen = false;
  #box: { width: number; height: number } = { width: 0, height: 0 };
  #watching: AbortController | undefined;

  constructor(readonly listener: Listener) {}

  /** On the screen, in a tab that is in front. */
  get isSeen(): boolean {
    return this.#isOnScreen && !document.hidden;
  }

  get isWatching(): boolean {
    return this.#watching !== undefined;
  }

  watch(canvas: HTMLCanvasElement): void {
    const { listener } = this;
    const { signal } = (this.#watching = new AbortController());

    document.addEventListener('visibilitychange', () => listener.shownOrHidden(), { signal });
    const stillness = matchMedia('(prefers-reduced-motion: reduce)');
    this.prefersStillness = stillness.matches;
    stillness.addEventListener(
      'change',
      () => {
        this.prefersStillness = stillness.matches;
        listener.shownOrHidden();
      },
      { signal },
    );

    // The stylesheet gives the canvas a transition of its inherited colour: so the browser says when that changes,
    // for whatever reason, and nobody has to ask in every frame.
    for (const type of ['transitionrun', 'transitionend', 'contextrestored'])
      canvas.addEventListener(type, () => listener.recoloured(), { signal });
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', () => listener.recoloured(), { signal });

    this.#watchResolution(signal);
    const size = new ResizeObserver(([entry]) => {
      if (entry) this.#box = entry.contentRect;
      this.#measure();
    });
    size.observe(canvas);
    const sight = new IntersectionObserver((entries) => {
      this.#isOnScreen = entries.at(-1)?.isIntersecting ?? false;
      listener.shownOrHidden();
    });
    sight.observe(canvas);
    signal.addEventListener('abort', () => {
      size.disconnect();
      sight.disconnect();
    });
  }

  /** Lets go of everything that `watch` took. */
  release(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#isOnScreen = false;
  }

  /** A window dragged to another screen, or a zoom, changes the resolution and sometimes not the box. */
  #watchResolution(signal: AbortSignal): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#measure();
        this.#watchResolution(signal);
      },
      { once: true, signal },
    );
  }

  #measure(): void {
    const { width, height } = this.#box;
    this.scale = Math.min(
      devicePixelRatio,
      SHARPEST,
      Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
      LONGEST_SIDE / Math.max(1, width, height),
    );
    this.width = Math.floor(width * this.scale);
    this.height = Math.floor(height * this.scale);
    this.listener.resized();
  }
}
