// What a wall says, in words that can be read from the back of the room.
import type { ScreenLevel, ScreenView, ShownSpeaker, ShownWording } from "#domain/meeting/screen.ts";
import { unreachable } from "#domain/unreachable.ts";
import { itemLabel, namedSeat, unseatedName } from "./speaker-text.ts";

/** What each level shows, to whoever chooses it. */
export const levelWord: Readonly<Record<ScreenLevel, string>> = {
  nobody: "Nobody",
  speaker: "Who is speaking",
  next: "Who is speaking and who is next",
  queue: "Who is speaking and the whole queue",
};

export function shownName(speaker: ShownSpeaker): string {
  return speaker.as === "seat" ? namedSeat(speaker.partner, speaker.seat) : unseatedName[speaker.as];
}

/** As many names as stand in one line at the foot of a wall. */
const IN_A_LINE = 3;

/** "The chair, Police and 3 more" */
export function waitingText(waiting: readonly ShownSpeaker[], behind: number): string {
  const names = waiting.slice(0, IN_A_LINE).map(shownName).join(", ");
  const more = behind + Math.max(0, waiting.length - IN_A_LINE);
  return more > 0 ? `${names} and ${more} more` : names;
}

export const wordingState: Readonly<Record<ShownWording["state"], string>> = {
  readBack: "being read back",
  amended: "amended, to be read again",
  agreed: "agreed",
};

/** The name of a wall's tab. */
export function screenTitle(view: ScreenView | null): string {
  if (view === null || view.shows === "nothing") return "Second screen";
  switch (view.shows) {
    case "item":
      return itemLabel(view.item);
    case "closed":
      return view.item ? itemLabel(view.item) : "Closed business";
    case "before":
    case "between":
    case "adjourned":
    case "after":
      return view.title;
    default:
      return unreachable(view);
  }
}
