let pen: CanvasRenderingContext2D | null | undefined;

/**
 * The pixel of each brightness, 0 to 255, of stars in a CSS colour: that colour, more or less opaque. What is behind the
 * stars is the browser's to paint, so a background may as well be a gradient or a picture.
 */
export function createPalette(colour: string): Uint32Array {
  // The browser reads the colour, since CSS may say it in many ways: rgb(), oklch(), color(display-p3 …).
  pen ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pen) return new Uint32Array(256);
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const bytes = Uint8ClampedArray.from({ length: 4 * 256 }, (_, at) => {
    const brightness = at >> 2;
    return [red, green, blue, (brightness * alpha) / 255][at & 3] ?? 0;
  });
  return new Uint32Array(bytes.buffer);
}
