// Draft minutes, written from the record alone: by item, in the past tense, partners named and people not. What was
// agreed and said stands in its own words; what is ours is around them.
import type { EntryId, ItemId, PartnerId, SeatId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { SeatAttendance } from "#domain/meeting/presence.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { paragraphOf } from "./minute-paragraphs.ts";
import { dayText, listText, timeText } from "./wording.ts";

/** One paragraph; `words` are the record's own. */
export type Paragraph = {
  readonly entryId: EntryId;
  /** Its number on the record. */
  readonly number: string;
  readonly kind: "decision" | "challenge" | "money" | "action" | "note";
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
  readonly told: string;
  readonly paragraphs: readonly Paragraph[];
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

/** The minutes of a meeting that has been opened, as far as the reader's copy of it goes. */
export function minutesOf(current: Meeting): Minutes {
  // partners and seats as they were on the day
  const meeting = { ...current, registers: current.registersHeld ?? current.registers };
  const { registers, openedAt, closedAt, startsAt } = meeting;
  const named = namesIn(registers);
  return {
    status: meeting.minutesApprovedAt === null ? "draft" : "approved",
    board: registers.board.name,
    title: meeting.title,
    heldOn: dayText(openedAt ?? startsAt),
    place: meeting.place,
    opening: openingText(meeting, named),
    ...attendanceOf(meeting, named),
    items: meeting.items.map((item) => minutedItem(meeting, item, named)),
    closing: closedAt === null ? "" : `The meeting closed at ${timeText(closedAt)}.`,
  };
}

export type Named = {
  /** The partner that holds a seat; the seat's own name where the partner holds several. */
  readonly seat: (id: SeatId) => string;
  readonly partner: (id: PartnerId) => string;
};

function namesIn({ seats, partners }: Registers): Named {
  const partner = (id: PartnerId) => partners.find((each) => each.id === id)?.name ?? "A former partner";
  return {
    partner,
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

function attendanceOf(
  { registers, attendance }: Meeting,
  named: Named,
): Pick<Minutes, "present" | "apologies" | "absent"> {
  const marked = registers.seats.map((seat) => ({
    seat,
    name: named.seat(seat.id),
    at: attendance.find((each) => each.seat === seat.id),
  }));
  const of = (outcome: SeatAttendance["outcome"]) =>
    marked.filter(({ at, seat }) => at?.outcome === outcome && seat.full).map(({ name }) => name);
  const sat = marked.filter(({ at }) => at && at.sittings.length > 0);
  return {
    present: sat.map(({ name, at }) => (at?.outcome === "substitute" ? `${name} (substitute)` : name)),
    apologies: of("apologies"),
    absent: of("absent"),
  };
}

function minutedItem(meeting: Meeting, item: AgendaItem, named: Named): MinutedItem {
  const isClosed = isRestricted(meeting, item);
  const number = (no: number) => (item.number === "" ? String(no) : `${item.number}.${no}`);
  return {
    itemId: item.id,
    number: item.number,
    title: item.title,
    isPart: item.parent !== null,
    isClosed,
    told: [STATUS[item.status], isClosed ? "Taken without the public." : ""].filter(Boolean).join(" "),
    paragraphs: item.entries.flatMap((entry): Paragraph[] => {
      const said = paragraphOf(entry, named);
      return said ? [{ entryId: entry.id, number: number(entry.no), kind: entry.kind, ...said }] : [];
    }),
  };
}

const STATUS: Readonly<Record<AgendaItem["status"], string>> = {
  waiting: "This item was not taken.",
  open: "",
  closed: "",
  skipped: "This item was not taken.",
  deferred: "This item was put off to a later meeting.",
};
