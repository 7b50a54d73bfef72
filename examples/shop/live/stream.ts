import { setTimeout as sleep } from 'node:timers/promises';
import { Events } from './events.js';
import type { Hub } from './hub.js';
import type { Source } from './sources.js';

interface Options {
  /** Milliseconds of silence after which a comment shows that the connection lives. */
  readonly heartbeat?: number;
  /** Least milliseconds between two writes; what happens meanwhile goes out together. */
  readonly pace?: number;
  /** When there is nothing more to follow. */
  readonly until?: () => boolean;
  /** Called once, when the stream has ended, whoever ended it. */
  readonly onEnd?: () => void;
}

const encoder = new TextEncoder();

/**
 * The present state first, then every change, for as long as somebody reads. Nothing is rendered before the reader has
 * room for it: a slow one gets the newest state, less often, and no backlog grows.
 */
export function liveStream(
  hub: Hub,
  sources: readonly Source[],
  { heartbeat = 15_000, pace = 40, until = () => false, onEnd }: Options = {},
): ReadableStream<Uint8Array> {
  const events = new Events();
  const stale = new Set(sources);
  let isOver = false;
  let isCancelled = false;
  let wake = (): void => undefined;

  const leave = hub.listen(['stop', ...sources.flatMap(({ topics }) => topics)], (topic, by) => {
    if (topic === 'stop') end();
    for (const source of sources) {
      if (!source.topics.includes(topic)) continue;
      if (by !== undefined && by === source.own?.page) source.own.note();
      else stale.add(source);
    }
    wake();
  });

  function end(): void {
    if (isOver) return;
    isOver = true;
    leave();
    onEnd?.();
    wake();
  }

  /** Waits for the next change. `true` says that there was none for long. */
  function isSilent(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, heartbeat, true);
      wake = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }

  async function news(): Promise<string> {
    const asked = sources.filter((source) => stale.has(source)); // in the order of the page: what is in a list comes after it
    stale.clear();
    for (const source of asked) if (await source.tell(events)) stale.add(source);
    return events.take();
  }

  /** What to write next; nothing when the stream is over. */
  async function next(): Promise<string> {
    while (!isOver) {
      if (stale.size === 0 && (await isSilent())) return ': still here\n\n';
      const text = await news();
      if (text !== '') return text;
    }
    return '';
  }

  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const text = await next();
          if (text !== '') controller.enqueue(encoder.encode(text));
          if (isOver || until()) {
            end();
            if (!isCancelled) controller.close();
          } else await sleep(pace);
        } catch (error) {
          end(); // the client hears a broken connection, and comes back for the present state
          throw error;
        }
      },
      cancel() {
        isCancelled = true;
        end();
      },
    },
    { highWaterMark: 0 },
  );
}
