import { expect } from '@open-wc/testing';
import { itNeeds, media } from '../../support/engine.js';
import { frames, hideTab, watchTasks, type Tasks } from '../../support/tasks.js';
import { brightestColour, bytesOf, canvasOf, isSame, litPixels, starfield, turns } from './support.js';

describe('<ds-starfield>', () => {
  it('paints stars into its own box', async () => {
    const element = await starfield();
    expect(canvasOf(element).width).to.equal(Math.round(400 * Math.min(2, devicePixelRatio)));
    expect(litPixels(element)).to.be.greaterThan(200);
  });

  it('flies', async () => {
    const element = await starfield();
    const before = bytesOf(element);
    await frames(3);
    expect(isSame(before, bytesOf(element))).to.equal(false);
  });

  it('draws the same field for the same seed', async () => {
    const still = 'paused seed="orion"';
    const [one, same, other] = [await starfield(still), await starfield(still), await starfield('paused seed="lyra"')];
    expect(isSame(bytesOf(one), bytesOf(same))).to.equal(true);
    expect(isSame(bytesOf(one), bytesOf(other))).to.equal(false);
  });

  it('follows its box', async () => {
    const element = await starfield('paused');
    element.parentElement?.querySelector('style')?.append('ds-starfield { width: 200px; height: 100px }');
    await frames(2);
    expect(canvasOf(element).width).to.equal(Math.round(200 * Math.min(2, devicePixelRatio)));
    expect(litPixels(element)).to.be.greaterThan(50);
  });

  describe('on a screen of another resolution', () => {
    const resolution = (value: number): void =>
      void Object.defineProperty(window, 'devicePixelRatio', { configurable: true, writable: true, value });
    const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio');
    afterEach(() => own && Object.defineProperty(window, 'devicePixelRatio', own));

    for (const [ratio, width] of [
      [1.5, 600],
      [2, 800],
      [3, 800],
    ] as const)
      it(`has ${width} pixels for 400 CSS pixels at ${ratio} device pixels each`, async () => {
        resolution(ratio);
        expect(canvasOf(await starfield()).width).to.equal(width);
      });
  });

  it('paints a huge box coarser instead of running out of memory', async () => {
    const element = await starfield('paused', 'width: 30000px; height: 4000px');
    const { width, height } = canvasOf(element);
    expect(width).to.be.at.most(16_384);
    expect(width * height).to.be.at.most(1 << 24);
    expect(width / height).to.be.closeTo(7.5, 0.1);
  });

  it('paints 200,000 stars, and clamps a greater number to that', async () => {
    const element = await starfield('paused star-count="1e9"');
    expect(element.starCount).to.equal(200_000);
    expect(litPixels(element)).to.be.greaterThan(50_000);
  });

  it('paints nothing without stars', async () => {
    expect(litPixels(await starfield('star-count="0"'))).to.equal(0);
  });

  it('reads junk as the defaults, and out of range as the nearest', async () => {
    const element = await starfield(
      'center-x="left" center-y="-20" speed="fast" star-count="many" star-size="NaN" streak="900"',
    );
    expect([element.centerX, element.centerY, element.speed]).to.deep.equal([50, 0, 10]);
    expect([element.starCount, element.starSize, element.streak]).to.deep.equal([1000, 2.5, 100]);
    element.removeAttribute('streak');
    expect(element.streak).to.equal(50);
    expect(litPixels(element)).to.be.greaterThan(0);
  });

  it('writes neither on itself nor into the page', async () => {
    const element = await starfield('label="Orion" center-x="25"');
    await frames(2);
    expect(element.getAttributeNames()).to.deep.equal(['label', 'center-x']);
    expect(element.childNodes).to.have.length(0);
  });

  it('paints anew when a lost canvas comes back', async () => {
    const element = await starfield('paused');
    const canvas = canvasOf(element);
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height); // what a loss leaves behind
    canvas.dispatchEvent(new Event('contextrestored'));
    await frames(2);
    expect(litPixels(element)).to.be.greaterThan(200);
  });
});

describe('a <ds-starfield> that rests', () => {
  let count: Tasks;
  beforeEach(() => (count = watchTasks()));
  afterEach(async () => {
    count.restore();
    hideTab(false);
    await media().catch(() => undefined);
  });

  /** How many frames are asked for while five go by. */
  async function requestedNow(): Promise<number> {
    await frames(2);
    count.frames = 0;
    await frames(5);
    return count.frames;
  }

  it('does not rest otherwise', async () => {
    await starfield();
    expect(await requestedNow()).to.be.within(4, 6);
  });

  for (const reason of ['paused', 'speed="0"', 'star-count="0"'])
    it(`asks for no frames with ${reason}, and goes on without it`, async () => {
      const element = await starfield(reason);
      expect(await requestedNow()).to.equal(0);
      element.removeAttribute(reason.split('=')[0] ?? '');
      expect(await requestedNow()).to.be.within(4, 6);
    });

  it('keeps its picture while it is paused, and goes on from it', async () => {
    const element = await starfield();
    element.paused = true;
    await frames(2);
    const before = bytesOf(element);
    await frames(5);
    expect(isSame(before, bytesOf(element))).to.equal(true);
    expect(litPixels(element)).to.be.greaterThan(200);
  });

  it('paints once for a change', async () => {
    const element = await starfield('paused');
    await frames(2);
    const before = bytesOf(element);
    count.frames = 0;
    element.setAttribute('center-x', '10');
    await frames(4);
    expect(count.frames).to.equal(1);
    expect(isSame(before, bytesOf(element))).to.equal(false);
  });

  it('rests off screen, and goes on when it is scrolled into view', async () => {
    const element = await starfield('', 'display: block; margin-top: 300vh');
    expect(await requestedNow()).to.equal(0);
    element.scrollIntoView();
    expect(await requestedNow()).to.be.within(4, 6);
    scrollTo(0, 0);
    expect(await requestedNow()).to.equal(0);
    expect(count.pending.size).to.equal(0);
  });

  it('rests in a hidden tab, at once, and goes on when the tab comes back', async () => {
    await starfield();
    hideTab(true);
    expect(count.pending.size).to.equal(0);
    expect(await requestedNow()).to.equal(0);
    hideTab(false);
    expect(await requestedNow()).to.be.within(4, 6);
  });

  it('shows what changed while nobody looked, once somebody does', async () => {
    const element = await starfield('paused');
    hideTab(true);
    const before = bytesOf(element);
    element.seed = 'lyra';
    await frames(3);
    expect(isSame(before, bytesOf(element)), 'painted for nobody').to.equal(true);
    hideTab(false);
    await frames(2);
    expect(isSame(before, bytesOf(element))).to.equal(false);
  });

  itNeeds(
    'reduced motion',
    'rests where the person prefers less motion, with a picture, and follows the setting',
    async () => {
      await media({ 'prefers-reduced-motion': 'reduce' });
      const element = await starfield();
      expect(await requestedNow()).to.equal(0);
      expect(litPixels(element)).to.be.greaterThan(200);
      await media();
      expect(await requestedNow()).to.be.within(4, 6);
      await media({ 'prefers-reduced-motion': 'reduce' });
      expect(await requestedNow()).to.equal(0);
    },
  );
});

describe('the colours of a <ds-starfield> that stands still', () => {
  it('are those of CSS', async () => {
    await turns(await starfield('paused', 'color: rgb(255, 0, 0)'), '255,0,0');
  });

  it('follow a theme that is switched by a class above it', async () => {
    const element = await starfield('paused', 'color: inherit');
    const root = element.parentElement;
    root?.querySelector('style')?.append('.day { color: rgb(0, 0, 255) }');
    root?.classList.add('day');
    await frames(3);
    await turns(element, '0,0,255');
  });

  it('follow a transition of the page to its end', async () => {
    const element = await starfield('paused', 'transition: color 80ms');
    const ended = new Promise((done) => element.addEventListener('transitionend', done));
    element.parentElement?.querySelector('style')?.append('ds-starfield { color: rgb(0, 255, 0) }');
    await ended;
    await frames(3);
    await turns(element, '0,255,0');
  });

  it('are read again after it was not displayed', async () => {
    const element = await starfield('paused');
    element.hidden = true;
    await frames(2);
    element.parentElement?.querySelector('style')?.append('ds-starfield { color: rgb(0, 255, 0) }');
    await frames(2);
    element.hidden = false;
    await frames(3);
    await turns(element, '0,255,0');
  });

  itNeeds('dark mode', 'follow prefers-color-scheme', async () => {
    await media({ 'prefers-color-scheme': 'light' });
    const element = await starfield('paused', 'color: rgb(1, 2, 3)');
    element.parentElement
      ?.querySelector('style')
      ?.append('@media (prefers-color-scheme: dark) { ds-starfield { color: rgb(255, 255, 0) } }');
    await media({ 'prefers-color-scheme': 'dark' });
    await frames(3);
    await turns(element, '255,255,0');
    await media();
  });

  itNeeds('forced colours', 'are the forced ones, also when they are forced later', async () => {
    const element = await starfield('paused', 'color: rgb(255, 0, 0)');
    await media({ 'forced-colors': 'active' });
    await frames(3);
    const [red, green, blue] = /\d+, \d+, \d+/.exec(getComputedStyle(document.body).color)?.[0].split(', ') ?? [];
    await turns(element, [red, green, blue].join());
    expect(brightestColour(element)).not.to.equal('255,0,0');
    await media();
    await frames(3);
    await turns(element, '255,0,0');
  });

  it('are not read in every frame', async () => {
    const original = window.getComputedStyle;
    let reads = 0;
    await starfield();
    window.getComputedStyle = (...args) => (reads++, original.apply(window, args));
    await frames(5);
    window.getComputedStyle = original;
    expect(reads).to.equal(0);
  });
});
