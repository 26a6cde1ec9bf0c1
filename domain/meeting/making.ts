// How a meeting comes to be: its making, its details, and the registers it is held under.
import * as z from "zod";
import { BoardId, ItemId, MeetingId, type PersonId } from "../ids.ts";
import { optionalWords, words } from "../words.ts";
import { Briefing, Heading, importAgenda, MOST_ITEMS } from "./agenda.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { EventOf } from "./events.ts";
import { Registers } from "./registers.ts";
import type { Meeting } from "./state.ts";

const Details = {
  title: words(160),
  startsAt: z.int().min(0).max(8_640_000_000_000),
  lengthMinutes: z.int().min(5).max(720),
  place: optionalWords(200),
};

export const CreateMeeting = z.strictObject({
  type: z.literal("createMeeting"),
  meetingId: MeetingId,
  boardId: BoardId,
  ...Details,
  registers: Registers,
  /** What the agenda begins with: a place for matters arising, and what an earlier meeting put off. */
  items: z
    .array(
      z.strictObject({
        itemId: ItemId,
        parent: ItemId.nullable(),
        heading: Heading,
        ...Briefing,
        carriedFrom: z.strictObject({ meetingId: MeetingId, itemId: ItemId }).nullable(),
      }),
    )
    .max(MOST_ITEMS)
    .optional(),
});
export type CreateMeeting = z.infer<typeof CreateMeeting>;

/** Brings the registers in the log up to date; given by the register's own use case, never by a browser. */
export const RecordRegisters = z.strictObject({ type: z.literal("recordRegisters"), registers: Registers });
export type RecordRegisters = z.infer<typeof RecordRegisters>;

export const ChangeDetails = z.strictObject({ type: z.literal("changeDetails"), ...Details });
export type ChangeDetails = z.infer<typeof ChangeDetails>;

/** Only the board's own clerk makes a meeting of it. */
export function createMeeting(meeting: Meeting, command: CreateMeeting, by: PersonId): Decision {
  const { meetingId, boardId, title, startsAt, lengthMinutes, place, registers, items = [] } = command;
  if (meeting.phase !== "none") return refuse({ code: "alreadyRecorded" });

  const role = registers.roles.find(({ personId }) => personId === by)?.role;
  if (role === undefined) return refuse({ code: "noRoleOnBoard" });
  if (role !== "clerk") return refuse({ code: "roleMayNot", needed: ["clerk"] });

  const begun = beginning({ ...meeting, registers }, items);
  if (begun.outcome === "refused") return begun;
  return accept(
    { type: "meetingCreated", meetingId, boardId, title, startsAt, lengthMinutes, place },
    { type: "registersRecorded", registers },
    ...begun.events,
  );
}

/** As an agenda that is taken in at once, each item with where it comes from. */
function beginning(meeting: Meeting, items: NonNullable<CreateMeeting["items"]>): Decision {
  const taken = importAgenda(meeting, {
    type: "importAgenda",
    items: items.map(({ carriedFrom: _from, ...item }) => item),
  });
  if (taken.outcome === "refused") return taken;
  const fromWhere = new Map(items.map(({ itemId, carriedFrom }) => [itemId, carriedFrom]));
  return accept(
    ...taken.events.map((event) => {
      const carriedFrom = event.type === "itemAdded" ? fromWhere.get(event.itemId) : null;
      return carriedFrom ? { ...event, carriedFrom } : event;
    }),
  );
}

export function recordRegisters(meeting: Meeting, { registers }: RecordRegisters): Decision {
  if (meeting.phase === "none") return refuse({ code: "wrongPhase", phase: meeting.phase });
  if (JSON.stringify(registers) === JSON.stringify(meeting.registers))
    return refuse({ code: "nothingChanges" });
  return accept({ type: "registersRecorded", registers });
}

export function changeDetails(meeting: Meeting, command: ChangeDetails): Decision {
  const { title, startsAt, lengthMinutes, place } = command;
  const same =
    title === meeting.title &&
    startsAt === meeting.startsAt &&
    lengthMinutes === meeting.lengthMinutes &&
    place === meeting.place;
  if (same) return refuse({ code: "nothingChanges" });
  return accept({ type: "detailsChanged", title, startsAt, lengthMinutes, place });
}

export function applyMeetingCreated(meeting: Meeting, event: EventOf<"meetingCreated">): Meeting {
  const { meetingId: id, boardId, title, startsAt, lengthMinutes, place } = event;
  return { ...meeting, id, boardId, title, startsAt, lengthMinutes, place, phase: "draft" };
}

export function applyRegistersRecorded(meeting: Meeting, event: EventOf<"registersRecorded">): Meeting {
  return { ...meeting, registers: event.registers };
}

export function applyDetailsChanged(meeting: Meeting, event: EventOf<"detailsChanged">): Meeting {
  const { title, startsAt, lengthMinutes, place } = event;
  return { ...meeting, title, startsAt, lengthMinutes, place };
}
