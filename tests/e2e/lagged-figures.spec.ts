// Figures that time settles: what becomes of challenges by the close of the next meeting, of sums by the close of the
// second, of what goes with a decision within ten working days, and of what nobody confirmed after five. Played through the
// room on a board of its own; the house is started again on a later day, and each figure is read and counted as it stands.
import type { Page } from "@playwright/test";
import { counted, expectCounted, followToRecord, openFigure } from "./support/figures.ts";
import { expect, test } from "./support/journey.ts";
import { makeBoard } from "./support/own-board.ts";
import type { Product } from "./support/product.ts";
import { act, closeItem, closeMeeting, entry, heading, more, openLine, sit, write } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T10:00:00Z", CLOCK_RATE: "20" }, actionTimeout: 20_000 });
test.setTimeout(240_000);

const apologies = plannedItem("Apologies and declarations of interest", { kind: "procedural" });
const homes = plannedItem("Homes for nurses", { kind: "decision" });

const ANSWERED = "How many of the homes went to nurses?";
const PROMISED = "Why was the second phase late?";
const TAKEN_BACK = "Is this the same figure as last time?";
const LEFT = "Who will say so to the ministry?";
const FORTY = "The Chamber adds forty thousand.";
const HUNDRED = "Health adds a hundred thousand.";
const SIXTY = "The Chamber could find sixty more.";
const DECISION = "That forty homes at Northfield be funded.";

test("each of them waits for its day, is settled by it, and stays", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const clerk = await signedIn("field");
  const board = await makeBoard(product, "In time", { admin: await browserOf(), clerk: clerk.context });
  const items = [apologies, homes];
  const first = await convene(clerk.context, product.url, {
    title: "The first",
    items,
    time: "10:00",
    of: board,
  });
  await first.carryOut({ type: "publishAgenda" });
  const marsh = await sit(await signedIn("marsh"), first);
  const sood = await sit(await signedIn("sood"), first);
  const chair = await sit(await signedIn("haldane"), first);
  const { page } = clerk;
  const all = [marsh, sood, chair, page];

  await test.step("a first meeting: four challenges, three sums, a decision", async () => {
    await act(chair, "Start the meeting").click();
    await act(chair, /^Open item 1/).click();
    await closeItem(chair, "1");
    await act(chair, /^Open item 2/).click();
    await expect(heading(marsh, "Item 2. Homes for nurses")).toBeVisible();
    await write(marsh, "c", ANSWERED);
    await write(sood, "c", PROMISED);
    await write(marsh, "c", TAKEN_BACK);
    await write(sood, "c", LEFT);
    await sum(marsh, FORTY, "£40,000");
    await sum(sood, HUNDRED, "£100,000");
    await sum(marsh, SIXTY, "£60,000");
    await respond(chair, ANSWERED, "Answered", "Twelve of forty.");
    await respond(chair, PROMISED, "Promised by a date", "When the builders have said.");
    await more(marsh, entry(marsh, TAKEN_BACK), "Withdraw");
    const withdrawing = marsh.getByRole("form", { name: /^Withdraw/ });
    await withdrawing.getByRole("textbox", { name: "Why" }).fill("It was");
    await withdrawing.getByRole("button", { name: "Withdraw" }).click();
    await decide(chair);
    await act(chair, /^Close item 2/).click();
    const panel = chair.getByRole("dialog", { name: "Close item 2" });
    await panel.locator("label").filter({ hasText: LEFT }).click();
    await panel.getByRole("button", { name: "Close item 2" }).click();
    await expect(panel).toBeHidden();
    await closeMeeting(chair);
  });

  await test.step("that evening nothing is final, and what was not confirmed does not count", async () => {
    await openFigure(page, board, "challenge-response", { said: "1 of 2 answered so far." });
    await expectCounted(page, [
      [ANSWERED, "Answered"],
      [PROMISED, "Promised"],
    ]);
    await openFigure(page, board, "money-to-commitment", { said: "£0 of £200,000 agreed so far." });
    await expectCounted(page, [
      [FORTY, "£40,000"],
      [HUNDRED, "£100,000"],
      [SIXTY, "£60,000"],
    ]);
    // its words and day, who was there, that interests were asked for, and that it is open
    await openFigure(page, board, "scrutiny-readiness", { said: "4 of 8 checks so far." });
    await expectCounted(page, [[DECISION, "Agreed"]]);
    await followToRecord(page, DECISION);
  });

  // what was taken back before the item closed was not there to be confirmed
  await test.step("after five working days what nobody has disputed counts, taken back or not", async () => {
    await onAnotherDay("2026-12-02T10:00:00Z", product, all);
    await openFigure(page, board, "challenge-response", { said: "1 of 3 answered so far." });
    await expectCounted(page, [
      [ANSWERED, "Answered"],
      [PROMISED, "Promised"],
      [TAKEN_BACK, "Withdrawn"],
      [LEFT, "No answer yet"],
    ]);
  });

  await test.step("the clerk tells what goes with the decision: two checks more", async () => {
    await page.goto(`/meetings/${first.meetingId}/record`);
    await complete(page, "Reasons", "The waiting list has doubled.");
    await complete(page, "What it means for money", "Two hundred thousand, once.");
    await openFigure(page, board, "scrutiny-readiness", { said: "6 of 8 checks so far." });
  });

  await test.step("the next meeting answers one challenge, and agrees two of the sums", async () => {
    const second = await convene(clerk.context, product.url, {
      title: "The second",
      day: "2026-12-02",
      time: "10:00",
      of: board,
      carryOver: true,
    });
    await second.carryOut({ type: "publishAgenda" });
    await chair.goto(`/meetings/${second.meetingId}`);
    await act(chair, "Start the meeting").click();
    await act(chair, /^Open item 1/).click();
    await expect(heading(chair, "Item 1. Matters arising")).toBeVisible();
    await respond(chair, PROMISED, "Answered", "The builders were late.", left(chair, PROMISED));
    await page.goto(`/meetings/${first.meetingId}/record`);
    await agree(page, FORTY, "£40,000");
    await agree(page, HUNDRED, "£25,000");
    await openFigure(page, board, "challenge-response", { said: "2 of 3 answered so far." });
    await closeItem(chair, "1");
    await closeMeeting(chair);
    await openFigure(page, board, "challenge-response", { said: "2 of 3 answered.", back: 1 });
    await expectCounted(page, [
      [ANSWERED, "Answered"],
      [PROMISED, "Answered"],
      [TAKEN_BACK, "Withdrawn"],
      [LEFT, "No answer yet"],
    ]);
    await openFigure(page, board, "money-to-commitment", {
      said: "£65,000 of £200,000 agreed so far.",
      back: 1,
    });
  });

  await test.step("ten working days after the first what scrutiny would find is final", async () => {
    await onAnotherDay("2026-12-09T10:00:00Z", product, all);
    await openFigure(page, board, "scrutiny-readiness", { said: "6 of 8 checks.", back: 1 });
  });

  await test.step("what is told and answered after that changes neither", async () => {
    await page.goto(`/meetings/${first.meetingId}/record`);
    await complete(page, "Other options considered", "To build at Eastfield.");
    await respond(page, LEFT, "Answered", "The leader has.", recorded(page, LEFT));
    await openFigure(page, board, "scrutiny-readiness", { said: "6 of 8 checks.", back: 1 });
    await expectCounted(page, [[DECISION, "Agreed"]]);
    await openFigure(page, board, "challenge-response", { said: "2 of 3 answered.", back: 1 });
    await expect(counted(page).filter({ hasText: LEFT })).toContainText(
      "after the next meeting had closed, so not counted",
    );
    await followToRecord(page, LEFT);
  });

  await test.step("the second meeting after settles the sums; what is agreed later is too late", async () => {
    const items = [plannedItem("Low carbon")];
    const day = "2026-12-09";
    const third = await convene(clerk.context, product.url, { title: "The third", items, day, of: board });
    const itemId = await takeFirst(third, items);
    await third.carryOut({ type: "closeItem", itemId, confirmed: [] });
    await third.carryOut({ type: "closeMeeting" });
    await openFigure(page, board, "money-to-commitment", {
      said: "£65,000 of £200,000 agreed.",
      back: 2,
    });
    await page.goto(`/meetings/${first.meetingId}/record`);
    await agree(page, SIXTY, "£60,000");
    await openFigure(page, board, "money-to-commitment", {
      said: "£65,000 of £200,000 agreed.",
      back: 2,
    });
    await expectCounted(page, [
      [FORTY, "£40,000"],
      [HUNDRED, "£100,000"],
      [SIXTY, "£60,000"],
    ]);
    await followToRecord(page, HUNDRED);
  });
});

/** The house is closed and opened again, and it is that day. Nobody's page waits for it meanwhile. */
async function onAnotherDay(start: string, product: Product, pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.goto("about:blank");
  await product.leave();
  await product.start({ CLOCK_START: start });
}

async function sum(page: Page, words: string, amount: string): Promise<void> {
  const line = await openLine(page, "m");
  await page.getByRole("button", { name: /^What kind: / }).click();
  await page.getByRole("menuitemradio", { name: "Pooled", exact: true }).click();
  await page.getByRole("textbox", { name: "How much" }).fill(amount);
  await line.fill(words);
  await line.press("Enter");
  await expect(entry(page, words)).toContainText(amount);
}

const left = (page: Page, words: string) =>
  page
    .getByRole("region", { name: "Left by earlier meetings" })
    .getByRole("listitem")
    .filter({ hasText: words })
    .last();

const recorded = (page: Page, words: string) => page.locator("li[id^='entry-']").filter({ hasText: words });

async function respond(page: Page, words: string, how: string, said: string, at = entry(page, words)) {
  await at.getByRole("button", { name: how, exact: true }).click();
  const met = at.getByRole("form", { name: "What it met with" });
  if (how === "Promised by a date") await met.getByLabel("By when").fill("2026-12-01");
  await met.getByRole("textbox", { name: "In what words" }).fill(said);
  await met.getByRole("button", { name: "Record", exact: true }).click();
  await expect(at).toContainText(said);
}

async function decide(chair: Page): Promise<void> {
  await write(chair, "d", DECISION);
  await expect(entry(chair, DECISION)).toBeVisible();
  await act(chair, /^Read back decision/).click();
  await chair.getByRole("button", { name: /^Agreed/ }).click();
  await expect(entry(chair, DECISION)).toContainText("Agreed, by consensus");
}

/** What was agreed of a sum, told on the record of the meeting at which it was mentioned. */
async function agree(page: Page, words: string, amount: string): Promise<void> {
  const at = recorded(page, words);
  await at.getByRole("button", { name: "Its stage" }).click();
  const stage = at.getByRole("form", { name: "Stage of the money" });
  await stage.getByText("Agreed", { exact: true }).click();
  await stage.getByRole("textbox", { name: /^Sum/ }).fill(amount);
  await stage.getByRole("button", { name: "Record", exact: true }).click();
  await expect(at).toContainText(`Agreed, ${amount}`);
}

async function complete(page: Page, field: string, words: string): Promise<void> {
  await recorded(page, DECISION).getByRole("button", { name: "Complete" }).click();
  const dialog = page.getByRole("dialog", { name: /^Decision 2\.\d: what goes with it/ });
  await dialog.getByRole("textbox", { name: field }).fill(words);
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();
  await expect(recorded(page, DECISION)).toContainText(words);
}
