import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { Command, SentCommand } from "#domain/meeting/commands.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { seatsFor } from "#domain/meeting/look-up.ts";
import type { Registers, Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { newBoard, newEntry, newItem, newPartner, newPerson, newSeat } from "#tests/support/ids.ts";
import type { Stage } from "./stage.ts";

const ROLES: readonly Role[] = ["clerk", "chair", "member", "member", "observer"];

/** A board of five: who keeps the record, who presides, two members, one who only reads. */
export function newBoardOfFive() {
  const people = ROLES.map((role) => ({ id: newPerson(), role, partnerId: newPartner(), seat: newSeat() }));
  const registers: Registers = {
    board: {
      id: newBoard(),
      name: "Board",
      layer: "strategic",
      rules: { quorum: 2, remoteCounts: true, detailLimit: null },
    },
    partners: people.map(({ partnerId }) => {
      return { id: partnerId, name: "Partner", code: "PAR", sector: "other-public", tier: null };
    }),
    seats: people.slice(1, 4).map(({ id, partnerId, seat }) => {
      return {
        id: seat,
        partnerId,
        label: "Seat",
        code: "SEA",
        level: 3,
        full: true,
        principal: id,
        substitutes: [],
      };
    }),
    people: people.map(({ id, partnerId }) => {
      return { id, partnerId, level: 3, post: "Director", elected: null };
    }),
    roles: people.map(({ id, role }) => ({ personId: id, role })),
    objectives: [],
    pots: [],
  };
  return { people, registers };
}

/** What makes a meeting of it, up to the first item. */
export function beginnings(meetingId: MeetingId, registers: Registers, chair: PersonId): Command[] {
  const items = [1, 2, 3, 4].map((nth) => ({
    itemId: newItem(),
    parent: null,
    heading: heading(nth),
    description: "",
    papers: [],
  }));
  return [
    {
      type: "createMeeting",
      meetingId,
      boardId: registers.board.id,
      title: "Meeting",
      startsAt: 0,
      lengthMinutes: 60,
      place: "",
      registers,
    },
    { type: "importAgenda", items },
    { type: "publishAgenda" },
    { type: "openMeeting", presiding: chair, recording: null },
  ];
}

function heading(nth: number) {
  return {
    title: `Item ${nth}`,
    kind: "discussion" as const,
    plannedFocus: null,
    plannedMinutes: 10,
    startsAt: null,
    lead: null,
    objectives: [],
    openness:
      nth === 3
        ? { kind: "restricted" as const, ground: "Paragraph 3", reviewOn: null }
        : { kind: "open" as const },
    routineMoney: false,
    numbered: true,
  };
}

/** Something this person might ask for now; the rules may well refuse it. */
export function anyCommand(stage: Stage, meeting: Meeting, person: PersonId): SentCommand | undefined {
  const item = stage.oneOf(meeting.items);
  if (!item) return undefined;
  const seat = seatsFor(meeting, person)[0]?.id ?? meeting.registers.seats[0]?.id;
  if (!seat) return undefined;
  const here = meeting.current ?? item.id;
  const entry = { entryId: newEntry(), itemId: here, speaker: { as: "seat", seat } as const };
  const text = `words ${Math.floor(stage.random() * 1e6)}`;

  return stage.oneOf<SentCommand>([
    { type: "recordNote", ...entry, text },
    { type: "recordNote", ...entry, text },
    { type: "recordChallenge", ...entry, text, target: "partnership", topic: "money" },
    { type: "recordChallenge", ...entry, text, target: "partnership", topic: "evidence" },
    { type: "openItem", itemId: item.id },
    { type: "closeItem", itemId: here, confirmed: [] },
    { type: "giveFloor", speaker: entry.speaker, kind: "discussion", invited: false },
    { type: "setFocus", focus: stage.oneOf(["strategy", "resources", "delivery"] as const) ?? "strategy" },
    { type: "markAttendance", seat, outcome: "principal", mode: "inPerson", from: null },
    { type: "markDeparture", seat, from: null },
    { type: "sayCommitment", seat, commitment: stage.oneOf(["yes", "no"] as const) ?? "yes" },
    meeting.publicExcluded ? { type: "readmitPublic" } : { type: "excludePublic", reason: "Paragraph 3" },
    { type: "undo", seq: meeting.recent.at(-1)?.seq ?? 1 },
    ...onEntry(stage, item, seat, text),
  ]);
}

function onEntry(
  stage: Stage,
  item: AgendaItem,
  seat: Registers["seats"][number]["id"],
  text: string,
): SentCommand[] {
  const entry = stage.oneOf(item.entries);
  if (!entry) return [];
  const { id: entryId } = entry;
  return [
    {
      type: "respondToChallenge",
      entryId,
      speaker: { as: "seat", seat },
      kind: "answered",
      text,
      promisedBy: null,
      heardAt: null,
    },
    { type: "markRaiserView", entryId, view: "notSatisfied" },
    { type: "amendNote", entryId, text, reason: "" },
    { type: "withdrawEntry", entryId, reason: "said twice" },
  ];
}
