let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/**
 * The pixel of each brightness, 0 to 255, of stars in a CSS colour: that colour, more or less opaque. What is behind the
 * stars is the browser's to paint, so a background may as well be a gradient or a picture.
 */
export function createPalette(colour: string): Uint32Array {
  // The browser reads the colour, since CSS may say it in many ways: rgb(), oklch(), color(display-p3 …).
  pen ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pen) return new Uint32Array(256);
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [pixel = 0] = new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer);
  const opacity = (pixel >>> 24) / 255; // the highest byte; the others stay
  return Uint32Array.from({ length: 256 }, (_, light) => (pixel & 0xffffff) | (Math.round(light * opacity) << 24));
}
