// Meetings whose votes close by themselves, while two servers with wall clocks four hours apart are left alone, killed,
// or all away. What is early or late is told by the database, which stamps each row as it is written.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import * as z from "zod";
import { openDice } from "../support/dice.ts";
import { openHouse } from "../support/house.ts";
import { newVote } from "../support/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { signedIn } from "../support/live-server.ts";
import { storedBoard } from "../support/stored-board.ts";
import { carriedOut, inSession } from "../support/stored-meeting.ts";
import { type Instance, openInstance } from "./instance.ts";
import { findRedis, openRedis, type RedisServer } from "./redis-server.ts";
import type { Answered, Errand, Reported, TimedVote } from "./timed-voter.ts";
import { weather } from "./weather.ts";
import { openWorld, type World } from "./world.ts";
import { findWrongClock, type WrongClock } from "./wrong-clock.ts";

/** Seconds: one server is so much fast and the other so much slow; of the people, one half and the other. */
const SERVERS_WRONG_BY = 2 * 3600;
const PEOPLE_WRONG_BY = 24 * 3600;

/** A row is stamped as it is written, some moments after the clock was looked at for it. */
const WRITING_MS = 100;

type Place = Pick<TimedVote, "meetingId" | "itemId" | "seat">;
export type Hall = {
  readonly world: World;
  readonly redis: RedisServer | null;
  readonly instances: readonly [Instance, Instance];
  readonly places: readonly Place[];
  readonly cookies: Pick<Errand, "chair" | "member">;
  readonly wrongClock: ((seconds: number) => WrongClock) | null;
  readonly seed: number;
  readonly close: () => Promise<void>;
};

/** As many meetings as asked, each in session on an item, with somebody in a seat. */
export async function openHall(meetings: number, seed: number): Promise<Hall> {
  const world = await openWorld({ meetings: 1, writers: 1 });
  const redis = (await findRedis()) ? await openRedis() : null;
  await redis?.start();
  const wrongClock = await findWrongClock();
  const begin = (seconds: number) =>
    openInstance(world.url, { redisUrl: redis?.url, env: wrongClock?.(seconds) });
  const instances = [await begin(SERVERS_WRONG_BY), await begin(-SERVERS_WRONG_BY)] as const;

  const house = await openHouse(world.url);
  const { database, clock } = house;
  const { desks } = house.sockets;
  const board = await storedBoard(database);
  const [member, seat] = [board.members[0], board.seats[0]];
  if (!member || !seat) throw new Error("nobody sits");
  const places = await inGroups(Array.from({ length: meetings }), async (): Promise<Place> => {
    const { meetingId, item: itemId } = await inSession(desks, board);
    await carriedOut(desks, meetingId, board.clerk, {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    });
    return { meetingId, itemId, seat };
  });
  const enter = async (person: typeof member) => (await signedIn(database, person, clock.now())).cookie;
  const cookies = { chair: await enter(board.chair), member: await enter(member) };
  await house.close();
  await stampRows(world.url);
  await Promise.all(instances.map(({ start }) => start()));
  return {
    world,
    redis,
    instances,
    places,
    cookies,
    wrongClock,
    seed,
    async close() {
      await Promise.all(instances.map(({ kill }) => kill()));
      await redis?.kill();
      await world.close();
    },
  };
}

/** From here on the database says of each row when it was written, by its own clock. */
async function stampRows(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    CREATE TABLE stamps (meeting_id uuid, seq bigint, stamped bigint, PRIMARY KEY (meeting_id, seq));
    CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO public.stamps VALUES (NEW.meeting_id, NEW.seq, public.epoch_ms(clock_timestamp()));
      RETURN NULL;
    END $$;
    CREATE TRIGGER stamp AFTER INSERT ON meeting_events FOR EACH ROW EXECUTE FUNCTION stamp();`);
  await sql.end();
}

/** How the servers fare meanwhile. */
export type Fate =
  | { readonly of: "calm" }
  | { readonly of: "kills"; readonly kills: number }
  /** Both, from when all votes are open until all are due. */
  | { readonly of: "allAway" };

export type TimedReport = {
  readonly votes: number;
  readonly kills: number;
  /** Between the servers' clocks, and between those of the people; nought where they cannot be set wrong. */
  readonly hoursApart: number;
  readonly daysApart: number;
  /** Never closed, closed twice, closed before their time, opened for another time than was asked. */
  readonly missed: number;
  readonly twice: number;
  readonly early: number;
  readonly wrongTime: number;
  /** Milliseconds from the deadline, or from when a server was there again, to the close. */
  readonly late: { readonly median: number; readonly p99: number; readonly most: number };
  readonly answers: { readonly taken: number; readonly refused: number };
  /** Of answers: recorded at or after the deadline, though refused before it, told otherwise than they stand. */
  readonly takenLate: number;
  readonly refusedEarly: number;
  readonly toldOtherwise: number;
  /** Logs with a gap, a number out of order, or time that goes back. */
  readonly disordered: number;
};

/** One vote in each of the meetings; `opensWithin` milliseconds all are opened, for `seconds` from and to. */
export async function timedVotes(
  hall: Hall,
  fate: Fate,
  { seconds, opensWithin }: { readonly seconds: readonly [number, number]; readonly opensWithin: number },
): Promise<TimedReport> {
  const dice = openDice(hall.seed);
  const votes = hall.places.map(
    (place): TimedVote => ({
      ...place,
      voteId: newVote(),
      seconds: Math.round(dice.between(...seconds)),
      opensIn: dice.between(0, opensWithin),
      // while there is time, as it runs out, and when it has
      answersAt: fate.of === "calm" ? [-2000, dice.between(-60, 60), 150] : [-2000],
    }),
  );
  const halves = [votes.filter((_, nth) => nth % 2 === 0), votes.filter((_, nth) => nth % 2 === 1)];
  const away = awayTimes(hall.instances);
  const voting = Promise.all(
    halves.map((half, nth) => voters(hall, half, nth === 0 ? PEOPLE_WRONG_BY : -PEOPLE_WRONG_BY)),
  );
  const kills = await endure(hall, fate, { opensWithin, longest: seconds[1] * 1000 });
  const reports = await voting;
  const closed = await closings(hall, votes, 30_000);
  return {
    votes: votes.length,
    kills,
    hoursApart: hall.wrongClock ? (2 * SERVERS_WRONG_BY) / 3600 : 0,
    daysApart: Math.round(Math.abs((reports[0]?.clockAt ?? 0) - (reports[1]?.clockAt ?? 0)) / 86_400_000),
    ...examined(
      votes,
      reports.flatMap(({ answered }) => answered),
      closed,
      away.stop(),
    ),
  };
}

async function endure(
  { instances, world, redis, seed }: Hall,
  fate: Fate,
  { opensWithin, longest }: { readonly opensWithin: number; readonly longest: number },
): Promise<number> {
  if (fate.of === "calm") return 0;
  if (fate.of === "allAway") {
    await wait(opensWithin + 1500);
    await Promise.all(instances.map(({ kill }) => kill()));
    await wait(longest);
    await Promise.all(instances.map(({ start }) => start()));
    return instances.length;
  }
  const plan = { seed, kills: fate.kills };
  const { kills } = await weather({
    plan,
    dice: openDice(seed),
    world,
    redis,
    instances,
    readers: [],
    isOver: false,
  });
  return kills;
}

/** People in a process of their own, with the clock of another day. */
async function voters(
  { instances, cookies, wrongClock }: Hall,
  votes: readonly TimedVote[],
  wrongBy: number,
): Promise<Reported> {
  const child: ChildProcess = fork(fileURLToPath(new URL("./timed-voter.ts", import.meta.url)), [], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...wrongClock?.(wrongBy) },
  });
  await once(child, "message");
  const errand: Errand = { ports: instances.map(({ port }) => port), ...cookies, votes };
  const told = once(child, "message");
  child.send(errand);
  const [report]: Reported[] = await told;
  if (!report) throw new Error("nothing reported");
  return report;
}

type Away = { readonly from: number; readonly to: number };

/** When no server was there. */
function awayTimes(instances: Hall["instances"]): { readonly stop: () => readonly Away[] } {
  const times: Away[] = [];
  let since: number | null = null;
  const look = () => {
    const isAway = instances.every(({ isUp }) => !isUp());
    if (isAway) since ??= Date.now();
    else if (since !== null) {
      times.push({ from: since, to: Date.now() });
      since = null;
    }
  };
  const timer = setInterval(look, 10);
  return {
    stop() {
      clearInterval(timer);
      look();
      return times;
    },
  };
}

const Rows = z.array(
  z.object({
    meetingId: z.string(),
    seq: z.number(),
    type: z.string(),
    voteId: z.string().nullable(),
    closesAt: z.number().nullable(),
    at: z.number(),
    stamped: z.number().nullable(),
  }),
);
type Row = z.infer<typeof Rows>[number];

/** The rows of these meetings, once every vote is closed or that has been waited for. */
async function closings(
  { world }: Hall,
  votes: readonly TimedVote[],
  within: number,
): Promise<readonly Row[]> {
  const sql = postgres(world.url, { max: 1, onnotice: () => {} });
  const until = performance.now() + within;
  const ids = votes.map(({ voteId }) => voteId);
  for (;;) {
    const [found] = await sql`
      select count(distinct event->>'voteId')::int as closed from meeting_events
      where event->>'type' = 'voteClosed' and event->>'voteId' = any(${ids})`;
    if (found?.["closed"] === votes.length || performance.now() > until) break;
    await wait(200);
  }
  await wait(2000); // a second closing would come now
  const rows = await sql`
    select e.meeting_id as "meetingId", e.seq::int as seq, e.event->>'type' as type, e.event->>'voteId' as "voteId",
      (e.event->>'closesAt')::float8 as "closesAt", epoch_ms(e.at)::float8 as at, s.stamped::float8 as stamped
    from meeting_events e left join stamps s using (meeting_id, seq)
    where e.meeting_id = any(${votes.map(({ meetingId }) => meetingId)})
    order by e.meeting_id, e.seq`;
  await sql.end();
  return Rows.parse([...rows]);
}

function examined(
  votes: readonly TimedVote[],
  answered: readonly Answered[],
  rows: readonly Row[],
  away: readonly Away[],
): Omit<TimedReport, "votes" | "kills" | "hoursApart" | "daysApart"> {
  const ofVote = Map.groupBy(rows, ({ voteId }) => voteId);
  const replies = new Map(answered.map((each) => [each.voteId, each]));
  const counts = {
    missed: 0,
    twice: 0,
    early: 0,
    wrongTime: 0,
    takenLate: 0,
    refusedEarly: 0,
    toldOtherwise: 0,
  };
  const [taken, refused] = [new Set<string>(), new Set<string>()];
  const late: number[] = [];

  for (const { voteId, meetingId, seconds, answersAt } of votes) {
    const own = ofVote.get(voteId) ?? [];
    const closes = own.filter(({ type }) => type === "voteClosed");
    const opened = own.find(({ type }) => type === "voteOpened");
    const [closed] = closes;
    if (!closed || !opened || closed.stamped === null || opened.stamped === null) {
      counts.missed += 1;
      continue;
    }
    if (closes.length > 1) counts.twice += 1;
    const closesAt = opened.closesAt ?? 0;
    if (Math.abs(closesAt - seconds * 1000 - opened.stamped) > 1000) counts.wrongTime += 1;
    if (closed.stamped < closesAt) counts.early += 1;
    late.push(closed.stamped - Math.max(closesAt, backAgain(away, closesAt)));

    const casts = own.filter(({ type }) => type === "voteCast");
    counts.takenLate += casts.filter(({ stamped }) => (stamped ?? 0) >= closesAt + WRITING_MS).length;
    const said = replies.get(voteId);
    for (const [place, reply] of (said?.answers ?? []).entries()) {
      const isTaken = reply.status === "recorded";
      (isTaken ? taken : refused).add(`${voteId} ${place}`);
      if (isTaken && !casts.some(({ seq }) => seq === reply.seq)) counts.toldOtherwise += 1;
      if (reply.status === "refused" && reply.refusal.code !== "voteNotOpen") counts.toldOtherwise += 1;
      // in calm weather what is sent two seconds before the end arrives
      if (!isTaken && answersAt.length > 1 && place === 0) counts.refusedEarly += 1;
    }
    const told = (said?.answers ?? []).filter(({ status }) => status === "recorded").length;
    if (told !== casts.length || !rowsAgree(said?.opened, opened, meetingId)) counts.toldOtherwise += 1;
  }
  const sorted = late.toSorted((one, other) => one - other);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    ...counts,
    late: { median: at(0.5), p99: at(0.99), most: at(1) },
    answers: { taken: taken.size, refused: refused.size },
    disordered: disordered(rows),
  };
}

function rowsAgree(
  reply: Answered["opened"] | undefined,
  { seq, meetingId }: Row,
  expected: string,
): boolean {
  return meetingId === expected && reply?.status === "recorded" && reply.seq === seq;
}

/** When a server was there again, for what fell due while none was; what it had taken them to die is theirs. */
function backAgain(away: readonly Away[], due: number): number {
  // a server that is up for a moment between two kills need not come to it
  const during = away.filter(({ from, to }) => from - 100 <= due && due <= to);
  return Math.max(0, ...during.map(({ to }) => to));
}

function disordered(rows: readonly Row[]): number {
  let wrong = 0;
  for (const log of Map.groupBy(rows, ({ meetingId }) => meetingId).values()) {
    const isInOrder = log.every(({ seq, at, stamped }, place) => {
      const before = log[place - 1];
      return seq === place + 1 && (!before || (before.at <= at && (before.stamped ?? 0) <= (stamped ?? 0)));
    });
    if (!isInOrder) wrong += 1;
  }
  return wrong;
}
