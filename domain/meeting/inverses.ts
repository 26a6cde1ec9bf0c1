// What would put each act right again, and what makes it too late: a later act that touches the same
// thing, or builds on it. An act nobody may take back has no inverse.
import type { EntryId, ItemId, SeatId, VoteId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import { orderOf } from "./agenda-order.ts";
import type { EventOf, MeetingEvent } from "./events.ts";
import { spellOf } from "./focus-disputes.ts";
import { invitationsOf } from "./invitations.ts";
import { headingOf } from "./item.ts";
import { attendanceOf, itemOf, presidingNow, recordingNow, voteOf } from "./look-up.ts";
import type { Sitting } from "./presence.ts";
import { placeOf } from "./queue.ts";
import type { Inverse, Invited, Meeting, Numbers, RecentAct, Standing } from "./state.ts";
import type { Speaker } from "./turn.ts";
import type { Vote } from "./vote.ts";

export type Undoable = Pick<RecentAct, "touches" | "buildsOn" | "inverse">;

/** What undoes an event, told from the meeting ahead of it; null for what stays done. */
export function inverseOf(before: Meeting, event: MeetingEvent): Undoable | null {
  switch (event.type) {
    case "detailsChanged": {
      const { title, startsAt, lengthMinutes, place } = before;
      const inverse: Inverse = { of: "details", before: { title, startsAt, lengthMinutes, place } };
      return { touches: ["details"], buildsOn: [], inverse };
    }
    case "itemAdded": {
      const { itemId, parent } = event;
      return {
        touches: [itemId],
        buildsOn: ["order", ...under(parent)],
        inverse: { of: "itemAdded", itemId },
      };
    }
    case "itemAmended":
    case "itemBriefed":
      return itemChanged(before, event);
    case "itemMoved": {
      const numbers = numbersOf(before, event.itemId);
      const inverse: Inverse = { of: "itemMoved", order: orderOf(before.items), numbers };
      return { touches: ["order", event.itemId], buildsOn: under(event.parent), inverse };
    }
    case "itemRemoved": {
      const items = before.items.filter(({ id, parent }) => id === event.itemId || parent === event.itemId);
      const index = before.items.findIndex(({ id }) => id === event.itemId);
      const touches = ["order", ...items.map(({ id }) => id)];
      return { touches, buildsOn: [], inverse: { of: "itemRemoved", items, index } };
    }
    case "agendaPublished":
    case "meetingOpened":
    case "meetingAdjourned":
    case "meetingResumed":
    case "meetingClosed":
    case "publicExcluded":
    case "publicReadmitted":
    case "minutesDrafted": {
      const { phase, publicExcluded } = before;
      // a clock cannot be set back to run once the session has been stopped
      const buildsOn = ["current", "focus", "floor", "openness", "presiding", "recording"];
      return { touches: ["phase"], buildsOn, inverse: { of: "phase", phase, publicExcluded } };
    }
    case "chairTaken":
      return {
        touches: ["presiding"],
        buildsOn: ["phase"],
        inverse: { of: "presiding", before: presidingNow(before) ?? null },
      };
    case "recorderNamed":
      return {
        touches: ["recording"],
        buildsOn: ["phase"],
        inverse: { of: "recording", before: recordingNow(before) ?? null },
      };
    case "itemOpened":
    case "itemReopened":
    case "itemClosed":
      return statusChanged(
        before,
        event,
        ["current"],
        ["phase", "focus", "floor", "openness", ...queueActs(before)],
      );
    case "itemSkipped":
    case "itemDeferred":
      return statusChanged(before, event, [], ["phase"]);
    case "itemExtended": {
      const { itemId } = event;
      const inverse: Inverse = { of: "extensions", itemId, before: itemOf(before, itemId)?.extensions ?? [] };
      return { touches: [`time of ${itemId}`], buildsOn: [itemId, "current", "phase"], inverse };
    }
    case "bundleProposed":
    case "bundleDropped":
    case "bundleTaken":
      return bundleChanged(before, event);
    case "itemPulledOut": {
      const { itemId } = event;
      return {
        touches: [inBundle(itemId)],
        buildsOn: ["bundle", "phase"],
        inverse: { of: "pulledOut", itemId },
      };
    }
    case "focusDisputed":
    case "focusSettled":
      return spellChanged(before, event);
    case "attendanceMarked":
    case "departureMarked":
    case "sittingCorrected":
    case "commitmentSaid":
      return attendanceChanged(before, event);
    case "focusSet": {
      const { itemId } = event;
      const inverse: Inverse = { of: "focus", itemId, before: itemOf(before, itemId)?.focus ?? null };
      return { touches: ["focus"], buildsOn: [itemId, "current", "phase"], inverse };
    }
    case "floorGiven": {
      const { itemId, speaker } = event;
      const inverse: Inverse = {
        of: "floor",
        before: before.floor,
        request: standingOf(before, speaker),
        invited: speaker.as === "seat" ? invitedOf(before, itemId, speaker.seat) : null,
      };
      return {
        touches: ["floor", inQueue(speaker)],
        buildsOn: [itemId, "current", "phase"],
        inverse,
      };
    }
    case "turnPaused":
    case "turnResumed":
    case "timeGranted": {
      if (before.floor === null) return null;
      const inverse: Inverse = { of: "turn", before: before.floor };
      return { touches: ["floor"], buildsOn: [event.itemId, "current", "phase"], inverse };
    }
    case "turnEnded": {
      const inverse: Inverse = { of: "floor", before: before.floor, request: null, invited: null };
      return { touches: ["floor"], buildsOn: [event.itemId, "current", "phase"], inverse };
    }
    case "speakRequested":
    case "requestWithdrawn":
    case "requestMoved": {
      const { itemId, speaker } = event;
      const inverse: Inverse = { of: "request", speaker, stood: standingOf(before, speaker) };
      return { touches: [inQueue(speaker)], buildsOn: [itemId, "current", "phase"], inverse };
    }
    case "seatInvited":
    case "invitationAnswered": {
      const { itemId, seat } = event;
      const inverse: Inverse = { of: "invited", before: invitedOf(before, itemId, seat) };
      // one that is asked in and is then given the floor has answered
      return { touches: [inQueue({ as: "seat", seat })], buildsOn: [itemId, "current", "phase"], inverse };
    }
    case "queueClosed":
    case "queueReopened": {
      const inverse: Inverse = { of: "queueClosed", before: before.queue.isClosed };
      return { touches: ["queue closed"], buildsOn: [event.itemId, "current", "phase"], inverse };
    }
    case "decisionProposed":
    case "challengeRecorded":
    case "moneyPointRecorded":
    case "actionRecorded":
    case "evidenceRecorded":
    case "noteRecorded": {
      const { itemId, entryId } = event;
      const inverse: Inverse = { of: "entryRecorded", itemId, entryId };
      return { touches: [entryId], buildsOn: [itemId, "current", ...followingFrom(event)], inverse };
    }
    case "decisionReadBack":
    case "decisionLaidAside":
    case "decisionAgreed":
    case "decisionCompleted":
    case "reportBackMarked":
    case "responseRecorded":
    case "raiserViewMarked":
    case "moneyStageRecorded":
    case "actionProgressed":
    case "decisionAmended":
    case "challengeAmended":
    case "moneyPointAmended":
    case "actionAmended":
    case "evidenceAmended":
    case "noteAmended":
    case "entryConverted":
    case "entryStruckOut":
    case "entryWithdrawn":
    case "entryDisputed":
    case "disputeSettled": {
      const entry = itemOf(before, event.itemId)?.entries.findLast(({ id }) => id === event.entryId);
      if (!entry) return null;
      const inverse: Inverse = { of: "entryChanged", itemId: event.itemId, before: entry };
      return { touches: [entry.id], buildsOn: followingFrom(event), inverse };
    }
    case "privateNoteWritten": {
      const { itemId } = event;
      const inverse: Inverse = {
        of: "privateNote",
        itemId,
        before: itemOf(before, itemId)?.privateNote ?? null,
      };
      return { touches: [`note ${itemId}`], buildsOn: [itemId], inverse };
    }
    case "entriesConfirmed": {
      const { itemId, entryIds } = event;
      return { touches: entryIds, buildsOn: [], inverse: { of: "entriesConfirmed", itemId, entryIds } };
    }
    case "voteOpened": {
      const { itemId, voteId, about, group } = event;
      const others = [about, group === voteId ? null : group].filter((id) => id !== null);
      const inverse: Inverse = { of: "voteOpened", itemId, voteId };
      return { touches: [voteId], buildsOn: [itemId, "current", ...others], inverse };
    }
    case "voteExtended": {
      const { itemId, voteId, closesAt } = event;
      const from = voteOf(before, voteId)?.closesAt ?? null;
      const inverse: Inverse = {
        of: "voteTime",
        itemId,
        voteId,
        addedMs: from === null ? null : closesAt - from,
      };
      return { touches: [timeOf(voteId)], buildsOn: [voteId, itemId], inverse };
    }
    case "voteAmended":
    case "voteClosed":
    case "castingVoteGiven":
    case "voteCancelled": {
      const vote = voteOf(before, event.voteId);
      if (!vote) return null;
      // what its own time has closed nobody opens again
      const isOver = event.type === "voteClosed" && event.onTime === true;
      return {
        touches: [vote.id],
        buildsOn: [timeOf(vote.id), ...answersTo(before, vote)],
        inverse: isOver ? { of: "nothing" } : { of: "voteChanged", before: vote },
      };
    }
    case "voteCast": {
      const { itemId, voteId, seat } = event;
      const ballot = voteOf(before, voteId)?.ballots.find((each) => each.seat === seat) ?? null;
      const inverse: Inverse = { of: "ballot", itemId, voteId, seat, before: ballot };
      return { touches: [ballotOf(voteId, seat)], buildsOn: [voteId, itemId, seat], inverse };
    }
    case "ballotsCounted":
      return { touches: [event.voteId], buildsOn: [], inverse: { of: "nothing" } };
    case "votesRevealed":
      return { touches: event.votes.map(({ voteId }) => voteId), buildsOn: [], inverse: { of: "nothing" } };
    case "pulseOpened":
      return {
        touches: ["pulse"],
        buildsOn: ["phase"],
        inverse: { of: "pulse", before: before.pulse },
      };
    // what has been counted cannot be sealed again
    case "pulseClosed":
    case "pulseCounted":
    // what somebody has at stake is taken back with a reason, for all to see
    case "interestDeclared":
    case "interestRecorded":
    case "interestWithdrawn":
    case "dispensationGranted":
    // ended and given again as often as need be
    case "readerCleared":
    case "clearanceEnded":
    case "meetingCreated":
    case "registersRecorded":
    case "minutesApproved":
    case "actUndone":
      return null;
    default:
      return unreachable(event);
  }
}

/** The decision an action follows from, which then stays. */
function followingFrom(event: MeetingEvent): readonly EntryId[] {
  if (event.type === "entryConverted") return event.to.kind === "action" ? linkTo(event.to) : [];
  return event.type === "actionRecorded" || event.type === "actionAmended" ? linkTo(event) : [];
}

function linkTo({ decision }: { readonly decision: EntryId | null }): readonly EntryId[] {
  return decision === null ? [] : [decision];
}

function under(parent: ItemId | null): readonly string[] {
  return parent === null ? [] : [parent];
}

/** The heading and the briefing alone: what was recorded on the item meanwhile stays. */
function itemChanged(
  before: Meeting,
  event: EventOf<"itemAmended"> | EventOf<"itemBriefed">,
): Undoable | null {
  const { itemId } = event;
  const item = itemOf(before, itemId);
  if (!item) return null;

  const { description, papers, openness } = item;
  // whether an item may be open turns on its openness and on the session together
  const opens = event.type === "itemAmended" && event.heading.openness.kind !== openness.kind;
  return {
    touches: opens ? [itemId, "openness"] : [itemId],
    buildsOn: opens ? ["phase"] : [],
    inverse: {
      of: "itemChanged",
      itemId,
      before: { ...headingOf(item), description, papers },
      numbers: numbersOf(before, itemId),
    },
  };
}

/** An item that finds its way under a number, or gets one, was given it by the act alone. */
function numbersOf({ items }: Meeting, itemId: ItemId): Numbers {
  const family = items.filter(({ id, parent }) => id === itemId || parent === itemId);
  return family.map(({ id, number }) => ({ id, number }));
}

const QUEUE = "queue ";
const inQueue = (speaker: Speaker) => QUEUE + (speaker.as === "seat" ? speaker.seat : speaker.as);

/** What was done to the queue a moment ago, which goes with its item. */
function queueActs({ recent }: Meeting): readonly string[] {
  return recent.flatMap(({ touches }) => touches.filter((thing) => thing.startsWith(QUEUE)));
}

const timeOf = (voteId: VoteId) => `time of ${voteId}`;
const ballotOf = (voteId: VoteId, seat: SeatId) => `ballot ${voteId} ${seat}`;

/** What the seats have answered up to now, which stands once the vote is closed. */
function answersTo(before: Meeting, { id }: Vote): readonly string[] {
  return before.recent.flatMap(({ inverse, touches }) =>
    inverse.of === "ballot" && inverse.voteId === id ? touches : [],
  );
}

const inBundle = (itemId: ItemId) => `bundle ${itemId}`;

function bundleChanged(
  before: Meeting,
  event: EventOf<"bundleProposed" | "bundleDropped" | "bundleTaken">,
): Undoable {
  const noted = event.type === "bundleTaken" ? event.itemIds : [];
  const named = event.type === "bundleProposed" ? event.itemIds : [];
  return {
    touches: ["bundle", ...noted],
    // a pulling out that stands with an earlier bundle cannot be taken back from a later one
    buildsOn: ["phase", "current", ...named, ...(before.bundle?.itemIds ?? []).map(inBundle)],
    inverse: { of: "bundle", before: before.bundle, noted },
  };
}

function spellChanged(before: Meeting, event: EventOf<"focusDisputed" | "focusSettled">): Undoable | null {
  const { itemId, spell: seq } = event;
  const spell = spellOf(itemOf(before, itemId), seq);
  if (!spell) return null;
  const thing = `focus ${itemId} ${seq}`;
  // while it lasts it is what the board is talking about
  const isRunning = spell.to === null;
  return {
    touches: isRunning ? [thing, "focus"] : [thing],
    buildsOn: isRunning ? [itemId, "current", "phase"] : [itemId],
    inverse: { of: "focusSpell", itemId, before: spell },
  };
}

function invitedOf(before: Meeting, itemId: ItemId, seat: SeatId): Invited {
  return { itemId, seat, invitations: invitationsOf(before, itemId, seat) };
}

function standingOf(before: Meeting, speaker: Speaker): Standing | null {
  const place = placeOf(before, speaker);
  const request = before.queue.requests[place];
  return request ? { request, place } : null;
}

function statusChanged(
  before: Meeting,
  event: EventOf<"itemOpened" | "itemReopened" | "itemClosed" | "itemSkipped" | "itemDeferred">,
  touches: readonly string[],
  buildsOn: readonly string[],
): Undoable | null {
  const item = itemOf(before, event.itemId);
  if (!item) return null;
  const confirmed = event.type === "itemClosed" ? event.confirmed : [];
  return {
    touches: [item.id, ...touches, ...confirmed],
    buildsOn,
    inverse: {
      of: "itemStatus",
      itemId: item.id,
      status: item.status,
      unconfirm: confirmed,
      queue: touches.includes("current") ? before.queue : null,
    },
  };
}

/** Touches the people who leave and take the seat too: a person sits in one seat at a time. */
function attendanceChanged(
  before: Meeting,
  event: EventOf<"attendanceMarked" | "departureMarked" | "sittingCorrected" | "commitmentSaid">,
): Undoable {
  const { seat } = event;
  const marked = attendanceOf(before, seat) ?? null;
  const isMeant = (sitting: Sitting) =>
    sitting.to === null || (event.type === "sittingCorrected" && sitting.seq === event.sitting);
  const sat = marked?.sittings.filter(isMeant).map(({ person }) => person) ?? [];
  const sits = event.type === "attendanceMarked" && event.person ? [event.person] : [];
  return {
    touches: [seat, ...sat, ...sits],
    buildsOn: ["phase"],
    inverse: { of: "attendance", seat, before: marked },
  };
}
