// Where somebody carried in the queue is put down: said as the rules say it, by who then stands directly behind.
import type { Speaker, SpeakRequest } from "#domain/meeting/turn.ts";

type Dropped = { readonly key: unknown; readonly where: "before" | "after" | "on" };

/** Null when it is put down where it stood, or on what is not there any longer. */
export function droppedAhead(
  requests: readonly SpeakRequest[],
  carried: unknown,
  { key, where }: Dropped,
): { readonly speaker: Speaker; readonly aheadOf: Speaker | null } | null {
  const from = requests.findIndex(({ seq }) => seq === carried);
  const on = requests.findIndex(({ seq }) => seq === key);
  const moved = requests[from];
  if (!moved || on === -1 || where === "on") return null;
  // of the places between them, the one ahead of the first and behind the last included
  const place = where === "before" ? on : on + 1;
  if (place === from || place === from + 1) return null;
  return { speaker: moved.speaker, aheadOf: requests[place]?.speaker ?? null };
}
