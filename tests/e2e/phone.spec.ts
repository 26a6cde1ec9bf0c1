// At 320 px, by touch: a partner does all that a partner may, and the chair runs a meeting.
import type { Page } from "@playwright/test";
import { expectNoSideways } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { act, choose, entry, heading } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const items = () => [plannedItem("What we add together"), plannedItem("Low carbon")];

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(/ this room open\./)).toBeVisible();
  await page.getByRole("button", { name: "I have read this" }).tap();
  await expectNoSideways(page, "the room");
}

/** The line of a kind opened by a tap. */
async function tapLine(page: Page, kind: string) {
  await page.getByRole("group", { name: "Kind of entry" }).getByRole("button", { name: kind }).tap();
  const words = page.getByRole("textbox", { name: `Words of the ${kind.toLowerCase()}` });
  await expect(words).toBeVisible();
  await expectNoSideways(page, `${kind} being written`);
  return words;
}

async function say(page: Page, kind: string, words: string): Promise<void> {
  await (await tapLine(page, kind)).fill(words);
  await page.getByRole("button", { name: "Record", exact: true }).tap();
  await expect(entry(page, words)).toBeVisible();
}

test("a partner follows, records every kind, answers, and takes back", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const agenda = items();
  const held = await convene(clerk.context, product.url, { title: "Board", items: agenda });
  await takeFirst(held, agenda);
  const { page } = await signedIn("marsh", PHONE);
  await enter(page, `/meetings/${held.meetingId}`);

  await act(page, "I am here").tap();
  await expect(page.getByText("You sit for Chamber of Commerce.")).toBeVisible();
  await say(page, "Decision", "That we publish the list");
  await say(page, "Challenge", "Who has the figure?");
  await say(page, "Note", "A word of thanks");
  const money = await tapLine(page, "Money");
  await choose(page, "What kind", "Pooled");
  await page.getByRole("button", { name: "No figure given" }).tap();
  await money.fill("As much as last year");
  await page.getByRole("button", { name: "Record", exact: true }).tap();
  await expect(entry(page, "As much as last year")).toContainText("No figure given");
  const action = await tapLine(page, "Action");
  await choose(page, "Who does it", "Support team");
  await action.fill("Circulate the list");
  await page.getByRole("button", { name: "Record", exact: true }).tap();
  await expect(entry(page, "Circulate the list")).toContainText("Support team");

  await entry(page, "Who has the figure?").getByRole("button", { name: "Answered" }).tap();
  const met = page.getByRole("form", { name: "What it met with" });
  await met.getByRole("textbox", { name: "In what words" }).fill("The Chamber has it");
  await expectNoSideways(page, "an answer being written");
  await met.getByRole("button", { name: "Record" }).tap();
  await expect(entry(page, "Who has the figure?")).toContainText("The Chamber has it");

  await say(page, "Note", "Said too soon");
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(entry(page, "Said too soon")).toHaveCount(0);

  await page.getByRole("button", { name: "Agenda", exact: true }).tap();
  await page
    .getByRole("dialog", { name: "Agenda" })
    .getByRole("button", { name: /Low carbon/ })
    .tap();
  await expect(heading(page, "Item 2. Low carbon")).toBeVisible();
  await page.getByRole("button", { name: "Back to the chair" }).tap();
  await expect(heading(page, "Item 1. What we add together")).toBeVisible();
  await page.getByRole("button", { name: "Who is here, by partner" }).tap();
  await expect(page.getByRole("dialog", { name: "Who is here" })).toContainText("Helen Marsh");
});

test("the chair starts, takes items, records, and closes the meeting", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await convene(clerk.context, product.url, { title: "Board", items: items() });
  await held.carryOut({ type: "publishAgenda" });
  const { page } = await signedIn("haldane", PHONE);
  await enter(page, `/meetings/${held.meetingId}`);

  await act(page, "Start the meeting").tap();
  for (const [number, title] of [
    ["1", "What we add together"],
    ["2", "Low carbon"],
  ] as const) {
    await act(page, new RegExp(`^Open item ${number}`)).tap();
    await expect(heading(page, `Item ${number}. ${title}`)).toBeVisible();
    await say(page, "Challenge", `Who has the figure of item ${number}?`);
    await act(page, new RegExp(`^Close item ${number}`)).tap();
    const panel = page.getByRole("dialog", { name: `Close item ${number}` });
    await expect(panel.getByRole("checkbox", { name: /Who has the figure/ })).toBeChecked();
    await expectNoSideways(page, "an item being closed");
    await panel.getByRole("button", { name: `Close item ${number}` }).tap();
  }
  await act(page, /^Close the meeting/).tap();
  await expect(heading(page, "Before the meeting closes")).toBeVisible();
  await expectNoSideways(page, "what is unfinished");
  await act(page, /^Close the meeting/).tap();
  await expect(page.getByText("The meeting is over.")).toBeVisible();
  await expectNoSideways(page, "the room after the meeting");
});
