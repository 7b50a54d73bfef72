import { paint } from './painter.js';
import { project, STRIDE, type View } from './projection.js';
import type { Stars } from './simulation.js';

/** The canvas and the memory behind it: one image, written as numbers, shown as a whole. */
export class Picture {
  #context: CanvasRenderingContext2D | null | undefined;
  #image: ImageData | undefined;
  #trails = new Float32Array(0);

  constructor(private readonly canvas: HTMLCanvasElement) {}

  show(stars: Stars, view: View, colour: number): void {
    const { width, height } = view;
    const image = this.#fit(width, height);
    const { buffer } = image.data;
    // One colour everywhere, and opaque where a star is.
    new Uint32Array(buffer).fill(colour & 0xffffff);
    if (this.#trails.length < stars.count * STRIDE) this.#trails = new Float32Array(stars.count * STRIDE);
    paint(
      { alphas: new Uint8Array(buffer, 3), width, height },
      this.#trails,
      project(stars, view, this.#trails),
      colour >>> 24,
    );
    // In main memory, where the pixels are written, instead of in the graphics card's, where each would be sent twice.
    this.#context ??= this.canvas.getContext('2d', { willReadFrequently: true });
    this.#context?.putImageData(image, 0, 0);
  }

  /** Gives the memory of the canvas back. */
  release(): void {
    this.canvas.width = this.canvas.height = 0;
  }

  #fit(width: number, height: number): ImageData {
    if (this.#image?.width === width && this.#image.height === height) return this.#image;
    // Each write to width or height empties the canvas, even one that changes nothing.
    this.canvas.width = width;
    this.canvas.height = height;
    return (this.#image = new ImageData(width, height));
  }
}
