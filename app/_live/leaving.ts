// Signing out is for the whole browser: what other tabs still show is put out of sight at once. And nobody closes
// a page on words that stand nowhere else without being asked.
import type { PersonId } from "#domain/ids.ts";

const CHANNEL = "candour signed out";

/** Tells every tab that this person has left. */
export function tellLeft(person: PersonId): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(person);
  channel.close();
}

export function onLeft(person: PersonId, listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", ({ data }) => {
    if (data === person) listener();
  });
}

/** The browser asks before the page goes while something would be lost with it; the answer ends that. */
export function warnBeforeLeaving(isLosing: () => boolean): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (isLosing()) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  return () => window.removeEventListener("beforeunload", warn);
}
