import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { project, STRIDE, trailDepth, type View } from '../../../components/starfield/projection.js';
import { DEPTH, Stars } from '../../../components/starfield/simulation.js';

const view: View = { width: 400, height: 200, centerX: 200, centerY: 100, size: 4, trail: 0 };

type Place = [x: number, y: number, z: number];

/** Stars at these places: x and y on the far plane, and depth. Each is as bright as can be. */
function starsAt(...places: Place[]): Stars {
  const stars = new Stars(places.length, '');
  const { x, y, z, magnitude } = stars;
  places.forEach((place, star) => ([x[star], y[star], z[star], magnitude[star]] = [...place, 1]));
  return stars;
}

/** The numbers of each star that is seen. */
function seen(stars: Stars, changes: Partial<View> = {}): number[][] {
  const trails = new Float32Array(stars.count * STRIDE);
  const count = project(stars, { ...view, ...changes }, trails);
  return Array.from({ length: count }, (_, at) => [...trails.slice(at * STRIDE, (at + 1) * STRIDE)]);
}

/** Where the head of one star is seen, and where its trail ends. */
const head = (place: Place, changes?: Partial<View>) => seen(starsAt(place), changes)[0]?.slice(0, 2);
const tail = (place: Place, changes?: Partial<View>) => seen(starsAt(place), changes)[0]?.slice(2, 4);

describe('the projection of the stars', () => {
  it('has the farthest star at its place, wherever the centre lies', () => {
    expect(head([0.25, 0.75, DEPTH])).to.deep.equal([100, 150]);
    expect(head([0.25, 0.75, DEPTH], { centerX: -50, centerY: 500 })).to.deep.equal([100, 150]);
  });

  it('pushes a star away from the centre the more, the nearer it is', () => {
    expect(head([0.5, 0.5, 1])).to.deep.equal([200, 100]);
    expect(head([0.625, 0.375, DEPTH / 2])).to.deep.equal([300, 50]);
    expect(head([0.375, 0.375, DEPTH / 2], { centerX: 0, centerY: 0 })).to.deep.equal([300, 150]);
  });

  it('draws a trail to where the star was, no farther than the far plane and no nearer than the eye', () => {
    const place = (z: number): Place => [0.5 + 1 / 4096, 0.5 + 1 / 4096, z];
    for (const [trail, end] of Object.entries({ 100: 500, 0: 400, 900: DEPTH, '-100': 300 }))
      expect(tail(place(400), { trail: Number(trail) })).to.deep.equal(head(place(end)) ?? 'seen');
    const nearest = [297.65625, 148.828125];
    expect([head(place(0.5)), tail(place(400), { trail: -900 })]).to.deep.equal([nearest, nearest]);
  });

  it('has a star grow and come out of the dark as it comes nearer, to its own brightness', () => {
    const stars = starsAt([0.5, 0.5, DEPTH], [0.5, 0.5, DEPTH / 2], [0.5, 0.5, 1], [0.5, 0.5, DEPTH / 2]);
    stars.magnitude[3] = 0.5;
    const looks = seen(stars).map((star) => star.slice(4).map((number) => number.toFixed(2)));
    expect(looks.join(' ')).to.equal('0.70,0.00 1.35,0.88 2.00,1.00 1.35,0.44');
  });

  it('leaves out what is beside the view on any side, and closes the gaps, but not where a trail is in view', () => {
    const sides = ['0.1 0.5', '0.9 0.5', '0.5 0.1', '0.5 0.9'].map((side) => side.split(' ').map(Number));
    const beside = sides.map(([x = NaN, y = NaN]): Place => [x, y, 500]);
    const stars = starsAt([0.25, 0.5, DEPTH], ...beside, [0.75, 0.5, DEPTH]);
    for (const trail of [0, -900]) expect(seen(stars, { trail }).map(([x]) => x)).to.deep.equal([100, 300]);
    expect(seen(stars, { trail: 500 })).to.have.length(6);
  });

  it('keeps a star of which the edge is in view', () => {
    expect(seen(starsAt([1.001, 0.5, DEPTH], [-0.001, 0.5, DEPTH]))).to.have.length(2);
    expect(seen(starsAt([0.5, 1.002, DEPTH], [0.5, -0.002, DEPTH]))).to.have.length(2);
  });

  it('gives what can be drawn, for any sky and view', () => {
    const length = fc.integer({ min: 0, max: 5000 });
    const depth = fc.integer({ min: -5000, max: 5000 });
    const views = fc.record({ width: length, height: length, centerX: length, centerY: length, trail: depth });
    fc.assert(
      fc.property(views, fc.string(), depth, (changes, seed, travelled) => {
        const stars = new Stars(20, seed);
        stars.moveTo(travelled);
        for (const star of seen(stars, changes)) {
          expect(star.every(Number.isFinite)).to.equal(true);
          expect(star[4]).to.be.within(0.69, 2);
          expect(star[5]).to.be.within(0, 1);
        }
      }),
    );
  });
});

it('a trail is as deep as speed and streak say, and on the other side of a star that flies backwards', () => {
  const depths = [trailDepth(10, 50), trailDepth(20, 50), trailDepth(10, 100), trailDepth(-10, 50), trailDepth(10, 0)];
  expect(depths).to.deep.equal([40, 80, 80, -40, 0]);
});
