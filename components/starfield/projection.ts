import { DEPTH, type Stars } from './simulation.js';

/** What the eye sees the stars through. Lengths in pixels of the picture. */
export interface View {
  width: number;
  height: number;
  /** The point that the stars come from. */
  centerX: number;
  centerY: number;
  /** Diameter of a star at the front. */
  size: number;
  /** How deep a trail reaches back, in depth units; negative when flying backwards. */
  trail: number;
}

/** Numbers a visible star is drawn from: x and y of its head, x and y of its trail's end, radius, brightness 0 to 1. */
export const STRIDE = 6;

/** Diameter of the farthest star, as a part of that at the front: a distant star is a point, but never nothing. */
const FARTHEST = 0.35;

/** Closer to the eye than this, a star flies past it. */
const NEAREST = 1;

/** Depth units of trail for each unit of `speed`, at 100 percent streak. */
const LONGEST_TRAIL = 8;

/** How deep a trail reaches back. It is what a long exposure would show, so it grows with the speed. */
export const trailDepth = (speed: number, streak: number): number => (speed * LONGEST_TRAIL * streak) / 100;

/**
 * Writes what is seen of the stars into `trails`, STRIDE numbers each.
 *
 * A star is where its place on the far plane is, pushed away from the centre the more, the nearer it is. So the farthest
 * stars fill the view wherever its centre lies, and the near ones swing aside when it moves.
 * @returns how many stars are seen
 */
export function project(stars: Stars, view: View, trails: Float32Array): number {
  const { count, x, y, z, magnitude } = stars;
  const { width, height, centerX, centerY, size, trail } = view;
  // A star and its trail are on one ray from the centre: where the inner end is outside, all is.
  const limitX = (width + size) / (2 * DEPTH);
  const limitY = (height + size) / (2 * DEPTH);
  const asideX = (centerX - width / 2) / DEPTH;
  const asideY = (centerY - height / 2) / DEPTH;
  let at = 0;
  for (let star = 0; star < count; star++) {
    let depth = z[star] ?? 0;
    if (depth < NEAREST) depth = NEAREST;
    let end = depth + trail;
    if (end < NEAREST) end = NEAREST;
    if (end > DEPTH) end = DEPTH;
    const fromX = (x[star] ?? 0) * width - centerX;
    const fromY = (y[star] ?? 0) * height - centerY;
    const inner = end > depth ? end : depth;
    // One branch instead of two.
    if (+(Math.abs(fromX + asideX * inner) > limitX * inner) | +(Math.abs(fromY + asideY * inner) > limitY * inner))
      continue;
    const near = DEPTH / depth;
    const far = DEPTH / end;
    const distance = depth / DEPTH;
    trails[at] = centerX + fromX * near;
    trails[at + 1] = centerY + fromY * near;
    trails[at + 2] = centerX + fromX * far;
    trails[at + 3] = centerY + fromY * far;
    const radius = (size / 2) * (FARTHEST + (1 - FARTHEST) * (1 - distance));
    trails[at + 4] = radius;
    // Out of the dark at the far end, so that no star pops up.
    trails[at + 5] = (magnitude[star] ?? 0) * (1 - distance * distance * distance) * (radius < 0.5 ? 2 * radius : 1);
    at += STRIDE;
  }
  return at / STRIDE;
}
