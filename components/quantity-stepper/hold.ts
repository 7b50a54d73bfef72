/** Milliseconds until a held button repeats, between its first repeats, and between its fastest. */
const DELAY = 400;
const SLOWEST = 120;
const FASTEST = 40;
const ACCELERATION = 0.9;

/** A button that is held: repeats, faster and faster, until it is let go, and then says once that it is over. */
export class Hold {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;
  #hasRepeated = false;

  /**
   * @param repeat one more; false where there is no more
   * @param release the hold is over, after at least one repeat
   */
  constructor(
    private readonly repeat: (direction: number) => boolean,
    private readonly release: () => void,
  ) {}

  /** Begins to wait at `pointerdown`. The first step is the button's click, or the first repeat. */
  start(direction: number): void {
    this.stop();
    this.#hasRepeated = false;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ['pointerup', 'pointercancel', 'blur'])
      addEventListener(type, () => this.stop(), { signal, capture: true });
    let pause = SLOWEST;
    const again = (): void => {
      this.#hasRepeated = true;
      if (!this.repeat(direction)) return;
      this.#timer = setTimeout(again, pause);
      pause = Math.max(FASTEST, pause * ACCELERATION);
    };
    this.#timer = setTimeout(again, DELAY);
  }

  /** Ends the hold, whoever ends it. */
  stop(): void {
    if (!this.#listening) return;
    this.cancel();
    if (this.#hasRepeated) this.release();
  }

  /** Ends the hold without a word: the control has left the page. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#listening?.abort();
    this.#listening = undefined;
  }

  /** Whether `click` only ends a hold that has stepped already. One without a pointer (`detail` 0) never does. */
  swallows(click: MouseEvent): boolean {
    return click.detail > 0 && this.#hasRepeated;
  }
}
