import { expect } from '@open-wc/testing';
import { pixelOf } from '../../../components/starfield/colour.js';
import { paint } from '../../../components/starfield/painter.js';
import { project, STRIDE, trailDepth, type View } from '../../../components/starfield/projection.js';
import { Stars } from '../../../components/starfield/simulation.js';

const box = (more: Partial<View> = {}): View => ({
  width: 800,
  height: 500,
  centerX: 400,
  centerY: 250,
  size: 2.5,
  trail: trailDepth(10, 50),
  ...more,
});

interface Seen {
  x: number;
  y: number;
  length: number;
  /** Whether the trail ends nearer to the centre than the star is. */
  pointsInward: boolean;
  radius: number;
  brightness: number;
}

/** What of 3,000 stars is seen inside the box. */
function seen(view: View, travelled = 5000): Seen[] {
  const stars = new Stars(3000, 'orion');
  stars.moveTo(travelled);
  const trails = new Float32Array(stars.count * STRIDE);
  const count = project(stars, view, trails);
  return Array.from({ length: count }, (_, star) => {
    const [x = 0, y = 0, endX = 0, endY = 0, radius = 0, brightness = 0] = trails.subarray(star * STRIDE);
    const toCenter = (px: number, py: number): number => Math.hypot(px - view.centerX, py - view.centerY);
    return {
      x,
      y,
      radius,
      brightness,
      length: Math.hypot(endX - x, endY - y),
      pointsInward: toCenter(endX, endY) < toCenter(x, y),
    };
  }).filter(({ x, y }) => x >= 0 && y >= 0 && x < view.width && y < view.height);
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** A picture of one star, as opacities. */
function pictureOf(trail: number[], width = 60, height = 40): (x: number, y: number) => number {
  const alphas = new Uint8Array(4 * width * height);
  paint({ alphas, width, height }, Float32Array.from(trail), 1, 255);
  return (x, y) => alphas[4 * (y * width + x)] ?? 0;
}

describe('what is seen of the stars', () => {
  it('is a third of them, and they fill the box wherever they come from', () => {
    for (const [centerX, centerY] of [
      [400, 250],
      [0, 0],
      [800, 250],
    ] as const) {
      const stars = seen(box({ centerX, centerY }));
      expect(stars.length).to.be.within(850, 1150);
      for (const [left, top] of [
        [0, 0],
        [400, 0],
        [0, 250],
        [400, 250],
      ] as const) {
        const quarter = stars.filter(({ x, y }) => x >= left && x < left + 400 && y >= top && y < top + 250);
        expect(quarter.length, `quarter at ${left},${top}`).to.be.greaterThan(stars.length / 8);
      }
    }
  });

  it('has trails of 8 pixels or more in the median, at streak 50 and the default speed', () => {
    for (const travelled of [0, 777, 5000])
      expect(median(seen(box(), travelled).map(({ length }) => length))).to.be.greaterThan(8);
  });

  it('has longer trails at more streak and at more speed, and none at streak 0 or speed 0', () => {
    const length = (speed: number, streak: number): number =>
      median(seen(box({ trail: trailDepth(speed, streak) })).map((star) => star.length));
    expect(length(10, 100)).to.be.greaterThan(1.5 * length(10, 50));
    expect(length(20, 50)).to.be.greaterThan(1.5 * length(10, 50));
    expect(length(10, 0)).to.equal(0);
    expect(length(0, 50)).to.equal(0);
  });

  it('trails behind the stars: inward in forward flight, outward in backward flight', () => {
    expect(seen(box()).every(({ pointsInward, length }) => pointsInward || length < 0.01)).to.equal(true);
    expect(seen(box({ trail: trailDepth(-10, 50) })).some(({ pointsInward }) => pointsInward)).to.equal(false);
  });

  it('is bigger and brighter at the front, and never larger than star-size', () => {
    const stars = seen(box()).sort((a, b) => a.radius - b.radius);
    const [far, near] = [stars.slice(0, 100), stars.slice(-100)];
    expect(median(near.map(({ brightness }) => brightness))).to.be.greaterThan(
      2 * median(far.map(({ brightness }) => brightness)),
    );
    for (const { radius, brightness } of stars) {
      expect(radius).to.be.within(0.4, 1.25);
      expect(brightness).to.be.within(0, 1);
    }
  });
});

describe('the painter', () => {
  it('draws a big star as a full disc with a soft edge', () => {
    const at = pictureOf([30, 20, 30, 20, 5, 1]);
    expect(at(30, 20)).to.equal(255);
    expect(at(33, 20)).to.equal(255);
    expect(at(34, 22)).to.be.within(1, 254);
    expect(at(38, 20)).to.equal(0);
    expect(at(34, 24)).to.equal(0);
  });

  it('shares the light of a small star among the pixels it lies between', () => {
    const at = pictureOf([30, 20, 30, 20, 0.5, 1]);
    for (const [x, y] of [
      [29, 19],
      [30, 19],
      [29, 20],
      [30, 20],
    ] as const)
      expect(at(x, y)).to.be.within(62, 65);
    expect(pictureOf([30.5, 20.5, 30.5, 20.5, 0.5, 1])(30, 20)).to.equal(255);
  });

  for (const radius of [0.6, 3]) {
    it(`lets a trail fade out evenly towards its end, at radius ${radius}, in all directions`, () => {
      for (const [x, y] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const at = pictureOf([30.5, 20.5, 30.5 + 18 * x, 20.5 + 18 * y, radius, 1]);
        const light = [4, 8, 12, 15].map((step) => at(30 + step * x, 20 + step * y));
        expect(light).to.deep.equal([...light].sort((a, b) => b - a));
        expect(light[0]).to.be.greaterThan(110);
        expect(light[3]).to.be.within(1, 60);
        expect(at(30 - 6 * x, 20 - 6 * y), 'ahead of the star').to.equal(0);
        expect(at(30 + 19 * x, 20 + 19 * y), 'behind its end').to.equal(0);
      }
    });
  }

  it('lets a thick trail get thinner', () => {
    const at = pictureOf([10, 20, 50, 20, 4, 1]);
    const thickness = (x: number): number => Array.from({ length: 40 }, (_, y) => at(x, y)).filter(Boolean).length;
    expect(thickness(16)).to.be.greaterThan(thickness(30));
    expect(thickness(30)).to.be.greaterThan(thickness(44));
  });

  it('draws slanted trails without gaps', () => {
    const at = pictureOf([5, 5, 45, 30, 0.6, 1]);
    for (let x = 7; x < 36; x++)
      expect(Math.max(...Array.from({ length: 40 }, (_, y) => at(x, y))), `column ${x}`).to.be.greaterThan(10);
  });

  it('lets the brighter win where two overlap', () => {
    const width = 60;
    const alphas = new Uint8Array(4 * width * 40);
    const star = (brightness: number): number[] => [30, 20, 30, 20, 5, brightness];
    paint({ alphas, width, height: 40 }, Float32Array.from([...star(0.8), ...star(0.3)]), 2, 255);
    expect(alphas[4 * (20 * width + 30)]).to.equal(204);
  });

  it('cuts off what reaches over the edges, and nothing comes in at the other side', () => {
    const at = pictureOf([59, 20, 200, 20, 3, 1]);
    expect(at(58, 20)).to.be.greaterThan(0);
    for (let y = 0; y < 40; y++) expect(at(0, y)).to.equal(0);
    const size = { width: 60, height: 40 };
    for (const x of [-500, -1, 0.2, 30, 59.9, 61, 1e5])
      for (const y of [-500, -1, 0.2, 20, 39.9, 41, 1e5])
        for (const [endX, endY] of [
          [30, 20],
          [-1e4, 20],
          [30, 1e5],
          [x, y],
        ] as const)
          for (const radius of [0, 0.5, 1.2, 40])
            paint(
              { alphas: new Uint8Array(4 * 60 * 40), ...size },
              Float32Array.of(x, y, endX, endY, radius, 1),
              1,
              255,
            );
  });
});

describe('the pixel of a colour', () => {
  const bytes = (colour: string): number[] => [...new Uint8Array(Uint32Array.of(pixelOf(colour)).buffer)];

  it('is its red, green, blue and opacity', () => {
    expect(bytes('rgb(10 20 30)')).to.deep.equal([10, 20, 30, 255]);
  });

  it('reads every way that CSS has of saying a colour', () => {
    for (const red of ['red', '#f00', 'hsl(0 100% 50%)', 'color(srgb 1 0 0)', 'oklch(0.62796 0.25768 29.2339)'])
      expect(bytes(red), red).to.deep.equal([255, 0, 0, 255]);
  });

  it('keeps a colour that lets the background through as it is', () => {
    expect(bytes('rgb(255 255 255 / 0.2)')[3]).to.be.closeTo(51, 1);
    expect(bytes('transparent')[3]).to.equal(0);
  });
});
