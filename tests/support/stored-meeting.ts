// A meeting in session on a real database, played there by the commands of its clerk and chair.
import type { ItemId, MeetingId, PersonId } from "#domain/ids.ts";
import type { Command, SentCommand } from "#domain/meeting/commands.ts";
import { carryOut } from "#server/meetings/carry-out.ts";
import type { Desks } from "#server/meetings/desks.ts";
import { newCommand, newEntry, newItem } from "./ids.ts";
import { makingOf, type StoredBoard } from "./stored-board.ts";

export type StoredMeeting = {
  readonly meetingId: MeetingId;
  /** Open at the moment. */
  readonly item: ItemId;
  readonly restrictedItem: ItemId;
};

/** What only those who are cleared may ever receive. */
export const CANARY = "the land at Northgate";

export async function carriedOut(
  desks: Desks,
  meetingId: MeetingId,
  by: PersonId,
  command: Command,
): Promise<number> {
  const reply = await carryOut(desks, meetingId, { id: newCommand(), by, command });
  if (reply.status !== "recorded") throw new Error(`${command.type}: ${JSON.stringify(reply)}`);
  return reply.seq;
}

export async function convened(desks: Desks, board: StoredBoard): Promise<StoredMeeting> {
  const making = makingOf(board);
  const { meetingId } = making;
  const item = newItem();
  const restrictedItem = newItem();
  await carriedOut(desks, meetingId, board.clerk, making);
  await carriedOut(desks, meetingId, board.clerk, addItem(item));
  await carriedOut(desks, meetingId, board.clerk, addItem(restrictedItem, CANARY));
  return { meetingId, item, restrictedItem };
}

export async function inSession(desks: Desks, board: StoredBoard): Promise<StoredMeeting> {
  const meeting = await convened(desks, board);
  const { meetingId, item } = meeting;
  await carriedOut(desks, meetingId, board.clerk, { type: "publishAgenda" });
  await carriedOut(desks, meetingId, board.clerk, {
    type: "openMeeting",
    presiding: board.chair,
    recording: board.clerk,
  });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: item });
  return meeting;
}

function addItem(itemId: ItemId, secret?: string): Extract<SentCommand, { type: "addItem" }> {
  return {
    type: "addItem",
    itemId,
    parent: null,
    after: null,
    heading: {
      title: secret === undefined ? "Open item" : "Restricted item",
      kind: "discussion",
      plannedFocus: null,
      plannedMinutes: 20,
      startsAt: null,
      lead: null,
      objectives: [],
      openness:
        secret === undefined
          ? { kind: "open" }
          : { kind: "restricted", ground: "Commercial terms", reviewOn: null },
      routineMoney: false,
      numbered: true,
    },
    description: secret ?? "",
    papers: [],
    reason: "",
  };
}

/** A challenge a member puts from their own seat; `place` counts the board's members. */
export function challenge(
  { seats }: StoredBoard,
  itemId: ItemId,
  place = 0,
  text = "What happens if the grant is late?",
): Extract<SentCommand, { type: "recordChallenge" }> {
  const seat = seats[place];
  if (seat === undefined) throw new Error("no such member");
  return {
    type: "recordChallenge",
    entryId: newEntry(),
    itemId,
    speaker: { as: "seat", seat },
    text,
    target: "partnership",
    topic: "money",
  };
}
