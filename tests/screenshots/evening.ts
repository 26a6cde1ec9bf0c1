// Tonight's meeting of the sample, in the hands of those who run it; commands go over the wire, so that a picture waits for
// nothing but what it shows.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { EntryId, type ItemId, MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { replay } from "#domain/meeting/meeting.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { personId, seatId } from "#server/sample/cast.ts";
import { expect, type Person } from "../e2e/support/journey.ts";
import { openWire, send, since, type Wire } from "../e2e/support/wire.ts";

export const seat = (code: string) => seatId("strategic", code);
export const bySeat = (code: string) => ({ as: "seat", seat: seat(code) }) as const;
export type Evening = {
  readonly meetingId: MeetingId;
  readonly clerkDoes: (command: SentCommand) => Promise<void>;
  readonly chairDoes: (command: SentCommand) => Promise<void>;
  readonly enter: (page: Page) => Promise<void>;
  readonly begin: () => Promise<void>;
  readonly toItem: (number: string) => Promise<ItemId>;
  readonly now: () => Promise<Meeting>;
};

export async function openEvening(clerk: Person, chair: Person, url: string): Promise<Evening> {
  await clerk.page.goto("/meetings");
  const meetings = await clerk.page.content();
  const meetingId = MeetingId.parse(/\/meetings\/([0-9a-f-]{36})/.exec(meetings)?.[1]);
  const wires: Record<"clerk" | "chair", Wire> = {
    clerk: await openWire(clerk.context, url),
    chair: await openWire(chair.context, url),
  };
  const by = (who: "clerk" | "chair") => async (command: SentCommand) => {
    const reply = await send(wires[who], meetingId, command);
    expect(reply, command.type).toMatchObject({ status: "recorded" });
  };
  const [clerkDoes, chairDoes] = [by("clerk"), by("chair")];
  async function now(): Promise<Meeting> {
    const answer = await since(wires.clerk, meetingId);
    if (answer.status !== "events" || answer.more) throw new Error("not the whole of it");
    return replay(answer.events);
  }
  return {
    meetingId,
    clerkDoes,
    chairDoes,
    now,
    async enter(page) {
      await page.goto(`/meetings/${meetingId}`);
      await expect(page.getByText(/ this room open\./)).toBeVisible();
      const notice = page.getByRole("button", { name: "I have read this" });
      if (await notice.isVisible()) await notice.click();
    },
    async begin() {
      await clerkDoes({ type: "openMeeting", presiding: personId("haldane"), recording: personId("field") });
      for (const [code, key] of SITTING) await clerkDoes(sits(code, key));
    },
    async toItem(number) {
      const item = (await now()).items.find((each) => each.number === number);
      if (!item) throw new Error(`no item ${number}`);
      await chairDoes({ type: "openItem", itemId: item.id });
      return item.id;
    },
  };
}

const SITTING = [
  ["UNI", "haldane"],
  ["LDR", "calloway"],
  ["CEX", "okafor"],
  ["CAB", "penrose"],
  ["NHS", "sood"],
  ["POL", "carver"],
  ["COL", "drury"],
  ["CHA", "marsh"],
  ["SCI", "iqbal"],
  ["VOL", "farrow"],
  ["TEN", "doyle"],
] as const;

function sits(code: string, key: string): SentCommand {
  const marked = { type: "markAttendance", seat: seat(code), mode: "inPerson", from: null } as const;
  const isSubstitute = key === "okafor" || key === "iqbal";
  return isSubstitute
    ? { ...marked, outcome: "substitute", person: personId(key) }
    : { ...marked, outcome: "principal" };
}

export const newEntry = () => EntryId.parse(randomUUID());

export function proposal(entryId: EntryId, itemId: ItemId, text: string): SentCommand {
  return {
    type: "proposeDecision",
    entryId,
    itemId,
    speaker: { as: "chair" },
    text,
    substantive: true,
    objectives: [],
    contributing: [seat("CHA"), seat("VOL")],
    owner: seat("LDR"),
    due: "2027-01-31",
    reasons: "",
    options: "",
    moneyEffect: "",
    reportBack: null,
  };
}
