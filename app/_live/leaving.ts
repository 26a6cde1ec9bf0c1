// Signing out is for the whole browser: what other tabs still show is put out of sight at once.
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
