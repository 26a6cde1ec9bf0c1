// The registers that clerks keep, and what boards have agreed and undertaken to do, as files. Grades and their rates are
// the clerk's alone: they are in no file.
import { type Column, csvOf } from "#app/_tables/csv.ts";
import { actionColumns, decisionColumns } from "#app/_tables/record-tables.ts";
import { answeredWord, categoryWord, meansWord } from "#app/_text/line-text.ts";
import { moneyKindWord } from "#app/_text/words.ts";
import type {
  ActionKept,
  DecisionKept,
  ObjectiveKept,
  PotKept,
  RecommendationKept,
  ResourceKept,
  SupportCycleKept,
  SupportShareKept,
} from "#domain/exports/register-rows.ts";
import { Means, SupportCategory } from "#domain/registers/lines.ts";
import { financialYearText } from "#domain/registers/resources.ts";
import type { AllowedBoard } from "#server/auth/access.ts";
import {
  actionsKept,
  decisionsKept,
  everyKept,
  objectivesKept,
  potsKept,
  recommendationsKept,
  resourcesKept,
  supportKept,
} from "#server/exports/registers.ts";
import type { Runtime } from "#server/runtime.ts";

export type RegisterTable = {
  readonly words: string;
  readonly csv: (house: Runtime, allowed: AllowedBoard) => Promise<string>;
};

const yesNo = (is: boolean) => (is ? "Yes" : "No");
const lasting = ({ from, until }: { readonly from: string; readonly until: string | null }) =>
  until === null ? `since ${from}` : `${from} to ${until}`;

const meeting: readonly Column<Pick<ActionKept, "meetingOn">>[] = [
  { head: "Meeting", as: "day", of: ({ meetingOn }) => meetingOn },
];
const actions: readonly Column<ActionKept>[] = [...meeting, ...actionColumns];
const decisions: readonly Column<DecisionKept>[] = [...meeting, ...decisionColumns];

const objectives: readonly Column<ObjectiveKept>[] = [
  { head: "Objective", as: "words", of: ({ title }) => title },
  { head: "From", as: "day", of: ({ from }) => from },
  { head: "Until", as: "day", of: ({ until }) => until },
  { head: "Ended", as: "words", of: ({ ended }) => yesNo(ended) },
  {
    head: "Champions",
    as: "words",
    of: ({ champions }) => champions.map((one) => `${one.name} (${lasting(one)})`).join("; "),
  },
  {
    head: "Evidence",
    as: "words",
    of: ({ evidence }) => evidence.map(({ source, says, on }) => `${source}, ${on}: ${says}`).join("; "),
  },
];

const resources: readonly Column<ResourceKept>[] = [
  { head: "Financial year", as: "words", of: ({ year }) => financialYearText(year) },
  { head: "Objective", as: "words", of: ({ objective }) => objective },
  { head: "Partner", as: "words", of: ({ partner }) => partner },
  { head: "Kind", as: "words", of: ({ kind }) => moneyKindWord[kind] },
  { head: "At least, pounds", as: "pounds", of: ({ fromPence }) => fromPence },
  { head: "At most, pounds", as: "pounds", of: ({ toPence }) => toPence },
  { head: "Source", as: "words", of: ({ source }) => source },
];

const pots: readonly Column<PotKept>[] = [
  { head: "Pot", as: "words", of: ({ name }) => name },
  { head: "Amount, pounds", as: "pounds", of: ({ pence }) => pence },
  { head: "Partners", as: "words", of: ({ partners }) => partners.join("; ") },
  { head: "From", as: "day", of: ({ from }) => from },
  { head: "Until", as: "day", of: ({ until }) => until },
  { head: "Ended", as: "words", of: ({ ended }) => yesNo(ended) },
];

const recommendations: readonly Column<RecommendationKept>[] = [
  { head: "Recommendation", as: "words", of: ({ text }) => text },
  { head: "Committee", as: "words", of: ({ committee }) => committee },
  { head: "Received", as: "day", of: ({ received }) => received },
  { head: "Answer due", as: "day", of: ({ due }) => due },
  { head: "Answer", as: "words", of: ({ response }) => response && answeredWord[response] },
  { head: "Answered on", as: "day", of: ({ answeredOn }) => answeredOn },
  { head: "In words", as: "words", of: ({ responseText }) => responseText },
];

const cycles: readonly Column<SupportCycleKept>[] = [
  { head: "After", as: "day", of: ({ after }) => after },
  { head: "Until", as: "day", of: ({ until }) => until },
  { head: "Cost known, pounds", as: "pounds", of: ({ pence }) => pence },
  { head: "Roles known", as: "number", of: ({ rolesKnown }) => rolesKnown },
  { head: "Roles expected", as: "number", of: ({ rolesExpected }) => rolesExpected },
  { head: "Roles estimated", as: "number", of: ({ rolesEstimated }) => rolesEstimated },
];

function partWord(part: SupportShareKept["part"]): string {
  const category = SupportCategory.safeParse(part).data;
  return category ? categoryWord[category] : meansWord[Means.parse(part)];
}

const shares: readonly Column<SupportShareKept>[] = [
  {
    head: "By",
    as: "words",
    of: ({ by }) => ({ category: "What it goes on", means: "How it is borne" })[by],
  },
  { head: "Part", as: "words", of: ({ part }) => partWord(part) },
  { head: "Cost known, pounds", as: "pounds", of: ({ pence }) => pence },
  { head: "Cycles", as: "number", of: (share) => share.cycles },
  { head: "All is known", as: "words", of: ({ whole }) => yesNo(whole) },
];

function kept<Row>(
  words: string,
  columns: readonly Column<Row>[],
  rowsOf: (house: Runtime, allowed: AllowedBoard) => Promise<readonly Row[]>,
): RegisterTable {
  return { words, csv: async (house, allowed) => csvOf(columns, await rowsOf(house, allowed)) };
}

export const keptTables: Readonly<Record<string, RegisterTable>> = {
  actions: kept("Actions", actions, ({ database }, board) => everyKept(database, board, actionsKept)),
  decisions: kept("Decisions", decisions, ({ database }, board) => everyKept(database, board, decisionsKept)),
  objectives: kept("Objectives", objectives, ({ database: { db }, clock }, board) =>
    objectivesKept(db, board, clock.now()),
  ),
  resources: kept("Known resources", resources, ({ database: { db } }, board) => resourcesKept(db, board)),
  pots: kept("Pots of money", pots, ({ database: { db }, clock }, board) => potsKept(db, board, clock.now())),
  recommendations: kept("Scrutiny recommendations", recommendations, ({ database: { db }, clock }, board) =>
    recommendationsKept(db, board, clock.now()),
  ),
  support: kept(
    "Support by cycle",
    cycles,
    async ({ database: { db }, clock }, board) => (await supportKept(db, board, clock.now())).cycles,
  ),
  "support-year": kept(
    "Support of a year",
    shares,
    async ({ database: { db }, clock }, board) => (await supportKept(db, board, clock.now())).shares,
  ),
};
