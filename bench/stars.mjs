/**
 * ds-starfield against one `arc()` a star: a box of the same size, one device pixel a CSS pixel, the same speed, and
 * otherwise the defaults of both. Ours draws trails by default and the baseline never does, hence the rows without.
 */
import { mainThread, sampled } from './stage.mjs';

const WARM_UP = 1000;
const MEASURED = 2000;
/** A baseline that needs a quarter of a second a frame is measured for longer. */
const FEWEST_FRAMES = 8;

/** @param {import('./stage.mjs').Stage} stage @param {string} body */
const fly = (stage, body) =>
  stage.play(body, async (page) => {
    await page.evaluate(frames, WARM_UP, 1);
    const { time, result } = await mainThread(page, () => page.evaluate(frames, MEASURED, FEWEST_FRAMES));
    return { main: time / result.count, interval: result.time / result.count };
  });

/** Runs in the page. Frames until both is reached, the time and the count. @param {number} time @param {number} count */
const frames = (time, count) =>
  new Promise((resolve) => {
    let first = 0;
    let seen = 0;
    /** @param {number} now */
    const next = (now) => {
      first ||= now;
      if (now - first >= time && seen >= count) resolve({ time: now - first, count: seen });
      else requestAnimationFrame(next);
      seen++;
    };
    requestAnimationFrame(next);
  });

/** @param {import('./stage.mjs').Stage} stage @param {number} runs @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureStars(stage, runs) {
  const ours = 'class="sky" speed="10" seed="bench"';
  const theirs = 'class="sky" speed="10" size="2.5"';
  const { empty, ...times } = await sampled(runs, {
    empty: () => fly(stage, ''),
    few: () => fly(stage, `<ds-starfield ${ours} star-count="5000"></ds-starfield>`),
    fewArcs: () => fly(stage, `<arc-starfield ${theirs} star-count="5000"></arc-starfield>`),
    fewDiscs: () => fly(stage, `<ds-starfield ${ours} star-count="5000" streak="0"></ds-starfield>`),
    many: () => fly(stage, `<ds-starfield ${ours} star-count="100000"></ds-starfield>`),
    manyArcs: () => fly(stage, `<arc-starfield ${theirs} star-count="100000"></arc-starfield>`),
    manyDiscs: () => fly(stage, `<ds-starfield ${ours} star-count="100000" streak="0"></ds-starfield>`),
  });
  const { few, fewArcs, fewDiscs, many, manyArcs, manyDiscs } = times;
  const baseline = 'one arc() a star';
  return [
    { name: '5,000 stars: main thread a frame', baseline, ours: few.main, theirs: fewArcs.main },
    { name: '5,000 stars without trails: main thread a frame', baseline, ours: fewDiscs.main, theirs: fewArcs.main },
    { name: '5,000 stars: frame interval', baseline, ours: few.interval, theirs: fewArcs.interval },
    { name: '100,000 stars: main thread a frame', baseline, ours: many.main, theirs: manyArcs.main },
    {
      name: '100,000 stars without trails: main thread a frame',
      baseline,
      ours: manyDiscs.main,
      theirs: manyArcs.main,
    },
    { name: '100,000 stars: frame interval', baseline, ours: many.interval, theirs: manyArcs.interval },
    {
      name: "100,000 stars: the display's rate",
      baseline: 'an empty page',
      ours: many.interval,
      theirs: empty.interval,
    },
  ];
}
