/** Numbers that look like chance and are none: the same question always has the same answer. */

/** Scrambles 32 bits so that neighbours have nothing in common. */
function scramble(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}

/** A number for a text. */
export function seedOf(text: string): number {
  let bits = text.length;
  for (let at = 0; at < text.length; at++) bits = scramble(bits ^ text.charCodeAt(at)) + at;
  return scramble(bits);
}

/** The number, 0 ≤ n < 1, that `seed` has at the place `index` of row `row`. */
export function random(seed: number, index: number, row: number): number {
  return (scramble(scramble(seed + Math.imul(index, 0x9e3779b1)) ^ Math.imul(row, 0x85ebca6b)) >>> 0) / 0x1_0000_0000;
}
