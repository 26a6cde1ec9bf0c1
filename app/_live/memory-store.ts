import type { DeviceStore, StoredEntry } from "./device-store.ts";

const refuse = () => Promise.reject(new Error("this browser keeps nothing"));

/**
 * Keeps nothing: for a browser that offers no storage. The outbox then says of each entry that it is not stored,
 * and the line one writes on of what is begun.
 */
export const nothingKept: DeviceStore = {
  outbox: {
    put: refuse,
    change: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    all: () => Promise.resolve<readonly StoredEntry[]>([]),
  },
  drafts: {
    save: refuse,
    load: () => Promise.resolve(undefined),
    clear: () => Promise.resolve(),
  },
};
