import { fixture, waitUntil } from '@open-wc/testing';
import '../../../components/starfield/ds-starfield.js';
import { frames } from '../../support/tasks.js';
import type { DsStarfield } from '../../../components/starfield/starfield.js';

/** A star field from the HTML of a template, 400 × 300 unless `css` says otherwise, that has painted. */
export async function starfield(attributes = '', css = ''): Promise<DsStarfield> {
  const root = await fixture<HTMLElement>(`<div>
    <style>ds-starfield { width: 400px; height: 300px; color: #fff; background-color: #000; ${css} }</style>
    <ds-starfield ${attributes}></ds-starfield>
  </div>`);
  const element = root.querySelector('ds-starfield');
  if (!element) throw new Error('no star field');
  await frames(3);
  return element;
}

export function canvasOf(element: DsStarfield): HTMLCanvasElement {
  const canvas = element.shadowRoot?.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  return canvas;
}

/** The bytes of the picture, red, green, blue and opacity of each pixel. */
export function bytesOf(element: DsStarfield): Uint8ClampedArray {
  const canvas = canvasOf(element);
  const context = canvas.getContext('2d');
  if (!context || !canvas.width) return new Uint8ClampedArray();
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** How many pixels are not empty. */
export const litPixels = (element: DsStarfield): number =>
  bytesOf(element).reduce((sum, byte, at) => sum + (at % 4 === 3 && byte > 0 ? 1 : 0), 0);

/** Colour of the most opaque pixel, as "red,green,blue". */
export function brightestColour(element: DsStarfield): string {
  const bytes = bytesOf(element);
  let best = 3;
  for (let at = 3; at < bytes.length; at += 4) if ((bytes[at] ?? 0) > (bytes[best] ?? 0)) best = at;
  return [...bytes.slice(best - 3, best)].join();
}

/** Resolves when the brightest pixel has this colour, but for what a canvas loses to its opacity; rejects a second later. */
export async function turns(element: DsStarfield, colour: string): Promise<void> {
  const distance = (): number => {
    const wanted = colour.split(',').map(Number);
    return Math.max(
      ...brightestColour(element)
        .split(',')
        .map((byte, at) => Math.abs(Number(byte) - (wanted[at] ?? 0))),
    );
  };
  await waitUntil(() => distance() <= 2, `the brightest pixel is not ${colour}`);
}

/** Whether two pictures are the same, without a message of a million numbers where they are not. */
export const isSame = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
