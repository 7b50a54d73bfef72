/** The frames and timers that a page asks for, counted from outside. */

/** The browser's own clocks, out of reach of {@link watchTasks}. */
const nativeFrame = requestAnimationFrame.bind(window);
const nativeTimer = setTimeout.bind(window);

/** Lets `count` frames pass, and what observers do after them. */
export async function frames(count = 1): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((done) => nativeFrame(done));
  await new Promise((done) => nativeTimer(done));
}

export const wait = (milliseconds: number): Promise<void> => new Promise((done) => nativeTimer(done, milliseconds));

export interface Tasks {
  /** How many frames were asked for. */
  frames: number;
  /** How many frames and timers came. */
  ran: number;
  /** Frames and timers that were asked for, and neither came nor were called off. */
  readonly pending: Set<string>;
  restore(): void;
}

/** Counts what code of the page asks of `requestAnimationFrame` and `setTimeout`, until `restore()`. */
export function watchTasks(): Tasks {
  const { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout } = window;
  const native = { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout };
  const tasks: Tasks = { frames: 0, ran: 0, pending: new Set(), restore: () => Object.assign(window, native) };
  const came = (name: string): void => {
    tasks.pending.delete(name);
    tasks.ran++;
  };

  window.requestAnimationFrame = (callback) => {
    tasks.frames++;
    const id = requestAnimationFrame.call(window, (now) => {
      came(`frame ${id}`);
      callback(now);
    });
    tasks.pending.add(`frame ${id}`);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    tasks.pending.delete(`frame ${id}`);
    cancelAnimationFrame.call(window, id);
  };

  const timer = (callback: (...given: unknown[]) => void, delay?: number, ...given: unknown[]): number => {
    const id = setTimeout.call(
      window,
      () => {
        came(`timer ${id}`);
        callback(...given);
      },
      delay,
    ) as unknown as number;
    tasks.pending.add(`timer ${id}`);
    return id;
  };
  const clear = (id: number): void => {
    tasks.pending.delete(`timer ${id}`);
    clearTimeout.call(window, id);
  };
  Object.assign(window, { setTimeout: timer, clearTimeout: clear });
  return tasks;
}

/** Pretends that the tab goes to the back, or comes to the front. */
export function hideTab(hidden: boolean): void {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  else Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}
