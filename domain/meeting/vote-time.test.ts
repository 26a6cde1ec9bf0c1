import { describe, expect, test } from "vitest";
import { VoteId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened, logOf, played } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import type { Command } from "./commands.ts";
import type { MeetingEvent } from "./events.ts";
import { voteOf } from "./look-up.ts";
import { replay } from "./meeting.ts";
import { timedVotes, timesOf } from "./vote-time.ts";
import { VoteSeconds } from "./votes.ts";

const { items, seats } = board;
const itemId = items.budget;
const voteId = VoteId.parse("00000000-0000-4000-8000-000000000a01");
const SECOND = 1000;

const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const ask = {
  type: "openVote",
  voteId,
  itemId,
  kind: "vote",
  text: "That forty homes be funded.",
  about: null,
  secret: false,
  linkedTo: null,
} as const;
const { linkedTo: _, ...question } = ask;
const opensAt = (logOf(here).at(-1)?.at ?? 0) + SECOND;
const closesAt = opensAt + 30 * SECOND;
const opened = (more: { closesAt?: number; secret?: boolean } = { closesAt }) =>
  ({ ...question, type: "voteOpened", group: voteId, ...more }) as const satisfies MeetingEvent;
const open: readonly Happened[] = [...here, [chair, opened()]];
const present = [seats.county, seats.police];

const says = { type: "castVote", voteId, seat: seats.county, choice: "for", reason: "" } as const;
const said: MeetingEvent = {
  type: "voteCast",
  itemId,
  voteId,
  seat: seats.county,
  person: county,
  choice: "for",
  reason: "",
};
const more = { type: "extendVote", voteId, seconds: 60 } as const;
const extended = (to: number): MeetingEvent => ({ type: "voteExtended", itemId, voteId, closesAt: to });
const close: Command = { type: "closeVoteOnTime", voteId };
const closed: MeetingEvent = { type: "voteClosed", itemId, voteId, present, onTime: true };

describe("a vote with a deadline", () => {
  test("is opened for so many seconds, by the server’s time; without them it waits for the chair", () => {
    const meeting = given(...here)
      .when(chair, { ...ask, seconds: 30 })
      .thenRecorded(opened());
    expect(voteOf(meeting, voteId)).toMatchObject({ status: "open", closesAt });

    const untimed = given(...here)
      .when(chair, ask)
      .thenRecorded(opened({}));
    expect(voteOf(untimed, voteId)).toMatchObject({ closesAt: null });
    expect(timedVotes(untimed)).toEqual([]);
  });

  test.each([4, 3601, 7.5])("takes no time of %s seconds", (seconds) => {
    expect(VoteSeconds.safeParse(seconds).success).toBe(false);
  });

  test("takes answers until then, and none from then on, though nobody has closed it yet", () => {
    given(...open)
      .when(county, says, closesAt - 1)
      .thenRecorded(said);
    given(...open)
      .when(county, says, closesAt)
      .thenRefused({ code: "voteNotOpen" });
    given(...open)
      .when(clerk, { ...says, seat: seats.police }, closesAt)
      .thenRefused({ code: "voteNotOpen" });
  });

  test("lets an answer stand that nobody took back in time", () => {
    const answered: readonly Happened[] = [...open, [county, said, closesAt - SECOND]];
    const undo = { type: "undo", seq: answered.length } as const;
    given(...answered)
      .when(county, undo, closesAt - 1)
      .thenRecorded({ type: "actUndone", undoes: answered.length, itemId });
    given(...answered)
      .when(county, undo, closesAt)
      .thenRefused({ code: "undoTooLate" });
  });

  test("closes by itself, once, and not a moment before", () => {
    const meeting = given(...open)
      .when(chair, close, closesAt)
      .thenRecorded(closed);
    expect(voteOf(meeting, voteId)).toMatchObject({ status: "closed", closed: { present, onTime: true } });
    given(...open)
      .when(chair, close, closesAt - 1)
      .thenRefused({ code: "voteStillOpen" });
    given(...here, [chair, opened({})])
      .when(chair, close, closesAt)
      .thenRefused({ code: "voteStillOpen" });
    given(...open, [chair, closed])
      .when(chair, close, closesAt)
      .thenRefused({ code: "voteNotOpen" });
    given(...open, [chair, { type: "voteCancelled", itemId, voteId, reason: "" }])
      .when(chair, close, closesAt)
      .thenRefused({ code: "voteSettled" });
    given(...here)
      .when(chair, close, closesAt)
      .thenRefused({ code: "voteNotFound" });
  });

  test("is closed early by the chair, who may open it again while there is time; time closes it then", () => {
    const early: readonly Happened[] = [...open, [chair, { type: "voteClosed", itemId, voteId, present }]];
    const meeting = given(...early)
      .when(chair, { type: "undo", seq: early.length })
      .thenRecorded({ type: "actUndone", undoes: early.length, itemId });
    expect(voteOf(meeting, voteId)).toMatchObject({ status: "open", closesAt });
    expect(timedVotes(meeting)).toHaveLength(1);
  });

  test("once time has closed it, nobody opens it again", () => {
    const over: readonly Happened[] = [...open, [chair, closed, closesAt]];
    given(...over)
      .when(chair, { type: "undo", seq: over.length })
      .thenRefused({ code: "builtUpon" });
    given(...over)
      .when(chair, more)
      .thenRefused({ code: "voteNotOpen" });
  });
});

describe("more time", () => {
  test("is added to what there is, or begins now where there was no deadline", () => {
    const meeting = given(...open)
      .when(chair, more)
      .thenRecorded(extended(closesAt + 60 * SECOND));
    expect(voteOf(meeting, voteId)).toMatchObject({ closesAt: closesAt + 60 * SECOND });
    given(...here, [chair, opened({})])
      .when(chair, more, opensAt + SECOND)
      .thenRecorded(extended(opensAt + 61 * SECOND));
  });

  test("is the chair’s to give, and too late once time is up", () => {
    given(...open)
      .when(county, more)
      .thenRefused({ code: "roleMayNot", needed: ["chair"] });
    given(...open)
      .when(chair, more, closesAt)
      .thenRefused({ code: "voteNotOpen" });
    given(...here)
      .when(chair, more)
      .thenRefused({ code: "voteNotFound" });
    given(...open, [chair, { type: "voteCancelled", itemId, voteId, reason: "" }])
      .when(chair, more)
      .thenRefused({ code: "voteSettled" });
  });

  test("is taken back within ten seconds: what it was before", () => {
    const undone = (begun: readonly Happened[], to: number) => {
      const happened: readonly Happened[] = [...begun, [chair, extended(to)]];
      return given(...happened)
        .when(chair, { type: "undo", seq: happened.length })
        .thenRecorded({ type: "actUndone", undoes: happened.length, itemId });
    };
    expect(voteOf(undone(open, closesAt + SECOND), voteId)).toMatchObject({ closesAt });
    expect(voteOf(undone([...here, [chair, opened({})]], closesAt), voteId)).toMatchObject({
      closesAt: null,
    });
  });
});

describe("while the meeting is adjourned", () => {
  const adjourned: readonly Happened[] = [
    ...open,
    [chair, { type: "meetingAdjourned", reason: "" }, opensAt + 10 * SECOND],
  ];

  test("its time stands still, and goes on from where it stood", () => {
    const still = after(...adjourned);
    expect(voteOf(still, voteId)).toMatchObject({ closesAt: null, leftMs: 20 * SECOND });
    expect(timedVotes(still)).toEqual([]);
    given(...adjourned)
      .when(chair, close, closesAt + 60 * SECOND)
      .thenRefused({ code: "voteStillOpen" });

    const resumedAt = closesAt + 60 * SECOND;
    const again = after(...adjourned, [chair, { type: "meetingResumed" }, resumedAt]);
    expect(voteOf(again, voteId)).toMatchObject({ closesAt: resumedAt + 20 * SECOND, leftMs: null });
  });

  test("a vote closed just before and opened again by undo has its time standing still too", () => {
    const early: readonly Happened[] = [
      ...open,
      [chair, { type: "voteClosed", itemId, voteId, present }, opensAt + 10 * SECOND],
      [clerk, { type: "meetingAdjourned", reason: "" }, opensAt + 12 * SECOND],
    ];
    const log = played(
      [[chair, { type: "undo", seq: early.length - 1 }, opensAt + 15 * SECOND]],
      logOf(early),
    );
    expect(voteOf(replay(log), voteId)).toMatchObject({
      status: "open",
      closesAt: null,
      leftMs: 15 * SECOND,
    });
  });
});

describe("what the log is asked to keep to, by the database’s clock", () => {
  test("an answer, its being taken back, and more time: before the deadline; the closing: not before it", () => {
    const answered = after(...open, [county, said]);
    expect(timesOf(answered, says)).toEqual({ until: closesAt });
    expect(timesOf(answered, more)).toEqual({ until: closesAt });
    expect(timesOf(answered, { type: "undo", seq: open.length + 1 })).toEqual({ until: closesAt });
    expect(timesOf(answered, close)).toEqual({ notBefore: closesAt });
  });

  test("nothing where there is no deadline, and of nothing else", () => {
    const untimed = after(...here, [chair, opened({})], [county, said]);
    expect(timesOf(untimed, says)).toEqual({});
    expect(timesOf(untimed, close)).toEqual({});
    expect(timesOf(after(...open), { type: "closeVote", voteId })).toEqual({});
    expect(timesOf(after(...open), { type: "undo", seq: open.length })).toEqual({});
  });
});

test("of several that are open, the one that closes first comes first", () => {
  const other = VoteId.parse("00000000-0000-4000-8000-000000000a02");
  const both = after(...open, [
    chair,
    { ...opened({ closesAt: closesAt - SECOND }), voteId: other, group: other },
  ]);
  expect(timedVotes(both).map(({ id }) => id)).toEqual([other, voteId]);
});
