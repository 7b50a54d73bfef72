import { STRIDE } from './projection.js';

/** A picture of one colour: how opaque each pixel is, in the first of four bytes. */
export interface Pixels {
  readonly alphas: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Thickness that a trail loses to its end, as a part of the star's. */
const TAPER = 0.75;

/** A trail is fainter than its star, so that the star stands out. */
const TRAIL_LIGHT = 0.75;

/** A star of a smaller radius than this, in pixels, is drawn between pixels, not as an area. */
const SMALL = 0.65;

/** Where a trail gets fainter than this, nobody sees it. A part of the brightest star's light. */
const FAINTEST = 0.06;

/** Numbers with a fraction of 16 bits: whole numbers are faster, and the inner loops are all that counts here. */
const ONE = 1 << 16;

/**
 * Draws `count` stars from `trails` over what is there.
 *
 * Where things overlap the brighter wins: nothing has to be blended, and the larger of two whole numbers is found
 * without a branch. Branches that go this way and that by chance are what takes the time here.
 *
 * Everything below takes the place of a star in `trails` and not the star's numbers: a fraction that is passed to a
 * function costs an allocation.
 * @param opacity of the brightest star, 0 to 255
 */
export function paint(picture: Pixels, trails: Float32Array, count: number, opacity: number): void {
  for (let at = 0, end = count * STRIDE; at < end; at += STRIDE) {
    paintTrail(picture, trails, at, opacity);
    paintStar(picture, trails, at, opacity);
  }
}

/** A line that gets fainter, and thinner where it is thick: a few pixels across it for each one along its longer axis. */
function paintTrail({ alphas, width, height }: Pixels, trails: Float32Array, at: number, opacity: number): void {
  const headX = trails[at] ?? 0;
  const headY = trails[at + 1] ?? 0;
  const wide = (trails[at + 2] ?? 0) - headX;
  const high = (trails[at + 3] ?? 0) - headY;
  const radius = trails[at + 4] ?? 0;
  const brightness = TRAIL_LIGHT * (trails[at + 5] ?? 0);
  const light = opacity * brightness;
  const isFlat = Math.abs(wide) > Math.abs(high);
  // From here on "run" is the longer axis and "side" the other one.
  const run = isFlat ? headX : headY;
  const runLength = isFlat ? wide : high;
  const length = Math.abs(runLength);
  if (length < 0.5) return; // the star hides it
  const runLimit = isFlat ? width : height;
  const sideLimit = isFlat ? height : width;
  const runStride = isFlat ? 1 : width;
  const sideStride = isFlat ? width : 1;
  const step = runLength < 0 ? -1 : 1;
  const slope = (isFlat ? high : wide) / length;

  // The steps that are inside the picture and bright enough to be seen.
  const start = Math.floor(run) | 0;
  const first = Math.max(0, step > 0 ? -start : start - runLimit + 1);
  const last = Math.min(step > 0 ? runLimit - 1 - start : start, (length * (1 - FAINTEST / brightness)) | 0);

  let index = (start + first * step) * runStride;
  let across = (((isFlat ? headY : headX) + ((start + 0.5 - run) * step + first) * slope - 0.5) * ONE) | 0;
  let glow = (light * (1 - first / length) * ONE) | 0;
  let half = ((radius * (1 + 0.4 * slope * slope) * (1 - (TAPER * first) / length) - 0.5) * ONE) | 0;
  const stride = step * runStride;
  const drift = (slope * ONE) | 0;
  const fading = ((light / length) * ONE) | 0;
  const thinning = (((radius * TAPER) / length) * ONE) | 0;
  if (half <= ONE / 2) {
    // Two pixels share the light by how near they are.
    for (let left = last - first; left >= 0; left--) {
      const shared = glow >> 16;
      const cell = across >> 16;
      if (cell >>> 0 < sideLimit - 1) {
        const pixel = index + cell * sideStride;
        const lower = (shared * ((across >> 8) & 255)) >> 8;
        lighten(alphas, pixel, shared - lower);
        lighten(alphas, pixel + sideStride, lower);
      }
      index = (index + stride) | 0;
      across = (across + drift) | 0;
      glow = (glow - fading) | 0;
    }
    return;
  }
  for (let left = last - first; left >= 0; left--) {
    const shared = glow >> 16;
    const end = ((across + half) >> 16) + 1;
    for (let cell = (across - half) >> 16; cell <= end; cell++) {
      const covered = Math.min(256, (half + ONE / 2 - Math.abs(cell * ONE - across)) >> 8);
      if (cell >>> 0 < sideLimit) lighten(alphas, index + cell * sideStride, (shared * covered) >> 8);
    }
    index = (index + stride) | 0;
    across = (across + drift) | 0;
    half = (half - thinning) | 0;
    glow = (glow - fading) | 0;
  }
}

function lighten(alphas: Uint8Array, pixel: number, light: number): void {
  alphas[pixel << 2] = Math.max(alphas[pixel << 2] ?? 0, light);
}

/**
 * A disc with a soft edge. A small one shares its light among four pixels by how near they are, so that a slow star
 * glides and does not hop.
 */
function paintStar({ alphas, width, height }: Pixels, trails: Float32Array, at: number, opacity: number): void {
  const x = (trails[at] ?? 0) - 0.5; // as pixels count, by their middles
  const y = (trails[at + 1] ?? 0) - 0.5;
  const radius = trails[at + 4] ?? 0;
  const light = (opacity * (trails[at + 5] ?? 0)) | 0;
  if (radius < SMALL) {
    const column = Math.floor(x) | 0;
    const row = Math.floor(y) | 0;
    if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) return;
    const pixel = row * width + column;
    const right = ((x - column) * 256) | 0;
    const low = ((y - row) * light) | 0;
    const lowRight = (low * right) >> 8;
    const highRight = ((light - low) * right) >> 8;
    lighten(alphas, pixel, light - low - highRight);
    lighten(alphas, pixel + 1, highRight);
    lighten(alphas, pixel + width, low - lowRight);
    lighten(alphas, pixel + width + 1, lowRight);
    return;
  }
  const reach = radius + 0.5;
  const left = Math.max(0, Math.ceil(x - reach) | 0);
  const right = Math.min(width - 1, Math.floor(x + reach) | 0);
  const top = Math.max(0, Math.ceil(y - reach) | 0);
  const bottom = Math.min(height - 1, Math.floor(y + reach) | 0);
  const steep = light / (2 * radius);
  for (let row = top; row <= bottom; row++) {
    const rest = reach * reach - (row - y) * (row - y);
    for (let column = left; column <= right; column++) {
      const fromX = column - x;
      lighten(alphas, row * width + column, Math.min(light, ((rest - fromX * fromX) * steep) | 0));
    }
  }
}
