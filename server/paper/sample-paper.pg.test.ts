// The sample's last year on a real database: behind the link of each claim is what the claim counts.
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import { blocksOf, type Claim, type Paper } from "#domain/paper/paper.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { allowedBoard, allowedMeeting } from "../auth/access.ts";
import { openClock } from "../clock.ts";
import { loadIndicator } from "../dashboard/load-indicator.ts";
import { loadRoom } from "../meetings/load-room.ts";
import { boardId, CLERK } from "../sample/cast.ts";
import { loadSampleOnce } from "../sample-start.ts";
import { waysDown } from "./evidence.ts";
import { paperInPrint } from "./load-paper.ts";
import { writePaper } from "./write-paper.ts";

const NOW = Date.UTC(2026, 10, 24, 18);
let house: TestHouse;
let paper: Paper;

async function load(database: OpenDatabase): Promise<void> {
  const clock = await openClock(() => databaseTime(database.log), { start: NOW, rate: 1 });
  await loadSampleOnce({ database, clock });
}

beforeAll(async () => {
  const url = await ownDatabase(inject("databaseUrl"));
  const database = openDatabase(url);
  await load(database);
  await database.close();
  const opened = await openHouse(url);
  house = { ...opened, clock: { ...opened.clock, now: () => NOW } };
  const clerk = await asking(house, CLERK);
  const answer = await writePaper(house, clerk, { boardId: boardId("strategic"), month: "2026-09" });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const read = await paperInPrint(house.database.db, clerk, { paperId: answer.paperId, form: "whole" });
  if (!read) throw new Error("written and not there");
  paper = read;
}, 120_000);
afterAll(() => house.close());

const claims = (): readonly Claim[] => blocksOf(paper).filter((block) => block.kind === "claim");

test("the page behind a figure shows the figure, its meetings and as many things as were counted", async () => {
  const allowed = await allowedBoard(house.database.db, { personId: CLERK }, paper.board.id);
  if (!allowed) throw new Error("the clerk’s own board");
  const told = claims().filter(
    ({ key }) => !key.startsWith("conclusions/") && key !== "staffAndSkills/council-seats",
  );
  for (const { evidence, standing, key } of told) {
    if (evidence.indicator === null) continue;
    const asked = { indicator: evidence.indicator, period: `${paper.from}_${paper.to}`, meeting: undefined };
    const view = await loadIndicator(house, allowed, asked);
    const isValue = standing === "firm" || standing === "thin";
    expect(view?.pooled.kind === "value", key).toBe(isValue);
    expect(view?.meetings.map(({ meetingId }) => meetingId)).toEqual(evidence.meetings);
    const entries = view?.counted.flatMap((each) => each.evidence).length ?? 0;
    expect(entries === 0 || evidence.counted <= entries || !isValue, key).toBe(true);
  }
});

test("each place on the record that a claim leads to is there to be read", async () => {
  const places = claims().flatMap(({ evidence }) => evidence.places);
  expect(places.length).toBeGreaterThan(0);
  for (const { meetingId, entry } of places) {
    const allowed = await allowedMeeting(house.database.db, { personId: CLERK }, meetingId);
    if (!allowed) throw new Error("a meeting of the clerk’s own board");
    const { meeting } = await loadRoom(house.database, house.sockets.desks, allowed);
    expect(entryOf(meeting, entry)).toBeDefined();
  }
});

test("every claim has a way down", () => {
  for (const claim of claims()) expect(waysDown(paper, claim).length, claim.key).toBeGreaterThan(0);
});
