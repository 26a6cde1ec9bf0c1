import { describe, expect, test } from "vitest";
import type { DraftStore } from "./device-store.ts";
import { keepNewest } from "./kept-drafts.ts";

const SLOT = "capture";

/** A device that takes its time: each write comes to stand, or fails, once it is told to. */
function slowDevice() {
  const kept = new Map<string, unknown>();
  const written: unknown[] = [];
  const writes: PromiseWithResolvers<void>[] = [];
  const after = async (change: () => void) => {
    const write = Promise.withResolvers<void>();
    writes.push(write);
    await write.promise;
    change();
  };
  const store: DraftStore = {
    save: (slot, draft) => after(() => void kept.set(slot, (written.push(draft), draft))),
    clear: (slot) => after(() => void kept.delete(slot)),
    load: async (slot) => kept.get(slot),
  };
  const next = () => {
    const write = writes.shift();
    if (!write) throw new Error("nothing is being written");
    return write;
  };
  return { store, kept, written, next, isIdle: () => writes.length === 0 };
}

describe("a draft", () => {
  test("is being kept from the moment it is written until it stands", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    expect(drafts.isKeeping()).toBe(false);

    const saved = drafts.save(SLOT, "H");
    expect(drafts.isKeeping()).toBe(true);
    device.next().resolve();
    await saved;
    expect(drafts.isKeeping()).toBe(false);
    expect(device.kept.get(SLOT)).toBe("H");
  });

  test("that is overtaken while it is written gives way to the newest alone", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    const saved = [drafts.save(SLOT, "H"), drafts.save(SLOT, "Ha"), drafts.save(SLOT, "Half")];

    device.next().resolve();
    await expect.poll(device.isIdle).toBe(false);
    device.next().resolve();
    await Promise.all(saved);
    expect(device.written).toEqual(["H", "Half"]);
    expect(drafts.isKeeping()).toBe(false);
  });

  test("that is thrown away while it is written does not stay", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    void drafts.save(SLOT, "Half");
    const cleared = drafts.clear(SLOT);

    device.next().resolve();
    await expect.poll(device.isIdle).toBe(false);
    device.next().resolve();
    await cleared;
    expect(device.kept.has(SLOT)).toBe(false);
  });

  test("that cannot be kept is told of, unless a newer one can", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    const alone = drafts.save(SLOT, "Half");
    device.next().reject(new Error("full"));
    await expect(alone).rejects.toThrow("full");

    const overtaken = drafts.save(SLOT, "Half");
    const newest = drafts.save(SLOT, "Half of");
    device.next().reject(new Error("full"));
    await expect.poll(device.isIdle).toBe(false);
    device.next().resolve();
    await expect(overtaken).resolves.toBeUndefined();
    await newest;
    expect(device.kept.get(SLOT)).toBe("Half of");
  });

  test("is read as it was last written, by whoever opens it meanwhile", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    void drafts.save(SLOT, "Half");
    const loaded = drafts.load(SLOT);
    device.next().resolve();
    expect(await loaded).toBe("Half");
  });

  test("of one slot does not wait for another's", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    const [capture, item] = [drafts.save(SLOT, "Half"), drafts.save("item", "Title")];
    device.next();
    device.next().resolve();
    await item;
    expect(device.kept.get("item")).toBe("Title");
    expect(drafts.isKeeping()).toBe(true);
    void capture;
  });

  test("written after the person has left is not kept", async () => {
    const device = slowDevice();
    const drafts = keepNewest(device.store);
    const saved = drafts.save(SLOT, "Half");
    void drafts.save(SLOT, "Half of");
    drafts.stop();
    device.next().resolve();
    await saved;
    await drafts.save(SLOT, "Half of a thought");
    expect(device.written).toEqual(["Half"]);
  });
});

test("everything has settled once nothing is under way, kept or not", async () => {
  const device = slowDevice();
  const drafts = keepNewest(device.store);
  await drafts.settled();
  void drafts.save(SLOT, "Half").catch(() => undefined);
  void drafts.save("item", "Title");
  let isSettled = false;
  const settling = drafts.settled().then(() => (isSettled = true));
  device.next().reject(new Error("full"));
  await Promise.resolve();
  expect(isSettled).toBe(false);
  device.next().resolve();
  await settling;
  expect(drafts.isKeeping()).toBe(false);
});
