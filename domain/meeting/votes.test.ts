import { describe, expect, test } from "vitest";
import { type PersonId, VoteId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened, logOf } from "#tests/support/meeting-spec.ts";
import {
  adviser,
  chair,
  charity,
  charityDeputy,
  clerk,
  county,
  observer,
  otherClerk,
  police,
} from "#tests/support/people.ts";
import type { Command } from "./commands.ts";
import type { EventOf, MeetingEvent } from "./events.ts";
import { itemOf, voteOf } from "./look-up.ts";
import { replay } from "./meeting.ts";
import { wordingBeingAgreed } from "./reading-back.ts";
import type { Registers } from "./registers.ts";
import type { Meeting } from "./state.ts";
import { turnoutOf } from "./turnout.ts";
import { redact } from "./visibility.ts";
import { type Choice, type Count, outcomeOf, type VoteKind } from "./vote.ts";

const { entries, items, seats } = board;
const itemId = items.budget;
const voteId = VoteId.parse("00000000-0000-4000-8000-000000000a01");
const otherId = VoteId.parse("00000000-0000-4000-8000-000000000a02");
const unknownId = VoteId.parse("00000000-0000-4000-8000-000000000a99");

const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.city, chair)],
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
  [clerk, board.present(seats.charity, charity)],
];
const present = [seats.city, seats.county, seats.police, seats.charity];

const text = "That forty homes be funded.";
const ask = {
  type: "openVote",
  voteId,
  itemId,
  kind: "vote",
  text,
  about: null,
  secret: false,
  linkedTo: null,
} as const;
const asked = (more: { kind?: VoteKind; secret?: boolean; voteId?: VoteId; group?: VoteId } = {}) =>
  ({
    type: "voteOpened",
    voteId,
    itemId,
    kind: "vote",
    text,
    about: null,
    secret: false,
    group: voteId,
    ...more,
  }) as const satisfies MeetingEvent;

const seatOf = new Map<PersonId, (typeof present)[number]>([
  [chair, seats.city],
  [county, seats.county],
  [police, seats.police],
  [charity, seats.charity],
]);
/** What one answers for the seat in which one sits. */
const says = (person: PersonId, choice: Choice, reason = ""): Happened => [
  person,
  { type: "voteCast", itemId, voteId, seat: seatOf.get(person) ?? seats.vacant, person, choice, reason },
];
const cast = (seat: (typeof present)[number], choice: Choice, reason = "") =>
  ({ type: "castVote", voteId, seat, choice, reason }) as const;

const open: readonly Happened[] = [...here, [chair, asked()]];
const answered: readonly Happened[] = [...open, says(county, "for", "It is time."), says(police, "against")];
const closed: readonly Happened[] = [...answered, [chair, { type: "voteClosed", itemId, voteId, present }]];
const counts: Count[] = [
  { choice: "for", count: 1 },
  { choice: "against", count: 1 },
  { choice: "abstain", count: 0 },
];
const one: EventOf<"votesRevealed">["votes"][number] = {
  voteId,
  counts,
  ballots: [
    { seat: seats.county, choice: "for", reason: "It is time." },
    { seat: seats.police, choice: "against", reason: "" },
  ],
};
const result: EventOf<"votesRevealed"> = { type: "votesRevealed", itemId, votes: [one] };
const revealed: readonly Happened[] = [...closed, [chair, result]];

const answers = (meeting: Meeting, id = voteId) =>
  voteOf(meeting, id)?.ballots.map(({ seat, choice }) => [seat, choice]);

describe("opening a vote", () => {
  test("is the chair’s, on an open item, and takes down what is asked", () => {
    const meeting = given(...here)
      .when(chair, ask)
      .thenRecorded(asked());
    expect(voteOf(meeting, voteId)).toMatchObject({ status: "open", text, ballots: [], counts: null });

    given(...here)
      .when(clerk, ask)
      .thenRefused({ code: "roleMayNot", needed: ["chair"] });
    given(...board.opened)
      .when(chair, ask)
      .thenRefused({ code: "itemNotOpen", itemId });
    given(...open)
      .when(chair, ask)
      .thenRefused({ code: "alreadyRecorded" });
    given(...here)
      .when(chair, { ...ask, itemId: board.unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });

  test("may be about a decision of the same item that is still to be agreed", () => {
    const about = entries.decision;
    const proposed: readonly Happened[] = [...here, [county, board.recorded.decision]];
    given(...proposed)
      .when(chair, { ...ask, about })
      .thenRecorded({ ...asked(), about });
    given(...here)
      .when(chair, { ...ask, about })
      .thenRefused({ code: "entryNotFound" });
    const ofDecision = { itemId, entryId: about };
    given(
      ...proposed,
      [chair, { type: "decisionReadBack", ...ofDecision }],
      [chair, { type: "decisionAgreed", ...ofDecision, method: "consensus", present: [] }],
    )
      .when(chair, { ...ask, about })
      .thenRefused({ code: "alreadyAgreed", entryId: about });
  });

  test("until its result is known the decision is neither agreed nor put in other words", () => {
    const about = entries.decision;
    const pending: readonly Happened[] = [
      ...here,
      [county, board.recorded.decision],
      [chair, { type: "decisionReadBack", itemId, entryId: about }],
      [chair, { ...asked(), about }],
    ];
    const { type: _, itemId: __, speaker: ___, ...fields } = board.decision;
    given(...pending)
      .when(chair, { type: "agreeDecision", entryId: about, method: "vote" })
      .thenRefused({ code: "voteNotSettled" });
    given(...pending)
      .when(county, { type: "amendDecision", ...fields, text: "To fund fifty homes.", reason: "" })
      .thenRefused({ code: "voteNotSettled" });
    given(...pending, [chair, { type: "voteCancelled", itemId, voteId, reason: "" }])
      .when(chair, { type: "agreeDecision", entryId: about, method: "vote" })
      .thenRecorded({
        type: "decisionAgreed",
        itemId,
        entryId: about,
        method: "vote",
        present,
        quorate: true,
      });
  });

  test("goes before the wording that is being agreed, which comes back once the vote is over", () => {
    const reading: readonly Happened[] = [
      ...here,
      [county, board.recorded.decision],
      [chair, { type: "decisionReadBack", itemId, entryId: entries.decision }],
    ];
    const shown = (...happened: readonly Happened[]) =>
      wordingBeingAgreed(after(...happened))?.decision.id ?? null;
    const cancelled: Happened = [chair, { type: "voteCancelled", itemId, voteId, reason: "" }];
    expect(shown(...reading)).toBe(entries.decision);
    expect(shown(...reading, [chair, asked()])).toBeNull();
    expect(shown(...reading, [chair, asked()], cancelled)).toBe(entries.decision);
  });

  test("keeps its item open until it is closed or cancelled", () => {
    const close: Command = { type: "closeItem", itemId, confirmed: [] };
    given(...open)
      .when(chair, close)
      .thenRefused({ code: "voteStillOpen" });
    given(...closed)
      .when(chair, close)
      .thenRecorded({ type: "itemClosed", itemId, confirmed: [] });
  });

  test("on a restricted item waits until the public is out", () => {
    const restrict: Happened = [
      clerk,
      {
        type: "itemAmended",
        itemId,
        heading: board.heading("Budget", { kind: "decision", openness: board.restricted }),
        reason: "Commercial.",
      },
    ];
    given(...here, restrict)
      .when(chair, ask)
      .thenRefused({ code: "publicNotExcluded" });
    given(...open, restrict)
      .when(county, cast(seats.county, "for"))
      .thenRefused({ code: "publicNotExcluded" });
  });
});

describe("the question", () => {
  const other = { type: "amendVote", voteId, kind: "temperatureCheck", text: "Forty homes?" } as const;

  test("may be changed until the first seat has answered", () => {
    given(...open)
      .when(chair, other)
      .thenRecorded({ type: "voteAmended", itemId, voteId, kind: "temperatureCheck", text: "Forty homes?" });
    given(...open)
      .when(chair, { ...other, kind: "vote", text })
      .thenRefused({ code: "nothingChanges" });
    given(...answered)
      .when(chair, other)
      .thenRefused({ code: "voteBegun" });
    given(...closed)
      .when(chair, other)
      .thenRefused({ code: "voteNotOpen" });
  });

  test("of a secret vote stays, because nobody may know whether anybody has answered", () => {
    given(...here, [chair, asked({ secret: true })])
      .when(chair, other)
      .thenRefused({ code: "voteIsSecret" });
  });
});

describe("casting a vote", () => {
  test("is for whoever sits in a full seat, once; the last answer before the close counts", () => {
    const voted = given(...open)
      .when(county, cast(seats.county, "for", "It is time."))
      .thenRecorded(says(county, "for", "It is time.")[1]);
    expect(answers(voted)).toEqual([[seats.county, "for"]]);

    const changed = given(...answered)
      .when(county, cast(seats.county, "abstain"))
      .thenRecorded(says(county, "abstain")[1]);
    expect(answers(changed)).toEqual([
      [seats.county, "abstain"],
      [seats.police, "against"],
    ]);
    given(...answered)
      .when(county, cast(seats.county, "for", "It is time."))
      .thenRefused({ code: "alreadyRecorded" });
    given(...closed)
      .when(county, cast(seats.county, "against"))
      .thenRefused({ code: "voteNotOpen" });
  });

  test("is not for another seat, nor for a seat one is named for but does not sit in", () => {
    given(...open)
      .when(police, cast(seats.county, "for"))
      .thenRefused({ code: "notYours" });
    given(...open)
      .when(charityDeputy, cast(seats.charity, "for"))
      .thenRefused({ code: "notYours" });
    given(...open)
      .when(county, cast(board.unknown.seat, "for"))
      .thenRefused({ code: "seatNotFound" });
    given(...open)
      .when(county, { ...cast(seats.county, "for"), voteId: unknownId })
      .thenRefused({ code: "voteNotFound" });
  });

  test("a substitute who takes the seat votes for it instead: the seat is counted once", () => {
    const substituted: readonly Happened[] = [
      ...open,
      says(charity, "for"),
      [clerk, { type: "departureMarked", seat: seats.charity, from: board.EVENING }],
      [clerk, { ...board.present(seats.charity, charityDeputy), outcome: "substitute", as: "substitute" }],
    ];
    // the same answer, too: a refusal would tell what the principal answered
    const voted = given(...substituted)
      .when(charityDeputy, cast(seats.charity, "for"))
      .thenRecorded({ ...says(charity, "for")[1], person: charityDeputy } as MeetingEvent);
    expect(answers(voted)).toEqual([[seats.charity, "for"]]);
    given(...substituted)
      .when(charity, cast(seats.charity, "against"))
      .thenRefused({ code: "notYours" });
  });

  test("advisers, observers and seats that are not full have none", () => {
    for (const person of [adviser, observer]) {
      given(...open)
        .when(person, cast(seats.county, "for"))
        .thenRefused({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member"] });
    }
    given(...open, [clerk, board.present(seats.expert, adviser)])
      .when(clerk, cast(seats.expert, "for"))
      .thenRefused({ code: "seatHasNoVote" });
  });

  test("the clerk does it for a seat without a device, not over what the seat has said itself", () => {
    const forPolice = { ...says(police, "against")[1] };
    given(...open)
      .when(clerk, cast(seats.police, "against"))
      .thenRecorded(forPolice);
    given(...open)
      .when(clerk, cast(seats.university, "for"))
      .thenRefused({ code: "seatEmpty" });
    given(...answered)
      .when(clerk, cast(seats.police, "for"))
      .thenRefused({ code: "seatHasVoted" });

    const onTheirWord: readonly Happened[] = [...open, [clerk, forPolice]];
    given(...onTheirWord)
      .when(clerk, cast(seats.police, "for"))
      .thenRecorded(says(police, "for")[1]);
    given(...onTheirWord)
      .when(otherClerk, cast(seats.police, "for"))
      .thenRefused({ code: "seatHasVoted" });
    given(...onTheirWord)
      .when(police, cast(seats.police, "for"))
      .thenRecorded(says(police, "for")[1]);
  });

  test("is barred by a prejudicial interest, one’s own and that of whoever sits in the seat", () => {
    const interested: readonly Happened[] = [...open, [county, board.interested(itemId, county)]];
    given(...interested)
      .when(county, cast(seats.county, "for"))
      .thenRefused({ code: "interestDeclared", itemId });
    given(...interested)
      .when(clerk, cast(seats.county, "for"))
      .thenRefused({ code: "theirInterest", itemId });
  });

  test("answers what was asked", () => {
    given(...open)
      .when(county, cast(seats.county, "block"))
      .thenRefused({ code: "choiceNotOffered" });
    given(...here, [chair, asked({ kind: "temperatureCheck" })])
      .when(county, cast(seats.county, "block", "No figures."))
      .thenRecorded(says(county, "block", "No figures.")[1]);
  });

  test("secretly is not done here: no answer of a secret ballot enters the log", () => {
    given(...here, [chair, asked({ secret: true })])
      .when(county, cast(seats.county, "for"))
      .thenRefused({ code: "voteIsSecret" });
    given(...here, [chair, asked({ secret: true })])
      .when(clerk, cast(seats.county, "for"))
      .thenRefused({ code: "notYours" });
  });
});

describe("closing and revealing", () => {
  const reveal = { type: "revealVotes", voteId } as const;

  test("the close takes down which seats were in the room", () => {
    given(...answered)
      .when(chair, { type: "closeVote", voteId })
      .thenRecorded({ type: "voteClosed", itemId, voteId, present });
    given(...closed)
      .when(chair, { type: "closeVote", voteId })
      .thenRefused({ code: "voteNotOpen" });
    given(...revealed)
      .when(chair, { type: "closeVote", voteId })
      .thenRefused({ code: "voteSettled" });
  });

  test("the reveal says what was answered, how often and by which seats", () => {
    const meeting = given(...closed)
      .when(chair, reveal)
      .thenRecorded(result);
    expect(voteOf(meeting, voteId)).toMatchObject({ status: "revealed", counts });
    given(...answered)
      .when(chair, reveal)
      .thenRefused({ code: "voteStillOpen" });
    given(...revealed)
      .when(chair, reveal)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("until then nobody, the chair too, reads what another seat has answered; afterwards everybody does", () => {
    for (const person of [chair, clerk, police, charity, observer]) {
      const before = logOf(closed);
      const copy = replay(redact(replay(before), person, before));
      expect(answers(copy)).toEqual([
        [seats.county, null],
        [seats.police, person === police ? "against" : null],
      ]);
      expect(JSON.stringify(redact(replay(before), person, before))).not.toContain("It is time.");

      const log = logOf(revealed);
      expect(answers(replay(redact(replay(log), person, log)))).toEqual([
        [seats.county, "for"],
        [seats.police, "against"],
      ]);
    }
  });

  test("what a seat answered first and then changed is nobody else’s to read, not even afterwards", () => {
    const log = logOf([
      ...open,
      says(county, "against", "Too dear."),
      says(county, "for"),
      [chair, { type: "voteClosed", itemId, voteId, present }],
      [
        chair,
        {
          type: "votesRevealed",
          itemId,
          votes: [{ voteId, counts: [], ballots: [{ seat: seats.county, choice: "for", reason: "" }] }],
        },
      ],
    ]);
    expect(JSON.stringify(redact(replay(log), chair, log))).not.toContain("Too dear.");
    expect(JSON.stringify(redact(replay(log), county, log))).toContain("Too dear.");
  });

  test("linked votes are revealed together, once all of them are closed", () => {
    const linked: readonly Happened[] = [...closed, [chair, asked({ voteId: otherId })]];
    given(...closed)
      .when(chair, { ...ask, voteId: otherId, linkedTo: voteId })
      .thenRecorded(asked({ voteId: otherId, group: voteId }));
    given(...linked)
      .when(chair, reveal)
      .thenRefused({ code: "voteStillOpen" });
    given(...linked)
      .when(chair, { type: "revealVotes", voteId: otherId })
      .thenRefused({ code: "voteStillOpen" });

    const none = counts.map(({ choice }) => ({ choice, count: 0 }));
    given(...linked, [chair, { type: "voteClosed", itemId, voteId: otherId, present }])
      .when(chair, { type: "revealVotes", voteId: otherId })
      .thenRecorded({
        type: "votesRevealed",
        itemId,
        votes: [one, { voteId: otherId, counts: none, ballots: [] }],
      });
    given(...linked, [chair, { type: "voteCancelled", itemId, voteId: otherId, reason: "" }])
      .when(chair, reveal)
      .thenRecorded(result);
    given(...revealed)
      .when(chair, { ...ask, voteId: otherId, linkedTo: voteId })
      .thenRefused({ code: "voteSettled" });
    given(...closed)
      .when(chair, { ...ask, voteId: otherId, linkedTo: unknownId })
      .thenRefused({ code: "voteNotFound" });
  });

  test("a cancelled vote comes to nothing, and what was answered is never made known", () => {
    const cancelled: Happened = [chair, { type: "voteCancelled", itemId, voteId, reason: "Wrong words." }];
    given(...answered)
      .when(chair, { type: "cancelVote", voteId, reason: "Wrong words." })
      .thenRecorded(cancelled[1]);
    given(...answered, cancelled)
      .when(chair, reveal)
      .thenRefused({ code: "voteSettled" });
    given(...answered, cancelled)
      .when(county, cast(seats.county, "against"))
      .thenRefused({ code: "voteNotOpen" });
    given(...revealed)
      .when(chair, { type: "cancelVote", voteId, reason: "" })
      .thenRefused({ code: "voteSettled" });
    const log = logOf([...answered, cancelled]);
    expect(answers(replay(redact(replay(log), chair, log)))).toEqual([
      [seats.county, null],
      [seats.police, null],
    ]);
  });
});

describe("a secret vote", () => {
  const secret: readonly Happened[] = [
    ...here,
    [chair, asked({ secret: true })],
    [chair, { type: "voteClosed", itemId, voteId, present }],
  ];
  const counted: MeetingEvent = { type: "ballotsCounted", itemId, voteId, counts };
  const count: Command = { type: "countBallots", voteId, counts };

  test("is revealed once its ballots are counted, as totals alone", () => {
    given(...secret)
      .when(chair, { type: "revealVotes", voteId })
      .thenRefused({ code: "ballotsNotCounted" });
    given(...secret)
      .when(chair, count)
      .thenRecorded(counted);
    given(...secret, [chair, counted])
      .when(chair, { type: "revealVotes", voteId })
      .thenRecorded({
        type: "votesRevealed",
        itemId,
        votes: [{ voteId, counts, ballots: [] }],
      });
  });

  test("is counted once, when it is closed", () => {
    given(...secret, [chair, counted])
      .when(chair, count)
      .thenRefused({ code: "alreadyRecorded" });
    given(...here, [chair, asked({ secret: true })])
      .when(chair, count)
      .thenRefused({ code: "voteStillOpen" });
    given(...secret, [chair, { type: "voteCancelled", itemId, voteId, reason: "" }])
      .when(chair, count)
      .thenRefused({ code: "voteSettled" });
    given(...closed)
      .when(chair, count)
      .thenRefused({ code: "voteNotFound" });
  });

  test("what it came to is nobody’s to read before it is revealed", () => {
    const log = logOf([...secret, [chair, counted]]);
    for (const person of [chair, clerk, county]) {
      expect(redact(replay(log), person, log).at(-1)?.event).toEqual({ type: "withheld" });
    }
  });
});

describe("how many have voted", () => {
  const turnout = (...happened: readonly Happened[]) => {
    const meeting = after(...happened);
    const vote = voteOf(meeting, voteId);
    return vote && turnoutOf(meeting, vote);
  };
  const interest: Happened = [
    police,
    { type: "interestDeclared", itemId, person: police, kind: "prejudicial", nature: "My firm’s." },
  ];

  test("is of the full seats in which somebody sits who may vote: no vacant one, no adviser’s, none barred", () => {
    expect(turnout(...open)).toEqual({ voted: 0, of: 4 });
    expect(turnout(...open, [clerk, board.present(seats.expert, adviser)])).toEqual({ voted: 0, of: 4 });
    expect(turnout(...open, interest)).toEqual({ voted: 0, of: 3 });
    expect(turnout(...here, interest, [chair, asked()], says(county, "for"))).toEqual({ voted: 1, of: 3 });
  });

  test("counts a seat that voted before its interest was declared, or before it was left", () => {
    expect(turnout(...answered, interest)).toEqual({ voted: 2, of: 4 });
    const left: Happened = [clerk, { type: "departureMarked", seat: seats.county, from: 0 }];
    expect(turnout(...answered, left)).toEqual({ voted: 2, of: 4 });
  });

  test("stands as it was at the close, without whoever may not vote", () => {
    const asked = given(...open, interest)
      .when(chair, { type: "closeVote", voteId })
      .thenRecorded({
        type: "voteClosed",
        itemId,
        voteId,
        present: present.filter((seat) => seat !== seats.police),
      });
    const vote = voteOf(asked, voteId);
    expect(vote && turnoutOf(asked, vote)).toEqual({ voted: 0, of: 3 });
  });

  test("is nobody’s to know of a secret vote", () => {
    expect(turnout(...here, [chair, asked({ secret: true })])).toBeNull();
  });
});

describe("the casting vote", () => {
  const give = { type: "giveCastingVote", voteId, choice: "for" } as const;
  const castingVote: Happened = [chair, { type: "castingVoteGiven", itemId, voteId, choice: "for" }];

  test("decides a tie, once it is known", () => {
    const meeting = given(...revealed)
      .when(chair, give)
      .thenRecorded(castingVote[1]);
    const outcome = (of: Meeting) => {
      const vote = voteOf(of, voteId);
      return vote && outcomeOf(vote);
    };
    expect(outcome(after(...revealed))).toBe("tied");
    expect(outcome(meeting)).toBe("carried");
    given(...closed)
      .when(chair, give)
      .thenRefused({ code: "voteNotTied" });
    given(...revealed, castingVote)
      .when(chair, give)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("is not there for a vote that is decided, a temperature check, or a board without one", () => {
    const tally = (votes: number) => ({
      ...result,
      votes: [{ voteId, counts: [{ choice: "for" as const, count: votes }], ballots: [] }],
    });
    given(...closed, [chair, tally(2)])
      .when(chair, give)
      .thenRefused({ code: "voteNotTied" });
    given(...here, [chair, asked({ kind: "temperatureCheck" })], [chair, tally(0)])
      .when(chair, give)
      .thenRefused({ code: "voteNotTied" });

    const rules = { ...board.registers.board.rules, castingVote: false };
    const registers: Registers = { ...board.registers, board: { ...board.registers.board, rules } };
    given(...revealed, [clerk, { type: "registersRecorded", registers }])
      .when(chair, give)
      .thenRefused({ code: "noCastingVote" });
  });
});

describe("taken back within ten seconds", () => {
  const undo = (happened: readonly Happened[]) => ({ type: "undo", seq: happened.length }) as const;
  const undoing = (happened: readonly Happened[], by: PersonId) =>
    given(...happened)
      .when(by, undo(happened))
      .thenRecorded({ type: "actUndone", undoes: happened.length, itemId });

  test("a vote that was opened is gone, an answer is the one before it", () => {
    expect(itemOf(undoing(open, chair), itemId)?.votes).toEqual([]);
    expect(answers(undoing(answered, police))).toEqual([[seats.county, "for"]]);
    expect(answers(undoing([...answered, says(county, "against")], county))).toEqual([
      [seats.county, "for"],
      [seats.police, "against"],
    ]);
  });

  test("a vote that was closed by mistake is open again", () => {
    expect(voteOf(undoing(closed, chair), voteId)).toMatchObject({ status: "open", closed: null });
  });

  test("not once somebody has answered, nor once the vote is closed, nor what everybody has seen", () => {
    given(...answered)
      .when(chair, undo(open))
      .thenRefused({ code: "builtUpon" });
    given(...closed)
      .when(police, undo(answered))
      .thenRefused({ code: "builtUpon" });
    given(...revealed)
      .when(chair, undo(closed))
      .thenRefused({ code: "builtUpon" });
    given(...revealed)
      .when(chair, undo(revealed))
      .thenRefused({ code: "builtUpon" });
  });
});
