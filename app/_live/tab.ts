// What one tab holds while it is open: one line to the server, one watch on it, one outbox for the person
// signed in. Made when a room is first opened, and shared by the rooms opened after it.
import type { PersonId } from "#domain/ids.ts";
import { type ConnectionWatch, watchConnection } from "./connection.ts";
import { deviceStore } from "./device-store.ts";
import { type KeptDrafts, keepNewest } from "./kept-drafts.ts";
import { onLeft, warnBeforeLeaving } from "./leaving.ts";
import type { Link } from "./link.ts";
import { nothingKept } from "./memory-store.ts";
import { type Outbox, openOutbox, type TabChange, type Tabs, type Waiting } from "./outbox.ts";
import { socketLink } from "./socket-link.ts";
import { deviceTimers } from "./timers.ts";

export type LiveTab = {
  readonly person: PersonId;
  readonly link: Link;
  readonly connection: ConnectionWatch;
  readonly outbox: Outbox;
  readonly drafts: KeptDrafts;
  /** Sends nothing more, and lets the person go without asking. */
  readonly close: () => void;
};

/** How much is waiting in this tab alone, because it may not or could not be written to the device. */
export async function unsentInTab(person: PersonId): Promise<number> {
  if (opening?.person !== person) return 0;
  const { outbox } = await opening.tab;
  return wouldBeLost(outbox);
}

/** What is still in this tab stays unsent. */
export async function closeTab(person: PersonId): Promise<void> {
  if (opening?.person !== person) return;
  const tab = await opening.tab;
  tab.close();
  // so that none is written after all has been forgotten
  await tab.drafts.settled();
}

let opening: { person: PersonId; tab: Promise<LiveTab> } | undefined;

export function liveTab(person: PersonId): Promise<LiveTab> {
  if (opening?.person !== person) opening = { person, tab: openTab(person) };
  return opening.tab;
}

async function openTab(person: PersonId): Promise<LiveTab> {
  const link = socketLink();
  const connection = watchConnection(link, deviceTimers);
  const { outbox: store, drafts: device } = await deviceStore(person).catch(() => nothingKept);
  const drafts = keepNewest(device);
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
  const stopWarning = warnBeforeLeaving(() => wouldBeLost(outbox) > 0 || drafts.isKeeping());
  const close = () => {
    stopWarning();
    outbox.stop();
    drafts.stop();
  };
  onLeft(person, () => {
    close();
    window.location.assign("/sign-in");
  });
  void navigator.storage?.persist?.();
  return { person, link, connection, outbox, drafts, close };
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

/** How much goes with the page: only what this device does not keep. */
function wouldBeLost(outbox: Outbox): number {
  const isLost = ({ kept, ended, momentary }: Waiting) => kept !== "stored" && ended === null && !momentary;
  return outbox.current().filter(isLost).length;
}
