// The tables of a meeting's record, as files: heads and codes in the words of the screens. A further table is one more
// line of `recordTables`, and its columns.

import { capital } from "#app/_text/numbers.ts";
import { namedSeat, unseatedName } from "#app/_text/speaker-text.ts";
import {
  kindWord,
  methodWords,
  moneyKindWord,
  moneyStageWord,
  obstacleWord,
  responseWord,
  sectorWord,
  topicWord,
} from "#app/_text/words.ts";
import {
  type ActionRow,
  type AttendanceRow,
  actionRows,
  attendanceRows,
  type ChallengeRow,
  challengeRows,
  type DecisionRow,
  decisionRows,
  type EntryRow,
  type EvidenceRow,
  entryRows,
  evidenceRows,
  type MoneyRow,
  moneyRows,
  type Whose,
} from "#domain/exports/record-rows.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Column, csvOf } from "./csv.ts";

export type RecordTable = {
  /** As its link and its file are called. */
  readonly words: string;
  /** `nameOf` says who a person is, to whoever reads the record. */
  readonly csv: (meeting: Meeting, nameOf: (person: PersonId) => string | null) => string;
};

type CommonRow = Omit<EntryRow, "kind">;

const standingWord = { stands: "", struckOut: "Struck out", withdrawn: "Withdrawn" } as const;
const yesNo = (is: boolean) => (is ? "Yes" : "No");
const whoseName = (whose: Whose | null) => whose && namedSeat(whose.partner, whose.label);
const sectorName = (sector: Whose["sector"]) => sector && sectorWord[sector];

const place: readonly Column<CommonRow>[] = [
  { head: "Number", as: "words", of: ({ number }) => number },
  { head: "Item", as: "words", of: ({ item }) => item },
  { head: "Recorded", as: "moment", of: ({ recordedAt }) => recordedAt },
];
const said: readonly Column<CommonRow>[] = [
  {
    head: "From",
    as: "words",
    of: ({ voice, from }) => (voice === "seat" ? whoseName(from) : unseatedName[voice]),
  },
  { head: "Sector", as: "words", of: ({ from }) => sectorName(from?.sector ?? null) },
  { head: "Words", as: "words", of: ({ text }) => text },
];
const ending: readonly Column<CommonRow>[] = [
  { head: "Taken back", as: "words", of: ({ standing }) => standingWord[standing] },
  { head: "Restricted", as: "words", of: ({ restricted }) => yesNo(restricted) },
];

const entryColumns: readonly Column<EntryRow>[] = [
  ...place,
  { head: "Kind", as: "words", of: ({ kind }) => kindWord[kind] },
  ...said,
  ...ending,
];

export const decisionColumns: readonly Column<DecisionRow>[] = [
  ...place,
  ...said,
  {
    head: "State",
    as: "words",
    of: ({ status }) => ({ proposed: "Not yet read back", readBack: "Read back", agreed: "Agreed" })[status],
  },
  { head: "Agreed on", as: "day", of: ({ agreedOn }) => agreedOn },
  { head: "How", as: "words", of: ({ method }) => method && capital(methodWords[method]) },
  { head: "Commits somebody", as: "words", of: ({ substantive }) => yesNo(substantive) },
  { head: "Owner", as: "words", of: ({ owner }) => whoseName(owner) },
  { head: "Due", as: "day", of: ({ due }) => due },
  { head: "Reasons", as: "words", of: ({ reasons }) => reasons },
  { head: "Options considered", as: "words", of: ({ options }) => options },
  { head: "What it does to money", as: "words", of: ({ moneyEffect }) => moneyEffect },
  { head: "To be reported to", as: "words", of: ({ reportBackTo }) => reportBackTo },
  { head: "To be reported on", as: "day", of: ({ reportBackOn }) => reportBackOn },
  { head: "Reported on", as: "day", of: ({ reportedOn }) => reportedOn },
  ...ending,
];

const challengeColumns: readonly Column<ChallengeRow>[] = [
  ...place,
  ...said,
  { head: "Put to", as: "words", of: ({ targetPartner }) => targetPartner ?? "The partnership" },
  { head: "About", as: "words", of: ({ topic }) => capital(topicWord[topic]) },
  {
    head: "Response",
    as: "words",
    of: ({ response }) => (response ? responseWord[response] : "No answer yet"),
  },
  { head: "Words of the response", as: "words", of: ({ responseText }) => responseText },
  { head: "Responded", as: "moment", of: ({ respondedAt }) => respondedAt },
  { head: "Promised by", as: "day", of: ({ promisedBy }) => promisedBy },
  ...ending,
];

const amountWord = { stated: "Figure stated", range: "A range", none: "No figure given" } as const;

const moneyColumns: readonly Column<MoneyRow>[] = [
  ...place,
  ...said,
  { head: "Whose money", as: "words", of: ({ ownPartner }) => ownPartner || "A former partner" },
  { head: "Kind", as: "words", of: ({ moneyKind }) => moneyKindWord[moneyKind] },
  { head: "Figure", as: "words", of: ({ amount }) => amountWord[amount] },
  { head: "Amount, £", as: "pounds", of: ({ pence }) => pence },
  { head: "From, £", as: "pounds", of: ({ fromPence }) => fromPence },
  { head: "To, £", as: "pounds", of: ({ toPence }) => toPence },
  { head: "Period", as: "words", of: ({ period }) => period },
  { head: "Source", as: "words", of: ({ source }) => source },
  { head: "Pot", as: "words", of: ({ pot }) => pot },
  { head: "Stage", as: "words", of: ({ stage }) => moneyStageWord[stage] },
  { head: "Amount at that stage, £", as: "pounds", of: ({ stagePence }) => stagePence },
  ...ending,
];

const statusWord = {
  toDo: "To do",
  begun: "Begun",
  redated: "Re-dated",
  done: "Done",
  dropped: "Dropped",
} as const;

export const actionColumns: readonly Column<ActionRow>[] = [
  ...place,
  ...said,
  { head: "Owner", as: "words", of: ({ owner }) => whoseName(owner) ?? unseatedName.officer },
  { head: "First due", as: "day", of: ({ originalDue }) => originalDue },
  { head: "Due", as: "day", of: ({ due }) => due },
  { head: "Size", as: "words", of: ({ size }) => capital(size) },
  { head: "State", as: "words", of: ({ status }) => statusWord[status] },
  { head: "State since", as: "moment", of: ({ lastUpdateAt }) => lastUpdateAt },
  { head: "Result", as: "words", of: ({ result }) => result },
  ...ending,
];

const evidenceColumns: readonly Column<EvidenceRow>[] = [
  ...place,
  ...said,
  {
    head: "Provided by",
    as: "words",
    of: ({ provider }) => whoseName(provider) ?? "Somebody outside the board",
  },
  { head: "To all beforehand", as: "words", of: ({ circulated }) => yesNo(circulated) },
  { head: "Agreed definition", as: "words", of: ({ commonDefinition }) => yesNo(commonDefinition) },
  { head: "What it told", as: "words", of: ({ told }) => told },
  {
    head: "Why there was none",
    as: "words",
    of: ({ obstacle }) => obstacle && capital(obstacleWord[obstacle]),
  },
  ...ending,
];

const outcomeWord = {
  principal: "Principal",
  substitute: "Substitute",
  apologies: "Apologies",
  absent: "Nobody",
};
const asWord = { principal: "Principal", substitute: "Substitute", standIn: "Stand-in" } as const;
const modeWord = { inPerson: "In the room", remote: "From elsewhere" } as const;

const attendanceColumns: readonly Column<AttendanceRow>[] = [
  { head: "Seat", as: "words", of: ({ partner, label }) => namedSeat(partner, label) },
  { head: "Sector", as: "words", of: ({ sector }) => sectorName(sector) },
  { head: "Counts for the quorum", as: "words", of: ({ full }) => yesNo(full) },
  { head: "Marked", as: "words", of: ({ outcome }) => (outcome ? outcomeWord[outcome] : "Not marked") },
  { head: "Filled by", as: "words", of: ({ person }) => person },
  { head: "As", as: "words", of: ({ as }) => as && asWord[as] },
  { head: "How", as: "words", of: ({ mode }) => mode && modeWord[mode] },
  { head: "From", as: "moment", of: ({ from }) => from },
  { head: "To", as: "moment", of: ({ to }) => to },
];

function table<Row>(
  words: string,
  rowsOf: (meeting: Meeting, nameOf: (person: PersonId) => string | null) => readonly Row[],
  columns: readonly Column<Row>[],
): RecordTable {
  return { words, csv: (meeting, nameOf) => csvOf(columns, rowsOf(meeting, nameOf)) };
}

export const recordTables = {
  attendance: table("Attendance", attendanceRows, attendanceColumns),
  entries: table("Everything recorded", entryRows, entryColumns),
  decisions: table("Decisions", decisionRows, decisionColumns),
  challenges: table("Challenges", challengeRows, challengeColumns),
  money: table("Money points", moneyRows, moneyColumns),
  actions: table("Actions", actionRows, actionColumns),
  evidence: table("Evidence", evidenceRows, evidenceColumns),
} as const;

const byName: Readonly<Record<string, RecordTable>> = recordTables;

export function recordTableOf(name: string): RecordTable | null {
  return Object.hasOwn(byName, name) ? (byName[name] ?? null) : null;
}
