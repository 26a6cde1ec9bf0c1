// Every cell of the table the design gives (`tests/fixtures/permissions.csv`, written from the matrix of `reliability.md`
// §3.3 and not from our own tables): each command by each caller in each phase, on the caller's own things and on another's,
// on open and restricted items, with a prejudicial interest in them and without. Played against `decide`, and against a
// live server.
import { readFileSync } from "node:fs";
import { BoxId, EntryId, ItemId, type PersonId, VoteId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import { evolve } from "#domain/meeting/meeting.ts";
import type { Governed, PhaseLetter, Scope } from "#domain/meeting/permissions.ts";
import { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { unreachable } from "#domain/unreachable.ts";
import * as board from "./board.ts";
import { after, type Happened, logOf } from "./meeting-spec.ts";
import * as people from "./people.ts";

const { entries, items, partners, seats } = board;
export const PHASES = ["D", "P", "O", "X", "S", "E", "F"] as const;

export type Owner = {
  readonly person: PersonId;
  readonly speaker: Speaker;
  readonly seat: (typeof seats)[keyof typeof seats];
  readonly partner: (typeof partners)[keyof typeof partners];
};
const seated = (person: PersonId, name: keyof typeof seats, partner: keyof typeof partners): Owner => ({
  person,
  speaker: board.speaking(seats[name]),
  seat: seats[name],
  partner: partners[partner],
});
const somebodyElse = seated(people.police, "police", "police");

export const callers: Readonly<Record<Role | "stranger", Owner>> = {
  chair: seated(people.chair, "city", "city"),
  viceChair: seated(people.viceChair, "cityTwo", "city"),
  clerk: { ...seated(people.clerk, "firm", "firm"), speaker: { as: "officer" } },
  member: seated(people.county, "county", "county"),
  adviser: seated(people.adviser, "expert", "university"),
  observer: seated(people.observer, "firm", "firm"),
  scrutiny: seated(people.scrutineer, "firm", "firm"),
  stranger: seated(people.stranger, "firm", "firm"),
};

const readBack = EntryId.parse("00000000-0000-4000-8000-000000000711");
const disputed = EntryId.parse("00000000-0000-4000-8000-000000000712");
const reportedBack = EntryId.parse("00000000-0000-4000-8000-000000000714");
const newEntry = EntryId.parse("00000000-0000-4000-8000-000000000713");
const box = BoxId.parse("00000000-0000-4000-8000-000000000a01");
const newItem = ItemId.parse("00000000-0000-4000-8000-000000000613");

const openVote = VoteId.parse("00000000-0000-4000-8000-000000000a11");
const closedVote = VoteId.parse("00000000-0000-4000-8000-000000000a12");
const tiedVote = VoteId.parse("00000000-0000-4000-8000-000000000a13");
const newVote = VoteId.parse("00000000-0000-4000-8000-000000000a14");

/** One that is open, one that is closed, one that ended in a tie. */
function votesOn(itemId: ItemId): readonly Happened[] {
  const opened = (voteId: VoteId): Happened => [
    people.chair,
    {
      type: "voteOpened",
      itemId,
      voteId,
      kind: "vote",
      text: "Forty homes",
      about: null,
      secret: false,
      group: voteId,
    },
  ];
  const shut = (voteId: VoteId): Happened => [
    people.chair,
    { type: "voteClosed", itemId, voteId, present: [] },
  ];
  const votes = [{ voteId: tiedVote, counts: [], ballots: [] }];
  return [
    ...[openVote, closedVote, tiedVote].map(opened),
    shut(closedVote),
    shut(tiedVote),
    [people.chair, { type: "votesRevealed", itemId, votes }],
  ];
}

const ofVotes: readonly Governed[] = [
  "openVote",
  "amendVote",
  "extendVote",
  "castVote",
  "closeVote",
  "revealVotes",
  "giveCastingVote",
  "cancelVote",
];

/** Everything an owner may have on a meeting: a seat taken, one entry of each kind, the floor. */
function belongings({ person, speaker, seat, partner }: Owner): readonly Happened[] {
  const { challenge, money, action, note, decision, evidence } = board.recorded;
  const itemId = items.budget;
  return [
    [people.clerk, board.present(seats.university, people.university)],
    [people.clerk, board.present(seat, person)],
    [person, { ...decision, speaker }],
    [person, { ...decision, speaker, entryId: readBack, no: 2 }],
    [people.chair, { type: "decisionReadBack", itemId, entryId: readBack }],
    [person, { ...challenge, speaker, target: partners.charity, no: 3 }],
    [people.charity, { ...response, itemId, entryId: entries.challenge }],
    [person, { ...money, speaker, ownPartner: partner, no: 4 }],
    [person, { ...money, speaker, ownPartner: partner, entryId: disputed, no: 5 }],
    [people.clerk, { type: "entryDisputed", itemId, entryId: disputed, reason: "Not said." }],
    [person, { ...action, speaker, owner: seat, no: 6 }],
    [person, { ...note, speaker, no: 7 }],
    [person, { ...evidence, speaker, no: 8 }],
    [person, { ...decision, speaker, entryId: reportedBack, no: 9, owner: seat, reportBack }],
    [
      people.chair,
      { type: "decisionAgreed", itemId, entryId: reportedBack, method: "consensus", present: [] },
    ],
    [people.chair, { ...floorGiven, itemId, speaker: board.speaking(seats.university) }],
    [people.chair, { ...floorGiven, itemId, speaker }],
    [people.chair, { type: "seatInvited", itemId, seat }],
    [person, asked(speaker)],
    [people.clerk, asked(board.speaking(seats.university))],
  ];
}
const reportBack = { body: "Scrutiny", on: "2027-03-01" };
const floorGiven = { type: "floorGiven", kind: "discussion", invited: false } as const;
const asked = (speaker: Speaker) =>
  ({ type: "speakRequested", itemId: items.budget, speaker, kind: "contribution", aheadOf: null }) as const;
const response = {
  type: "responseRecorded",
  speaker: board.speaking(seats.charity),
  kind: "answered",
  text: "It will not be.",
  promisedBy: null,
  heardAt: null,
} as const;

const betweenItems: readonly Governed[] = [
  "closeMeeting",
  "openItem",
  "reopenItem",
  "skipItem",
  "deferItem",
  "readmitPublic",
  "takeBundle",
];

/** They want an item for information that nobody has begun. */
const ofBundle: readonly Governed[] = ["proposeBundle", "pullOut", "dropBundle", "takeBundle"];
const bundled: Happened = [people.chair, { type: "bundleProposed", itemIds: [items.minutes] }];

/** Open, restricted, and restricted while an observer and a scrutineer are cleared for the item. */
export const OPENNESS = ["open", "exempt", "exempt but cleared"] as const;
export type Cell = {
  readonly phase: PhaseLetter;
  readonly owner: Owner;
  readonly command: Governed;
  readonly openness: (typeof OPENNESS)[number];
  readonly interest: boolean;
};

/** Every item as this cell has it, and who is cleared for it. */
function withOpenness({ openness, command }: Cell): readonly Happened[] {
  const kept = openness === "open" ? ({ kind: "open" } as const) : board.restricted;
  const cleared = openness === "exempt but cleared" || command === "endClearance";
  return Object.entries(items).flatMap(([name, itemId]): Happened[] => {
    const isNoted = ofBundle.includes(command) && itemId === items.minutes;
    const heading = board.heading(name, { openness: kept, ...(isNoted && { kind: "information" }) });
    // a restriction that is lifted has to be there
    const isKept = command === "liftRestriction" && itemId === items.land;
    return [
      ...(isKept
        ? []
        : [happened(people.clerk, { type: "itemAmended", itemId, heading, reason: "Resolved." })]),
      ...(cleared
        ? [happened(people.clerk, { type: "readerCleared", itemId, person: people.observer })]
        : []),
    ];
  });
}
const happened = (...each: Happened): Happened => each;

/** The owner's that changes nothing, and one that can be dispensed with. */
function otherInterests(owner: Owner): readonly Happened[] {
  const told = { type: "interestRecorded", nature: "Told to the clerk." } as const;
  return [
    [people.clerk, { ...told, itemId: items.housing, person: owner.person, kind: "personal" }],
    [people.clerk, { ...told, itemId: items.minutes, person: people.firm, kind: "prejudicial" }],
  ];
}

function interestOf(person: PersonId): readonly Happened[] {
  const declared = { type: "interestDeclared", person, kind: "prejudicial", nature: "My firm's." } as const;
  return Object.values(items).map((itemId) => [person, { ...declared, itemId }]);
}

/** What has happened in the meeting of a cell; its last act is the owner's. */
export function happenedIn(cell: Cell, caller: Owner): readonly Happened[] {
  return [...begunIn(cell), ...endIn(cell, caller)];
}

export function meetingIn(cell: Cell, caller: Owner): Meeting {
  const begun = begunIn(cell);
  const key = JSON.stringify([cell.phase, begun]);
  const base = known.get(key) ?? after(...begun);
  known.set(key, base);
  const log = logOf([...begun, ...endIn(cell, caller)]);
  return log.slice(begun.length).reduce(evolve, base);
}
const known = new Map<string, Meeting>();

function begunIn(cell: Cell): readonly Happened[] {
  return [...beginning(cell), ...withOpenness(cell), ...otherInterests(cell.owner)];
}

function endIn({ owner, interest }: Cell, caller: Owner): readonly Happened[] {
  const details = { title: "Renamed", startsAt: board.EVENING, lengthMinutes: 90, place: "Guildhall" };
  return [
    ...(interest ? interestOf(caller.person) : []),
    [owner.person, { type: "detailsChanged", ...details }],
  ];
}

function beginning({ phase, owner, command }: Cell): readonly Happened[] {
  if (phase === "D") return board.drafted;
  if (phase === "P") return [...board.published, ...belongings(owner)];

  const budgetClosed: Happened = [people.chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }];
  const between = betweenItems.includes(command) || phase === "E" || phase === "F";
  const queueClosed: Happened = [people.chair, { type: "queueClosed", itemId: items.budget }];
  const shut = command === "reopenQueue" && !between ? [queueClosed] : [];
  const pulseOpen: Happened = [people.clerk, { type: "pulseOpened", box, present: 9, floor: 5 }];
  const asking = command === "closePulse" ? [pulseOpen] : [];
  const silence: Happened = [people.chair, { type: "turnEnded", itemId: items.budget }];
  const silent = command === "takeFloor" && !between ? [silence] : [];
  const votes = ofVotes.includes(command) ? votesOn(items.budget) : [];
  const together = ofBundle.includes(command) && command !== "proposeBundle" ? [bundled] : [];
  const turnPaused: Happened = [people.chair, { type: "turnPaused", itemId: items.budget }];
  const paused = command === "resumeTurn" && !between ? [turnPaused] : [];
  // whose time is limited: neither the chair's nor an officer's is
  const spoken: Happened = [
    people.chair,
    { ...floorGiven, itemId: items.budget, speaker: board.speaking(seats.university) },
  ];
  const limited = command === "grantTime" && !between ? [spoken] : [];
  const session = [
    ...board.onBudget,
    ...belongings(owner),
    ...votes,
    ...together,
    ...shut,
    ...asking,
    ...silent,
    ...paused,
    ...limited,
    ...(between ? [budgetClosed] : []),
  ];
  return [...session, ...endings(phase, command)];
}

function endings(phase: PhaseLetter, command: Governed): readonly Happened[] {
  const meetingClosed: Happened = [people.chair, { type: "meetingClosed" }];
  const minutesDrafted: Happened = [people.clerk, { type: "minutesDrafted" }];
  switch (phase) {
    case "X":
      return [[people.chair, { type: "publicExcluded", reason: "Paragraph 3" }]];
    case "S":
      return [[people.chair, { type: "meetingAdjourned", reason: "" }]];
    case "E":
      return command === "draftMinutes" ? [meetingClosed] : [meetingClosed, minutesDrafted];
    case "F":
      return [meetingClosed, minutesDrafted, [people.chair, { type: "minutesApproved" }]];
    case "D":
    case "P":
    case "O":
      return [];
    default:
      return unreachable(phase);
  }
}

/** A command that stands but for who gives it and when. */
export function commandOf(type: Governed, owner: Owner, caller: Owner, meeting: Meeting): Command {
  const { speaker, seat } = owner;
  const seq = meeting.recent.at(-1)?.seq ?? 1;
  const sitting = sittingIn(meeting, seat)?.seq ?? 1;
  const reason = "Said at the meeting.";
  const heading = board.heading("Transport");
  const about = { heading, description: "", papers: [], reason };
  const said = { entryId: newEntry, speaker };
  const heardAt = null;
  const commands: Readonly<Record<Governed, Command>> = {
    changeDetails: { type: "changeDetails", title: "New", startsAt: 1, lengthMinutes: 60, place: "" },
    addItem: { type: "addItem", itemId: newItem, parent: items.housing, after: null, ...about },
    importAgenda: {
      type: "importAgenda",
      items: [{ itemId: newItem, parent: null, heading, description: "", papers: [] }],
    },
    amendItem: { type: "amendItem", itemId: items.rents, ...about },
    moveItem: { type: "moveItem", itemId: items.rents, parent: items.housing, after: null, reason },
    removeItem: { type: "removeItem", itemId: items.land, reason },
    publishAgenda: { type: "publishAgenda" },
    restrictItem: {
      type: "restrictItem",
      itemId: items.rents,
      ground: "Paragraph 5",
      reviewOn: null,
      reason,
    },
    liftRestriction: { type: "liftRestriction", itemId: items.land, reason },
    clearReader: { type: "clearReader", itemId: items.rents, person: people.scrutineer },
    endClearance: { type: "endClearance", itemId: items.rents, person: people.observer },
    writePrivateNote: { type: "writePrivateNote", itemId: items.rents, text: "Call the police first." },
    declareInterest: { type: "declareInterest", itemId: items.rents, kind: "personal", nature: "I rent." },
    recordInterest: {
      type: "recordInterest",
      itemId: items.rents,
      person: owner.person,
      kind: "personal",
      nature: "They rent.",
    },
    withdrawInterest: {
      type: "withdrawInterest",
      itemId: items.housing,
      person: owner.person,
      kind: "personal",
      reason,
    },
    grantDispensation: { type: "grantDispensation", itemId: items.minutes, person: people.firm, reason },
    openMeeting: { type: "openMeeting", presiding: people.chair, recording: people.clerk },
    adjournMeeting: { type: "adjournMeeting", reason },
    resumeMeeting: { type: "resumeMeeting" },
    closeMeeting: { type: "closeMeeting" },
    excludePublic: { type: "excludePublic", reason },
    readmitPublic: { type: "readmitPublic" },
    takeChair: {
      type: "takeChair",
      presiding: caller === callers.viceChair ? owner.person : people.university,
    },
    nameRecorder: { type: "nameRecorder", recording: people.otherClerk },
    openItem: { type: "openItem", itemId: items.minutes },
    closeItem: { type: "closeItem", itemId: items.budget, confirmed: [entries.challenge] },
    reopenItem: { type: "reopenItem", itemId: items.budget, reason },
    skipItem: { type: "skipItem", itemId: items.minutes, reason },
    deferItem: { type: "deferItem", itemId: items.minutes, reason },
    extendItem: { type: "extendItem", itemId: items.budget, minutes: 5, forDebate: true },
    proposeBundle: { type: "proposeBundle", itemIds: [items.minutes] },
    pullOut: { type: "pullOut", itemId: items.minutes, speaker },
    dropBundle: { type: "dropBundle" },
    takeBundle: { type: "takeBundle", itemIds: [items.minutes] },
    markAttendance: { type: "markAttendance", seat, outcome: "apologies", reason },
    markDeparture: { type: "markDeparture", seat, from: null },
    correctSitting: {
      type: "correctSitting",
      seat,
      sitting,
      from: board.EVENING + board.SECOND,
      to: null,
      reason,
    },
    sayCommitment: { type: "sayCommitment", seat, commitment: "yes" },
    setFocus: { type: "setFocus", focus: "delivery" },
    disputeFocus: { type: "disputeFocus", ...focusOfBudget, reason },
    settleFocus: { type: "settleFocus", ...focusOfBudget, focus: "delivery", reason },
    giveFloor: {
      type: "giveFloor",
      speaker: board.speaking(seats.university),
      kind: "discussion",
      invited: true,
    },
    takeFloor: { type: "takeFloor", speaker },
    pauseTurn: { type: "pauseTurn" },
    resumeTurn: { type: "resumeTurn" },
    grantTime: { type: "grantTime", seconds: 60 },
    endTurn: { type: "endTurn" },
    askToSpeak: { type: "askToSpeak", speaker, kind: "challenge" },
    withdrawRequest: { type: "withdrawRequest", speaker },
    moveRequest: { type: "moveRequest", speaker, aheadOf: null },
    recallSpeaker: { type: "recallSpeaker" },
    closeQueue: { type: "closeQueue" },
    reopenQueue: { type: "reopenQueue" },
    inviteSeat: { type: "inviteSeat", seat: seats.university },
    answerInvitation: { type: "answerInvitation", seat, takes: false },
    proposeDecision: { ...board.decision, ...said },
    recordChallenge: { ...board.challenge, ...said },
    recordMoneyPoint: { ...board.money, ...said },
    recordAction: { ...board.action, ...said },
    recordEvidence: { ...board.evidence, ...said },
    recordNote: { ...board.note, ...said },
    readBackDecision: { type: "readBackDecision", entryId: entries.decision },
    layAsideDecision: { type: "layAsideDecision", entryId: readBack },
    agreeDecision: {
      type: "agreeDecision",
      entryId: readBack,
      method: "consensus",
      withoutQuorum: true,
    },
    completeDecision: {
      type: "completeDecision",
      entryId: entries.decision,
      contributing: [],
      owner: seat,
      due: null,
      reasons: "The county asked for it.",
      options: "",
      moneyEffect: "",
      reportBack,
    },
    markReportBack: { type: "markReportBack", entryId: reportedBack, on: "2027-03-01" },
    respondToChallenge: {
      type: "respondToChallenge",
      entryId: entries.challenge,
      speaker,
      kind: "answered",
      text: "",
      promisedBy: null,
      heardAt,
    },
    markRaiserView: { type: "markRaiserView", entryId: entries.challenge, view: "satisfied" },
    advanceMoney: { type: "advanceMoney", entryId: entries.money, stage: "spent", pence: 1, heardAt },
    progressAction: {
      type: "progressAction",
      entryId: entries.action,
      status: "done",
      result: "",
      due: null,
      heardAt,
    },
    amendDecision: amending("amendDecision", board.decision, entries.decision),
    amendChallenge: amending("amendChallenge", board.challenge, entries.challenge),
    amendMoneyPoint: amending("amendMoneyPoint", board.money, entries.money),
    amendAction: amending("amendAction", board.action, entries.action),
    amendEvidence: amending("amendEvidence", board.evidence, entries.evidence),
    convertEntry: {
      type: "convertEntry",
      entryId: entries.note,
      to: { kind: "challenge", target: "partnership", topic: "money" },
      reason,
    },
    amendNote: amending("amendNote", board.note, entries.note),
    strikeOutEntry: { type: "strikeOutEntry", entryId: entries.note, reason },
    withdrawEntry: { type: "withdrawEntry", entryId: entries.challenge, reason },
    confirmEntries: { type: "confirmEntries", itemId: items.budget, entryIds: [entries.challenge] },
    disputeEntry: { type: "disputeEntry", entryId: entries.challenge, reason },
    settleDispute: { type: "settleDispute", entryId: disputed, upheld: true, reason },
    openPulse: { type: "openPulse", box },
    closePulse: { type: "closePulse" },
    openVote: {
      type: "openVote",
      voteId: newVote,
      itemId: items.budget,
      kind: "vote",
      text: "Forty homes",
      about: null,
      secret: false,
      linkedTo: null,
    },
    amendVote: { type: "amendVote", voteId: openVote, kind: "temperatureCheck", text: "Forty homes" },
    extendVote: { type: "extendVote", voteId: openVote, seconds: 60 },
    castVote: { type: "castVote", voteId: openVote, seat, choice: "for", reason: "" },
    closeVote: { type: "closeVote", voteId: openVote },
    revealVotes: { type: "revealVotes", voteId: closedVote },
    giveCastingVote: { type: "giveCastingVote", voteId: tiedVote, choice: "for" },
    cancelVote: { type: "cancelVote", voteId: openVote, reason },
    undo: { type: "undo", seq },
    draftMinutes: { type: "draftMinutes" },
    approveMinutes: { type: "approveMinutes" },
  };
  return commands[type];
}

/** It began with the opening of the item. */
const focusOfBudget = { itemId: items.budget, spell: board.onBudget.length };

function amending(type: Governed, line: { readonly text: string }, entryId: EntryId): Command {
  const { itemId: _i, speaker: _s, stage: _g, ...fields } = { itemId: 0, speaker: 0, stage: 0, ...line };
  // the fields of a line and of its amendment are the same but for these
  return { ...fields, type, entryId, text: "In better words.", reason: "Misheard." } as unknown as Command;
}

export type Line = {
  readonly command: Governed;
  readonly cells: Readonly<Record<Role, string>>;
  readonly exempt: string;
  readonly interest: string;
};

export function readTable(): readonly Line[] {
  const [head = "", ...rows] = readFileSync("tests/fixtures/permissions.csv", "utf8").trim().split("\n");
  const columns = head.split(",");
  return rows.map((row) => {
    const values = row.split(",");
    const at = (column: string) => values[columns.indexOf(column)] ?? "";
    const cells = Object.fromEntries(Role.options.map((role) => [role, at(role)])) as Record<Role, string>;
    return {
      command: at("command") as Governed,
      cells,
      exempt: at("exempt item"),
      interest: at("interest in item"),
    };
  });
}

export function designed(cell: string, phase: PhaseLetter): Scope | undefined {
  const [, own, phases = ""] = /^(own )?([DPOXSEF]+)$/.exec(cell) ?? [];
  if (!phases.includes(phase)) return undefined;
  return own ? "own" : "any";
}

export function cellsOf(phase: PhaseLetter, command: Governed, caller: Owner): readonly Cell[] {
  return [caller, somebodyElse].flatMap((owner) =>
    OPENNESS.flatMap((openness) =>
      [false, true].map((interest) => ({ phase, owner, command, openness, interest })),
    ),
  );
}

export function expected(
  scope: Scope | undefined,
  { cells, exempt, interest }: Line,
  cell: Cell & { role: string; isOwn: boolean },
): string {
  if (cell.role === "stranger") return "noRoleOnBoard";
  if (cells[cell.role as Role] === "-") return "roleMayNot";
  if (scope === undefined) return "wrongPhase";
  if (cell.interest && interest === "chair first" && cell.role === "chair" && isUnderWay(cell)) {
    return "chairHasInterest";
  }
  if (cell.interest && (interest === "no" || interest === "chair first")) return "interestDeclared";
  if (cell.interest && interest === "not the taker" && cell.role === "viceChair" && cell.isOwn) {
    return "theirInterest";
  }
  if (exempt === "only in X" && cell.openness !== "open" && cell.phase === "O") return "publicNotExcluded";
  return scope === "own" && !cell.isOwn ? "notYours" : "accepted";
}

function isUnderWay({ phase }: Cell): boolean {
  return phase === "O" || phase === "X" || phase === "S";
}
