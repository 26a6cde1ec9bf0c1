// Draft minutes, written from the record alone: by item, in the past tense, partners named and people not. What was
// agreed and said stands in its own words; what is ours is around them.
import type { EntryId, ItemId, PartnerId, PersonId, SeatId, VoteId } from "#domain/ids.ts";
import type { EntryKind } from "#domain/meeting/entry.ts";
import { addedTo } from "#domain/meeting/extensions.ts";
import type { Interest } from "#domain/meeting/interest.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted, resultOn } from "#domain/meeting/look-up.ts";
import type { SeatAttendance } from "#domain/meeting/presence.ts";
import { type PresentFor, presentFor } from "#domain/meeting/present-for.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { interestText } from "./interest-text.ts";
import { paragraphOf, votedText } from "./minute-paragraphs.ts";
import { dayText, ended, listText, timeText } from "./wording.ts";

/** One paragraph; `words` are the record's own. */
export type Paragraph = {
  readonly entryId: EntryId;
  /** Its number on the record. */
  readonly number: string;
  readonly kind: EntryKind;
  readonly lead: string;
  readonly words: string;
  readonly after: string;
};

export type MinutedItem = {
  readonly itemId: ItemId;
  readonly number: string;
  readonly title: string;
  readonly isPart: boolean;
  /** Taken without the public; what was said on it stands here only in the form of those who may read it. */
  readonly isClosed: boolean;
  /** Left out of this reader's copy, who has an interest in it. */
  readonly isWithheld: boolean;
  readonly told: string;
  /** Who declared an interest, of what kind, and what followed: a sentence or more for each. */
  readonly interests: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** Of which the result was made known, but for those told with their decision. */
  readonly votes: readonly MinutedVote[];
};

export type MinutedVote = {
  readonly voteId: VoteId;
  readonly lead: string;
  readonly words: string;
  readonly after: string;
};

export type Minutes = {
  readonly status: "draft" | "approved";
  readonly board: string;
  readonly title: string;
  readonly heldOn: string;
  readonly place: string;
  readonly opening: string;
  readonly present: readonly string[];
  readonly apologies: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly MinutedItem[];
  readonly closing: string;
};

const none: ReadonlySet<ItemId> = new Set();

/**
 * The minutes of a meeting that has been opened, as far as the reader's copy of it goes. `barred` are the items of which
 * an interest keeps the reader out.
 */
export function minutesOf(current: Meeting, barred: ReadonlySet<ItemId> = none): Minutes {
  // partners and seats as they were on the day
  const meeting = { ...current, registers: current.registersHeld ?? current.registers };
  const { registers, openedAt, closedAt, startsAt } = meeting;
  const named = namesIn(meeting);
  return {
    status: meeting.minutesApprovedAt === null ? "draft" : "approved",
    board: registers.board.name,
    title: meeting.title,
    heldOn: dayText(openedAt ?? startsAt),
    place: meeting.place,
    opening: openingText(meeting, named),
    ...attendanceOf(meeting, named),
    items: meeting.items.map((item) =>
      minutedItem(meeting, item, { named, isWithheld: barred.has(item.id) }),
    ),
    closing: closedAt === null ? "" : `The meeting closed at ${timeText(closedAt)}.`,
  };
}

export type Named = {
  /** The partner that holds a seat; the seat's own name where the partner holds several. */
  readonly seat: (id: SeatId) => string;
  readonly partner: (id: PartnerId) => string;
  /** Whom a person is there for: minutes name partners, not people. */
  readonly personOf: (id: PersonId) => string;
  /** What a vote about a decision came to; empty where there was none. */
  readonly voted: (decision: EntryId) => string;
};

function namesIn(meeting: Meeting): Named {
  const { seats, partners, people, roles } = meeting.registers;
  const partner = (id: PartnerId) => partners.find((each) => each.id === id)?.name ?? "A former partner";
  return {
    partner,
    voted(decision) {
      const vote = resultOn(meeting, decision);
      return vote ? votedText(vote) : "";
    },
    personOf(id) {
      if (roles.some(({ personId, role }) => personId === id && role === "clerk")) return "The support team";
      const of = people.find((person) => person.id === id)?.partnerId ?? null;
      return of === null ? "Somebody attending" : partner(of);
    },
    seat(id) {
      const seat = seats.find((each) => each.id === id);
      if (!seat) return "A former seat";
      const name = partner(seat.partnerId);
      const isOneOfSeveral = seats.filter(({ partnerId }) => partnerId === seat.partnerId).length > 1;
      if (!isOneOfSeveral || seat.label === "") return name;
      return seat.label.startsWith(name) ? seat.label : `${name}, ${seat.label}`;
    },
  };
}

function openingText({ openedAt, startsAt, presiding }: Meeting, named: Named): string {
  const seats = presiding.flatMap(({ seat }) => (seat === null ? [] : [named.seat(seat)]));
  const chair = seats.length === 0 ? "" : ` In the chair: ${listText([...new Set(seats)])}.`;
  return `The meeting opened at ${timeText(openedAt ?? startsAt)}.${chair}`;
}

function attendanceOf(meeting: Meeting, named: Named): Pick<Minutes, "present" | "apologies" | "absent"> {
  const { registers, attendance } = meeting;
  const marked = registers.seats.map((seat) => ({
    seat,
    name: named.seat(seat.id),
    at: attendance.find((each) => each.seat === seat.id),
  }));
  const of = (outcome: SeatAttendance["outcome"]) =>
    marked.filter(({ at, seat }) => at?.outcome === outcome && seat.full).map(({ name }) => name);
  const sat = marked.filter(({ at }) => at && at.sittings.length > 0);
  return {
    present: sat.map(({ name, seat, at }) => presentLine(meeting, { name, seat: seat.id, at })),
    apologies: of("apologies"),
    absent: of("absent"),
  };
}

type Marked = {
  readonly name: string;
  readonly seat: SeatId;
  readonly at: SeatAttendance | undefined;
};

/** "Police (substitute; present for items 2 to 4, part of 2)": what is the rule, to be there throughout, is not said. */
function presentLine(meeting: Meeting, { name, seat, at }: Marked): string {
  const last = at?.sittings.at(-1);
  const as = last && { principal: null, substitute: "substitute", standIn: "stand-in" }[last.as];
  const heard = heardText(presentFor(meeting, seat, meeting.closedAt ?? last?.to ?? last?.from ?? 0));
  const told = [as, heard].filter(Boolean).join("; ");
  return told === "" ? name : `${name} (${told})`;
}

function heardText({ runs, partly, isThroughout }: PresentFor): string | null {
  if (isThroughout || runs.length === 0) return null;
  const told = runs.map(({ first, last }) =>
    first === last ? first.number : `${first.number} to ${last.number}`,
  );
  const isOne = runs.length === 1 && runs[0]?.first === runs[0]?.last;
  if (isOne) return `present for ${partly.length > 0 ? "part of " : ""}item ${told.join()}`;
  const parts = partly.length > 0 ? `, part of ${listText(partly.map(({ number }) => number))}` : "";
  return `present for items ${listText(told)}${parts}`;
}

function minutedItem(
  meeting: Meeting,
  item: AgendaItem,
  { named, isWithheld }: { readonly named: Named; readonly isWithheld: boolean },
): MinutedItem {
  const isClosed = isRestricted(meeting, item);
  const isNoted = item.isNoted && item.spells.length === 0;
  const number = (no: number) => (item.number === "" ? String(no) : `${item.number}.${no}`);
  return {
    itemId: item.id,
    number: item.number,
    title: item.title,
    isPart: item.parent !== null,
    isClosed,
    isWithheld,
    told: [
      isNoted ? "Taken as noted, with other items." : STATUS[item.status],
      isClosed ? "Taken without the public." : "",
      extendedText(item),
      isWithheld ? "Left out of this copy, because you have an interest in it." : "",
    ]
      .filter(Boolean)
      .join(" "),
    interests: meeting.interests
      .filter(({ itemId }: Interest) => itemId === item.id)
      .map((interest) => interestText(interest, named)),
    paragraphs: item.entries.flatMap((entry): Paragraph[] => {
      const said = paragraphOf(entry, named);
      return said ? [{ entryId: entry.id, number: number(entry.no), kind: entry.kind, ...said }] : [];
    }),
    votes: item.votes
      .filter(({ id, about, status }) => status === "revealed" && isToldApart(meeting, id, about))
      .map((vote) => ({
        voteId: vote.id,
        lead: "The board was asked:",
        words: ended(vote.text),
        after: votedText(vote),
      })),
  };
}

function isToldApart(meeting: Meeting, voteId: VoteId, about: EntryId | null): boolean {
  return about === null || resultOn(meeting, about)?.id !== voteId;
}

/** The plan is not minuted; that it was not enough is. */
function extendedText(item: AgendaItem): string {
  const { minutes, forDebate } = addedTo(item);
  if (minutes === 0) return "";
  const told = (count: number) => (count === 1 ? "1 minute" : `${count} minutes`);
  if (forDebate === minutes) return `The chair extended it by ${told(minutes)} for debate.`;
  return `It was given ${told(minutes)} more${forDebate > 0 ? `, ${told(forDebate)} of them for debate` : ""}.`;
}

const STATUS: Readonly<Record<AgendaItem["status"], string>> = {
  waiting: "This item was not taken.",
  open: "",
  closed: "",
  skipped: "This item was not taken.",
  deferred: "This item was put off to a later meeting.",
};
