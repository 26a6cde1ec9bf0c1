// What a browser keeps, in memory: the store behind an outbox, the lock its tabs share, word of each other's changes.
import type { OutboxStore, StoredEntry } from "#app/_live/device-store.ts";
import type { TabChange, Tabs } from "#app/_live/outbox.ts";
import type { CommandId } from "#domain/ids.ts";

type Hold = { isAlive: boolean };
export type Device = ReturnType<typeof openDevice>;

/** What the tabs of one browser share: the store, the lock, word of each other's changes. */
export function openDevice() {
  let kept: StoredEntry[] = [];
  const written: CommandId[] = [];
  const store: OutboxStore = {
    async put(entry) {
      kept = [...kept, structuredClone(entry)];
      written.push(entry.commandId);
    },
    async change(entry) {
      kept = kept.map((each) => (each.commandId === entry.commandId ? structuredClone(entry) : each));
    },
    async remove(commandId) {
      kept = kept.filter((each) => each.commandId !== commandId);
    },
    all: async () => kept,
  };
  const listeners = new Map<symbol, (change: TabChange) => void>();

  function join(): Tabs {
    const me = Symbol("tab");
    return {
      tell(change) {
        for (const [tab, listener] of listeners) if (tab !== me) listener(change);
      },
      hear(listener) {
        listeners.set(me, listener);
        return () => listeners.delete(me);
      },
    };
  }
  return { store, written, unsent: () => kept, join, ...openLock() };
}

/** One at a time; a dead holder's turn is over, and the dead wait for no turn. */
function openLock() {
  let holder: Hold | null = null;
  const queue: { hold: Hold; run: () => void }[] = [];

  function next() {
    for (let waiting = queue.shift(); waiting; waiting = queue.shift()) {
      if (!waiting.hold.isAlive) continue;
      holder = waiting.hold;
      return waiting.run();
    }
    holder = null;
    return undefined;
  }
  function release(hold: Hold) {
    if (holder === hold) next();
  }
  async function exclusively(hold: Hold, run: () => Promise<void>) {
    await new Promise<void>((resolve) => {
      queue.push({ hold, run: resolve });
      if (holder === null) next();
    });
    await run();
    release(hold);
  }
  return { exclusively, release };
}
