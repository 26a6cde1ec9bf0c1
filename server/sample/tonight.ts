// Tonight's meeting: a real agenda of a board like this one, with the paper of 2010 as an item, published
// and ready to be opened.
import type { Temporal } from "temporal-polyfill";
import type { OpenDatabase } from "#db/client.ts";
import { appendIf, wholeLog } from "#db/event-log.ts";
import { meetingsOf } from "#db/meetings.ts";
import { registersOf } from "#db/registers.ts";
import { type ParsedItem, parseAgenda } from "#domain/agenda-text/parse-agenda.ts";
import { ItemId, MeetingId } from "#domain/ids.ts";
import type { ImportAgenda } from "#domain/meeting/agenda.ts";
import type { Focus, ItemKind } from "#domain/meeting/item.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { summaryOf } from "../meetings/summary.ts";
import { boardId, CLERK, objectiveId, partnerId } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { dayOf, momentOf } from "./days.ts";
import { openPlayer, type Player } from "./player.ts";
import { AGENDA_OF_TONIGHT } from "./tonight-agenda.ts";

/** What the clerk added to the agenda as it was pasted. */
type Plan = {
  readonly title: string;
  readonly minutes: number;
  readonly focus: Focus;
  readonly kind: ItemKind;
  readonly lead?: string;
  readonly objective?: string;
};

const PLANS: readonly Plan[] = [
  { title: "Apologies", minutes: 5, focus: "governance", kind: "procedural" },
  { title: "Election of chair", minutes: 5, focus: "governance", kind: "procedural" },
  { title: "Minutes", minutes: 5, focus: "governance", kind: "procedural" },
  { title: "Members’ interests", minutes: 5, focus: "governance", kind: "procedural" },
  { title: "Appointment of vice-chair", minutes: 5, focus: "governance", kind: "procedural" },
  {
    title: "Working better together? How are we performing",
    minutes: 25,
    focus: "strategy",
    kind: "decision",
    lead: "CTY",
    objective: "Regeneration Framework",
  },
  {
    title: "Strategic theme: children and young people",
    minutes: 20,
    focus: "strategy",
    kind: "discussion",
    lead: "CCL",
  },
  {
    title: "Community engagement and neighbourhood panels",
    minutes: 15,
    focus: "delivery",
    kind: "discussion",
    lead: "VOL",
    objective: "Safer, stronger communities",
  },
  {
    title: "Sustainable Community Strategy: performance management",
    minutes: 15,
    focus: "performance-headline",
    kind: "information",
    lead: "CTY",
  },
  {
    title: "Economic downturn: latest information",
    minutes: 15,
    focus: "resources",
    kind: "discussion",
    lead: "CHA",
    objective: "Skills and work",
  },
  { title: "Reward grant: updates", minutes: 10, focus: "resources", kind: "information", lead: "CCL" },
  { title: "Report of the Executive", minutes: 10, focus: "delivery", kind: "information", lead: "CTY" },
];

/** Makes tonight's meeting, or moves it to today when it was made before and nobody has opened it. */
export async function renewTonight(database: OpenDatabase, now: number): Promise<MeetingId> {
  const startsAt = thisEvening(dayOf(now), now);
  const [waiting] = await meetingsOf(database.db, {
    boards: [boardId("strategic")],
    phases: ["published"],
    order: "latestFirst",
    most: 1,
  });
  return waiting
    ? moveToToday(database, waiting.id, { now, startsAt })
    : makeTonight(database, { now, startsAt });
}

async function makeTonight(
  database: OpenDatabase,
  { now, startsAt }: { readonly now: number; readonly startsAt: number },
): Promise<MeetingId> {
  const registers = await registersOf(database.db, boardId("strategic"));
  if (!registers) throw new Error("sample: no strategic board");

  const chance = chanceOf(`tonight ${now}`);
  const player = openPlayer(MeetingId.parse(chance.id()), now, chance);
  player.play(CLERK, {
    type: "createMeeting",
    meetingId: player.meetingId,
    boardId: boardId("strategic"),
    title: "Strategic board",
    startsAt,
    lengthMinutes: 150,
    place: "Town Hall and online",
    registers,
  });
  player.play(CLERK, agendaOfTonight(chance));
  player.play(CLERK, { type: "publishAgenda" });
  await append(database, player, 0);
  return player.meetingId;
}

async function moveToToday(
  database: OpenDatabase,
  meetingId: MeetingId,
  { now, startsAt }: { readonly now: number; readonly startsAt: number },
): Promise<MeetingId> {
  const log = await wholeLog(database.log, meetingId);
  const meeting = replay(log);
  if (meeting.startsAt === startsAt) return meetingId;

  const player = openPlayer(meetingId, now, chanceOf(`tonight ${now}`), { meeting, seq: log.length });
  const { title, lengthMinutes, place } = meeting;
  player.play(CLERK, { type: "changeDetails", title, startsAt, lengthMinutes, place });
  await append(database, player, log.length);
  return meetingId;
}

async function append({ log }: OpenDatabase, player: Player, end: number): Promise<void> {
  const summary = summaryOf(player.meeting());
  if (summary === null) throw new Error("sample: a meeting was played that nobody made");
  const { status } = await appendIf(log, player.meetingId, end, { commands: player.played(), summary });
  if (status !== "appended") throw new Error("sample: tonight’s meeting was being changed; try again");
}

function agendaOfTonight(chance: Chance): ImportAgenda {
  const parsed = parseAgenda(AGENDA_OF_TONIGHT).items;
  if (parsed.length !== PLANS.length)
    throw new Error(`sample: ${parsed.length} items read, ${PLANS.length} planned`);
  const items = parsed.flatMap((item, place) => {
    const plan = PLANS[place];
    if (!plan) return [];
    const parent = itemOf(item, plan, null, chance);
    const below = item.items.map((sub) => itemOf(sub, { ...plan, title: sub.title }, parent.itemId, chance));
    return [parent, ...below];
  });
  return { type: "importAgenda", items };
}

function itemOf(
  item: ParsedItem,
  plan: Plan,
  parent: ItemId | null,
  chance: Chance,
): ImportAgenda["items"][number] {
  const { title, minutes, focus, kind, lead, objective } = plan;
  return {
    itemId: ItemId.parse(chance.id()),
    parent,
    heading: {
      title,
      kind,
      plannedFocus: focus,
      plannedMinutes: parent === null ? minutes : null,
      startsAt: item.startsAt,
      lead: lead === undefined ? null : partnerId(lead),
      objectives:
        objective === undefined || parent !== null
          ? []
          : [{ objectiveId: objectiveId(objective), reason: "" }],
      openness: { kind: "open" },
      routineMoney: false,
      numbered: parent !== null || item.label !== null,
    },
    description: item.description,
    papers: item.papers.map((paper) => ({
      // a paper without a name of its own bears its item's, as the clerk has put it
      title: paper.title === item.title ? title : paper.title,
      address: "",
      pages: paper.pages ?? "",
    })),
  };
}

/** Six in the evening, or the next half hour when that has gone. */
function thisEvening(today: Temporal.PlainDate, now: number): number {
  const HALF_HOUR = 1_800_000;
  return Math.max(momentOf(today, "18:00"), Math.ceil(now / HALF_HOUR) * HALF_HOUR);
}
