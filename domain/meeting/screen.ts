// The second screen: what a wall in the room shows of a meeting, and nothing else of it. It is made anew, field by
// field, from the copy of somebody without a role (`redactForScreen`): what is not put in here cannot be on a wall.
import * as z from "zod";
import type { PersonId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import type { Decision } from "./entry.ts";
import { allowedFor } from "./extensions.ts";
import type { AgendaItem } from "./item.ts";
import { isRestricted, itemOf, partnerOfSeat, seatOf } from "./look-up.ts";
import { roleOf } from "./permissions.ts";
import { wordingBeingAgreed } from "./reading-back.ts";
import type { Meeting, Phase } from "./state.ts";
import type { Speaker } from "./turn.ts";
import { type Turnout, turnoutOf } from "./turnout.ts";
import { type Count, outcomeOf, type Vote, type VoteKind } from "./vote.ts";

/** How much a screen shows of who speaks and who is waiting to: an order, each with all that those before it show. */
export const ScreenLevel = z.enum(["nobody", "speaker", "next", "queue"]);
export type ScreenLevel = z.infer<typeof ScreenLevel>;

/** As many names of the queue as can be read from the back of a room. */
const MOST_WAITING = 8;

/** For whom something is said, by the partner's name; `seat` is told only where the partner holds several. */
export type ShownSpeaker =
  | { readonly as: "seat"; readonly partner: string; readonly seat: string }
  | { readonly as: Exclude<Speaker["as"], "seat"> };

type Titled = Pick<AgendaItem, "number" | "title" | "kind">;
type About = { readonly board: string; readonly title: string };

export type ScreenView =
  /** A meeting that nobody may see yet. */
  | { readonly shows: "nothing" }
  | (About & { readonly shows: "before"; readonly startsAt: number; readonly place: string })
  | (About & { readonly shows: "between"; readonly next: Titled | null })
  | (About & {
      readonly shows: "item";
      readonly item: Titled;
      readonly clock: ShownClock;
      /** Null at the level that shows nobody. */
      readonly floor: ShownFloor | null;
      readonly wording: ShownWording | null;
      /** What is put to the vote, or what came of it; linked questions together. */
      readonly votes: readonly ShownVote[];
    })
  /** Closed business: the open title, where there is one, and nothing of it. */
  | (About & { readonly shows: "closed"; readonly item: Titled | null })
  | (About & { readonly shows: "adjourned"; readonly since: number | null })
  | (About & { readonly shows: "after"; readonly endedAt: number | null });

export type ShownClock = {
  readonly plannedMinutes: number | null;
  /** With what was added; null where nothing was planned or added. */
  readonly allowedMinutes: number | null;
  /** Milliseconds used until the clock was last started, and when that was; null while it stands. */
  readonly usedMs: number;
  readonly runsSince: number | null;
};

export type ShownFloor = {
  readonly speaking: ShownSpeaker | null;
  readonly waiting: readonly ShownSpeaker[];
  /** How many wait behind those. */
  readonly more: number;
};

export type ShownVote = {
  readonly kind: VoteKind;
  readonly text: string;
  readonly isOpen: boolean;
  /** When it closes by itself, and what is left of its time while the meeting is adjourned. */
  readonly closesAt: number | null;
  readonly leftMs: number | null;
  /** How many have answered, of how many; null for a secret one, and once it is revealed. */
  readonly turnout: Turnout | null;
  /** How often each was chosen; null until it is revealed, and then for everybody at once. */
  readonly counts: readonly Count[] | null;
  readonly outcome: ReturnType<typeof outcomeOf>;
};

export type ShownWording = {
  /** The item's number, and the decision's in it. */
  readonly number: string;
  readonly no: number;
  /** `amended` since it was read: it is read again before it can be agreed. */
  readonly state: "readBack" | "amended" | "agreed";
  readonly text: string;
  /** The wording as the room last heard it, where that was another. */
  readonly before: string | null;
};

/** Whether a person makes and ends the screens of a meeting: its clerks, and whoever presides. */
export function runsScreens(meeting: Meeting, person: PersonId): boolean {
  const role = roleOf(meeting, person);
  return role === "chair" || role === "clerk";
}

/** From the agenda's publication until the meeting is over. */
export function takesScreens({ phase }: { readonly phase: Phase }): boolean {
  return phase === "published" || phase === "inSession" || phase === "adjourned";
}

/** `copy` is the meeting as somebody without a role may read it. */
export function screenView(copy: Meeting, level: ScreenLevel): ScreenView {
  const about = aboutOf(copy);
  switch (copy.phase) {
    case "published":
      return { shows: "before", ...about, startsAt: copy.startsAt, place: copy.place };
    case "inSession":
      return closedView(copy) ?? inSession(copy, level);
    case "adjourned":
      return { shows: "adjourned", ...about, since: copy.adjournments.at(-1)?.from ?? null };
    case "closed":
    case "minutesDrafted":
    case "minutesApproved":
      return { shows: "after", ...about, endedAt: copy.closedAt };
    case "none":
    case "draft":
      return { shows: "nothing" };
    default:
      return unreachable(copy.phase);
  }
}

/** What is shown instead of closed business; null while there is none. It takes nothing but what is open to all. */
export function closedView(meeting: Meeting): ScreenView | null {
  const current = currentOf(meeting);
  const isClosed = meeting.publicExcluded || (current !== undefined && isRestricted(meeting, current));
  if (meeting.phase !== "inSession" || !isClosed) return null;
  return { shows: "closed", ...aboutOf(meeting), item: current ? titleOf(current) : null };
}

function aboutOf({ registers, title }: Meeting): About {
  return { board: registers.board.name, title };
}

function currentOf(meeting: Meeting): AgendaItem | undefined {
  return meeting.current === null ? undefined : itemOf(meeting, meeting.current);
}

function inSession(copy: Meeting, level: ScreenLevel): ScreenView {
  const about = aboutOf(copy);
  const current = currentOf(copy);
  if (!current) {
    const next = copy.items.find(({ status, parent }) => status === "waiting" && parent === null);
    return { shows: "between", ...about, next: next ? titleOf(next) : null };
  }
  const running = current.spells.find(({ to }) => to === null);
  return {
    shows: "item",
    ...about,
    item: titleOf(current),
    clock: {
      plannedMinutes: current.plannedMinutes,
      allowedMinutes: allowedFor(current),
      usedMs: current.spells.reduce((sum, { from, to }) => sum + (to === null ? 0 : to - from), 0),
      runsSince: running?.from ?? null,
    },
    floor: floorOf(copy, level),
    ...settlingOf(copy, current),
  };
}

function titleOf({ number, title, kind }: AgendaItem): Titled {
  return { number, title, kind };
}

function floorOf(copy: Meeting, level: ScreenLevel): ShownFloor | null {
  if (level === "nobody") return null;
  const most = { speaker: 0, next: 1, queue: MOST_WAITING }[level];
  const { requests } = copy.queue;
  return {
    speaking: copy.floor && shown(copy, copy.floor.speaker),
    waiting: requests.slice(0, most).map(({ speaker }) => shown(copy, speaker)),
    more: level === "queue" ? Math.max(0, requests.length - most) : 0,
  };
}

function shown(copy: Meeting, speaker: Speaker): ShownSpeaker {
  if (speaker.as !== "seat") return { as: speaker.as };
  const seat = seatOf(copy, speaker.seat);
  const partner = partnerOfSeat(copy, speaker.seat);
  const isOneOfSeveral = copy.registers.seats.some(
    ({ id, partnerId }) => id !== speaker.seat && partnerId === partner?.id,
  );
  return { as: "seat", partner: partner?.name ?? "", seat: isOneOfSeveral ? (seat?.label ?? "") : "" };
}

type Settling = { readonly wording: ShownWording | null; readonly votes: readonly ShownVote[] };

/**
 * What is being settled: the questions put to the vote; else whichever came up last of a wording that is read back or
 * agreed and of votes that were revealed. What is settled stays until somebody is given the floor after it.
 */
function settlingOf(copy: Meeting, item: AgendaItem): Settling {
  const asked = item.votes.filter(({ status }) => status === "open" || status === "closed");
  if (asked.length > 0) return { wording: null, votes: asked.map((vote) => shownVote(copy, vote)) };
  const [read, agreed, revealed] = [readBack(copy), agreedLast(copy, item), revealedLast(copy, item)];
  const wording = read ?? agreed;
  if (revealed && revealed.seq > (wording?.seq ?? 0)) return { wording: null, votes: revealed.votes };
  return { wording: wording?.shown ?? null, votes: [] };
}

function readBack(copy: Meeting): { readonly seq: number; readonly shown: ShownWording } | null {
  const found = wordingBeingAgreed(copy);
  if (!found || isRestricted(copy, found.item)) return null;
  const { item, decision, before, isUnread, seq } = found;
  const { no, text } = decision;
  return { seq, shown: { number: item.number, no, state: isUnread ? "amended" : "readBack", text, before } };
}

function agreedLast(copy: Meeting, { number, entries }: AgendaItem) {
  const [last] = entries
    .filter((entry): entry is Decision => entry.kind === "decision" && entry.standing === "stands")
    .flatMap(({ agreed, no, text }) => (agreed ? [{ seq: agreed.seq, no, text }] : []))
    .toSorted((one, other) => other.seq - one.seq);
  if (!last || isOver(copy, last.seq)) return null;
  const { seq, no, text } = last;
  return { seq, shown: { number, no, state: "agreed", text, before: null } as const };
}

function revealedLast(copy: Meeting, { votes }: AgendaItem) {
  const revealed = votes.flatMap((vote) =>
    vote.status === "revealed" && vote.revealed ? [{ seq: vote.revealed.seq, vote }] : [],
  );
  const [last] = revealed.toSorted((one, other) => other.seq - one.seq);
  if (!last || isOver(copy, last.seq)) return null;
  const together = revealed.filter(({ vote }) => vote.group === last.vote.group);
  return { seq: last.seq, votes: together.map(({ vote }) => shownVote(copy, vote)) };
}

function isOver({ floor }: Meeting, seq: number): boolean {
  return floor !== null && floor.seq > seq;
}

/** Of who has voted, and how, nothing: the counts are those that were revealed to everybody at once. */
function shownVote(copy: Meeting, vote: Vote): ShownVote {
  const { kind, text, status, counts, closesAt, leftMs } = vote;
  const isOpen = status === "open";
  const isRevealed = status === "revealed";
  return {
    kind,
    text,
    isOpen,
    closesAt: isOpen ? closesAt : null,
    leftMs: isOpen ? leftMs : null,
    turnout: isRevealed ? null : turnoutOf(copy, vote),
    counts: isRevealed ? counts : null,
    outcome: outcomeOf(vote),
  };
}
