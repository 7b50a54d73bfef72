import { expect } from '@open-wc/testing';
import { warnJunk, warnOnce } from '../../src/warn.js';

/** What the console is warned of while `work` runs. */
function warnings(work: () => void): string[] {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (message: string) => heard.push(message);
  try {
    work();
  } finally {
    console.warn = warn;
  }
  return heard;
}

describe('a warning', () => {
  it('names element, attribute, value and what counts instead, once a kind', () => {
    const element = document.createElement('ds-test');
    const wanted = { expected: 'a number', default: 10 };
    const heard = warnings(() => {
      warnJunk(element, 'speed', 'fast', wanted);
      warnJunk(element, 'speed', 'slow', wanted);
      warnJunk(element, 'size', { a: 1 }, wanted);
    });
    expect(heard).to.deep.equal([
      '<ds-test speed="fast">: expected a number, so it counts as "10".',
      '<ds-test size="object">: expected a number, so it counts as "10".',
    ]);
  });

  it('shows the beginning of an endless text', () => {
    const [heard = ''] = warnings(() =>
      warnJunk(document.createElement('ds-test'), 'label', 'x'.repeat(1e6), { expected: 'less', default: '' }),
    );
    expect(heard.length).to.be.lessThan(200);
  });

  it('falls silent before it fills the memory', () => {
    const heard = warnings(() => {
      for (let index = 0; index < 1000; index++) warnOnce(`mistake ${index}`);
    });
    expect(heard.length).to.be.greaterThan(10).and.to.be.lessThan(101);
  });
});
