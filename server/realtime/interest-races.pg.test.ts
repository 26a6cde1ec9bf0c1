// Declarations raced against speech, and R23. Somebody declares an interest on one device and challenges on another at
// the same moment, each device at a server of its own. What counts is what the log has first; and once a declaration has
// committed, no frame with words of the item comes to either device later than a second after.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { wholeLog } from "#db/event-log.ts";
import type { ItemId } from "#domain/ids.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import type { CommandReply } from "#domain/wire.ts";
import { openDice } from "#tests/support/dice.ts";
import { newEntry } from "#tests/support/ids.ts";
import { inGroups } from "#tests/support/in-groups.ts";
import type { LiveServer } from "#tests/support/live-server.ts";
import { SEED } from "#tests/support/seed.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { type Device, deviceAt, join, send, startTwo, type TwoServers } from "#tests/support/two-servers.ts";

const MEETINGS = 4;
const MEMBERS = 125;
/** Milliseconds between the two of a race, at most, and over which the races of a meeting are spread. */
const APART = 12;
const SPREAD = 1500;
/** R23: what is on its way when the declaration commits may arrive for so long. */
const GRACE_MS = 1000;
const WORDS = "the plover at Northgate";

let servers: TwoServers;
let board: StoredBoard;

beforeAll(async () => {
  servers = await startTwo("the races of declarations");
  board = await storedBoard(servers.here.database, { memberCount: MEMBERS });
});
afterAll(() => servers.close());

async function device(server: LiveServer, member: StoredBoard["chair"]): Promise<Device> {
  const opened = await deviceAt(server, member);
  onTestFinished(() => void opened.client.disconnect());
  return opened;
}

type Raced = { readonly declared: CommandReply; readonly declaredAt: number; readonly said: CommandReply };

test(`${MEETINGS * MEMBERS} declarations against challenges, over two connections at two servers (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const dice = openDice(SEED);
  const { here, there } = servers;
  const devices = await inGroups(board.members, async (member) => ({
    declaring: await device(here, member),
    saying: await device(there, member),
  }));
  const counted = { before: 0, refused: 0, lateFrames: 0, latest: 0 };

  for (let nth = 0; nth < MEETINGS; nth += 1) {
    const { meetingId, item } = await inSession(here.desks, board);
    await inGroups(devices, ({ declaring, saying }) =>
      Promise.all([join(declaring, meetingId), join(saying, meetingId)]),
    );
    const raced = await Promise.all(
      devices.map(async ({ declaring, saying }, place): Promise<Raced> => {
        const words = challenge(board, item, place, `${WORDS}, ${place}`);
        const begins = dice.between(0, SPREAD);
        const [first, second] = [begins + dice.between(0, APART), begins + dice.between(0, APART)];
        const [declared, said] = await Promise.all([
          wait(first).then(async () => {
            const reply = await send(declaring, meetingId, declaration(item));
            return { reply, at: performance.now() };
          }),
          wait(second).then(() => send(saying, meetingId, words)),
        ]);
        return { declared: declared.reply, declaredAt: declared.at, said };
      }),
    );
    const until = performance.now() + GRACE_MS + 300;
    for (let turn = 0; performance.now() < until; turn += 1) {
      const server = turn % 2 === 0 ? here : there;
      await carriedOut(server.desks, meetingId, board.clerk, noteOn(item));
      await wait(25);
    }

    const log = (await wholeLog(here.database.log, meetingId)).filter(isRecorded);
    for (const [place, { declared, declaredAt, said }] of raced.entries()) {
      const person = board.members[place];
      const own = log.filter(({ by }) => by === person);
      const declaredSeq = own.find(({ event }) => event.type === "interestDeclared")?.seq;
      const saidSeq = own.find(({ event }) => event.type === "challengeRecorded")?.seq;

      expect(declared).toEqual({ status: "recorded", seq: declaredSeq });
      // counted if and only if it stands in the log, and then ahead of the declaration
      const isBefore = saidSeq !== undefined;
      expect(said).toEqual(
        isBefore
          ? { status: "recorded", seq: saidSeq }
          : { status: "refused", refusal: { code: "interestDeclared", itemId: item } },
      );
      expect(isBefore && saidSeq > (declaredSeq ?? 0)).toBe(false);
      counted[isBefore ? "before" : "refused"] += 1;
      const both = [devices[place]?.declaring, devices[place]?.saying];
      const after = both
        .flatMap((each) => each?.frames ?? [])
        .filter(({ at, text }) => at > declaredAt && text.includes(WORDS));
      counted.latest = Math.max(counted.latest, ...after.map(({ at }) => at - declaredAt));
      counted.lateFrames += after.filter(({ at }) => at - declaredAt > GRACE_MS).length;
    }
    // whoever reads it anew gets none of it either, wherever they ask
    const anew = await inGroups(devices, ({ declaring, saying }) =>
      Promise.all([join(declaring, meetingId), join(saying, meetingId)]),
    );
    expect(JSON.stringify(anew)).not.toContain(WORDS);
    for (const { declaring, saying } of devices) {
      declaring.frames.length = 0;
      saying.frames.length = 0;
      declaring.client.emit("meeting:leave", { meetingId });
      saying.client.emit("meeting:leave", { meetingId });
    }
  }

  console.info(
    `races: ${counted.before} said before, ${counted.refused} refused after; the last words ${Math.round(counted.latest)} ms after a declaration`,
  );
  expect(counted.before + counted.refused).toBe(MEETINGS * MEMBERS);
  expect(Math.min(counted.before, counted.refused)).toBeGreaterThan(0);
  expect(counted.lateFrames).toBe(0);
});

function declaration(itemId: ItemId) {
  return { type: "declareInterest", itemId, kind: "prejudicial", nature: "My firm is the tenant." } as const;
}

function noteOn(itemId: ItemId) {
  return {
    type: "recordNote",
    entryId: newEntry(),
    itemId,
    speaker: { as: "officer" },
    text: `${WORDS}, noted`,
  } as const;
}
