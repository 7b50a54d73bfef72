import { STRIDE } from './projection.js';

/** Pixels of a picture, four bytes each. */
export interface Pixels {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/** Thickness of a trail's end, as a part of the star's. */
const TRAIL_END = 0.25;

/** A trail is fainter than its star, so that the star stands out. */
const TRAIL_LIGHT = 0.75;

/** What is no thicker than this, in pixels, is drawn between pixels, not as an area: trails, and stars by their radius. */
const THIN = 2;
const SMALL = 0.65;

/** Fainter than this, of 255, nobody sees it. */
const FAINTEST = 8;

/** Numbers with a fraction of 16 bits: whole numbers are faster, and the inner loops are all that counts here. */
const ONE = 1 << 16;

/**
 * Draws `count` stars from `trails` over what is there.
 *
 * Where things overlap the brighter wins: all pixels have one colour and differ in opacity, which is the highest byte,
 * so that one comparison of two numbers decides and nothing has to be blended.
 *
 * Everything below takes the place of a star in `trails` and not the star's numbers: a fraction that is passed to a
 * function costs an allocation.
 * @param palette the pixel of each brightness, 256 of them
 */
export function paint(picture: Pixels, trails: Float32Array, count: number, palette: Uint32Array): void {
  for (let at = 0, end = count * STRIDE; at < end; at += STRIDE) {
    paintTrail(picture, trails, at, palette);
    paintDisc(picture, trails, at, palette);
  }
}

/** A line that gets fainter, and thinner where it is thick: a few pixels across it for each one along its longer axis. */
function paintTrail({ pixels, width, height }: Pixels, trails: Float32Array, at: number, palette: Uint32Array): void {
  const headX = trails[at] ?? 0;
  const headY = trails[at + 1] ?? 0;
  const wide = (trails[at + 2] ?? 0) - headX;
  const high = (trails[at + 3] ?? 0) - headY;
  const isFlat = Math.abs(wide) > Math.abs(high);
  // From here on "run" is the longer axis and "side" the other one.
  const run = isFlat ? headX : headY;
  const side = isFlat ? headY : headX;
  const runLength = isFlat ? wide : high;
  const length = Math.abs(runLength);
  if (length < 0.5) return; // the star hides it
  const runLimit = isFlat ? width : height;
  const sideLimit = isFlat ? height : width;
  const sideStride = isFlat ? width : 1;
  const step = runLength < 0 ? -1 : 1;
  const runStride = isFlat ? 1 : width;
  const stride = runStride * step;
  const slope = (isFlat ? high : wide) / length;

  const thickness = 2 * (trails[at + 4] ?? 0) * Math.sqrt(1 + slope * slope); // as a column of pixels cuts it
  const light = 255 * (trails[at + 5] ?? 0) * TRAIL_LIGHT * Math.min(1, thickness);
  const fade = light / length;

  // The steps that are inside the picture and bright enough to be seen.
  const start = Math.floor(run);
  let first = Math.max(0, step > 0 ? -start : start - runLimit + 1);
  let last = Math.min(step > 0 ? runLimit - 1 - start : start, (light - FAINTEST) / fade);
  const reach = thickness + 1;
  const lower = (-reach - side) / slope; // infinite where the line is level
  const upper = (sideLimit + reach - side) / slope;
  first = Math.max(first, Math.ceil(Math.min(lower, upper)));
  last = Math.floor(Math.min(last, Math.max(lower, upper)));
  if (!(last >= first)) return;

  const middle = side + ((start + 0.5 - run) * step + first) * slope;
  let index = ((start + first * step) * runStride) | 0;
  let glow = ((light - first * fade) * ONE) | 0;
  const fading = (fade * ONE) | 0;
  const drift = (slope * ONE) | 0;

  if (thickness <= THIN) {
    // Two pixels share the light by how near they are.
    let across = ((middle - 0.5) * ONE) | 0;
    for (let left = (last - first) | 0; left >= 0; left--) {
      const cell = across >> 16;
      const shared = glow >> 16;
      const lower = (shared * ((across >> 8) & 255)) >> 8;
      if (cell >= 0 && cell < sideLimit - 1) {
        const pixel = index + cell * sideStride;
        lighten(pixels, pixel, palette[shared - lower] ?? 0);
        lighten(pixels, pixel + sideStride, palette[lower] ?? 0);
      }
      index = (index + stride) | 0;
      across = (across + drift) | 0;
      glow = (glow - fading) | 0;
    }
    return;
  }
  let across = (middle * ONE) | 0;
  let half = ((thickness / 2) * (1 - ((1 - TRAIL_END) * first) / length) * ONE) | 0;
  const thinning = (((thickness / 2) * (1 - TRAIL_END) * ONE) / length) | 0;
  for (let left = (last - first) | 0; left >= 0; left--) {
    const low = Math.max(0, across - half);
    const high = Math.min(sideLimit * ONE, across + half);
    const shared = glow >> 16;
    for (let cell = low >> 16; cell * ONE < high; cell++) {
      const covered = (Math.min((cell + 1) * ONE, high) - Math.max(cell * ONE, low)) >> 8;
      const pixel = index + cell * sideStride;
      const colour = palette[(shared * covered) >> 8] ?? 0;
      lighten(pixels, pixel, colour);
    }
    index = (index + stride) | 0;
    across = (across + drift) | 0;
    half = (half - thinning) | 0;
    glow = (glow - fading) | 0;
  }
}

function lighten(pixels: Uint32Array, pixel: number, colour: number): void {
  if ((pixels[pixel] ?? 0) < colour) pixels[pixel] = colour;
}

/**
 * A disc with a soft edge. A small one shares its light among four pixels by how near they are, so that a slow star
 * glides and does not hop.
 */
function paintDisc({ pixels, width, height }: Pixels, trails: Float32Array, at: number, palette: Uint32Array): void {
  const x = (trails[at] ?? 0) - 0.5; // as pixels count, by their middles
  const y = (trails[at + 1] ?? 0) - 0.5;
  const radius = trails[at + 4] ?? 0;
  const isSmall = radius < SMALL;
  const reach = isSmall ? 1 : radius + 0.5;
  const brightness = 255 * (trails[at + 5] ?? 0) * Math.min(1, 2 * radius);
  const left = Math.max(0, Math.ceil(x - reach));
  const right = Math.min(width - 1, Math.floor(x + reach));
  const top = Math.max(0, Math.ceil(y - reach));
  const bottom = Math.min(height - 1, Math.floor(y + reach));
  for (let row = top; row <= bottom; row++) {
    const fromY = row - y;
    for (let column = left; column <= right; column++) {
      const fromX = column - x;
      const covered = isSmall
        ? (1 - Math.abs(fromX)) * (1 - Math.abs(fromY))
        : reach - Math.sqrt(fromX * fromX + fromY * fromY);
      if (covered <= 0) continue;
      const pixel = row * width + column;
      const colour = palette[(brightness * Math.min(covered, 1)) | 0] ?? 0;
      lighten(pixels, pixel, colour);
    }
  }
}
