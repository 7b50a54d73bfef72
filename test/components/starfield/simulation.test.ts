import { expect } from '@open-wc/testing';
import { Flight } from '../../../components/starfield/flight.js';
import { random, seedOf } from '../../../components/starfield/random.js';
import { DEPTH, Stars } from '../../../components/starfield/simulation.js';

const positions = ({ x, y, z }: Stars): number[] => [...x, ...y, ...z];

function correlation(a: Float32Array, b: Float32Array): number {
  const mean = (all: Float32Array): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let together = 0;
  let apartA = 0;
  let apartB = 0;
  for (const [at, one] of a.entries()) {
    const [fromA, fromB] = [one - meanA, (b[at] ?? 0) - meanB];
    together += fromA * fromB;
    apartA += fromA ** 2;
    apartB += fromB ** 2;
  }
  return together / Math.sqrt(apartA * apartB);
}

/** Where the stars are after `seconds` at `hertz` frames a second. */
function flown(hertz: number, seconds: number, speed = 10): Stars {
  const flight = new Flight();
  for (let frame = 0; frame <= hertz * seconds; frame++) flight.advance((1000 * frame) / hertz, speed);
  const stars = new Stars(200, 'orion');
  stars.moveTo(flight.distance);
  return stars;
}

describe('the stars', () => {
  it('are the same for the same seed', () => {
    const [one, same] = [new Stars(500, 'orion'), new Stars(500, 'orion')];
    one.moveTo(12_345);
    same.moveTo(12_345);
    expect(positions(one)).to.deep.equal(positions(same));
  });

  it('are others for another seed', () => {
    expect(positions(new Stars(50, 'orion'))).not.to.deep.equal(positions(new Stars(50, 'lyra')));
  });

  it('are at the same places after the same time, at 60 and at 120 frames a second', () => {
    const [slow, fast] = [flown(60, 3), flown(120, 3)];
    slow.z.forEach((z, star) => expect(z).to.be.closeTo(fast.z[star] ?? NaN, 0.01));
    expect([...slow.x]).to.deep.equal([...fast.x]);
  });

  it('do not depend on the way there: forward and back is where they were', () => {
    const stars = new Stars(200, 'orion');
    const before = positions(stars);
    for (const travelled of [700, 5300, -2400, 0]) stars.moveTo(travelled);
    expect(positions(stars)).to.deep.equal(before);
  });

  it('come back elsewhere after they have flown by', () => {
    const stars = new Stars(200, 'orion');
    const before = [...stars.x];
    stars.moveTo(DEPTH);
    expect([...stars.x].filter((x, star) => x === before[star])).to.have.length(0);
  });

  it('stay between the eye and the far plane', () => {
    const stars = new Stars(1000, 'orion');
    for (const travelled of [0, 999.999, 1000, -0.001, -123_456.7, 1e9]) {
      stars.moveTo(travelled);
      for (const z of stars.z) expect(z).to.be.greaterThan(0).and.at.most(DEPTH);
      for (const place of [...stars.x, ...stars.y]) expect(place).to.be.within(0, 1);
    }
  });

  it('lie in no order, neither forward nor backward', () => {
    const stars = new Stars(2000, 'orion');
    for (const travelled of [0, 1000, -1000, -1500, -2000]) {
      stars.moveTo(travelled);
      const columns = [stars.x, stars.y, stars.z, stars.magnitude];
      for (const [at, one] of columns.entries())
        for (const other of columns.slice(at + 1)) expect(Math.abs(correlation(one, other))).to.be.below(0.1);
    }
  });

  it('are joined by more, not replaced, when there are to be more', () => {
    expect([...new Stars(100, 'orion').z]).to.deep.equal([...new Stars(300, 'orion').z.slice(0, 100)]);
  });

  it('fill the depth evenly', () => {
    const { z } = new Stars(20_000, '');
    for (let slab = 0; slab < 10; slab++)
      expect([...z].filter((depth) => Math.ceil(depth / 100) === slab + 1)).to.have.length.within(1800, 2200);
  });
});

describe('random', () => {
  it('is even and independent from star to star and row to row', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => random(seedOf('a'), at >> 1, at & 1));
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).to.be.closeTo(0.5, 0.02);
    expect(new Set(numbers).size).to.be.greaterThan(9990);
    const products = numbers.slice(1).map((number, at) => (number - 0.5) * ((numbers[at] ?? 0) - 0.5));
    expect(products.reduce((sum, number) => sum + number, 0) / products.length).to.be.closeTo(0, 0.005);
  });

  it('tells texts apart that differ in one letter or in order', () => {
    expect(new Set(['', 'a', 'b', 'ab', 'ba', 'aab'].map(seedOf)).size).to.equal(6);
  });
});

describe('a flight', () => {
  it('goes by time: speed counts in sixtieths of a second', () => {
    const flight = new Flight();
    for (let now = 0; now <= 1000; now += 20) flight.advance(now, 10);
    expect(flight.distance).to.be.closeTo(600, 1e-9);
  });

  it('does not leap after a pause', () => {
    const flight = new Flight();
    flight.advance(0, 10);
    flight.advance(60_000, 10);
    expect(flight.distance).to.be.closeTo(60, 1e-9); // a tenth of a second
  });

  it('does not count the time of a rest', () => {
    const flight = new Flight();
    flight.advance(0, 10);
    flight.rest();
    flight.advance(50, 10);
    expect(flight.distance).to.equal(0);
  });

  it('never goes back because the clock does', () => {
    const flight = new Flight();
    flight.advance(100, 10);
    flight.advance(90, 10);
    expect(flight.distance).to.equal(0);
  });
});
