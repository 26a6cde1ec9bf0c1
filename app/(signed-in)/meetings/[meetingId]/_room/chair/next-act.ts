// The most likely next act of whoever runs the meeting: the one filled button of the page.
import type { ItemId } from "#domain/ids.ts";
import { bundled } from "#domain/meeting/bundles.ts";
import type { Decision } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Vote } from "#domain/meeting/vote.ts";
import { unreachable } from "#domain/unreachable.ts";
import { nextItem } from "../pace.ts";
import { isSameItemButWords, isSameList } from "../quiet.ts";

export type NextAct =
  | { readonly act: "start" | "resume" | "closeMeeting" | "excludePublic" | "readmitPublic" }
  | { readonly act: "open"; readonly item: AgendaItem }
  | { readonly act: "takeBundle"; readonly itemIds: readonly ItemId[] }
  | { readonly act: "close"; readonly item: AgendaItem }
  | { readonly act: "closeVote" | "revealVotes"; readonly vote: Vote }
  | { readonly act: "readBack" | "agree"; readonly item: AgendaItem; readonly decision: Decision };

/**
 * Null where there is nothing to run: a draft, or a meeting that is over. Votes are for the chair alone: `runsVotes` says
 * whether this person may.
 */
export function nextAct(meeting: Meeting, runsVotes = true): NextAct | null {
  switch (meeting.phase) {
    case "published":
      return { act: "start" };
    case "adjourned":
      return { act: "resume" };
    case "inSession":
      return inSession(meeting, runsVotes);
    case "none":
    case "draft":
    case "closed":
    case "minutesDrafted":
    case "minutesApproved":
      return null;
    default:
      return unreachable(meeting.phase);
  }
}

/** Whether two are the same act, about the same: what else was said on its item does not matter to it. */
export function isSameAct(before: NextAct | null, after: NextAct | null): boolean {
  if (before === null || after === null) return before === after;
  if ("item" in before && "item" in after && !isSameItemButWords(before.item, after.item)) return false;
  if (before.act === "takeBundle" && after.act === "takeBundle")
    return before.itemIds.join() === after.itemIds.join();
  return isSameList(partsOf(before), partsOf(after));
}

function partsOf(next: NextAct): readonly unknown[] {
  return Object.entries(next).flatMap(([name, part]) => (name === "item" ? [] : [part]));
}

function inSession(meeting: Meeting, runsVotes: boolean): NextAct {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const next = nextItem(meeting);
  if (!item) return between(meeting, next);

  const vote = runsVotes ? pendingVote(item) : undefined;
  if (vote) return { act: vote.status === "open" ? "closeVote" : "revealVotes", vote };
  const decision = pendingDecision(item);
  if (decision) return { act: decision.status === "readBack" ? "agree" : "readBack", item, decision };
  // a part of the open item is taken within it
  if (next?.parent === item.id) return { act: "open", item: next };
  return { act: "close", item };
}

function between(meeting: Meeting, next: AgendaItem | undefined): NextAct {
  if (!next) return meeting.publicExcluded ? { act: "readmitPublic" } : { act: "closeMeeting" };
  const isClosed = next.openness.kind === "restricted";
  if (isClosed && !meeting.publicExcluded) return { act: "excludePublic" };
  if (!isClosed && meeting.publicExcluded) return { act: "readmitPublic" };
  const itemIds = bundled(meeting);
  if (itemIds.includes(next.id)) return { act: "takeBundle", itemIds };
  return { act: "open", item: next };
}

/** Linked votes are closed one after the other, then revealed together. */
function pendingVote({ votes }: AgendaItem): Vote | undefined {
  return votes.find(({ status }) => status === "open") ?? votes.find(({ status }) => status === "closed");
}

/** What has been read back waits for its word before what has only been proposed. */
function pendingDecision(item: AgendaItem): Decision | undefined {
  const pending = item.entries.filter(
    (entry): entry is Decision =>
      entry.kind === "decision" && entry.standing === "stands" && entry.status !== "agreed",
  );
  return pending.find(({ status }) => status === "readBack") ?? pending.at(0);
}
