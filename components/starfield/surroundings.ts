/** More device pixels than this to a CSS pixel cost time and show nothing. */
const SHARPEST = 2;

/** A picture of more pixels than this, or longer than this, is drawn coarser: 16 million are 64 MB. */
const MOST_PIXELS = 1 << 24;
const LONGEST_SIDE = 1 << 14;

const STILLNESS = '(prefers-reduced-motion: reduce)';

/** Everything outside an element that decides what it paints and whether it may move. */
export class Surroundings {
  /** Size of the picture, in its own pixels, and how many of them a CSS pixel has. */
  width = 0;
  height = 0;
  scale = 1;
  /** The person at the screen asked for less motion. */
  prefersStillness = false;
  #isOnScreen = false;
  #watching: AbortController | undefined;

  /** @param changed anything is another, or may be: the size (`isResized`), colours, seen or not, allowed to move or not */
  constructor(private readonly changed: (isResized: boolean) => void) {}

  /** On the screen, with an area, in a tab that is in front. */
  get isSeen(): boolean {
    return this.#isOnScreen && this.width * this.height > 0 && !document.hidden;
  }

  /** Watches until `release`. Once more changes nothing. */
  watch(canvas: HTMLCanvasElement): void {
    if (this.#watching) return;
    const { signal } = (this.#watching = new AbortController());
    const onChange = (): void => {
      this.prefersStillness = matchMedia(STILLNESS).matches;
      this.changed(false);
    };

    document.addEventListener('visibilitychange', onChange, { signal });
    for (const query of [STILLNESS, '(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', onChange, { signal });
    // The stylesheet gives the canvas a transition of its inherited colour: so the browser says when that changes,
    // for whatever reason, and nobody has to ask in every frame.
    for (const type of ['transitionrun', 'transitionend', 'contextrestored'])
      canvas.addEventListener(type, onChange, { signal });

    const size = new ResizeObserver(([entry]) => {
      if (entry) this.#measure(entry.contentRect);
    });
    size.observe(canvas);
    const sight = new IntersectionObserver((entries) => {
      this.#isOnScreen = entries.at(-1)?.isIntersecting ?? false;
      onChange();
    });
    sight.observe(canvas);
    signal.addEventListener('abort', () => {
      size.disconnect();
      sight.disconnect();
    });

    // A window dragged to another screen, or a zoom, changes the resolution and sometimes not the box.
    const watchResolution = (): void =>
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
        'change',
        () => {
          size.disconnect();
          size.observe(canvas); // it then tells the box anew
          watchResolution();
        },
        { once: true, signal },
      );
    watchResolution();
  }

  /** Lets go of everything that `watch` took. */
  release(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#isOnScreen = false;
  }

  #measure({ width, height }: DOMRectReadOnly): void {
    this.scale = Math.min(
      devicePixelRatio,
      SHARPEST,
      Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
      LONGEST_SIDE / Math.max(1, width, height),
    );
    this.width = Math.floor(width * this.scale);
    this.height = Math.floor(height * this.scale);
    this.changed(true);
  }
}
