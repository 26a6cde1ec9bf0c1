// What this device keeps for a person: unsent entries and drafts, sealed under a key that the browser will
// not give out, and forgotten with that key at sign-out (`reliability.md` §3.5).
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as z from "zod";
import { CommandId, MeetingId, type PersonId } from "#domain/ids.ts";
import { SentCommand } from "#domain/meeting/commands.ts";

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

type Schema = DBSchema & {
  keys: { key: string; value: CryptoKey };
  outbox: {
    key: number;
    value: Sealed & { person: string; commandId: string };
    indexes: { person: string; commandId: string };
  };
  drafts: { key: [string, string]; value: Sealed };
};

export const StoredEntry = z.object({
  meetingId: MeetingId,
  commandId: CommandId,
  command: SentCommand,
  /** Whether it may have reached the server already. */
  tried: z.boolean(),
  /** A refusal or failure that is still to be seen by the person, as it was told. */
  ended: z.unknown(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;

/** Keeps one person's unsent entries, in the order in which they were put in. */
export type OutboxStore = {
  /** Rejects when it could not be kept. */
  readonly put: (entry: StoredEntry) => Promise<void>;
  readonly change: (entry: StoredEntry) => Promise<void>;
  readonly remove: (commandId: CommandId) => Promise<void>;
  readonly all: () => Promise<readonly StoredEntry[]>;
};

export type DraftStore = {
  readonly save: (slot: string, draft: unknown) => Promise<void>;
  readonly load: (slot: string) => Promise<unknown>;
  readonly clear: (slot: string) => Promise<void>;
};

export type DeviceStore = { readonly outbox: OutboxStore; readonly drafts: DraftStore };

const strict = { durability: "strict" } as const;

function openStore(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore("keys");
      const outbox = db.createObjectStore("outbox", { autoIncrement: true });
      outbox.createIndex("person", "person");
      outbox.createIndex("commandId", "commandId", { unique: true });
      db.createObjectStore("drafts");
    },
  });
}

/** Opens what this device keeps for a person. Nothing sealed for one person can be opened for another. */
export async function deviceStore(person: PersonId, name = "candour"): Promise<DeviceStore> {
  const db = await openStore(name);
  const seal = sealer(await keyOf(db, person), person);
  return { outbox: outboxIn(db, person, seal), drafts: draftsIn(db, person, seal) };
}

/** How much is unsent on this device for this person. */
export async function unsentOnDevice(person: PersonId, name = "candour"): Promise<number> {
  const db = await openStore(name);
  const count = await db.countFromIndex("outbox", "person", person);
  db.close();
  return count;
}

/** Whether words that were begun, and not sent, are kept on this device for this person. */
export async function begunOnDevice(person: PersonId, name = "candour"): Promise<boolean> {
  const db = await openStore(name);
  const count = await db.count("drafts", slotsOf(person));
  db.close();
  return count > 0;
}

/** Forgets everything kept for a person, the key first: without it the rest cannot be read. */
export async function forgetOnDevice(person: PersonId, name = "candour"): Promise<void> {
  const db = await openStore(name);
  const wiping = db.transaction(["keys", "outbox", "drafts"], "readwrite", strict);
  await wiping.objectStore("keys").delete(person);
  const entries = wiping.objectStore("outbox");
  for (const key of await entries.index("person").getAllKeys(person)) await entries.delete(key);
  await wiping.objectStore("drafts").delete(slotsOf(person));
  await wiping.done;
  db.close();
}

function outboxIn(db: IDBPDatabase<Schema>, person: PersonId, seal: Sealer): OutboxStore {
  return {
    async put(entry) {
      const { commandId } = entry;
      const value = { person, commandId, ...(await seal.shut(entry)) };
      const putting = db.transaction("outbox", "readwrite", strict);
      await Promise.all([putting.store.add(value), putting.done]);
    },
    async change(entry) {
      const { commandId } = entry;
      const value = { person, commandId, ...(await seal.shut(entry)) };
      const changing = db.transaction("outbox", "readwrite", strict);
      const key = await changing.store.index("commandId").getKey(commandId);
      if (key !== undefined) await changing.store.put(value, key);
      await changing.done;
    },
    async remove(commandId) {
      const removing = db.transaction("outbox", "readwrite");
      const key = await removing.store.index("commandId").getKey(commandId);
      if (key !== undefined) await removing.store.delete(key);
      await removing.done;
    },
    async all() {
      const rows = await db.getAllFromIndex("outbox", "person", person);
      const opened = await Promise.all(rows.map((row) => seal.open(row)));
      return opened.flatMap((entry) => {
        const parsed = StoredEntry.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      });
    },
  };
}

function draftsIn(db: IDBPDatabase<Schema>, person: PersonId, seal: Sealer): DraftStore {
  return {
    async save(slot, draft) {
      await db.put("drafts", await seal.shut(draft), [person, slot]);
    },
    async load(slot) {
      const kept = await db.get("drafts", [person, slot]);
      return kept && (await seal.open(kept));
    },
    clear: (slot) => db.delete("drafts", [person, slot]),
  };
}

function slotsOf(person: PersonId): IDBKeyRange {
  return IDBKeyRange.bound([person], [person, []]);
}

/** The person's key on this device, made when it is first needed; it can be used and never read. */
async function keyOf(db: IDBPDatabase<Schema>, person: PersonId): Promise<CryptoKey> {
  const kept = await db.get("keys", person);
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const keeping = db.transaction("keys", "readwrite", strict);
  // another tab may have made one in the meantime
  const first = await keeping.store.get(person);
  if (!first) await keeping.store.put(made, person);
  await keeping.done;
  return first ?? made;
}

type Sealer = {
  readonly shut: (content: unknown) => Promise<Sealed>;
  /** `undefined` when the seal does not hold. */
  readonly open: (kept: Sealed) => Promise<unknown>;
};

function sealer(key: CryptoKey, person: PersonId): Sealer {
  const additionalData = new TextEncoder().encode(person);
  return {
    async shut(content) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const words = new TextEncoder().encode(JSON.stringify(content));
      return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, words) };
    },
    async open({ iv, sealed }) {
      try {
        const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed);
        return JSON.parse(new TextDecoder().decode(words));
      } catch {
        return undefined;
      }
    },
  };
}
