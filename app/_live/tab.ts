// What one tab holds while it is open: one line to the server, one watch on it, one outbox for the person
// signed in. Made when a room is first opened, and shared by the rooms opened after it.
import type { PersonId } from "#domain/ids.ts";
import { type ConnectionWatch, watchConnection } from "./connection.ts";
import { type DraftStore, deviceStore } from "./device-store.ts";
import type { Link } from "./link.ts";
import { nothingKept } from "./memory-store.ts";
import { type Outbox, openOutbox, type TabChange, type Tabs } from "./outbox.ts";
import { socketLink } from "./socket-link.ts";
import { deviceTimers } from "./timers.ts";

export type LiveTab = {
  readonly person: PersonId;
  readonly link: Link;
  readonly connection: ConnectionWatch;
  readonly outbox: Outbox;
  readonly drafts: DraftStore;
};

let opening: { person: PersonId; tab: Promise<LiveTab> } | undefined;

export function liveTab(person: PersonId): Promise<LiveTab> {
  if (opening?.person !== person) opening = { person, tab: openTab(person) };
  return opening.tab;
}

async function openTab(person: PersonId): Promise<LiveTab> {
  const link = socketLink();
  const connection = watchConnection(link, deviceTimers);
  const { outbox: store, drafts } = await deviceStore(person).catch(() => nothingKept);
  const outbox = openOutbox({
    person,
    link,
    timers: deviceTimers,
    store,
    exclusively: (run) => oneTabAtATime(`candour outbox ${person}`, run),
    tabs: otherTabs(`candour outbox ${person}`),
    onAnswer: connection.answered,
    onUnanswered: connection.doubted,
    onSentLate: connection.sent,
  });

  window.addEventListener("online", () => connection.browserSays(true));
  window.addEventListener("offline", () => connection.browserSays(false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.looked();
  });
  warnBeforeLeaving(outbox);
  void navigator.storage?.persist?.();
  return { person, link, connection, outbox, drafts };
}

// released by the browser even when the tab is killed
async function oneTabAtATime(name: string, run: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return run();
  await navigator.locks.request(name, run);
  return undefined;
}

function otherTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name);
  return {
    tell: (change) => channel.postMessage(change),
    hear(listener) {
      const heard = ({ data }: MessageEvent<TabChange>) => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}

/** Leaving loses only what this device does not keep. */
function warnBeforeLeaving(outbox: Outbox) {
  window.addEventListener("beforeunload", (event) => {
    const wouldBeLost = outbox
      .current()
      .some(({ kept, ended, momentary }) => kept !== "stored" && ended === null && !momentary);
    if (wouldBeLost) event.preventDefault();
  });
}
