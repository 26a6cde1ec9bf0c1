// The vocabulary of the screens: one word for each thing the domain names, the field's own.

import type { MarkState } from "#app/_marks/mark.tsx";
import type {
  Entry,
  EntryKind,
  Method,
  MoneyKind,
  MoneyStage,
  Obstacle,
  ResponseKind,
  Topic,
} from "#domain/meeting/entry.ts";
import type { Focus, ItemKind } from "#domain/meeting/item.ts";
import type { Commitment } from "#domain/meeting/presence.ts";
import type { Layer, Role, Sector } from "#domain/meeting/registers.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";

type Words<Name extends string> = Readonly<Record<Name, string>>;

export const kindWord: Words<EntryKind> = {
  decision: "Decision",
  challenge: "Challenge",
  money: "Money",
  action: "Action",
  evidence: "Evidence",
  note: "Note",
};

/** What each fill of a mark says of its kind; null where the kind has no such state. */
export const markWords: Readonly<Record<EntryKind, Readonly<Record<MarkState, string | null>>>> = {
  decision: {
    empty: "proposed",
    half: "read back",
    full: "agreed",
    dashed: "not recorded",
    struck: "withdrawn",
  },
  challenge: {
    empty: "no answer, refused",
    half: "promised by a date",
    full: "answered",
    dashed: "not recorded",
    struck: "withdrawn",
  },
  money: {
    empty: "no figure given",
    half: "a range",
    full: "figure stated",
    dashed: "not recorded",
    struck: "withdrawn",
  },
  action: {
    empty: "to do",
    half: "begun, re-dated",
    full: "done",
    dashed: "not recorded",
    struck: "dropped",
  },
  evidence: {
    empty: "none to be had",
    half: "not shared by all",
    full: "shared by all",
    dashed: "not recorded",
    struck: "withdrawn",
  },
  note: { empty: null, half: null, full: "noted", dashed: "not recorded", struck: "withdrawn" },
};

export const responseWord: Words<ResponseKind> = {
  answered: "Answered",
  actionAgreed: "Answered with an action",
  decisionChanged: "Answered, and the decision changed",
  deferred: "Promised",
  notAnswered: "Not answered",
};

/** The state of an entry, in words, to stand beside its mark. */
export function entryState(entry: Entry): string {
  if (entry.standing === "withdrawn") return "Withdrawn";
  if (entry.standing === "struckOut") return "Struck out";
  if (entry.standing === "undone") return "Undone";

  switch (entry.kind) {
    case "decision":
      return { proposed: "Not yet read back", readBack: "Read back", agreed: "Agreed" }[entry.status];
    case "challenge": {
      const response = entry.responses.at(-1);
      return response ? responseWord[response.kind] : "No answer yet";
    }
    case "money":
      return { none: "No figure given", range: "A range", stated: "Figure stated" }[entry.amount.kind];
    case "action":
      return { toDo: "To do", begun: "Begun", redated: "Re-dated", done: "Done", dropped: "Dropped" }[
        entry.status
      ];
    case "evidence":
      if (entry.obstacle !== null) return "None to be had";
      return entry.circulated && entry.commonDefinition ? "Shared by all" : "Not shared by all";
    case "note":
      return "Noted";
    default:
      return unreachable(entry);
  }
}

export const sectorWord: Words<Sector> = {
  "local-authority": "Council",
  "other-public": "Other public",
  education: "Education",
  private: "Business",
  "voluntary-community": "Voluntary",
  other: "Other",
};

export const roleWord: Words<Role> = {
  chair: "Chair",
  viceChair: "Vice-chair",
  clerk: "Clerk",
  member: "Member",
  adviser: "Adviser",
  observer: "Observer",
  scrutiny: "Scrutiny",
};

export const layerWord: Words<Layer> = {
  strategic: "Strategic",
  executive: "Executive",
  operational: "Operational",
};

export const phaseWord: Words<Phase> = {
  none: "Not convened",
  draft: "Agenda in draft",
  published: "Agenda published",
  inSession: "In session",
  adjourned: "Adjourned",
  closed: "Closed",
  minutesDrafted: "Minutes in draft",
  minutesApproved: "Minutes agreed",
};

/** Why an item is on the agenda. */
export const purposeWords: Words<ItemKind> = {
  procedural: "Procedural",
  decision: "To decide",
  discussion: "To discuss",
  information: "To note",
};

/** What the board is talking about, short enough for a row of six. */
export const focusWord: Words<Focus> = {
  strategy: "Strategy",
  resources: "Resources",
  "performance-headline": "Headline",
  "performance-detail": "Detail",
  delivery: "Delivery",
  governance: "Governance",
};

export const topicWord: Words<Topic> = {
  performance: "performance",
  money: "money",
  delivery: "delivery",
  evidence: "evidence",
  process: "process",
};

export const moneyKindWord: Words<MoneyKind> = {
  pooled: "Pooled",
  aligned: "Aligned",
  "grant-or-transfer": "Grant or transfer",
  procurement: "Procurement",
  "in-kind": "In kind",
  saving: "Saving",
  pressure: "Pressure",
  "reward-grant": "Reward grant",
};

export const moneyStageWord: Words<MoneyStage> = {
  mentioned: "Mentioned",
  offered: "Offered",
  agreed: "Agreed",
  spent: "Spent",
};

/** Why there was no evidence, to stand behind "None to be had:". */
export const obstacleWord: Words<Obstacle> = {
  systems: "systems do not talk to each other",
  formats: "formats differ",
  unwilling: "somebody was unwilling",
  didNotExist: "it did not exist",
};

export const methodWords: Words<Method> = {
  consensus: "by consensus",
  vote: "by vote",
  delegated: "delegated",
  chairsSummary: "on the chair’s summing up",
};

/** Whether somebody can commit their organisation today. */
export const commitmentWord: Words<Commitment> = {
  yes: "Yes",
  withinLimits: "Within limits",
  no: "No",
};

/** The same, of somebody else. */
export const commitmentWords: Words<Commitment> = {
  yes: "can commit",
  withinLimits: "can commit within limits",
  no: "cannot commit",
};

/** What kinds of body are counted in a sector. */
export const sectorExamples: Words<Sector> = {
  "local-authority": "City, district, county and unitary councils",
  "other-public": "Health, police, fire, job centres and other public bodies",
  education: "Universities, colleges and schools",
  private: "Businesses, chambers of commerce, science parks",
  "voluntary-community": "Charities, tenants, faith and community groups",
  other: "Bodies that are none of these",
};

/** What the head of a room says of the line to the record, and when. */
type ConnectionTold = {
  readonly line: "connecting" | "live" | "notConnected";
  readonly words: string;
};

export const connectionWords: readonly ConnectionTold[] = [
  { line: "connecting", words: "While the page is opened: what needs the line cannot be pressed yet." },
  { line: "live", words: "Always shown. The margin rule is solid." },
  { line: "notConnected", words: "After three seconds. The margin rule is dashed." },
  { line: "notConnected", words: "After five: a strip with the number of entries kept on this device." },
  { line: "live", words: "“Back. 2 entries sent.” for six seconds, then only the word." },
];
