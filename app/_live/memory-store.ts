import type { DeviceStore, StoredEntry } from "./device-store.ts";

/** Keeps nothing: for a browser that offers no storage. The outbox then says of each entry that it is not stored. */
export const nothingKept: DeviceStore = {
  outbox: {
    put: () => Promise.reject(new Error("this browser keeps nothing")),
    change: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    all: () => Promise.resolve<readonly StoredEntry[]>([]),
  },
  drafts: {
    save: () => Promise.resolve(),
    load: () => Promise.resolve(undefined),
    clear: () => Promise.resolve(),
  },
};
