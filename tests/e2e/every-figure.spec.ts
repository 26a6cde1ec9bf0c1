// The figures that are neither on the front page nor settled by one later meeting: three meetings of a board of its own,
// played by socket clients, and each figure's page then read in a browser: the number, and the count behind it. What each
// comes to is written here, from what was played and when the record says it was.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { LineId, type MeetingId } from "#domain/ids.ts";
import { partnerId } from "#server/sample/cast.ts";
import { enterAll } from "./support/clients.ts";
import { counted, expectCounted, followToRecord, openFigure, rowsBehind } from "./support/figures.ts";
import { expect, signIn, test } from "./support/journey.ts";
import { makeBoard, type OwnBoard, type SeatCode } from "./support/own-board.ts";
import {
  added,
  inPoints,
  oneDecimal,
  type Reckoned,
  reckon,
  spokenBy,
  stopwatch,
  twoDecimals,
  wholeMinutes,
} from "./support/reckoning.ts";
import {
  ASK,
  agenda,
  budget,
  CHARITIES,
  COUNT,
  FAIR,
  homes,
  JOINT,
  LIST,
  PATROLS,
  PEOPLE,
  playFirst,
  playSecond,
  playThird,
  procedural,
  report,
  rest,
  SHORT,
  SINGLE,
  skills,
  type Third,
  WRITE,
} from "./support/three-meetings.ts";
import { convene, recordOf } from "./support/wire.ts";

// ten minutes pass in one second; each meeting begins early enough to end on its day, however slow the machine
test.use({
  settings: { CLOCK_START: "2026-11-24T01:00:00Z", CLOCK_RATE: "600" },
  actionTimeout: 20_000,
});
test.setTimeout(240_000);

test("every other figure says what three meetings come to, and counts it", async ({ browserOf, product }) => {
  const { url } = product;
  const browsers = new Map<string, BrowserContext>();
  for (const key of PEOPLE) {
    const context = await browserOf();
    await signIn(context, url, key);
    browsers.set(key, context);
  }
  const clerk = browsers.get("field") ?? (await browserOf());
  const board = await makeBoard(product, "Every figure", { admin: await browserOf(), clerk });
  const made = async (title: string, day: string, time: string) => {
    const held = await convene(clerk, url, { title, day, time, of: board });
    return { held, room: await enterAll(browsers, url, board, held) };
  };

  const progressing = await test.step("two meetings, played fast", async () => {
    const first = await made("The first", "2026-11-24", "09:00");
    const progress = await playFirst(first.room, first.held, board);
    first.room.leave();
    const second = await made("The second", "2026-11-24", "14:00");
    await playSecond(second.room, second.held);
    second.room.leave();
    return progress;
  });

  const { third, played } = await test.step("three weeks later a third, with all there is", async () => {
    await product.leave();
    await product.start({ CLOCK_START: "2026-12-15T01:00:00Z" });
    const { held, room } = await made("The third", "2026-12-15", "09:00");
    await held.carryOut({ type: "importAgenda", items: agenda });
    const third = await playThird(room, held, board, progressing(room));
    await keepSupport(clerk, url, board, held.meetingId);
    const played = reckon(await recordOf(room.wire, held.meetingId), { procedural });
    room.leave();
    return { third, played };
  });

  const page = await clerk.newPage();
  await test.step("who came", () => readAttendance(page, board, played));
  await test.step("who spoke", () => readVoices(page, board, played));
  await test.step("what was decided, and what was done", () => readDecisions(page, board));
  await test.step("what money and evidence were worth", () => readMoney(page, board, third));
  await test.step("how the time was spent", () => readTime(page, board, played));
  await test.step("what the room said of it", () => readPulse(page, board));
  await test.step("what support cost", () => readSupport(page, board));
  await test.step("of a year that is not over nothing is final", async () => {
    await openFigure(page, board, "challenge-reciprocity", { said: "0.73 of 1 so far." });
    await openFigure(page, board, "challenge-perception-gap", { said: "+71.4 points, so far." });
  });
  await test.step("the year over, what it was is final", async () => {
    await page.goto("about:blank");
    await product.leave();
    await product.start({ CLOCK_START: "2027-01-04T09:00:00Z" });
    await signIn(clerk, url, "field"); // nobody stays signed in for six weeks
    await readYear(page, board);
  });
});

/** Eight of nine seats were filled, the leader's by a substitute; word came from the Science Park. */
async function readAttendance(page: Page, board: OwnBoard, { turns, business }: Reckoned): Promise<void> {
  const seats = [
    "City Council",
    "County Council",
    "NHS Primary Care",
    "Police",
    "The University",
    "Chamber of Commerce",
    "Science Park",
    "Voluntary Action",
    "Tenants’ Federation",
  ];
  await openFigure(page, board, "substitute-rate", { said: "1 of 8 by a substitute." });
  expect(await rowsBehind(page, /^Only the chair/)).toEqual(
    seats.map((seat) => [
      seat,
      { "City Council": "By a substitute", "Science Park": "Empty" }[seat] ?? "By the principal",
    ]),
  );
  // three of the four business and voluntary seats, all five others
  await openFigure(page, board, "sector-attendance-gap", { said: "−25.0 points." });
  expect(await rowsBehind(page, /^Only the chair/)).toEqual(
    seats.map((seat) => [seat, seat === "Science Park" ? "Empty" : "Filled"]),
  );

  const half = business / 2;
  const quiet = PARTNERS.filter((code) => {
    const first = turns.find(({ who }) => who === board.seat(code));
    return !first || first.after > half;
  });
  const asked = quiet.filter((code) => code === "POL" || code === "VOL");
  await openFigure(page, board, "chair-invites-quieter", {
    said: `${asked.length} of ${quiet.length} asked in.`,
  });
  const marked = (await rowsBehind(page, /^Only the chair/)).map(([, as]) => as);
  expect(marked).toEqual(
    quiet.map((code) => ({ POL: "Asked in and heard", VOL: "Asked in" })[code as string] ?? "Not asked in"),
  );
}

/** Filled, and not by whoever presides. */
const PARTNERS: readonly SeatCode[] = ["LDR", "CAB", "NHS", "POL", "CHA", "VOL", "TEN"];
const COUNCILS: readonly SeatCode[] = ["LDR", "CAB"];
const SMALL: readonly SeatCode[] = ["CHA", "VOL", "TEN"];

async function readVoices(page: Page, board: OwnBoard, played: Reckoned): Promise<void> {
  const by = (codes: readonly SeatCode[]) => spokenBy(played, ...codes.map(board.seat));
  const all = by(PARTNERS);
  const everybody = added(played.turns.map(({ ms }) => ms));
  await openFigure(page, board, "chair-floor-share", {
    said: `${oneDecimal((100 * spokenBy(played, "chair")) / everybody)}% of the discussion.`,
  });
  const chaired = await rowsBehind(page, /^Discussion from the chair/);
  expect(chaired.map((row) => row.slice(1).map(turnsIn))).toEqual([
    [1, 4],
    [0, 1],
    [0, 4],
    [0, 1],
  ]);

  const shares = PARTNERS.map((code) => by([code]) / all).filter((share) => share > 0);
  const evenness = -added(shares.map((share) => share * Math.log(share))) / Math.log(PARTNERS.length);
  await openFigure(page, board, "participation-evenness", { said: `${twoDecimals(evenness)} of 1.` });
  await expectTurns(page);

  await openFigure(page, board, "council-voice-excess", {
    said: `${inPoints(100 * (by(COUNCILS) / all - COUNCILS.length / PARTNERS.length))} points over seats.`,
  });
  await expectTurns(page);

  const inDetail = (codes: readonly SeatCode[]) =>
    added(
      played.turns
        .filter(({ who }) => codes.some((code) => board.seat(code) === who))
        .map(({ during }) => during["performance-detail"] ?? 0),
    );
  const [detail, other] = [
    inDetail(SMALL) / inDetail(PARTNERS),
    (by(SMALL) - inDetail(SMALL)) / (all - inDetail(PARTNERS)),
  ];
  await openFigure(page, board, "performance-detail-deterrence", {
    said: `${twoDecimals(detail / other)} times.`,
  });
  await expectTurns(page);
}

/** Of councils, other public bodies, and business and voluntary partners together, item by item and in all. */
async function expectTurns(page: Page): Promise<void> {
  const rows = await rowsBehind(page, /^Discussion by partners/);
  expect(rows.map((row) => row.slice(1).map(turnsIn))).toEqual([
    [1, 1, 1],
    [0, 1, 0],
    [2, 1, 1],
    [3, 3, 2],
  ]);
}

const turnsIn = (cell: string): number => Number(/(\d+) turn/.exec(cell)?.[1] ?? 0);

async function readDecisions(page: Page, board: OwnBoard): Promise<void> {
  // that the minutes be noted commits nobody; of the other two one names to whom it is reported back
  await openFigure(page, board, "democratic-accountability", { said: "1 of 2 decisions." });
  await expect(page.locator(".lede")).toContainText(
    "2 with a councillor in the room. One of them reported back.",
  );
  await expectCounted(page, [
    [JOINT, "Agreed"],
    [SINGLE, "Agreed"],
  ]);
  // Health sees to it and the Chamber owes the list of posts; to the other only the Police
  await openFigure(page, board, "joint-objective-decisions", { said: "1 of 2 decisions." });
  await expectCounted(page, [
    [JOINT, "Agreed"],
    [SINGLE, "Agreed"],
  ]);
  await followToRecord(page, JOINT);
  // two by their day, one after it, one not at all; one was dropped, and one falls due next year
  await openFigure(page, board, "decision-follow-through", { said: "2 of 4 done on time." });
  await expect(page.locator(".lede")).toContainText("1 late, 1 open, 1 dropped by agreement, not counted.");
  await expectCounted(page, [
    [WRITE, "Done"],
    [COUNT, "Done"],
    [ASK, "Done"],
    [LIST, "To do"],
    [FAIR, "Dropped"],
  ]);
  await expect(counted(page).filter({ hasText: "recorded on 24 November 2026" })).toHaveCount(5);
  await followToRecord(page, ASK);
}

async function readMoney(page: Page, board: OwnBoard, { aboutMoney }: Third): Promise<void> {
  // challenged on homes, a pressure told of on the budget, and only noted in the report
  await openFigure(page, board, "money-challenge", { said: "2 of 3 items with money." });
  await expectCounted(page, [
    [aboutMoney.text, "No answer yet"],
    [CHARITIES, "£12,000"],
    [SHORT, "£12,000"],
    [PATROLS, "£12,000"],
  ]);
  await followToRecord(page, SHORT);
  await openFigure(page, board, "shared-data-use", { said: "1 of 3 items." });
  await expectCounted(page, [
    ["The table NHS keeps", "Shared by all"],
    ["The table POL keeps", "Not shared by all"],
    ["The table TEN keeps", "None to be had"],
  ]);
  const rested = (await rowsBehind(page, /^Items taken to decide/)).map(([, on]) => on);
  expect(rested).toEqual(["1 shared source", "Nothing shared by all", "Nothing shared by all"]);
}

async function readTime(page: Page, board: OwnBoard, played: Reckoned): Promise<void> {
  const business = [homes, budget, report, rest, skills];
  const used = business.map(({ itemId }) => played.items.get(itemId) ?? 0);
  const planned = business.map(({ heading }) => heading.plannedMinutes ?? 0);
  const off = added(planned.map((minutes, i) => Math.abs(minutes - (used[i] ?? 0) / 60_000)));
  const kept = 100 * Math.max(0, 1 - off / added(planned));
  await openFigure(page, board, "agenda-discipline", { said: `${oneDecimal(kept)}% of the plan kept.` });
  const plans = await rowsBehind(page, /^Business items as planned/);
  expect(plans.map(([, plan, taken]) => [plan, taken])).toEqual(
    planned.map((minutes, i) => [String(minutes), i === 4 ? "Not reached" : wholeMinutes(used[i] ?? 0)]),
  );

  // what was left over at the end serves no objective
  const linked = added(used.slice(0, 3));
  await openFigure(page, board, "strategy-line-of-sight", {
    said: `${oneDecimal((100 * linked) / played.business)}% of business time.`,
  });
  const links = await rowsBehind(page, /^Business items, the objectives/);
  expect(links.map(([, objective, minutes]) => [objective, minutes])).toEqual([
    ["Affordable housing", wholeMinutes(used[0] ?? 0)],
    ["Regeneration Framework", wholeMinutes(used[1] ?? 0)],
    ["Health inequalities", wholeMinutes(used[2] ?? 0)],
    ["–", wholeMinutes(used[3] ?? 0)],
    ["Skills and work", "0"],
  ]);

  const on = (...focuses: readonly string[]) =>
    added(played.stretches.filter(({ focus }) => focuses.includes(focus)).map(({ ms }) => ms));
  const both = on("resources", "performance-detail", "performance-headline");
  await openFigure(page, board, "resource-steering-balance", {
    said: `${oneDecimal((100 * on("resources")) / both)}% on resources.`,
  });
  const stretches = await rowsBehind(page, /^Stretches of business time/);
  expect(stretches.map(([, , time]) => time)).toEqual(played.stretches.map(({ ms }) => stopwatch(ms)));
}

async function readPulse(page: Page, board: OwnBoard): Promise<void> {
  await openFigure(page, board, "voice-confidence", { said: "6 of 8 agreed." });
  await expect(page.locator(".lede")).toContainText("100.0% of the 9 there answered. 1 with no view.");
  const answers = (await rowsBehind(page, /answers of the whole room/)).map(([, how]) => how);
  expect(answers).toEqual(["0", "6", "1", "1", "0", "1"]);
}

const ROLES = [
  { name: "Partnership officer", employer: "CTY", category: "meetings", band: "Grade 9", hours: 10 },
  { name: "Research officer", employer: "CTY", category: "research", band: "Grade 7", hours: 6 },
  { name: "Health analyst", employer: "NHS", category: "research", band: "Grade 8", hours: 4 },
  { name: "Web editor", employer: "CTY", category: "website", band: "Grade 7", hours: 0 },
  { name: "Helper at events", employer: "CHA", category: "meetings", band: "Grade 7", hours: null },
] as const;
const PENCE_AN_HOUR = { "Grade 7": 1950, "Grade 8": 2800, "Grade 9": 3200 };
const SIGNING_PENCE = 12_050;

/** What the clerk puts down of the third meeting: one role of five is not known. */
async function keepSupport(
  clerk: BrowserContext,
  url: string,
  { boardId }: OwnBoard,
  meetingId: MeetingId,
): Promise<void> {
  const keep = async (line: object) => {
    const lineId = LineId.parse(randomUUID());
    const answer = await clerk.request.put(`${url}/api/register-lines/${lineId}`, {
      headers: { origin: url },
      data: { boardId, basis: 0, ...line },
    });
    expect(await answer.json()).toMatchObject({ ok: true });
    return lineId;
  };
  for (const [band, pencePerHour] of Object.entries(PENCE_AN_HOUR))
    await keep({ kind: "supportRate", band, pencePerHour, from: "2026-04-01" });
  const hours = [];
  for (const { name, employer, category, band, hours: spent } of ROLES) {
    const role = { name, employer: partnerId(employer), category, means: "cash", band };
    const roleId = await keep({ kind: "supportRole", ...role, from: "2026-11-01", until: null });
    if (spent !== null) hours.push({ roleId, hours: spent, estimated: false });
  }
  const signing = { category: "meetings", bearer: partnerId("CTY"), means: "cash", pence: SIGNING_PENCE };
  await keep({ kind: "supportCycle", meetingId, hours, costs: [{ ...signing, what: "Signing" }] });
}

/** 10 × £32.00 + 6 × £19.50 + 4 × £28.00 + nothing + £120.50 = £669.50, of which meetings £440.50 and research £229. */
async function readSupport(page: Page, board: OwnBoard): Promise<void> {
  await openFigure(page, board, "support-cost-known", { said: "4 of 5 roles." });
  const entered = (await rowsBehind(page, /^Support roles/)).map(([role, , as]) => [role, as]);
  expect(entered).toEqual(
    ROLES.map(({ name, hours }) => [name, hours === null ? "Rate alone" : "Hours and rate"]),
  );
  await openFigure(page, board, "support-cost", { said: "at least £670 a meeting." });
  const costs = (await rowsBehind(page, /^What it came to/)).map(([, cost]) => cost);
  expect(costs).toEqual(["£441", "£229", "£0"]);
}

/**
 * Of thirteen challenges eleven went across sectors: councils to other public bodies 3 and back 2, to voluntary partners 2
 * and back 2, and two that nobody gave back. All six answers of officers agreed, and six of the members' twenty-one.
 */
async function readYear(page: Page, board: OwnBoard): Promise<void> {
  await openFigure(page, board, "challenge-perception-gap", { said: "+71.4 points." });
  await expect(page.locator(".lede")).toContainText("6 of 6 officers’ answers agreed, 6 of 21 members’.");
  await expect(page.locator("#behind")).toContainText("Told of a year and never of one meeting");
  for (const [back, challenges] of [4, 4, 5].entries()) {
    await openFigure(page, board, "challenge-reciprocity", {
      said: back === 0 ? "0.73 of 1." : "It is told of a year, at its last meeting.",
      back,
    });
    await expect(counted(page)).toHaveCount(challenges);
  }
  await expect(page.locator(".lede")).toContainText(
    "8 of 11 challenges across sectors went both ways. 1 to the partnership, not counted, 1 within a sector, not counted.",
  );
}
