// What people might ask of a meeting, told by dice. Words people type contain `said`, words on the open
// heading of an item contain `open`, each with the number of the wish they came from, so that a test can look
// for them where they must not be.
import { bundled } from "#domain/meeting/bundles.ts";
import type { Command } from "#domain/meeting/commands.ts";
import {
  ActionStatus,
  type EntryKind,
  Method,
  MoneyStage,
  Obstacle,
  ResponseKind,
  Topic,
} from "#domain/meeting/entry.ts";
import { InterestKind } from "#domain/meeting/interest.ts";
import { openInvitations } from "#domain/meeting/invitations.ts";
import { Focus, ItemKind } from "#domain/meeting/item.ts";
import { Commitment } from "#domain/meeting/presence.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { RequestKind } from "#domain/meeting/turn.ts";
import { CHOICES, counted, Choice as VoteChoice, VoteKind } from "#domain/meeting/vote.ts";
import { unreachable } from "#domain/unreachable.ts";
import * as board from "./board.ts";
import * as people from "./people.ts";

const kinds: readonly EntryKind[] = ["decision", "challenge", "money", "action", "evidence", "note"];
const everyone = Object.values(people);

function pick<T>(options: readonly T[], die: number): T {
  const [first] = options;
  if (first === undefined) throw new Error("nothing to pick from");
  return options[die % options.length] ?? first;
}

type Choice = ReturnType<typeof choiceFrom>;

function choiceFrom(meeting: Meeting, dice: readonly number[], index: number) {
  const die = (n: number) => dice[n] ?? 0;
  const ofKind = (kind: EntryKind) =>
    meeting.items.flatMap(({ entries }) =>
      entries.filter((entry) => entry.kind === kind || die(6) % 9 === 0),
    );
  const itemIds = meeting.items.map(({ id }) => id);
  const open = meeting.items.filter(({ status }) => status === "open").map(({ id }) => id);
  const seatIds = [...meeting.registers.seats.map(({ id }) => id), board.unknown.seat];
  const tops = meeting.items.filter(({ parent }) => parent === null).map(({ id }) => id);

  return {
    die,
    said: (what: string) => `said ${what} ${index}.`,
    newId: `00000000-0000-4000-a000-${String(index * 10_000 + (die(7) % 7)).padStart(12, "0")}`,
    item: pick([...itemIds, board.unknown.item], die(0)),
    openItem:
      die(1) % 8 === 0
        ? pick([...itemIds, board.unknown.item], die(0))
        : pick([...open, ...itemIds, board.unknown.item], die(0) % Math.max(1, open.length)),
    place: {
      parent: die(2) % 3 === 0 ? pick([...tops, null], die(3)) : null,
      after: die(4) % 3 === 0 ? null : pick([...itemIds, null], die(4)),
    },
    entry: (kind: EntryKind) => pick([...ofKind(kind).map(({ id }) => id), board.unknown.entry], die(1)),
    seat: pick(seatIds, die(2)),
    person: pick(everyone, die(3)),
    partner: pick([...Object.values(board.partners), board.unknown.partner], die(4)),
    day: pick(["2026-12-01", "2027-02-28", null], die(5)),
    speaker: pick(
      [
        ...seatIds.map((seat) => ({ as: "seat" as const, seat })),
        { as: "chair" as const },
        { as: "officer" as const },
        { as: "guest" as const },
        { as: "public" as const },
      ],
      die(2),
    ),
  };
}

function headingFrom({ die, partner }: Choice, index: number) {
  return board.heading(`open title ${index}`, {
    kind: pick(ItemKind.options, die(0)),
    plannedFocus: pick([...Focus.options, null], die(1)),
    plannedMinutes: pick([5, 20, null], die(2)),
    lead: die(3) % 4 === 0 ? partner : null,
    objectives: die(5) % 4 === 0 ? [{ objectiveId: board.objective, reason: `open link ${index}` }] : [],
    openness: die(6) % 3 === 0 ? { ...board.restricted, ground: `open ground ${index}` } : { kind: "open" },
    numbered: die(7) % 5 !== 0,
  });
}

function briefingFrom({ die, said }: Choice) {
  return {
    description: die(3) % 3 === 0 ? "" : said("brief"),
    papers:
      die(4) % 3 === 0 ? [{ title: said("paper"), address: "https://example.org/a.pdf", pages: "" }] : [],
  };
}

/** The command a wish comes to on this meeting: mostly one that could stand, now and then one that cannot. */
export function commandFrom(
  meeting: Meeting,
  type: Command["type"],
  dice: readonly number[],
  index: number,
): unknown {
  const choice = choiceFrom(meeting, dice, index);
  const { die, said, newId, item, openItem, place, entry, seat, person, partner, day, speaker } = choice;
  const reason = die(5) % 6 === 0 ? "" : said("reason");
  const about = { heading: headingFrom(choice, index), ...briefingFrom(choice), reason };
  const line = { entryId: newId, itemId: openItem, speaker, text: said("line") };
  const amended = (kind: EntryKind) => ({ entryId: entry(kind), text: said("better"), reason });
  const heardAt = die(6) % 3 === 0 ? { meetingId: board.otherMeetingId, itemId: board.items.budget } : null;
  const decision = {
    substantive: pick([true, false, null], die(3)),
    objectives: die(4) % 5 === 0 ? [board.unknown.objective] : [board.objective],
    contributing: [],
    owner: pick([seat, null], die(5)),
    due: day,
    reasons: said("reasons"),
    options: "",
    moneyEffect: "",
    reportBack: die(6) % 3 === 0 ? { body: said("body"), on: "2027-03-01" } : null,
  };
  const challenge = { target: pick([partner, "partnership"], die(3)), topic: pick(Topic.options, die(5)) };
  const money = {
    ownPartner: partner,
    moneyKind: "pooled",
    amount: pick(
      [
        { kind: "none" },
        { kind: "stated", pence: die(6) },
        { kind: "range", fromPence: die(5), toPence: die(6) },
      ],
      die(3),
    ),
    period: said("period"),
    source: "",
    pot: pick([null, board.pot, board.unknown.pot], die(7)),
  };
  const action = {
    owner: pick([seat, null], die(3)),
    due: day,
    size: "small",
    decision: die(5) % 2 === 0 ? null : entry("decision"),
  };
  const evidence = {
    provider: pick([seat, null], die(3)),
    circulated: die(4) % 2 === 0,
    commonDefinition: die(5) % 2 === 0,
    told: die(6) % 3 === 0 ? "" : said("told"),
    obstacle: pick([null, ...Obstacle.options], die(7)),
  };
  const into = pick(
    [
      { kind: "decision", ...decision },
      { kind: "challenge", ...challenge },
      { kind: "money", ...money, stage: pick(MoneyStage.options, die(4)) },
      { kind: "action", ...action },
      { kind: "evidence", ...evidence },
      { kind: "note" },
    ],
    die(2),
  );
  const forInformation = meeting.items
    .filter(({ id, kind }) => kind === "information" || id === item)
    .slice(0, 1 + (die(4) % 3))
    .map(({ id }) => id);
  const spells = meeting.items.flatMap(({ id, focusSpells }) =>
    focusSpells.map(({ seq }) => ({ itemId: id, spell: seq })),
  );
  const spell = pick([...spells, { itemId: item, spell: 1 }], die(3));
  const pending = meeting.items.find(({ id }) => id === openItem)?.entries ?? [];
  const toConfirm = pending
    .filter(
      ({ kind, standing, confirmed }) =>
        die(4) % 7 === 0 || (/challenge|money/.test(kind) && standing === "stands" && confirmed === null),
    )
    .map(({ id }) => id);
  const inQueue = meeting.queue.requests.map((request) => request.speaker);
  const waiting = pick([...inQueue, speaker], die(6));
  const votes = meeting.items.flatMap((each) => each.votes);
  const pendingVotes = votes.filter(({ status }) => status === "open" || status === "closed");
  const someVotes = die(6) % 5 === 0 ? votes : pendingVotes;
  const vote = someVotes[die(0) % Math.max(1, someVotes.length)];
  const voteId = vote?.id ?? board.unknown.vote;
  const kind = vote?.kind ?? "vote";
  const seated = meeting.attendance.flatMap((each) => (each.sittings.length > 0 ? [each.seat] : []));
  const some = toConfirm.slice(0, 1 + (die(2) % 4));

  switch (type) {
    case "createMeeting":
      return {
        type,
        meetingId: board.meetingId,
        boardId: board.boardId,
        title: "open",
        startsAt: 0,
        lengthMinutes: 60,
        place: "",
        registers: board.registers,
      };
    case "recordRegisters":
      return { type, registers: registersFrom(choice) };
    case "changeDetails":
      return { type, title: `open ${index}`, startsAt: index, lengthMinutes: 60, place: "" };
    case "addItem":
      return { type, itemId: newId, ...place, ...about };
    case "importAgenda": {
      const ids = ["a", "b", "c"].map((part) => `${newId.slice(0, -1)}${part}`);
      return {
        type,
        items: ids.map((itemId, n) => ({
          itemId,
          parent: n === 2 ? ids[1] : null,
          heading: about.heading,
          description: said(`imported${itemId.at(-1)}`),
          papers: [],
        })),
      };
    }
    case "amendItem":
      return { type, itemId: item, ...about };
    case "moveItem":
      return { type, itemId: item, ...place, reason };
    case "openMeeting":
      return {
        type,
        presiding: die(3) % 3 === 0 ? person : people.chair,
        recording: pick([people.clerk, null, person], die(4)),
      };
    case "excludePublic":
      return { type, reason: `open ground ${index}` };
    case "adjournMeeting":
      return { type, reason };
    case "takeChair":
      return { type, presiding: person };
    case "nameRecorder":
      return { type, recording: pick([people.clerk, people.otherClerk, person], die(4)) };
    case "openItem":
      return { type, itemId: item };
    case "closeItem":
      return { type, itemId: openItem, confirmed: some };
    case "removeItem":
    case "reopenItem":
    case "skipItem":
    case "deferItem":
      return { type, itemId: item, reason };
    case "proposeBundle":
      return { type, itemIds: forInformation.length > 0 ? forInformation : [item] };
    case "pullOut":
      return { type, itemId: pick([...bundled(meeting), item], die(5)), speaker };
    case "takeBundle": {
      const all = bundled(meeting);
      return { type, itemIds: all.length > 0 && die(3) % 5 > 0 ? all : [item] };
    }
    case "markAttendance":
      return attendanceFrom(choice);
    case "markDeparture":
      return { type, seat: pick([...contended, seat], die(2)), from: pick([null, board.EVENING], die(3)) };
    case "correctSitting":
      return correctionFrom(meeting, choice);
    case "sayCommitment":
      return { type, seat: pick([...contended, seat], die(2)), commitment: pick(Commitment.options, die(3)) };
    case "extendItem":
      return { type, itemId: openItem, minutes: pick([5, 10], die(3)), forDebate: die(4) % 2 === 0 };
    case "takeFloor":
      return { type, speaker: waiting };
    case "setFocus":
      return { type, focus: pick(Focus.options, die(3)) };
    case "disputeFocus":
      return { type, ...spell, reason: said("reason") };
    case "settleFocus":
      return { type, ...spell, focus: pick(Focus.options, die(4)), reason: said("reason") };
    case "giveFloor":
      return { type, speaker, kind: pick(["discussion", "presenting"], die(3)), invited: die(4) % 2 === 0 };
    case "askToSpeak":
      return { type, speaker, kind: pick(RequestKind.options, die(3)) };
    case "withdrawRequest":
      return { type, speaker: waiting };
    case "moveRequest":
      return { type, speaker: waiting, aheadOf: pick([null, speaker, ...inQueue], die(5)) };
    case "proposeDecision":
      return { type, ...line, ...decision };
    case "recordChallenge":
      return { type, ...line, ...challenge };
    case "recordMoneyPoint":
      return { type, ...line, ...money, stage: pick(MoneyStage.options, die(4)) };
    case "recordAction":
      return { type, ...line, ...action };
    case "recordEvidence":
      return { type, ...line, ...evidence };
    case "convertEntry":
      return { type, entryId: entry(pick(kinds, die(3))), to: into, reason };
    case "recordNote":
      return { type, ...line };
    case "layAsideDecision":
    case "readBackDecision":
      return { type, entryId: entry("decision") };
    case "agreeDecision":
      return {
        type,
        entryId: entry("decision"),
        method: pick(Method.options, die(3)),
        ...(die(4) % 3 > 0 && { withoutQuorum: true }),
      };
    case "completeDecision": {
      const { substantive: _s, objectives: _o, ...details } = decision;
      return { type, entryId: entry("decision"), ...details };
    }
    case "markReportBack":
      return { type, entryId: entry("decision"), on: day };
    case "amendDecision":
      return { type, ...amended("decision"), ...decision };
    case "amendChallenge":
      return { type, ...amended("challenge"), ...challenge };
    case "amendMoneyPoint":
      return { type, ...amended("money"), ...money };
    case "amendAction":
      return { type, ...amended("action"), ...action };
    case "amendEvidence":
      return { type, ...amended("evidence"), ...evidence };
    case "amendNote":
      return { type, ...amended("note") };
    case "respondToChallenge":
      return {
        type,
        entryId: entry("challenge"),
        speaker,
        kind: pick(ResponseKind.options, die(3)),
        text: said("answer"),
        promisedBy: day,
        heardAt,
      };
    case "markRaiserView":
      return { type, entryId: entry("challenge"), view: pick(["satisfied", "notSatisfied"], die(3)) };
    case "advanceMoney":
      return {
        type,
        entryId: entry("money"),
        stage: pick(MoneyStage.options, die(3)),
        pence: pick([null, 5], die(4)),
        heardAt,
      };
    case "progressAction":
      return {
        type,
        entryId: entry("action"),
        status: pick(ActionStatus.options, die(3)),
        result: said("result"),
        due: day,
        heardAt,
      };
    case "strikeOutEntry":
    case "withdrawEntry":
    case "disputeEntry":
      return {
        type,
        entryId: entry(pick(["challenge", "money", "decision"], die(3))),
        reason: said("reason"),
      };
    case "settleDispute":
      return {
        type,
        entryId: entry(pick(["challenge", "money"], die(3))),
        upheld: die(4) % 2 === 0,
        reason: said("reason"),
      };
    case "confirmEntries":
      return { type, itemId: openItem, entryIds: some.length > 0 ? some : [board.unknown.entry] };
    case "openVote":
      return {
        type,
        voteId: newId,
        itemId: openItem,
        kind: pick([...VoteKind.options, "vote"], die(3)),
        text: said("question"),
        about: die(4) % 5 === 0 ? entry("decision") : null,
        secret: die(5) % 3 === 0,
        linkedTo: vote && die(6) % 3 === 0 ? voteId : null,
        ...(die(7) % 2 === 0 && { seconds: pick([5, 30, 120], die(4)) }),
      };
    case "extendVote":
      return { type, voteId, seconds: pick([5, 60], die(3)) };
    case "amendVote":
      return { type, voteId, kind: pick(VoteKind.options, die(3)), text: said("question") };
    case "castVote":
      return {
        type,
        voteId,
        seat: pick([...seated, seat], die(2)),
        choice: die(4) % 9 === 0 ? pick(VoteChoice.options, die(3)) : pick(CHOICES[kind], die(3)),
        reason: die(5) % 2 === 0 ? said("vote") : "",
      };
    case "countBallots":
      return {
        type,
        voteId: votes.find(({ secret, status }) => secret && status === "closed")?.id ?? voteId,
        counts: counted(
          kind,
          [{ choice: "for" as const }, { choice: "against" as const }].slice(0, die(3) % 3),
        ),
      };
    case "giveCastingVote":
      return {
        type,
        voteId: votes.find(({ status }) => status === "revealed")?.id ?? voteId,
        choice: pick(["for", "against"], die(3)),
      };
    case "cancelVote":
      return { type, voteId, reason };
    case "closeVoteOnTime":
      return {
        type,
        voteId: votes.find(({ status, closesAt }) => status === "open" && closesAt)?.id ?? voteId,
      };
    case "closeVote":
    case "revealVotes":
      return { type, voteId };
    case "openPulse":
      return { type, box: newId };
    case "recordPulse":
      return { type, box: meeting.pulse?.box ?? newId, ...resultFrom(choice) };
    case "undo":
      return { type, seq: pick([...meeting.recent.map(({ seq }) => seq), 1], die(3)) };
    case "inviteSeat":
      return { type, seat: pick([...contended, seat], die(2)) };
    case "answerInvitation":
      return {
        type,
        seat: pick([...openInvitations(meeting).map((open) => open.seat), seat], die(2)),
        takes: die(3) % 2 === 0,
      };
    case "restrictItem":
      return { type, itemId: openItem, ground: `open ground ${index}`, reviewOn: null, reason };
    case "liftRestriction":
      return { type, itemId: item, reason: said("lifted") };
    case "clearReader":
      return { type, itemId: item, person: pick([people.observer, people.scrutineer, person], die(4)) };
    case "endClearance": {
      const given = pick([...meeting.clearances, { itemId: item, person }], die(4));
      return { type, itemId: given.itemId, person: given.person };
    }
    case "writePrivateNote":
      return { type, itemId: item, text: die(5) % 4 === 0 ? "" : said("private") };
    case "declareInterest":
    case "recordInterest": {
      const about = {
        itemId: pick([openItem, item], die(6)),
        kind: pick([...InterestKind.options, "prejudicial"], die(4)),
        nature: said("nature"),
      };
      return type === "declareInterest" ? { type, ...about } : { type, ...about, person };
    }
    case "withdrawInterest":
    case "grantDispensation": {
      const declared = meeting.interests.filter(({ withdrawn }) => withdrawn === null);
      const of = pick([...declared, { itemId: item, person, kind: "personal" as const }], die(4));
      const named = { type, itemId: of.itemId, person: of.person, reason: said("ruling") };
      return type === "grantDispensation" ? named : { ...named, kind: of.kind };
    }
    case "grantTime":
      return { type, seconds: 10 + (die(3) % 591) };
    case "pauseTurn":
    case "resumeTurn":
    case "dropBundle":
    case "recallSpeaker":
    case "closeQueue":
    case "reopenQueue":
    case "closePulse":
    case "publishAgenda":
    case "resumeMeeting":
    case "closeMeeting":
    case "readmitPublic":
    case "endTurn":
    case "draftMinutes":
    case "approveMinutes":
      return { type };
    default:
      return unreachable(type);
  }
}

/** Of a question or two, as if as many had answered as the dice say. */
function resultFrom({ die }: Choice) {
  const counts = (question: number) => ({
    question,
    counts: [1, 2, 3, 4, 5].map((value) => die(value) % 4),
    noView: die(6) % 3,
  });
  return {
    answered: die(0) % 12,
    questions: die(1) % 3 === 0 ? [] : [counts(1), counts(6)],
    officers: die(2) % 3 === 0 ? counts(3) : null,
  };
}

/** Somebody's role becomes an observer's, or everybody's is again what it was. */
function registersFrom({ die, person }: Choice) {
  const demoted = person === people.chair || die(4) % 3 === 0 ? null : person;
  const roles = board.registers.roles.map(({ personId, role }) => ({
    personId,
    role: personId === demoted ? "observer" : role,
  }));
  const { rules } = board.registers.board;
  const settled = die(6) % 4 === 0 ? { ...rules, queueKinds: ["contribution"], sectorMinutes: 5 } : rules;
  return { ...board.registers, board: { ...board.registers.board, rules: settled }, roles };
}

// few seats and few people, so that two seats want the same person
const contended = [board.seats.county, board.seats.charity, board.seats.vacant];

/** A sitting of one seat, some seconds or minutes longer or shorter than it was said to be. */
function correctionFrom(meeting: Meeting, { die, said }: Choice) {
  const seat = pick(contended, die(2));
  const sittings = meeting.attendance.find((each) => each.seat === seat)?.sittings ?? [];
  const { seq, from, to } = pick([...sittings, { seq: 1, from: board.EVENING, to: null }], die(6));
  const shifted = (at: number, by: number) => Math.max(0, at + ((by % 5) - 2) * 20 * board.SECOND);
  const left = pick([to, null, from + (die(7) % 90) * board.SECOND], die(3));
  return {
    type: "correctSitting",
    seat,
    sitting: seq,
    from: shifted(from, die(4)),
    to: left === null ? null : shifted(left, die(5)),
    reason: said("reason"),
  };
}

function attendanceFrom({ die, seat: any, person: anybody, said }: Choice) {
  const type = "markAttendance";
  const seat = pick([...contended, any], die(2));
  const person = pick([people.county, people.charityDeputy, anybody], die(7));
  const from = pick([null, board.EVENING + die(6) * board.SECOND], die(3));
  const mode = pick(["inPerson", "remote"], die(5));
  const outcome = pick(["principal", "principal", "substitute", "apologies", "absent"], die(4));
  if (outcome === "principal") return { type, seat, outcome, mode, from };
  if (outcome === "substitute") return { type, seat, outcome, person, mode, from };
  return { type, seat, outcome, reason: said("reason") };
}
