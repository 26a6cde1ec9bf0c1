// Every fact that can stand in the way stands in somebody's way here: a new code without a case does not
// compile.
import { describe, expect, test } from "vitest";
import { BoxId, ItemId, VoteId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { type Asked, given, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { MOST_ITEMS } from "./agenda.ts";
import type { Refusal } from "./decision.ts";

const { entries, items, partners, seats, unknown } = board;
const { chair, clerk, county, police } = people;

type Case = { readonly given: readonly Happened[]; readonly asked: Asked; readonly refusal: Refusal };
type Cases = { readonly [C in Refusal["code"]]: Case & { readonly refusal: { readonly code: C } } };

const reason = "Misheard.";
const briefed = { description: "", papers: [], reason: "" };
const addItem = { type: "addItem", itemId: unknown.item, parent: null, after: null, ...briefed } as const;
const withBudgetClosed: readonly Happened[] = [
  ...board.onBudget,
  [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }],
];
const withEntries: readonly Happened[] = [
  ...board.onBudget,
  [county, board.recorded.decision],
  [county, { ...board.recorded.challenge, no: 2 }],
  [county, { ...board.recorded.action, no: 3 }],
];
const { decision, challenge } = entries;
const ofDecision = { itemId: items.budget, entryId: decision };
const readBack: Happened = [chair, { type: "decisionReadBack", ...ofDecision }];
const agreed: Happened = [chair, { type: "decisionAgreed", ...ofDecision, method: "consensus", present: [] }];

const box = BoxId.parse("00000000-0000-4000-8000-000000000a01");
const pulseOpened: Happened = [clerk, { type: "pulseOpened", box, present: 9, floor: 5 }];
const later = board.EVENING + 10 * board.MINUTE;
const countyHere: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county), board.EVENING + board.MINUTE],
];
const correcting = {
  type: "correctSitting",
  seat: seats.county,
  sitting: board.onBudget.length + 1,
  from: board.EVENING,
  to: null,
  reason,
} as const;
const following = { entryId: unknown.entry, decision };
const heading = board.heading("For information", { kind: "information" });
const withBundle: readonly Happened[] = [
  ...board.opened,
  [clerk, { type: "itemAdded", itemId: unknown.item, parent: null, after: null, heading, reason }],
  [chair, { type: "bundleProposed", itemIds: [unknown.item] }],
];
const inBudget = { itemId: items.budget };
const withoutQuestions = {
  ...board.registers,
  board: {
    ...board.registers.board,
    rules: { ...board.registers.board.rules, queueKinds: ["contribution" as const] },
  },
};

function manyItems(most: number): readonly Happened[] {
  return Array.from({ length: most }, (_, n): Happened => {
    const itemId = ItemId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
    const added = { type: "itemAdded", itemId, parent: null, after: null, reason: "" } as const;
    return [clerk, { ...added, heading: board.heading(`Item ${n}`) }];
  });
}

const withoutCastingVote = {
  ...board.registers,
  board: { ...board.registers.board, rules: { ...board.registers.board.rules, castingVote: false } },
};
const voteId = VoteId.parse("00000000-0000-4000-8000-000000000a01");
const ofVote = { itemId: items.budget, voteId };
const opensVote = {
  type: "voteOpened",
  ...ofVote,
  kind: "vote",
  text: "Forty homes",
  about: null,
  secret: false,
  group: voteId,
} as const;
const castVote = { type: "castVote", voteId, seat: seats.county, choice: "for", reason: "" } as const;
const withVote: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [chair, opensVote],
];
const withAnswer: readonly Happened[] = [
  ...withVote,
  [county, { type: "voteCast", ...ofVote, seat: seats.county, person: county, choice: "for", reason: "" }],
];
const voteClosed: Happened = [chair, { type: "voteClosed", ...ofVote, present: [] }];
const votesRevealed: Happened = [
  chair,
  { type: "votesRevealed", itemId: items.budget, votes: [{ voteId, counts: [], ballots: [] }] },
];

const cases: Cases = {
  alreadyRecorded: {
    given: withEntries,
    asked: [county, board.challenge],
    refusal: { code: "alreadyRecorded" },
  },
  noRoleOnBoard: {
    given: board.onBudget,
    asked: [people.stranger, board.note],
    refusal: { code: "noRoleOnBoard" },
  },
  roleMayNot: {
    given: board.onBudget,
    asked: [people.observer, board.decision],
    refusal: { code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member"] },
  },
  wrongPhase: {
    given: board.published,
    asked: [county, board.note],
    refusal: { code: "wrongPhase", phase: "published" },
  },
  notYours: {
    given: board.onBudget,
    asked: [police, board.note],
    refusal: { code: "notYours" },
  },
  reasonNeeded: {
    given: board.opened,
    asked: [clerk, { ...addItem, heading: board.heading("Transport") }],
    refusal: { code: "reasonNeeded" },
  },
  agendaEmpty: {
    given: board.made,
    asked: [clerk, { type: "publishAgenda" }],
    refusal: { code: "agendaEmpty" },
  },
  agendaFull: {
    given: [...board.made, ...manyItems(MOST_ITEMS)],
    asked: [clerk, { ...addItem, heading: board.heading("One too many") }],
    refusal: { code: "agendaFull", most: MOST_ITEMS },
  },
  itemNotFound: {
    given: board.opened,
    asked: [chair, { type: "openItem", itemId: unknown.item }],
    refusal: { code: "itemNotFound" },
  },
  itemNotOpen: {
    given: withBudgetClosed,
    asked: [county, board.note],
    refusal: { code: "itemNotOpen", itemId: items.budget },
  },
  itemStillOpen: {
    given: board.onBudget,
    asked: [chair, { type: "openItem", itemId: items.minutes }],
    refusal: { code: "itemStillOpen", itemId: items.budget },
  },
  itemBegun: {
    given: withBudgetClosed,
    asked: [clerk, { type: "removeItem", itemId: items.budget, reason }],
    refusal: { code: "itemBegun", itemId: items.budget },
  },
  publicNotExcluded: {
    given: board.opened,
    asked: [chair, { type: "openItem", itemId: items.land }],
    refusal: { code: "publicNotExcluded" },
  },
  interestDeclared: {
    given: [...board.onBudget, [county, board.interested(items.budget, county)]],
    asked: [county, board.note],
    refusal: { code: "interestDeclared", itemId: items.budget },
  },
  theirInterest: {
    given: [
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [county, board.interested(items.budget, county)],
    ],
    asked: [
      chair,
      { type: "giveFloor", speaker: board.speaking(seats.county), kind: "discussion", invited: true },
    ],
    refusal: { code: "theirInterest", itemId: items.budget },
  },
  chairHasInterest: {
    given: [...board.opened, [chair, board.interested(items.budget, chair)]],
    asked: [clerk, { type: "openItem", itemId: items.budget }],
    refusal: { code: "chairHasInterest", itemId: items.budget },
  },
  interestNotFound: {
    given: board.onBudget,
    asked: [clerk, { type: "grantDispensation", itemId: items.budget, person: county, reason }],
    refusal: { code: "interestNotFound" },
  },
  personNotCleared: {
    given: board.opened,
    asked: [clerk, { type: "endClearance", itemId: items.land, person: people.observer }],
    refusal: { code: "personNotCleared" },
  },
  subItemsStay: {
    given: board.drafted,
    asked: [
      clerk,
      { type: "moveItem", itemId: items.housing, parent: items.budget, after: null, reason: "" },
    ],
    refusal: { code: "subItemsStay" },
  },
  tooManyObjectives: {
    given: board.drafted,
    asked: [
      clerk,
      {
        ...addItem,
        heading: board.heading("Everything", {
          objectives: [board.objective, board.otherObjective, board.thirdObjective].map((objectiveId) => ({
            objectiveId,
            reason: "",
          })),
        }),
      },
    ],
    refusal: { code: "tooManyObjectives", most: 2 },
  },
  objectiveNotFound: {
    given: board.onBudget,
    asked: [county, { ...board.decision, objectives: [unknown.objective] }],
    refusal: { code: "objectiveNotFound" },
  },
  partnerNotFound: {
    given: board.onBudget,
    asked: [county, { ...board.challenge, target: unknown.partner }],
    refusal: { code: "partnerNotFound" },
  },
  seatNotFound: {
    given: board.onBudget,
    asked: [county, { ...board.action, owner: unknown.seat }],
    refusal: { code: "seatNotFound" },
  },
  seatEmpty: {
    given: board.onBudget,
    asked: [
      chair,
      { type: "giveFloor", speaker: board.speaking(seats.vacant), kind: "discussion", invited: true },
    ],
    refusal: { code: "seatEmpty" },
  },
  personNotFound: {
    given: board.published,
    asked: [chair, { type: "openMeeting", presiding: people.observer, recording: null }],
    refusal: { code: "personNotFound" },
  },
  personSeated: {
    given: [...board.published, [clerk, board.present(seats.county, county)]],
    asked: [
      clerk,
      {
        type: "markAttendance",
        seat: seats.vacant,
        outcome: "substitute",
        person: county,
        mode: "remote",
        from: null,
      },
    ],
    refusal: { code: "personSeated" },
  },
  sittingNotFound: {
    given: board.opened,
    asked: [clerk, correcting],
    refusal: { code: "sittingNotFound" },
  },
  timesReversed: {
    given: countyHere,
    asked: [clerk, { ...correcting, from: board.EVENING + board.MINUTE, to: board.EVENING }, later],
    refusal: { code: "timesReversed" },
  },
  timesOverlap: {
    given: [
      ...countyHere,
      [clerk, board.present(seats.county, people.newcomer, board.EVENING + board.MINUTE), later],
    ],
    asked: [clerk, { ...correcting, to: later }, later],
    refusal: { code: "timesOverlap" },
  },
  notYet: {
    given: countyHere,
    asked: [clerk, { ...correcting, to: later + 1 }, later],
    refusal: { code: "notYet" },
  },
  chairNeeded: {
    given: [...withEntries, readBack, [clerk, { type: "chairTaken", presiding: clerk, seat: null }]],
    asked: [clerk, { type: "agreeDecision", entryId: decision, method: "consensus" }],
    refusal: { code: "chairNeeded" },
  },
  potNotFound: {
    given: board.onBudget,
    asked: [county, { ...board.money, pot: unknown.pot }],
    refusal: { code: "potNotFound" },
  },
  entryNotFound: {
    given: board.onBudget,
    asked: [clerk, { type: "strikeOutEntry", entryId: unknown.entry, reason }],
    refusal: { code: "entryNotFound" },
  },
  entryNotStanding: {
    given: [
      ...withEntries,
      [clerk, { type: "entryStruckOut", itemId: items.budget, entryId: challenge, reason }],
    ],
    asked: [county, { type: "withdrawEntry", entryId: challenge, reason }],
    refusal: { code: "entryNotStanding" },
  },
  entryOfOtherKind: {
    given: withEntries,
    asked: [chair, { type: "readBackDecision", entryId: challenge }],
    refusal: { code: "entryOfOtherKind" },
  },
  alreadyAgreed: {
    given: [...withEntries, readBack, agreed],
    asked: [county, { type: "withdrawEntry", entryId: decision, reason }],
    refusal: { code: "alreadyAgreed", entryId: decision },
  },
  notReadBack: {
    given: withEntries,
    asked: [chair, { type: "agreeDecision", entryId: decision, method: "vote" }],
    refusal: { code: "notReadBack", entryId: decision },
  },
  notAgreed: {
    given: withEntries,
    asked: [chair, { type: "markReportBack", entryId: decision, on: "2027-03-01" }],
    refusal: { code: "notAgreed", entryId: decision },
  },
  notQuorate: {
    given: [...withEntries, readBack],
    asked: [chair, { type: "agreeDecision", entryId: decision, method: "consensus" }],
    refusal: { code: "notQuorate", counted: 0, needed: 4 },
  },
  noReportBack: {
    given: [...withEntries, readBack, agreed],
    asked: [chair, { type: "markReportBack", entryId: decision, on: "2027-03-01" }],
    refusal: { code: "noReportBack", entryId: decision },
  },
  needsAgreement: {
    given: withEntries,
    asked: [
      county,
      {
        type: "progressAction",
        entryId: entries.action,
        status: "dropped",
        result: "",
        due: null,
        heardAt: null,
      },
    ],
    refusal: { code: "needsAgreement" },
  },
  stillDisputed: {
    given: [
      ...withEntries,
      [police, { type: "entryDisputed", itemId: items.budget, entryId: challenge, reason }],
    ],
    asked: [clerk, { type: "convertEntry", entryId: challenge, to: { kind: "note" }, reason }],
    refusal: { code: "stillDisputed", entryId: challenge },
  },
  actionRestsOnIt: {
    given: [...withEntries, [county, { ...board.recorded.action, ...following, no: 4 }]],
    asked: [clerk, { type: "convertEntry", entryId: decision, to: { kind: "note" }, reason }],
    refusal: { code: "actionRestsOnIt", entryId: unknown.entry },
  },
  notToBeBundled: {
    given: board.opened,
    asked: [chair, { type: "proposeBundle", itemIds: [items.housing] }],
    refusal: { code: "notToBeBundled", itemId: items.housing },
  },
  notInBundle: {
    given: board.opened,
    asked: [county, { type: "pullOut", itemId: items.minutes, speaker: board.speaking(seats.county) }],
    refusal: { code: "notInBundle" },
  },
  bundleChanged: {
    given: withBundle,
    asked: [chair, { type: "takeBundle", itemIds: [items.minutes] }],
    refusal: { code: "bundleChanged" },
  },
  focusNotFound: {
    given: board.onBudget,
    asked: [clerk, { type: "settleFocus", itemId: items.budget, spell: 1, focus: "delivery", reason }],
    refusal: { code: "focusNotFound" },
  },
  daysOver: {
    given: board.closed,
    asked: [
      county,
      { type: "disputeFocus", itemId: items.budget, spell: board.onBudget.length, reason },
      board.EVENING + 30 * 24 * 60 * board.MINUTE,
    ],
    refusal: { code: "daysOver", days: 5 },
  },
  rangeReversed: {
    given: board.onBudget,
    asked: [county, { ...board.money, amount: { kind: "range", fromPence: 200, toPence: 100 } }],
    refusal: { code: "rangeReversed" },
  },
  dayNeeded: {
    given: withEntries,
    asked: [
      clerk,
      {
        type: "respondToChallenge",
        entryId: challenge,
        speaker: board.speaking(seats.police),
        kind: "deferred",
        text: "",
        promisedBy: null,
        heardAt: null,
      },
    ],
    refusal: { code: "dayNeeded" },
  },
  disputeNotFound: {
    given: withEntries,
    asked: [clerk, { type: "settleDispute", entryId: challenge, upheld: true, reason }],
    refusal: { code: "disputeNotFound" },
  },
  floorNotTaken: {
    given: board.onBudget,
    asked: [chair, { type: "endTurn" }],
    refusal: { code: "floorNotTaken" },
  },
  noAllowance: {
    given: [
      ...board.onBudget,
      [
        chair,
        { type: "floorGiven", ...inBudget, speaker: { as: "chair" }, kind: "discussion", invited: false },
      ],
    ],
    asked: [clerk, { type: "grantTime", seconds: 60 }],
    refusal: { code: "noAllowance" },
  },
  kindSwitchedOff: {
    given: [
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [clerk, { type: "registersRecorded", registers: withoutQuestions }],
    ],
    asked: [county, { type: "askToSpeak", speaker: board.speaking(seats.county), kind: "question" }],
    refusal: { code: "kindSwitchedOff", kind: "question" },
  },
  nobodySpoke: {
    given: board.onBudget,
    asked: [chair, { type: "recallSpeaker" }],
    refusal: { code: "nobodySpoke" },
  },
  notInQueue: {
    given: board.onBudget,
    asked: [county, { type: "withdrawRequest", speaker: board.speaking(seats.county) }],
    refusal: { code: "notInQueue" },
  },
  notCalled: {
    given: countyHere,
    asked: [county, { type: "takeFloor", speaker: board.speaking(seats.county) }],
    refusal: { code: "notCalled" },
  },
  notInvited: {
    given: board.onBudget,
    asked: [county, { type: "answerInvitation", seat: seats.county, takes: true }],
    refusal: { code: "notInvited" },
  },
  queueClosed: {
    given: [
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [chair, { type: "queueClosed", itemId: items.budget }],
    ],
    asked: [county, { type: "askToSpeak", speaker: board.speaking(seats.county), kind: "question" }],
    refusal: { code: "queueClosed" },
  },
  voteNotFound: {
    given: board.onBudget,
    asked: [chair, { type: "closeVote", voteId }],
    refusal: { code: "voteNotFound" },
  },
  voteNotOpen: {
    given: [...withVote, voteClosed],
    asked: [county, castVote],
    refusal: { code: "voteNotOpen" },
  },
  voteStillOpen: {
    given: withVote,
    asked: [chair, { type: "closeItem", itemId: items.budget, confirmed: [] }],
    refusal: { code: "voteStillOpen" },
  },
  voteSettled: {
    given: [...withVote, voteClosed, votesRevealed],
    asked: [chair, { type: "cancelVote", voteId, reason: "" }],
    refusal: { code: "voteSettled" },
  },
  voteNotSettled: {
    given: [...withEntries, readBack, [chair, { ...opensVote, about: decision }]],
    asked: [chair, { type: "agreeDecision", entryId: decision, method: "vote" }],
    refusal: { code: "voteNotSettled" },
  },
  voteBegun: {
    given: withAnswer,
    asked: [chair, { type: "amendVote", voteId, kind: "vote", text: "Fifty homes" }],
    refusal: { code: "voteBegun" },
  },
  voteIsSecret: {
    given: [...withVote.slice(0, -1), [chair, { ...opensVote, secret: true }]],
    asked: [county, castVote],
    refusal: { code: "voteIsSecret" },
  },
  choiceNotOffered: {
    given: withVote,
    asked: [county, { ...castVote, choice: "block" }],
    refusal: { code: "choiceNotOffered" },
  },
  seatHasNoVote: {
    given: [...withVote, [clerk, board.present(seats.expert, people.adviser)]],
    asked: [clerk, { ...castVote, seat: seats.expert }],
    refusal: { code: "seatHasNoVote" },
  },
  seatHasVoted: {
    given: withAnswer,
    asked: [clerk, { ...castVote, choice: "against" }],
    refusal: { code: "seatHasVoted" },
  },
  ballotsNotCounted: {
    given: [...withVote.slice(0, -1), [chair, { ...opensVote, secret: true }], voteClosed],
    asked: [chair, { type: "revealVotes", voteId }],
    refusal: { code: "ballotsNotCounted" },
  },
  noCastingVote: {
    given: [
      ...withVote,
      voteClosed,
      votesRevealed,
      [clerk, { type: "registersRecorded", registers: withoutCastingVote }],
    ],
    asked: [chair, { type: "giveCastingVote", voteId, choice: "for" }],
    refusal: { code: "noCastingVote" },
  },
  voteNotTied: {
    given: [...withAnswer, voteClosed],
    asked: [chair, { type: "giveCastingVote", voteId, choice: "for" }],
    refusal: { code: "voteNotTied" },
  },
  pulseNotOpen: {
    given: board.onBudget,
    asked: [chair, { type: "closePulse" }],
    refusal: { code: "pulseNotOpen" },
  },
  pulseOver: {
    given: [...board.onBudget, pulseOpened, [chair, { type: "pulseClosed", box }]],
    asked: [chair, { type: "openPulse", box }],
    refusal: { code: "pulseOver" },
  },
  nothingOpen: {
    given: board.opened,
    asked: [clerk, { type: "setFocus", focus: "delivery" }],
    refusal: { code: "nothingOpen" },
  },
  nothingChanges: {
    given: withEntries,
    asked: [
      county,
      {
        type: "amendChallenge",
        entryId: challenge,
        text: board.challenge.text,
        target: partners.police,
        topic: "money",
        reason: "",
      },
    ],
    refusal: { code: "nothingChanges" },
  },
  undoTooLate: {
    given: withEntries,
    asked: [county, { type: "undo", seq: withEntries.length }, board.EVENING + board.MINUTE],
    refusal: { code: "undoTooLate" },
  },
  builtUpon: {
    given: [...withEntries, readBack],
    asked: [county, { type: "undo", seq: withEntries.length - 2 }],
    refusal: { code: "builtUpon" },
  },
};

describe("what stands in the way", () => {
  test.each(Object.entries(cases))("%s", (_code, { given: happened, asked: [by, command, at], refusal }) => {
    given(...happened)
      .when(by, command, at)
      .thenRefused(refusal);
  });

  test("every code has its own case", () => {
    expect(Object.entries(cases).filter(([code, { refusal }]) => refusal.code !== code)).toEqual([]);
  });
});
