// A board's settings: its clerk changes the rules, everybody reads what they were, and a meeting under way follows at
// once: what may be asked for, what time is left, and a clock that can be stopped.
import type { Page } from "@playwright/test";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { act, enter, heading, sit } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

// ten seconds pass in one, so that a clock that is stopped is told from one that is not
test.use({
  settings: { CLOCK_START: "2026-11-24T18:00:00Z", CLOCK_RATE: "10" },
  // what is refused is answered so
  expectedComplaints: /422/,
});
test.setTimeout(240_000);

const TITLE = "What we add together";
const settings = `/boards/${boardId("strategic")}/settings`;

const floor = (page: Page) => page.getByRole("complementary", { name: "Floor" });
const line = (page: Page) => page.getByRole("form", { name: /^Record an entry/ });
const field = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const log = (page: Page) => page.getByRole("region", { name: "What has been changed" }).getByRole("listitem");
const holding = (page: Page) => page.getByRole("region", { name: "What holds now" });
const save = (page: Page) => page.getByRole("button", { name: "Save the settings" });

async function kindsOffered(page: Page): Promise<readonly string[]> {
  await line(page).getByRole("button", { name: "Ask to speak as something else" }).click();
  const names = await page.getByRole("menuitem").allTextContents();
  await page.keyboard.press("Escape");
  return names;
}

test("the clerk changes the rules, and a meeting under way follows at once", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const items = [plannedItem(TITLE), plannedItem("Low carbon")];
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  await takeFirst(held, items);
  const marsh = await sit(await signedIn("marsh"), held);
  const chair = await enter(await signedIn("haldane"), held);
  const page = clerk.page;

  await test.step("before: every kind, and no time is set", async () => {
    expect(await kindsOffered(marsh)).toEqual([
      "A question",
      "A challenge",
      "Point of information",
      "Point of order",
    ]);
    await page.goto(settings);
    await expect(page.getByText(/Board of Tuesday 24 November 2026.* under way/)).toBeVisible();
    await expect(holding(page)).toContainText("Never changed.");
    await expectAccessible(page, "the settings");
  });

  await test.step("what cannot be is refused at its field, and nothing typed is lost", async () => {
    await field(page, "Quorum").fill("99");
    await field(page, "Time for a turn, in seconds").fill("5");
    await save(page).click();
    await expect(field(page, "Quorum")).toBeFocused();
    await expect(page.getByText("Whole seconds, from 30 to 3600, or nothing.")).toBeVisible();
    await field(page, "Time for a turn, in seconds").fill("120");
    await field(page, "Quorum").fill("59");
    await save(page).click();
    await expect(page.getByText(/^A whole number from 0 to \d+\.$/)).toBeVisible();
    await field(page, "Quorum").fill("5");
  });

  await test.step("saved: a kind is gone from the partner's list, and stands in the history", async () => {
    await page.getByText("A challenge", { exact: true }).click();
    await field(page, "Time for a sector on an item, in minutes").fill("5");
    await save(page).click();
    await expect(page.getByText("Saved. It stands above")).toBeVisible();
    await expect(log(page).first()).toContainText("24 November 2026");
    await expect(log(page).first()).toContainText(/Time for a turn: No allowance became\s+2 minutes/);
    await expect(holding(page)).toContainText("2 minutes");
    await expect
      .poll(() => kindsOffered(marsh))
      .toEqual(["A question", "Point of information", "Point of order"]);
  });

  await test.step("the time left is told to all; the clock is stopped without charge, and a minute is added", async () => {
    await marsh.keyboard.press("q");
    await expect(line(marsh)).toContainText("You are 1st in the queue.");
    await heading(chair, `Item 1. ${TITLE}`).click();
    await chair.keyboard.press("f");
    await expect(line(marsh)).toContainText(/\d:\d\d left of 2:00/);
    await expect(floor(chair)).toContainText(/Business, on this item/);
    await expect(floor(chair)).toContainText(/\d:\d\d left of 5:00/);
    await chair.keyboard.press("p");
    await expect(floor(marsh)).toContainText("The clock is stopped");
    await expect(line(marsh)).toContainText("The clock is stopped.");
    const stood = await floor(marsh).locator(".clk").textContent();
    await act(chair, /^One more minute/).click();
    await expect(floor(marsh)).toContainText(/left of 3:00/);
    await expectAccessible(chair, "time left, and a stopped clock");
    await expect(floor(marsh).locator(".clk")).toHaveText(stood ?? "");
    await act(chair, /^Start the clock again/).click();
    await expect(floor(marsh)).not.toContainText("The clock is stopped");
    await expect(floor(marsh).locator(".clk")).not.toHaveText(stood ?? "");
  });

  await test.step("a member reads it all and changes nothing", async () => {
    await marsh.goto(settings);
    await expect(holding(marsh)).toContainText("2 minutes");
    await expect(log(marsh).first()).toContainText("What one may ask to speak for");
    await expect(save(marsh)).toHaveCount(0);
    await expect(marsh.getByRole("button", { name: "Undo the last change" })).toHaveCount(0);
    await expectAccessible(marsh, "the settings as a member reads them");
  });

  await test.step("undone, all is as it was: in the meeting, too", async () => {
    await page.getByRole("button", { name: "Undo the last change" }).click();
    await expect(log(page).first()).toContainText("taking a change back");
    await expect(field(page, "Time for a turn, in seconds")).toHaveValue("");
    await expect(floor(chair)).not.toContainText("left of");
    await expect(act(chair, /^One more minute/)).toHaveCount(0);
  });
});

test("what two clerks change at once is not lost: the second is told, and sees what holds", async ({
  signedIn,
}) => {
  const one = (await signedIn("field")).page;
  const two = (await signedIn("field")).page;
  await one.goto(settings);
  await two.goto(settings);
  await field(one, "Years for which the record is kept").fill("10");
  await save(one).click();
  await expect(one.getByText("Saved. It stands above")).toBeVisible();
  await field(two, "Answers from which a pulse is shown").fill("8");
  await save(two).click();
  await expect(two.getByText(/^Somebody has changed this since you opened it/)).toBeVisible();
  await expect(field(two, "Answers from which a pulse is shown")).toHaveValue("8");
  await two.reload();
  await expect(holding(two)).toContainText("10 years");
});

test("the chair carries a line of the queue elsewhere, by mouse and by keys", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const items = [plannedItem(TITLE)];
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  await takeFirst(held, items);
  for (const as of ["officer", "guest", "public"] as const)
    await held.carryOut({ type: "askToSpeak", speaker: { as }, kind: "contribution" });
  const chair = await enter(await signedIn("haldane"), held);
  const queue = chair.getByRole("region", { name: "Queue" });
  const rows = queue.getByRole("row");
  await expect(rows).toHaveText([/Support team/, /A guest/, /member of the public/]);
  await expectAccessible(chair, "a queue that is carried about");

  const handle = (name: RegExp) => queue.getByRole("button", { name });
  await rows.last().dragTo(rows.first(), { targetPosition: { x: 20, y: 2 } });
  await expect(rows).toHaveText([/member of the public/, /Support team/, /A guest/]);

  await handle(/^Carry A member of the public/).focus();
  await chair.keyboard.press("Enter");
  await chair.keyboard.press("End");
  await chair.keyboard.press("Enter");
  await expect(rows).toHaveText([/Support team/, /A guest/, /member of the public/]);
});
