/** One story on the page: HTML that is mounted once, and signals that go to it and come back from it. */
import { mergePatch } from 'virtual:datastar';
import { addons } from 'storybook/preview-api';
import { scope } from './scope.js';
import { signalsLine } from './signals-line.js';
import { signalsIn, snippet, type Args } from './snippet.js';

type Signals = Record<string, unknown>;

/** Datastar starts in a task after its import, so nobody can be too late for this. */
const started = new Promise<void>((resolve, reject) => {
  document.addEventListener('datastar-ready', () => resolve(), { once: true });
  setTimeout(() => reject(new Error('Datastar did not start.')), 5000);
});

/** Datastar has seen what changed in the document. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

let count = 0;

export class LiveStory {
  readonly #id: string;
  readonly #stage: HTMLElement;
  /** Where this story's signals are in the store; empty for the top. */
  readonly #branch: string;
  /** The Controls, as Storybook last showed them. */
  #args: Args;
  /** What was reported to the Controls and has not come back yet, oldest first. */
  readonly #reported = new Map<string, unknown[]>();
  #unreported: Signals = {};

  constructor(id: string, stage: HTMLElement, args: Args, isAlone: boolean) {
    this.#id = id;
    this.#stage = stage;
    this.#args = args;
    this.#branch = isAlone ? '' : `s${++count}`;
  }

  async mount(html: string): Promise<void> {
    await started;
    const names = signalsIn(html, Object.keys(this.#args));
    const view = document.createRange().createContextualFragment(snippet(html, this.#args));
    view.append(signalsLine(names));
    if (this.#branch) scope(view, this.#branch);
    document.addEventListener('datastar-signal-patch', this.#hear);
    this.#stage.replaceChildren(view);
    await settled();
  }

  /** A Control has changed: that is a patch of signals, and the same elements stay. */
  update(args: Args): void {
    const changed = Object.keys(args).filter((name) => !isSame(args[name], this.#args[name]));
    this.#args = args;
    const signals = changed.filter((name) => !this.#isEcho(name, args[name]));
    // An emptied Control is undefined, and null would delete the signal.
    if (signals.length > 0) this.#patch(Object.fromEntries(signals.map((name) => [name, args[name] ?? ''])));
  }

  /** First the elements, then their signals: an effect that still ran would bring these back. */
  async remove(): Promise<void> {
    document.removeEventListener('datastar-signal-patch', this.#hear);
    this.#stage.replaceChildren();
    await settled();
    const names = this.#branch ? [this.#branch] : Object.keys(this.#args);
    mergePatch(Object.fromEntries(names.map((name) => [name, null])));
  }

  #patch(signals: Signals): void {
    mergePatch(this.#branch ? { [this.#branch]: signals } : signals);
  }

  /** Signals have changed, by whomever: the Controls follow. */
  readonly #hear = (event: Event): void => {
    const { detail } = event as CustomEvent<Signals>;
    const signals = (this.#branch ? detail[this.#branch] : detail) as Signals | undefined;
    const isIdle = Object.keys(this.#unreported).length === 0;
    for (const [name, value] of Object.entries(signals ?? {})) if (name in this.#args) this.#unreported[name] = value;
    // Once a frame: a signal that follows the mouse changes more often.
    if (isIdle && Object.keys(this.#unreported).length > 0) requestAnimationFrame(() => this.#report());
  };

  #report(): void {
    const updatedArgs = Object.fromEntries(
      Object.entries(this.#unreported).filter(([name, value]) => !isSame(value, this.#newest(name))),
    );
    this.#unreported = {};
    if (Object.keys(updatedArgs).length === 0) return;
    for (const [name, value] of Object.entries(updatedArgs))
      this.#reported.set(name, [...(this.#reported.get(name) ?? []), value]);
    addons.getChannel().emit('updateStoryArgs', { storyId: this.#id, updatedArgs });
  }

  /** What the Control of a signal shows, or is about to show. */
  #newest(name: string): unknown {
    return this.#reported.get(name)?.at(-1) ?? this.#args[name];
  }

  /** Whether a Control says only what was reported to it; a late echo must not undo what the user did since. */
  #isEcho(name: string, value: unknown): boolean {
    const reported = this.#reported.get(name) ?? [];
    const index = reported.findIndex((one) => isSame(one, value));
    if (index < 0) return false;
    this.#reported.set(name, reported.slice(index + 1));
    return true;
  }
}
