// The headline six of one evening: played through the room on a board of its own, read on the front page of the dashboard,
// opened and counted. What each comes to is written here, from what was played and when the record says it was.
import type { Page } from "@playwright/test";
import type { ItemId } from "#domain/ids.ts";
import { counted, expectCounted, followToRecord, pressFigure, rowsBehind } from "./support/figures.ts";
import { expect, test } from "./support/journey.ts";
import { makeBoard, type OwnBoard, type SeatCode } from "./support/own-board.ts";
import {
  added,
  businessOf,
  oneDecimal,
  type Reckoned,
  reckon,
  spokenBy,
  stopwatch,
  twoDecimals,
  wholeMinutes,
} from "./support/reckoning.ts";
import { act, choose, closeItem, closeMeeting, entry, openLine, sit, write } from "./support/room.ts";
import { convene, type Held, openWire, plannedItem, recordOf } from "./support/wire.ts";

// a hundred seconds pass in one: the hour that a figure of the hour needs is gone in half a minute
test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z", CLOCK_RATE: "100" }, actionTimeout: 20_000 });
test.setTimeout(300_000);

const welcome = plannedItem("Welcome", { kind: "procedural", plannedFocus: null });
const homes = plannedItem("Homes for nurses");
const report = plannedItem("Quarter two, measure by measure", { plannedFocus: "performance-detail" });
const procedural: readonly ItemId[] = [welcome.itemId];

const HOMES = "How many of the homes went to nurses?";
const LATE = "Why was the second phase late?";
const JOBS = "What has the fund changed for people out of work?";
const AIDE = "Could the table be shorter next time?";
const LATEST = "Who will say so to the ministry?";
const CHAMBER = "The Chamber adds what it did last year.";
const HEALTH = "Health cannot name a figure today.";
const CHARITIES = "The charities add about so much.";

test("one evening in the room gives the six figures, and each leads back to what it counted", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const clerk = await signedIn("field");
  const board = await makeBoard(product, "Front page", { admin: await browserOf(), clerk: clerk.context });
  const items = [welcome, homes, report];
  const held = await convene(clerk.context, product.url, { title: "November", items, of: board });
  await held.carryOut({ type: "publishAgenda" });
  const marsh = await sit(await signedIn("marsh"), held);
  const farrow = await sit(await signedIn("farrow"), held);
  const sood = await sit(await signedIn("sood"), held);
  const chair = await sit(await signedIn("haldane"), held);
  const clerks = await sitBeside(clerk.page, held);

  await test.step("who is here is marked", () => markSeats(clerks));
  await test.step("the chair begins, and welcomes", async () => {
    await act(chair, "Start the meeting").click();
    await act(chair, /^Open item 1/).click();
    await closeItem(chair, "1");
  });

  await test.step("on homes partners question one another, and speak of money", async () => {
    await act(chair, /^Open item 2/).click();
    await speaks(clerks, "City Council");
    await write(marsh, "c", HOMES);
    await money(marsh, CHAMBER, { amount: "£40,000", period: "2026/27", source: "our budget" });
    await speaks(clerks, "Chamber of Commerce");
    await write(farrow, "c", LATE);
    await money(sood, HEALTH, { amount: "no figure given" });
    await speaks(clerks, "Police");
    await write(chair, "c", JOBS);
    await money(farrow, CHARITIES, { amount: "£15,000" });
    await speaks(clerks, "The chair");
    await aside(clerks, AIDE);
    await entry(chair, HOMES).getByRole("button", { name: "Answered" }).click();
    const met = chair.getByRole("form", { name: "What it met with" });
    await met.getByRole("textbox", { name: "In what words" }).fill("Twelve of forty.");
    await met.getByRole("button", { name: "Record" }).click();
    await expect(entry(marsh, HOMES)).toContainText("Twelve of forty.");
    await closeItem(chair, "2");
  });

  const wire = await openWire(clerk.context, product.url);
  await test.step("the report is gone through measure by measure, and then no more", async () => {
    await act(chair, /^Open item 3/).click();
    await speaks(clerks, "City Council");
    await write(marsh, "c", LATEST);
    await speaks(clerks, "Voluntary Action");
    await clerks.getByRole("button", { name: "Strategy" }).click();
    await expect(marsh.getByText("About strategy")).toBeVisible();
    await speaks(clerks, "County Council");
    await businessOf(46, wire, held, procedural);
    await closeLeaving(chair, "3", LATEST);
    await closeMeeting(chair);
  });

  const played = reckon(await recordOf(wire, held.meetingId), { procedural });
  await test.step("do partners question one another?", () => rate(chair, board, played));
  await test.step("what became of it", () => answers(chair, board));
  await test.step("are real figures put on the table?", () => candour(chair, board));
  await test.step("which sector is under-heard?", () => balance(chair, board, played));
  await test.step("how much went on performance detail?", () => detail(chair, board, played));
  await test.step("who came who can commit?", () => commitment(chair, board));
});

async function sitBeside(page: Page, { meetingId }: Held): Promise<Page> {
  await page.goto(`/meetings/${meetingId}`);
  await page.getByRole("button", { name: "I have read this" }).click();
  return page;
}

/** Beside those who come by themselves: two at the agreed level, two below it, one who sends word, one nobody hears of. */
async function markSeats(clerks: Page): Promise<void> {
  const here = {
    "City Council": "Sian Marlowe, substitute", // a cabinet member, for a leader's seat
    "County Council": "Edward Penrose",
    Police: "Iain Munro, substitute", // a chief inspector, for a commander's
    "Science Park": "Apologies",
  };
  for (const [seat, name] of Object.entries(here)) {
    await clerks
      .getByRole("main")
      .getByRole("button", { name: `Mark ${seat}` })
      .click();
    await clerks.getByRole("dialog", { name: seat }).getByRole("button", { name }).click();
    await expect(clerks.getByRole("dialog", { name: seat })).toBeHidden();
  }
}

/** The floor goes to a seat, or to the chair. */
async function speaks(clerks: Page, who: string): Promise<void> {
  const seat = who === "The chair" ? /^Chair$/ : new RegExp(`^${who}, .*(principal|substitute)`);
  await act(clerks, seat).click();
  const floor = clerks.getByRole("complementary", { name: "Floor" });
  await expect(floor.getByRole("strong")).toHaveText(who);
}

/** A challenge that is the support team's own. */
async function aside(clerks: Page, words: string): Promise<void> {
  const line = await openLine(clerks, "c");
  await choose(clerks, "For whom", "Support team");
  await line.fill(words);
  await line.press("Enter");
  await expect(entry(clerks, words)).toBeVisible();
}

type Sum = { readonly amount: string; readonly period?: string; readonly source?: string };

async function money(page: Page, words: string, { amount, period = "", source = "" }: Sum): Promise<void> {
  const line = await openLine(page, "m");
  await page.getByRole("button", { name: /^What kind: / }).click();
  await page.getByRole("menuitemradio", { name: "Pooled", exact: true }).click();
  await page.getByRole("textbox", { name: "How much" }).fill(amount);
  await page.getByRole("textbox", { name: "For when" }).fill(period);
  await page.getByRole("textbox", { name: "Where the figure comes from" }).fill(source);
  await line.fill(words);
  await line.press("Enter");
  await expect(entry(page, words)).toBeVisible();
}

/** The item closed with one thing on it not confirmed. */
async function closeLeaving(page: Page, number: string, words: string): Promise<void> {
  await act(page, new RegExp(`^Close item ${number}`)).click();
  const panel = page.getByRole("dialog", { name: `Close item ${number}` });
  await panel.locator("label").filter({ hasText: words }).click();
  await panel.getByRole("button", { name: `Close item ${number}` }).click();
  await expect(panel).toBeHidden();
}

/** Three of partners and the chair; the clerk's is an officer's, and the last was left unconfirmed. */
async function rate(page: Page, board: OwnBoard, { business }: Reckoned): Promise<void> {
  const perHour = 3 / (business / 3_600_000);
  await pressFigure(page, board, "Do partners question one another when it matters?", [
    oneDecimal(perHour),
    "per business hour",
  ]);
  await expect(page.locator(".lede")).toContainText(`3 challenges in ${wholeMinutes(business)} minutes.`);
  await expectCounted(page, [
    [HOMES, "Answered"],
    [LATE, "No answer yet"],
    [JOBS, "No answer yet"],
  ]);
  await followToRecord(page, LATE);
}

async function answers(page: Page, board: OwnBoard): Promise<void> {
  await pressFigure(page, board, "When someone asks a hard question, does it get an answer?", [
    "1 of 3",
    "answered so far",
  ]);
  await expectCounted(page, [
    [HOMES, "Answered"],
    [LATE, "No answer yet"],
    [JOBS, "No answer yet"],
  ]);
  await followToRecord(page, HOMES);
}

/** One with its year and where it comes from, one without either, and one that names nothing: 1 + ½ + 0. */
async function candour(page: Page, board: OwnBoard): Promise<void> {
  await pressFigure(page, board, "When money comes up, are real figures put on the table?", [
    "50.0%",
    "1½ of 3 entries",
  ]);
  await expect(page.locator(".lede")).toContainText("1 stated, 1 as a range, 1 with no figure given.");
  await expect(page.locator(".lede")).toContainText("£40,000 stated in all.");
  await expectCounted(page, [
    [CHAMBER, "£40,000"],
    [HEALTH, ""],
    [CHARITIES, "£15,000"],
  ]);
  await expect(counted(page).nth(1)).not.toContainText("£");
  await followToRecord(page, CHARITIES);
}

const SPOKE: readonly SeatCode[] = ["LDR", "CAB", "POL", "CHA", "VOL"];

/** Six seats were filled by others than whoever presides; two each of councils and other public bodies. */
async function balance(page: Page, board: OwnBoard, played: Reckoned): Promise<void> {
  const all = spokenBy(played, ...SPOKE.map(board.seat));
  const share = (...codes: readonly SeatCode[]) => spokenBy(played, ...codes.map(board.seat)) / all;
  const gaps = [
    share("LDR", "CAB") - 2 / 6,
    share("NHS", "POL") - 2 / 6,
    share("CHA") - 1 / 6,
    share("VOL") - 1 / 6,
  ];
  await pressFigure(page, board, "Which sector is under-heard, given who came?", [
    twoDecimals(1 - added(gaps.map(Math.abs)) / 2),
    "of 1",
  ]);
  // councils, other public bodies, business and the charities together, as both are small
  const rows = await rowsBehind(page, /^Discussion by partners/);
  expect(rows.map((row) => row.slice(1).map(turnsIn))).toEqual([
    [1, 1, 1],
    [2, 0, 1],
    [3, 1, 2],
  ]);
  const minutes = (rows.at(-1) ?? []).slice(1).map((cell) => Number(/\d+/.exec(cell)?.[0]));
  expect(minutes).toEqual(
    [share("LDR", "CAB"), share("POL"), share("CHA", "VOL")].map((each) => Math.floor((each * all) / 60_000)),
  );
}

const turnsIn = (cell: string): number => Number(/(\d+) turn/.exec(cell)?.[1] ?? 0);

/** Detail was planned for the report, until the clerk turned to strategy. */
async function detail(page: Page, board: OwnBoard, { stretches, business }: Reckoned): Promise<void> {
  const inDetail = added(stretches.filter(({ focus }) => focus === "performance-detail").map(({ ms }) => ms));
  await pressFigure(page, board, "How much of a strategic meeting went on performance detail?", [
    `${oneDecimal((100 * inDetail) / business)}%`,
    "of business time",
  ]);
  const rows = await rowsBehind(page, /^Stretches of business time/);
  expect(rows).toEqual(
    stretches.map(({ itemId, focus, ms }) => [
      expect.stringContaining((itemId === homes.itemId ? homes : report).heading.title),
      focus === "strategy" ? "Strategy" : "Detail",
      stopwatch(ms),
    ]),
  );
}

/** Nine seats are not vacant; the two substitutes are below the level agreed, and two seats are empty. */
async function commitment(page: Page, board: OwnBoard): Promise<void> {
  await pressFigure(page, board, "Are partners still sending people who can commit their organisation?", [
    "5 of 9",
    "seats",
  ]);
  const rows = await rowsBehind(page, /^Full seats/);
  expect(rows.map(([seat, , filled]) => [seat, filled])).toEqual([
    ["City Council", "Substitute, below level"],
    ["County Council", "Principal, at level"],
    ["NHS Primary Care", "Principal, at level"],
    ["Police", "Substitute, below level"],
    ["The University", "Principal, at level"],
    ["Chamber of Commerce", "Principal, at level"],
    ["Science Park", "Apologies"],
    ["Voluntary Action", "Principal, at level"],
    ["Tenants’ Federation", "Nobody"],
    ["Housing Association", "Vacant, not counted"],
  ]);
}
