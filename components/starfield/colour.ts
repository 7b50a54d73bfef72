let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** The pixel of a CSS colour: red in the lowest byte, opacity in the highest. */
export function pixelOf(colour: string): number {
  // The browser reads the colour, since CSS may say it in many ways: rgb(), oklch(), color(display-p3 …).
  pen ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pen) return 0;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
}
