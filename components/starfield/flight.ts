/** One sixtieth of a second, the time that `speed` counts in. */
const BEAT = 1000 / 60;

/** A longer gap than this between frames was a pause, not a slow frame: no leap after it. In milliseconds. */
const LONGEST_FRAME = 100;

/** How far the eye has flown: by time, whatever the rate of frames. */
export class Flight {
  /** In depth units. */
  distance = 0;
  #last: number | undefined;

  /** Flies on to the time `now`, in milliseconds. The first frame of a flight only looks at the clock. */
  advance(now: number, speed: number): void {
    const elapsed = Math.min(Math.max(now - (this.#last ?? now), 0), LONGEST_FRAME);
    this.#last = now;
    this.distance += (speed * elapsed) / BEAT;
  }

  /** Stands still until the next `advance`: the time until then does not count. */
  rest(): void {
    this.#last = undefined;
  }
}
