/** Points 8 and 9: removed means released, hidden means idle. */
import { expect } from '@open-wc/testing';
import { startDatastar } from '../support/datastar.js';
import { alive, devtools, itNeeds, media } from '../support/engine.js';
import { frames, hideTab, wait, watchTasks, type Tasks } from '../support/tasks.js';
import { defineAll, mounted, subjects, type Instance, type Subject } from './elements.js';

before(async () => {
  await defineAll();
  await startDatastar();
});

let tasks: Tasks | undefined;
afterEach(() => {
  tasks?.restore();
});

/** Gives the element everything to do that a page can. */
async function keepBusy(element: Instance, { attributes }: Subject): Promise<void> {
  for (const [name, { valid, default: initial }] of Object.entries(attributes))
    if (typeof initial !== 'boolean') element.setAttribute(name, valid[1] ?? valid[0] ?? '');
  await element.updateComplete;
}

interface Counters {
  nodes: number;
  jsEventListeners: number;
}

async function counters(): Promise<Counters> {
  await devtools('HeapProfiler.collectGarbage');
  return devtools<Counters>('Memory.getDOMCounters');
}

for (const subject of subjects) {
  const { tag, html } = subject;

  describe(`a <${tag}> that is removed`, () => {
    it('leaves no frame and no timer', async () => {
      const element = await mounted(html);
      tasks = watchTasks();
      await frames(3);
      await keepBusy(element, subject);
      element.remove();
      expect([...tasks.pending]).to.deep.equal([]);
      tasks.ran = 0;
      await frames(3);
      expect([tasks.ran, ...tasks.pending]).to.deep.equal([0]);
    });

    itNeeds('the heap', 'can be collected, and 50 rounds of coming and going leave nothing behind', async () => {
      const place = await mounted('<main id="it"></main>');
      const rounds = async (): Promise<void> => {
        for (let round = 0; round < 50; round++) {
          place.innerHTML = html;
          const element = place.firstElementChild as Instance;
          await element.updateComplete;
          if (round % 10 === 0) await frames(2);
          element.remove();
          await frames();
        }
      };
      await rounds();
      const before = await counters();
      await rounds();
      const after = await counters();
      // Both count what the test runner has on the page, too, which comes and goes; what stays of an element is one a round.
      expect(after.jsEventListeners, 'listeners').to.be.at.most(before.jsEventListeners + 25);
      expect(after.nodes, 'nodes').to.be.at.most(before.nodes + 25);
      expect(await alive(`customElements.get('${tag}').prototype`)).to.equal(0);
    }).timeout(60_000);
  });

  describe(`a <${tag}> runs no loop`, () => {
    /** Frames that are asked for while nothing happens. */
    const idle = async (): Promise<number> => {
      await frames(3);
      tasks = watchTasks();
      await wait(300);
      tasks.restore();
      return tasks.frames;
    };

    it('off the screen', async () => {
      const element = await mounted(html);
      element.insertAdjacentHTML('beforebegin', '<p class="tall"></p><style>.tall { height: 500vh }</style>');
      expect(await idle()).to.equal(0);
    });

    it('where it is not displayed', async () => {
      const element = await mounted(html);
      element.hidden = true;
      expect(await idle()).to.equal(0);
    });

    it('in a box without an area', async () => {
      const element = await mounted(html);
      element.insertAdjacentHTML(
        'beforebegin',
        '<style>#it { display: block; min-block-size: 0; block-size: 0 }</style>',
      );
      expect(await idle()).to.equal(0);
    });

    it('in a hidden tab', async () => {
      await mounted(html);
      await frames(3);
      hideTab(true);
      const asked = await idle();
      hideTab(false);
      expect(asked).to.equal(0);
    });

    itNeeds('reduced motion', 'where a person prefers less motion, and paints once what changes then', async () => {
      await media({ 'prefers-reduced-motion': 'reduce' });
      const element = await mounted(html);
      expect(await idle()).to.equal(0);
      tasks = watchTasks();
      const [name, { valid }] = Object.entries(subject.attributes)[0] ?? ['', { valid: [] }];
      element.setAttribute(name, valid.find((text) => text !== element.getAttribute(name)) ?? '');
      await frames(5);
      expect(tasks.frames).to.equal(subject.isPainted ? 1 : 0);
      await media();
    });
  });
}
