import { paint } from './painter.js';
import { project, STRIDE, type View } from './projection.js';
import type { Stars } from './simulation.js';

/** The canvas and the memory behind it: one image, written as numbers, shown as a whole. */
export class Picture {
  #context: CanvasRenderingContext2D | null | undefined;
  #image: ImageData | undefined;
  #pixels = new Uint32Array(0);
  #trails = new Float32Array(0);

  constructor(readonly canvas: HTMLCanvasElement) {}

  show(stars: Stars, view: View, palette: Uint32Array): void {
    const { width, height } = view;
    const image = this.#fit(width, height);
    const pixels = this.#pixels;
    if (this.#trails.length < stars.count * STRIDE) this.#trails = new Float32Array(stars.count * STRIDE);
    pixels.fill(0);
    paint({ pixels, width, height }, this.#trails, project(stars, view, this.#trails), palette);
    // In main memory, where the pixels are written, instead of in the graphics card's, where each would be sent twice.
    this.#context ??= this.canvas.getContext('2d', { willReadFrequently: true });
    this.#context?.putImageData(image, 0, 0);
  }

  /** Gives the memory back; `show` takes it again. */
  release(): void {
    this.canvas.width = this.canvas.height = 0;
    this.#image = undefined;
    this.#pixels = new Uint32Array(0);
    this.#trails = new Float32Array(0);
  }

  #fit(width: number, height: number): ImageData {
    if (this.#image?.width === width && this.#image.height === height) return this.#image;
    // Each write to width or height empties the canvas, even one that changes nothing.
    this.canvas.width = width;
    this.canvas.height = height;
    const image = new ImageData(width, height);
    this.#pixels = new Uint32Array(image.data.buffer);
    return (this.#image = image);
  }
}
