// Carrying on: what one meeting leaves, the next one begins with, and what is said of it there stands in the record of
// the meeting it belongs to.

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { EntryId, MeetingId } from "#domain/ids.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { act, enter, heading } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const ASKED = "What happens if the grant is late?";
const TO_DO = "Write to the ministry about the grant.";
const PUT_OFF = "Transport beyond the ring road";

const carried = (page: Page) => page.getByRole("region", { name: "Left by earlier meetings" });
const left = (page: Page, words: string) =>
  carried(page).getByRole("listitem").filter({ hasText: words }).last();

test("the next meeting begins with what the last one left, and settles it in the last one's record", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const items = [plannedItem("What we add together"), plannedItem(PUT_OFF)];
  const last = await convene(clerk.context, product.url, { title: "November board", items });
  const itemId = await takeFirst(last, items);
  const said = () => ({ entryId: EntryId.parse(randomUUID()), itemId, speaker: { as: "officer" } }) as const;
  await last.carryOut({
    type: "recordChallenge",
    ...said(),
    text: ASKED,
    target: "partnership",
    topic: "money",
  });
  await last.carryOut({
    type: "recordAction",
    ...said(),
    text: TO_DO,
    owner: null,
    due: null,
    size: "small",
    decision: null,
  });
  await last.carryOut({ type: "closeItem", itemId, confirmed: [] });
  await last.carryOut({ type: "deferItem", itemId: items[1]?.itemId ?? itemId, reason: "No time was left" });
  await last.carryOut({ type: "closeMeeting" });
  const page = clerk.page;

  await test.step("the clerk makes the next one, and keeps what was put off", async () => {
    await page.goto("/meetings/new");
    await expect(page.getByText(`${PUT_OFF}, put off on 24 November 2026`)).toBeVisible();
    await expectAccessible(page, "a new meeting with what the last one left");
    await page.getByRole("textbox", { name: "Title" }).fill("January board");
    await page.getByRole("spinbutton", { name: /^year/ }).click();
    await page.keyboard.type("2027");
    await page.getByRole("button", { name: "Make the meeting" }).click();
    await expect(page.getByRole("heading", { name: "Matters arising" })).toBeVisible();
    await expect(page.getByRole("heading", { name: PUT_OFF })).toBeVisible();
    await expect(page.getByText("Put off at an earlier meeting, and taken up here.")).toBeVisible();
  });

  const meetingId = MeetingId.parse(/meetings\/([0-9a-f-]{36})/.exec(page.url())?.[1]);
  await test.step("what has been taken up is not offered again", async () => {
    await page.goto("/meetings/new");
    await expect(page.getByRole("button", { name: "Make the meeting" })).toBeVisible();
    await expect(page.getByText(`${PUT_OFF}, put off`)).toHaveCount(0);
    await page.goto(`/meetings/${meetingId}/agenda`);
    await page.getByRole("button", { name: "Publish…" }).first().click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Publish/ })
      .click();
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  const chair = (await signedIn("haldane")).page;
  await test.step("its room shows what is open, and it is answered from there", async () => {
    await enter(clerk, { meetingId });
    await act(page, "Start the meeting").click();
    await act(page, /^Open item 1/).click();
    await heading(page, "Item 1. Matters arising").waitFor();
    await chair.goto(`/meetings/${meetingId}`);
    await expect(left(chair, ASKED)).toContainText("No answer yet");
    await expectAccessible(chair, "what earlier meetings have left");

    await left(page, ASKED).getByRole("button", { name: "Answered" }).click();
    await left(page, ASKED)
      .getByRole("textbox", { name: "In what words" })
      .fill("The council bridges it until June.");
    await left(page, ASKED).getByRole("button", { name: "Record", exact: true }).click();
    await expect(left(chair, ASKED)).toContainText("The council bridges it until June.");
    await left(page, TO_DO).getByRole("button", { name: "Progress" }).click();
    await left(page, TO_DO).getByText("Done", { exact: true }).click();
    await left(page, TO_DO).getByRole("button", { name: "Record", exact: true }).click();
    await expect(left(chair, TO_DO)).toContainText("Done");
  });

  await test.step("it stands in the last meeting's record, with where it was heard", async () => {
    await chair.goto(`/meetings/${last.meetingId}/record`);
    const entry = chair.getByRole("listitem").filter({ hasText: ASKED }).last();
    await expect(entry).toContainText("The council bridges it until June.");
    await expect(entry.getByRole("link", { name: /^at the meeting of/ })).toHaveAttribute(
      "href",
      new RegExp(`/meetings/${meetingId}/record#item-`),
    );
  });
});
