// Votes raced against what ends them, each side on a device of its own at a server of its own: a declaration of an
// interest, and the close. A vote counts if and only if its number came first; both are in the log.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { wholeLog } from "#db/event-log.ts";
import type { ItemId, VoteId } from "#domain/ids.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import { voteOf } from "#domain/meeting/look-up.ts";
import { isRecorded, replay } from "#domain/meeting/meeting.ts";
import type { CommandReply } from "#domain/wire.ts";
import { openDice } from "#tests/support/dice.ts";
import { newVote } from "#tests/support/ids.ts";
import { inGroups } from "#tests/support/in-groups.ts";
import { SEED } from "#tests/support/seed.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession, type StoredMeeting } from "#tests/support/stored-meeting.ts";
import { deviceAt, join, send, startTwo, type TwoServers } from "#tests/support/two-servers.ts";

const MEETINGS = 4;
const RACES = 500;
const MEMBERS = RACES / MEETINGS;
/** Milliseconds between the two of a race, at most, and over which the races of a meeting are spread. */
const APART = 12;
const SPREAD = 2000;

let servers: TwoServers;
let board: StoredBoard;
const dice = openDice(SEED);

beforeAll(async () => {
  servers = await startTwo("the races of votes");
  board = await storedBoard(servers.here.database, { memberCount: MEMBERS });
});
afterAll(() => servers.close());

async function device(server: TwoServers["here"], person: StoredBoard["chair"]) {
  const opened = await deviceAt(server, person);
  onTestFinished(() => void opened.client.disconnect());
  return opened;
}

/** In session, with so many of the members in their seats. */
async function seated(members: number): Promise<StoredMeeting> {
  const { desks } = servers.here;
  const meeting = await inSession(desks, board);
  await inGroups(board.seats.slice(0, members), (seat) =>
    carriedOut(desks, meeting.meetingId, board.clerk, {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    }),
  );
  return meeting;
}

async function opened({ meetingId, item: itemId }: StoredMeeting): Promise<VoteId> {
  const voteId = newVote();
  await carriedOut(servers.here.desks, meetingId, board.chair, {
    type: "openVote",
    voteId,
    itemId,
    kind: "vote",
    text: "Forty homes",
    about: null,
    secret: false,
    linkedTo: null,
  });
  return voteId;
}

const castBy = (place: number, voteId: VoteId) => {
  const [person, seat] = [board.members[place], board.seats[place]];
  if (!person || !seat) throw new Error("no such member");
  return { person, command: { type: "castVote", voteId, seat, choice: "for", reason: "" } as const };
};

async function logOf({ meetingId }: StoredMeeting): Promise<readonly RecordedEvent[]> {
  return (await wholeLog(servers.here.database.log, meetingId)).filter(isRecorded);
}

/** Whether the vote stands in the log under the number that was told, or was refused for this reason and does not. */
function expectAsTold(reply: CommandReply, castAs: number | undefined, refusal: object): void {
  expect(reply).toEqual(
    castAs === undefined ? { status: "refused", refusal } : { status: "recorded", seq: castAs },
  );
}

test(`${RACES} votes against declarations of an interest, over two connections at two servers (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const { here, there } = servers;
  const pairs = await inGroups(board.members, async (member) => ({
    declaring: await device(here, member),
    voting: await device(there, member),
  }));
  const counted = { before: 0, refused: 0 };
  for (let nth = 0; nth < MEETINGS; nth += 1) {
    const meeting = await seated(MEMBERS);
    const { meetingId, item } = meeting;
    const voteId = await opened(meeting);
    await inGroups(pairs, ({ declaring, voting }) =>
      Promise.all([join(declaring, meetingId), join(voting, meetingId)]),
    );
    const raced = await Promise.all(
      pairs.map(async ({ declaring, voting }, place) => {
        const begins = dice.between(0, SPREAD);
        const [first, second] = [begins + dice.between(0, APART), begins + dice.between(0, APART)];
        const [declared, voted] = await Promise.all([
          wait(first).then(() => send(declaring, meetingId, declaration(item))),
          wait(second).then(() => send(voting, meetingId, castBy(place, voteId).command)),
        ]);
        return { declared, voted };
      }),
    );

    const log = await logOf(meeting);
    for (const [place, { declared, voted }] of raced.entries()) {
      const own = log.filter(({ by }) => by === board.members[place]);
      const declaredAs = own.find(({ event }) => event.type === "interestDeclared")?.seq;
      const castAs = own.find(({ event }) => event.type === "voteCast")?.seq;
      expect(declared).toEqual({ status: "recorded", seq: declaredAs });
      expectAsTold(voted, castAs, { code: "interestDeclared", itemId: item });
      expect(castAs === undefined || castAs < (declaredAs ?? 0)).toBe(true);
      counted[castAs === undefined ? "refused" : "before"] += 1;
    }
    // what came before counts, and nothing else does
    const came = raced.filter(({ voted }) => voted.status === "recorded").length;
    expect(voteOf(replay(log), voteId)?.ballots).toHaveLength(came);
    for (const { declaring, voting } of pairs)
      for (const { client } of [declaring, voting]) client.emit("meeting:leave", { meetingId });
  }
  console.info(`votes against declarations: ${counted.before} counted, ${counted.refused} refused`);
  expect(counted.before + counted.refused).toBe(RACES);
  expect(Math.min(counted.before, counted.refused)).toBeGreaterThan(RACES * 0.05);
});

test(`${RACES} recorded votes against the close, over two connections at two servers (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const { here, there } = servers;
  const chair = await device(here, board.chair);
  const voting = await inGroups(board.members.slice(0, MEETINGS), (member) => device(there, member));
  const counted = { before: 0, refused: 0 };
  const evening = async (nth: number) => {
    const member = voting[nth];
    if (!member) throw new Error("nobody votes");
    const meeting = await seated(MEETINGS);
    const { meetingId } = meeting;
    await Promise.all([join(chair, meetingId), join(member, meetingId)]);
    const races: { voteId: VoteId; closed: CommandReply; voted: CommandReply }[] = [];
    for (let round = 0; round < RACES / MEETINGS; round += 1) {
      const voteId = await opened(meeting);
      // the other server has heard of it, so that neither has a start
      await there.desks.at(meetingId).catchUp();
      const after = () => wait(dice.between(0, APART / 2));
      const [closed, voted] = await Promise.all([
        after().then(() => send(chair, meetingId, { type: "closeVote", voteId })),
        after().then(() => send(member, meetingId, castBy(nth, voteId).command)),
      ]);
      races.push({ voteId, closed, voted });
    }
    const log = await logOf(meeting);
    for (const { voteId, closed, voted } of races) {
      const own = log.filter(({ event }) => "voteId" in event && event.voteId === voteId);
      const closedAs = own.find(({ event }) => event.type === "voteClosed")?.seq;
      const castAs = own.find(({ event }) => event.type === "voteCast")?.seq;
      expect(closed).toEqual({ status: "recorded", seq: closedAs });
      expectAsTold(voted, castAs, { code: "voteNotOpen" });
      expect(castAs === undefined || castAs < (closedAs ?? 0)).toBe(true);
      counted[castAs === undefined ? "refused" : "before"] += 1;
    }
  };
  await Promise.all(Array.from({ length: MEETINGS }, (_, nth) => evening(nth)));

  console.info(`votes against the close: ${counted.before} counted, ${counted.refused} refused`);
  expect(counted.before + counted.refused).toBe(RACES);
  expect(Math.min(counted.before, counted.refused)).toBeGreaterThan(RACES * 0.05);
});

function declaration(itemId: ItemId) {
  return { type: "declareInterest", itemId, kind: "prejudicial", nature: "My firm is the tenant." } as const;
}
