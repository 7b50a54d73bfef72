import { expect } from '@open-wc/testing';
import { accessibleTree, itNeeds } from '../../support/engine.js';
import { frames, watchTasks } from '../../support/tasks.js';
import { bytesOf, canvasOf, isSame, litPixels, starfield } from './support.js';

describe('a <ds-starfield> that is moved', () => {
  it('goes on where it was after a disconnection, with the same field', async () => {
    const element = await starfield('seed="orion"');
    await frames(5);
    element.paused = true;
    await frames(2);
    const before = bytesOf(element);
    const parent = element.parentElement;
    element.remove();
    await frames(2);
    parent?.append(element);
    await frames(3);
    expect(isSame(before, bytesOf(element))).to.equal(true);
  });

  it('keeps its picture when it is taken out and put in elsewhere at once', async () => {
    const element = await starfield('paused');
    const before = bytesOf(element);
    element.parentElement?.prepend(element);
    expect(isSame(before, bytesOf(element))).to.equal(true);
    await frames(3);
    expect(isSame(before, bytesOf(element))).to.equal(true);
  });

  it('flies on after that', async () => {
    const element = await starfield();
    element.parentElement?.prepend(element);
    await frames(2);
    const before = bytesOf(element);
    await frames(3);
    expect(isSame(before, bytesOf(element))).to.equal(false);
  });

  it('is not interrupted by moveBefore', async function () {
    const element = await starfield();
    const parent = element.parentElement;
    if (!parent?.moveBefore) return; // WebKit and Firefox have none yet: the test above is theirs
    let left = 0;
    element.addController({ hostDisconnected: () => left++ });
    parent.moveBefore(element, parent.firstChild);
    expect(left).to.equal(0);
  });

  it('does not restart when a morph takes its seed away and puts it back', async () => {
    const element = await starfield('paused seed="orion"');
    const before = bytesOf(element);
    element.removeAttribute('seed');
    element.setAttribute('seed', 'orion');
    await frames(2);
    element.removeAttribute('seed');
    await Promise.resolve();
    element.setAttribute('seed', 'orion');
    await frames(2);
    expect(isSame(before, bytesOf(element))).to.equal(true);
  });

  it('changes nothing in its shadow tree, whatever it is told', async () => {
    const element = await starfield();
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(element.shadowRoot ?? element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (const x of ['10', '20', '20', 'junk']) {
      element.setAttribute('center-x', x);
      await frames(2);
    }
    observer.disconnect();
    expect(records).to.have.length(0);
  });
});

describe('a <ds-starfield> that is removed', () => {
  it('calls its frame off, at once', async () => {
    const count = watchTasks();
    const element = await starfield();
    expect(count.pending.size).to.equal(1);
    element.remove();
    expect(count.pending.size).to.equal(0);
    count.frames = 0;
    await frames(5);
    count.restore();
    expect(count.frames).to.equal(0);
  });

  it('gives its memory back', async () => {
    const element = await starfield();
    element.remove();
    await frames(1);
    expect(canvasOf(element).width).to.equal(0);
  });

  it('lets go of every listener and observer', async () => {
    const held = new Map<EventTarget, number>();
    const signals = new Set<AbortSignal>();
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof add>) {
      const [, , options] = args;
      if (typeof options === 'object' && options.signal) signals.add(options.signal);
      else if (this === document || this === window || this instanceof MediaQueryList)
        held.set(this, (held.get(this) ?? 0) + 1);
      add.apply(this, args);
    };
    const observers = { made: 0, stopped: 0 };
    const originals = [ResizeObserver.prototype.disconnect, IntersectionObserver.prototype.disconnect] as const;
    const observes = [ResizeObserver.prototype.observe, IntersectionObserver.prototype.observe] as const;
    ResizeObserver.prototype.observe = function (...args) {
      observers.made++;
      observes[0].apply(this, args);
    };
    IntersectionObserver.prototype.observe = function (...args) {
      observers.made++;
      observes[1].apply(this, args);
    };
    ResizeObserver.prototype.disconnect = function () {
      observers.stopped++;
      originals[0].call(this);
    };
    IntersectionObserver.prototype.disconnect = function () {
      observers.stopped++;
      originals[1].call(this);
    };
    try {
      const element = await starfield();
      expect(signals.size).to.be.greaterThan(0);
      element.remove();
      await frames(1);
      expect([...signals].every(({ aborted }) => aborted)).to.equal(true);
      expect(held.size).to.equal(0);
      expect(observers).to.deep.equal({ made: 2, stopped: 2 });
    } finally {
      EventTarget.prototype.addEventListener = add;
      [ResizeObserver.prototype.observe, IntersectionObserver.prototype.observe] = observes;
      [ResizeObserver.prototype.disconnect, IntersectionObserver.prototype.disconnect] = originals;
    }
  });

  it('comes back with a picture', async () => {
    const element = await starfield();
    const parent = element.parentElement;
    element.remove();
    await frames(2);
    parent?.append(element);
    await frames(3);
    expect(litPixels(element)).to.be.greaterThan(200);
  });
});

describe('to assistive technology a <ds-starfield>', () => {
  itNeeds('the accessibility tree', 'is nothing: it is decoration', async () => {
    const tree = await accessibleTree(await starfield());
    expect(tree).to.deep.equal([]);
  });

  itNeeds('the accessibility tree', 'is an image where a label names it, as long as it does', async () => {
    const element = await starfield('label="The sky over the observatory"');
    const names = async (): Promise<string[]> =>
      (await accessibleTree(element)).map(({ role, name }) => `${role} ${name}`);
    expect(await names()).to.deep.equal(['image The sky over the observatory']);
    element.label = 'Orion';
    await element.updateComplete;
    expect(await names()).to.deep.equal(['image Orion']);
    element.removeAttribute('label');
    await element.updateComplete;
    expect(await names()).to.deep.equal([]);
  });

  it('passes axe, named and unnamed', async () => {
    await expect(await starfield()).to.be.accessible();
    await expect(await starfield('label="Orion"')).to.be.accessible();
  });
});
