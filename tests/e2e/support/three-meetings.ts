// Three meetings for socket clients, in which something of everything that a figure counts is said and done.
import type { ItemId } from "#domain/ids.ts";
import { objectiveId } from "#server/sample/cast.ts";
import type { Room, Said } from "./clients.ts";
import type { OwnBoard } from "./own-board.ts";
import { businessOf } from "./reckoning.ts";
import { givingTo, type Held, plannedItem, takeFirst } from "./wire.ts";

const serving = (title: string) => [{ objectiveId: objectiveId(title), reason: "It is what we are for" }];

/** The agenda of the third; the last item is not reached. */
const welcome = plannedItem("Welcome", { kind: "procedural", plannedFocus: null });
export const homes = plannedItem("Homes for nurses", {
  kind: "decision",
  plannedMinutes: 120,
  objectives: serving("Affordable housing"),
});
export const budget = plannedItem("The year’s money", {
  plannedFocus: "resources",
  plannedMinutes: 90,
  objectives: serving("Regeneration Framework"),
});
export const report = plannedItem("Quarter two, measure by measure", {
  plannedFocus: "performance-detail",
  plannedMinutes: 120,
  objectives: serving("Health inequalities"),
});
export const rest = plannedItem("Anything else", {
  kind: "information",
  plannedFocus: "delivery",
  plannedMinutes: 60,
});
export const skills = plannedItem("Skills", { plannedMinutes: 60, objectives: serving("Skills and work") });
export const agenda = [welcome, homes, budget, report, rest, skills];
export const procedural: readonly ItemId[] = [welcome.itemId];

const SIT = [
  ["penrose", "CAB"],
  ["sood", "NHS"],
  ["carver", "POL"],
  ["marsh", "CHA"],
  ["farrow", "VOL"],
  ["doyle", "TEN"],
] as const;

/** The clerk, the chair, the leader’s substitute, and those who sit in their own seats. */
export const PEOPLE = ["field", "haldane", "marlowe", ...SIT.map(([key]) => key)];

export const WRITE = "Write to the ministry";
export const COUNT = "Count the empty homes";
export const ASK = "Ask the builders";
export const LIST = "Draw up a list";
export const FAIR = "Hold a fair";
const PLAN = "Read the plan";

type Commit = (words: string, status: "done" | "dropped") => Promise<void>;

async function sitDown(room: Room): Promise<void> {
  await room.hereFor("marlowe", "LDR");
  for (const [key, code] of SIT) await room.here(key, code);
}

/** All answer. That they could say it, six agree; that partners questioned one another, the two officers and two members. */
async function answerAll(room: Room): Promise<void> {
  const second: Readonly<Record<string, number | null>> = { carver: 3, farrow: 2, doyle: null };
  const third = (key: string) => (["field", "haldane", "marsh", "sood"].includes(key) ? 5 : 2);
  await room.pulse(
    Object.fromEntries(
      PEOPLE.map((key) => [key, [4, second[key] === undefined ? 4 : second[key], third(key), 3, 4, 3]]),
    ),
  );
}

async function close(room: Room, itemId: ItemId, confirmed: readonly Said[]): Promise<void> {
  const entryIds = confirmed.map(({ entryId }) => entryId);
  await room.by("haldane", { type: "closeItem", itemId, confirmed: entryIds });
}

/** Five challenges, one of them within a sector, and six actions; the answer says what becomes of those later on. */
export async function playFirst(room: Room, held: Held, board: OwnBoard): Promise<(later: Room) => Commit> {
  const items = [plannedItem("What we add together")];
  await held.carryOut({ type: "importAgenda", items });
  const itemId = await takeFirst(held, items);
  await sitDown(room);
  const challenges = [
    await room.challenge("penrose", itemId, "CAB", "NHS", "delivery"),
    await room.challenge("penrose", itemId, "CAB", "POL", "delivery"),
    await room.challenge("sood", itemId, "NHS", "CTY", "delivery"),
    await room.challenge("farrow", itemId, "VOL", "CCL", "process"),
    await room.challenge("sood", itemId, "NHS", "POL", "evidence"),
  ];
  const due = [
    [WRITE, "2026-12-01"],
    [COUNT, "2026-12-15"],
    [ASK, "2026-12-10"],
    [LIST, "2026-12-10"],
    [FAIR, "2026-12-10"],
    [PLAN, "2027-03-01"],
  ] as const;
  const ids = new Map<string, Said["entryId"]>();
  for (const [words, day] of due) {
    const { entryId } = await room.action(itemId, words, { due: day, owner: board.seat("CHA") });
    ids.set(words, entryId);
  }
  const progressing =
    (by: Room): Commit =>
    async (words, status) => {
      const entryId = ids.get(words);
      if (!entryId) throw new Error(`no action ${words}`);
      const command = { type: "progressAction", entryId, status, result: "So it is.", due: null } as const;
      await givingTo(by.wire, held.meetingId)({ ...command, heardAt: null });
    };
  await progressing(room)(WRITE, "done");
  await close(room, itemId, challenges);
  await answerAll(room);
  await room.by("haldane", { type: "closeMeeting" });
  return progressing;
}

/** Four challenges, one of them to the partnership. */
export async function playSecond(room: Room, held: Held): Promise<void> {
  const items = [plannedItem("What we add together")];
  await held.carryOut({ type: "importAgenda", items });
  const itemId = await takeFirst(held, items);
  await sitDown(room);
  await close(room, itemId, [
    await room.challenge("penrose", itemId, "CAB", "TEN", "process"),
    await room.challenge("penrose", itemId, "CAB", "NHS", "evidence"),
    await room.challenge("carver", itemId, "POL", "CCL", "evidence"),
    await room.challenge("doyle", itemId, "TEN", "partnership", "process"),
  ]);
  await answerAll(room);
  await room.by("haldane", { type: "closeMeeting" });
}

export const JOINT = "That forty homes be kept for nurses.";
export const SINGLE = "That the commander look at the site at night.";
const NOTED = "That the minutes be noted.";
export const CHARITIES = "The charities add what they can.";
export const SHORT = "Health is short of a ward’s worth.";
export const PATROLS = "The patrols cost this much.";

export type Third = {
  /** The one about money. */
  readonly aboutMoney: Said;
};

export async function playThird(room: Room, held: Held, board: OwnBoard, commit: Commit): Promise<Third> {
  const { seat } = board;
  const open = async (item: typeof homes) => room.by("haldane", { type: "openItem", itemId: item.itemId });
  await takeFirst(held, agenda);
  await sitDown(room);
  await room.here("haldane", "UNI");
  await room.by("field", { type: "markAttendance", seat: seat("SCI"), outcome: "apologies", reason: "" });
  await close(room, welcome.itemId, []);

  await open(homes);
  for (const code of ["LDR", "NHS", "CHA"] as const) await room.floor(room.as(code));
  const aboutMoney = await room.challenge("marsh", homes.itemId, "CHA", "CTY", "money");
  const charities = await room.money("farrow", homes.itemId, "VOL", CHARITIES);
  const joint = await room.decide(homes.itemId, JOINT, {
    objectives: [objectiveId("Affordable housing")],
    owner: seat("NHS"),
    moneyEffect: "Two hundred thousand, once",
    reportBack: { body: "City Council", on: "2027-02-01" },
  });
  await room.decide(homes.itemId, SINGLE, {
    objectives: [objectiveId("Affordable housing")],
    owner: seat("POL"),
  });
  await room.decide(homes.itemId, NOTED, { substantive: false, owner: seat("POL") });
  await room.action(homes.itemId, "Write the list of posts", {
    owner: seat("CHA"),
    decision: joint.entryId,
  });
  const nothing = { circulated: false, commonDefinition: false, told: "", obstacle: null };
  await room.evidence("sood", homes.itemId, "NHS", {
    ...nothing,
    provider: seat("NHS"),
    circulated: true,
    commonDefinition: true,
  });
  await room.floor({ as: "chair" });
  await businessOf(80, room.wire, held, procedural);
  await close(room, homes.itemId, [aboutMoney, charities]);

  await open(budget);
  await room.floor(room.as("NHS"));
  const short = await room.money("sood", budget.itemId, "NHS", SHORT, true);
  await room.evidence("carver", budget.itemId, "POL", {
    ...nothing,
    provider: seat("POL"),
    circulated: true,
  });
  await businessOf(95, room.wire, held, procedural);
  await close(room, budget.itemId, [short]);

  await open(report);
  await room.floor(room.as("LDR"));
  const patrols = await room.money("carver", report.itemId, "POL", PATROLS);
  const rest3 = [
    await room.challenge("sood", report.itemId, "NHS", "TEN", "delivery"),
    await room.challenge("doyle", report.itemId, "TEN", "CCL", "process"),
    await room.challenge("penrose", report.itemId, "CAB", "VOL", "evidence"),
    await room.challenge("field", report.itemId, "officer", "partnership", "process"),
  ];
  await room.evidence("doyle", report.itemId, "TEN", { ...nothing, provider: null, obstacle: "systems" });
  await businessOf(107, room.wire, held, procedural);
  await room.floor(room.as("CHA"));
  await room.by("haldane", { type: "inviteSeat", seat: seat("POL") });
  await room.by("carver", { type: "answerInvitation", seat: seat("POL"), takes: true });
  await room.by("haldane", { type: "inviteSeat", seat: seat("VOL") });
  await room.by("farrow", { type: "answerInvitation", seat: seat("VOL"), takes: false });
  await room.by("field", { type: "setFocus", focus: "performance-headline" });
  await room.by("haldane", {
    type: "giveFloor",
    speaker: room.as("POL"),
    kind: "discussion",
    invited: true,
  });
  await room.floor(room.as("CAB"));
  await close(room, report.itemId, [patrols, ...rest3]);

  await open(rest);
  await room.floor({ as: "officer" });
  await commit(COUNT, "done");
  await commit(ASK, "done");
  await commit(FAIR, "dropped");
  await close(room, rest.itemId, []);
  await answerAll(room);
  await room.by("haldane", { type: "closeMeeting" });
  await room.by("field", { type: "markReportBack", entryId: joint.entryId, on: "2026-12-15" });
  return { aboutMoney };
}
