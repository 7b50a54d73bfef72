import { random, seedOf } from './random.js';

/** How far one sees, in depth units: at speed 10 a star comes from there to the eye in 100 sixtieths of a second. */
export const DEPTH = 1000;

/** Rows of random numbers that belong to a star for good, out of reach of its places, which are two rows a lap. */
const START = 1 << 30;
const MAGNITUDE = START + 1;

/**
 * Stars in a tunnel that is DEPTH long. Where they are follows from the seed and from the distance travelled alone, so
 * that time may be cut into frames of any length, flown backwards, or dropped and taken up again: the sky is the same.
 * More stars are added to the ones there are.
 */
export class Stars {
  /** Place on the far plane, 0 to 1 of its width and height: where the star is seen when it is farthest. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Distance from the eye, above 0 and up to DEPTH. */
  readonly z: Float32Array;
  /** How bright a star is by nature, 0 to 1. Most are faint. */
  readonly magnitude: Float32Array;
  /** Distance before the first step. */
  readonly #start: Float32Array;
  /** How often a star has been through the tunnel; each time it comes back elsewhere. */
  readonly #lap: Int32Array;
  readonly #seed: number;

  constructor(
    readonly count: number,
    readonly seed: string,
  ) {
    this.#seed = seedOf(seed);
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
    this.z = new Float32Array(count);
    this.magnitude = new Float32Array(count);
    this.#start = new Float32Array(count);
    this.#lap = new Int32Array(count);
    for (let star = 0; star < count; star++) {
      this.#start[star] = DEPTH * (1 - random(this.#seed, star, START));
      this.magnitude[star] = 0.35 + 0.65 * random(this.#seed, star, MAGNITUDE) ** 2;
      this.#place(star, 0);
    }
    this.moveTo(0);
  }

  /** Puts every star where it is after `travelled` depth units, which may be negative. */
  moveTo(travelled: number): void {
    const { count, z } = this;
    const start = this.#start;
    const laps = this.#lap;
    for (let star = 0; star < count; star++) {
      const ahead = (start[star] ?? 0) - travelled;
      const lap = Math.floor(-ahead / DEPTH) + 1;
      z[star] = ahead + lap * DEPTH;
      if (laps[star] !== lap) this.#place(star, lap);
    }
  }

  #place(star: number, lap: number): void {
    this.#lap[star] = lap;
    this.x[star] = random(this.#seed, star, 2 * lap);
    this.y[star] = random(this.#seed, star, 2 * lap + 1);
  }
}
