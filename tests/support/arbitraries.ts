// Random meetings that could have been: random people ask for random things, and what the rules accept
// happens.
import fc from "fast-check";
import type { PersonId } from "#domain/ids.ts";
import { Command } from "#domain/meeting/commands.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import { decide, evolve, replay } from "#domain/meeting/meeting.ts";
import { type Governed, PERMISSIONS } from "#domain/meeting/permissions.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import * as board from "./board.ts";
import { envelop, type Happened, logOf } from "./meeting-spec.ts";
import * as people from "./people.ts";
import { commandFrom } from "./wishes.ts";

type Wish = {
  readonly by: PersonId;
  readonly type: Command["type"];
  readonly dice: readonly number[];
  /** Milliseconds after the wish before. */
  readonly wait: number;
};

export type Answered = {
  readonly meeting: Meeting;
  readonly command: Command;
  readonly by: PersonId;
  readonly at: number;
  readonly events: readonly RecordedEvent[];
};

export type Played = { readonly log: readonly RecordedEvent[]; readonly answered: readonly Answered[] };

const everyone = Object.values(people);
const busy = [
  people.chair,
  people.clerk,
  people.chair,
  people.clerk,
  people.chair,
  people.clerk,
  people.county,
];

const everyType = Object.keys(PERMISSIONS) as readonly Governed[];
const frequent: readonly Governed[] = [
  ...([
    "openItem",
    "closeItem",
    "reopenItem",
    "giveFloor",
    "pauseTurn",
    "resumeTurn",
    "grantTime",
    "askToSpeak",
    "askToSpeak",
    "inviteSeat",
    "answerInvitation",
    "moveRequest",
    "withdrawRequest",
    "setFocus",
    "declareInterest",
    "grantDispensation",
    "writePrivateNote",
    "clearReader",
    "markAttendance",
    "markAttendance",
    "markDeparture",
    "openPulse",
    "correctSitting",
    "sayCommitment",
    "extendItem",
    "takeFloor",
  ] as const),
  ...([
    "recordChallenge",
    "recordMoneyPoint",
    "proposeDecision",
    "readBackDecision",
    "agreeDecision",
    "convertEntry",
    "recordEvidence",
    "proposeBundle",
    "pullOut",
    "settleFocus",
  ] as const),
  ...(["openVote", "castVote", "castVote", "closeVote", "revealVotes"] as const),
  ...(["recordNote", "recordAction", "undo", "undo", "undo", "amendItem", "addItem", "openMeeting"] as const),
];

const onTheBudget: readonly Happened[] = [
  ...board.onBudget,
  [people.clerk, board.present(board.seats.city, people.chair)],
  [people.clerk, board.present(board.seats.county, people.county)],
  ...Object.values(board.recorded).map(
    (event, index): Happened => [people.county, { ...event, no: index + 1 }],
  ),
];

/** Two votes to be revealed together, one of them secret, and one that ended in a tie. */
const voting: readonly Happened[] = [
  ...onTheBudget,
  [people.clerk, board.present(board.seats.charity, people.charity)],
  ...[board.votes.tied, board.votes.recorded, board.votes.secret].map(
    (voteId): Happened => [
      people.chair,
      {
        type: "voteOpened",
        itemId: board.items.budget,
        voteId,
        kind: "vote",
        text: "open question",
        about: null,
        secret: voteId === board.votes.secret,
        group: voteId === board.votes.secret ? board.votes.recorded : voteId,
      },
    ],
  ),
  [
    people.chair,
    { type: "voteClosed", itemId: board.items.budget, voteId: board.votes.tied, present: [board.seats.city] },
  ],
];

const beginnings: Readonly<Record<string, readonly Happened[]>> = {
  made: board.made,
  drafted: board.drafted,
  published: board.published,
  opened: board.opened,
  onTheBudget,
  voting,
  withoutThePublic: [...onTheBudget, [people.chair, { type: "publicExcluded", reason: "open ground" }]],
};

const ofVotes: readonly Command["type"][] = [
  ...([
    "openVote",
    "castVote",
    "castVote",
    "castVote",
    "castVote",
    "castVote",
    "closeVote",
    "closeVote",
  ] as const),
  ...(["revealVotes", "revealVotes", "countBallots", "giveCastingVote", "amendVote"] as const),
  ...(["extendVote", "extendVote", "closeVoteOnTime", "closeVoteOnTime"] as const),
];

const wishFor = (type: fc.Arbitrary<Command["type"]>): fc.Arbitrary<Wish> =>
  fc.record({
    by: fc.constantFrom(...busy, ...busy, ...busy, ...busy, ...everyone),
    type,
    dice: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }),
    wait: fc.constantFrom(0, 1, 400, 2500, 2500, 9999, 10_001, 60_000),
  });

const anything = wishFor(
  fc.constantFrom(
    ...frequent,
    ...frequent,
    ...everyType,
    "recordRegisters",
    "recordPulse",
    "countBallots",
    "closeVoteOnTime",
  ),
);
const mostlyVotes = wishFor(
  fc.constantFrom(...ofVotes, ...ofVotes, ...ofVotes, ...frequent, "excludePublic"),
);
const many = { minLength: 20, maxLength: 120, size: "max" } as const;

/** How an evening might go: where it begins, and what is asked from then on. */
const evenings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      beginning: fc.constantFrom(...Object.keys(beginnings), "onTheBudget", "onTheBudget"),
      wishes: fc.array(anything, many),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ beginning: fc.constant("voting"), wishes: fc.array(mostlyVotes, many) }),
  },
);

/** The evening with everything that was asked, and how the rules answered. */
function played({
  beginning,
  wishes,
}: {
  readonly beginning: string;
  readonly wishes: readonly Wish[];
}): Played {
  return playWishes(logOf(beginnings[beginning] ?? []), wishes);
}

/** `LAW_SEED` plays a failure again, `LAW_RUNS` tries harder. */
export const SEED = Number(process.env["LAW_SEED"] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env["LAW_RUNS"] ?? 60);

/** Tries what holds of every meeting on meetings that might have gone; `dice` are for the law's own chances. */
export function everyMeeting(holds: (played: Played, dice: readonly number[]) => void): void {
  const dice = fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(evenings, dice, (evening, rolled) => holds(played(evening), rolled)),
    { seed: SEED, numRuns },
  );
}

/** Follows a log with what comes of these wishes. */
function playWishes(begun: readonly RecordedEvent[], wishes: readonly Wish[]): Played {
  const log = [...begun];
  const answered: Answered[] = [];
  let meeting = replay(log);
  let at = log.at(-1)?.at ?? board.EVENING;
  for (const [index, { by, type, dice, wait }] of wishes.entries()) {
    at += wait;
    const command = Command.parse(commandFrom(meeting, type, dice, index));
    const undone = command.type === "undo" && meeting.recent.find(({ seq }) => seq === command.seq);
    const sits = command.type === "castVote" && sittingIn(meeting, command.seat);
    const likely = (undone && undone.by) || (sits && sits.person) || by;
    // mostly somebody's own act or seat, or hardly anything would ever be undone or voted on
    const who = { by: (dice[5] ?? 0) % 5 > 0 ? likely : by, at };
    const decision = decide(meeting, command, who);
    const events = decision.outcome === "accepted" ? envelop(decision.events, log.length, who) : [];
    answered.push({ meeting, command, ...who, events });
    for (const each of events) meeting = evolve(meeting, each);
    log.push(...events);
  }
  return { log, answered };
}
