// What is being written is kept on the device as it is written. A key pressed in the moment before the page goes is
// worth as much as any other, so nothing is put off; instead each draft is written once at a time, the newest next.
import type { DraftStore } from "./device-store.ts";

export type KeptDrafts = DraftStore & {
  /** Whether something written is not on the device yet, and would go with the page. */
  readonly isKeeping: () => boolean;
  /** Once nothing is under way any more, whether or not it could be kept. */
  readonly settled: () => Promise<void>;
  /** From now on nothing more is kept: the person has left, and what was kept is being forgotten. */
  readonly stop: () => void;
};

type Wanted = { readonly draft: unknown };
type Keeping = { wanted: Wanted | null; done: Promise<void> };

/** A save or clear that is overtaken by a newer one settles as that does. */
export function keepNewest(store: DraftStore): KeptDrafts {
  const underWay = new Map<string, Keeping>();
  let isStopped = false;

  async function write(slot: string, keeping: Keeping): Promise<void> {
    const { wanted } = keeping;
    const [written] = await Promise.allSettled([wanted ? store.save(slot, wanted.draft) : store.clear(slot)]);
    if (keeping.wanted !== wanted && !isStopped) return write(slot, keeping);
    underWay.delete(slot);
    if (written.status === "rejected") throw written.reason;
    return undefined;
  }

  function keep(slot: string, wanted: Wanted | null): Promise<void> {
    if (isStopped) return Promise.resolve();
    const before = underWay.get(slot);
    if (before) {
      before.wanted = wanted;
      return before.done;
    }
    const keeping: Keeping = { wanted, done: Promise.resolve() };
    underWay.set(slot, keeping);
    keeping.done = write(slot, keeping);
    return keeping.done;
  }

  const settled = async () => {
    await Promise.allSettled([...underWay.values()].map(({ done }) => done));
  };
  return {
    save: (slot, draft) => keep(slot, { draft }),
    clear: (slot) => keep(slot, null),
    async load(slot) {
      await underWay.get(slot)?.done.catch(() => undefined);
      return store.load(slot);
    },
    isKeeping: () => underWay.size > 0,
    settled,
    stop: () => void (isStopped = true),
  };
}
