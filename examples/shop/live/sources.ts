import type { View } from '../views/layout.js';
import type { Events } from './events.js';
import type { Topic } from './hub.js';

/** Something on a page that follows what happens elsewhere. */
export interface Source {
  readonly topics: readonly Topic[];
  /** Where the page need not be told what it did itself: which page that is, and what takes note of it instead. */
  readonly own?: { readonly page: string; readonly note: () => void };
  /** Writes what the page does not know yet. `true` says that there is more than was written. */
  tell(events: Events): Promise<boolean>;
}

/** A part of the page that is rendered anew when its topic changes, and sent when that made a difference, if it is there. */
export function follow(topic: Topic, render: () => View): Source {
  let known = '';
  return {
    topics: [topic],
    async tell(events) {
      const view = String(await render());
      if (view !== known && view !== '') events.patchElements(view);
      known = view;
      return false;
    },
  };
}

interface Log<Entry> {
  /** Where new entries go: before all others. */
  readonly list: string;
  /** The id of the newest entry that the page shows. */
  readonly lastSeen: number;
  /** What came after an id, the oldest first. */
  readonly read: (after: number, limit: number) => Entry[];
  readonly view: (entry: Entry) => View;
  /** Which old entry leaves the list for a new one, if any: a page may stay open for weeks. */
  readonly leaving: (entry: Entry) => string | undefined;
}

const batch = 100;

/**
 * A list that only grows, and of which nothing may be missed or come twice. Each entry is an event with its id; after a
 * lost connection the client names the last one it saw.
 */
export function log<Entry extends { readonly id: number }>(
  topic: Topic,
  { list, lastSeen, read, view, leaving }: Log<Entry>,
): Source {
  let last = lastSeen;
  return {
    topics: [topic],
    async tell(events) {
      const entries = read(last, batch);
      for (const entry of entries) {
        last = entry.id;
        events.patchElements(String(await view(entry)), { selector: list, mode: 'prepend', eventId: String(last) });
        const selector = leaving(entry);
        if (selector !== undefined) events.patchElements('', { selector, mode: 'remove' });
      }
      return entries.length === batch;
    },
  };
}
