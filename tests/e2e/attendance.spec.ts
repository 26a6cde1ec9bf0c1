// Who was there: said by each from their own device, kept and put right by the clerk, and counted towards the quorum.
// Twenty seconds pass in one.
import type { Page } from "@playwright/test";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { seatId } from "#server/sample/cast.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { listen } from "./support/keys.ts";
import { act, enter, heading } from "./support/room.ts";
import { convene, type Held, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z", CLOCK_RATE: "20" } });
test.setTimeout(240_000);

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const items = [plannedItem("What we add together"), plannedItem("Low carbon")] as const;
const strategic = (code: string) => seatId("strategic", code);
const arrives = (code: string): SentCommand => ({
  type: "markAttendance",
  seat: strategic(code),
  outcome: "principal",
  mode: "inPerson",
  from: null,
});

async function inSession(clerk: Person, url: string): Promise<Held> {
  const held = await convene(clerk.context, url, { title: "Board", items: [...items] });
  await takeFirst(held, [...items]);
  return held;
}

const panel = (page: Page) => page.getByRole("complementary", { name: "Floor" });
/** Until the board has spent so many minutes of the room's time on the item. */
async function minutesPass(page: Page, atLeast: number): Promise<void> {
  const clock = page.getByText(/^\d+ of 20 minutes/).first();
  await expect
    .poll(async () => Number(/^\d+/.exec((await clock.textContent()) ?? "")?.[0]))
    .toBeGreaterThanOrEqual(atLeast);
}

/** The dialog in which whoever may marks a seat, opened from the list of all seats. */
async function marking(page: Page, partner: string) {
  await act(page, "Who is here, by partner").click();
  const list = page.getByRole("dialog", { name: "Who is here" });
  await list.getByRole("button", { name: `Mark ${partner}` }).click();
  return page.getByRole("dialog", { name: partner });
}

async function leaveDialogs(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("each joins and says what can be committed; the clerk puts times right; the quorum is lost and found", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  for (const code of ["NHS", "POL", "FIR", "JCP", "BRK", "COL", "SCI"]) await held.carryOut(arrives(code));
  const page = await enter(clerk, held);
  const chair = await enter(await signedIn("haldane"), held);
  const marsh = await enter(await signedIn("marsh", PHONE), held);
  await marsh.getByRole("button", { name: "I have read this" }).tap();
  const heard = await listen(page);

  await test.step("seven seats of the eight the board needs are said to be too few", async () => {
    await expect(panel(page)).toContainText("7 of 18 seats, not quorate");
    await expect(panel(marsh)).toContainText("Not quorate. 7 of the 8 seats the board needs to decide.");
    await expectAccessible(page, "a board without a quorum");
  });

  await test.step("a partner joins from a phone, and is asked what can be committed", async () => {
    await act(marsh, "I am here").tap();
    await expect(panel(marsh)).toContainText("You sit for Chamber of Commerce.");
    await expect(panel(page)).toContainText("8 of 18 seats, quorate");
    await expect.poll(heard).toContain("There is a quorum.");
    const asked = panel(marsh).getByRole("radiogroup", { name: "Can you commit your organisation today?" });
    await asked.getByText("Within limits").tap();
    await expect(asked.getByRole("radio", { name: "Within limits" })).toBeChecked();
    await expectNoSideways(marsh, "what can be committed, on a phone");
    await expect(chair.getByRole("region", { name: "For the chair alone" })).toContainText(
      "Chamber of Commerce can commit within limits",
    );
    await asked.getByText("Yes", { exact: true }).tap();
    await expect(chair.getByRole("region", { name: "For the chair alone" })).not.toContainText(
      "can commit within limits",
    );
  });

  await test.step("what one can commit to is told to the chair and the clerk, and to no other partner", async () => {
    const sood = await enter(await signedIn("sood"), held);
    await sood.getByRole("button", { name: "I have read this" }).click();
    await act(sood, "Who is here, by partner").click();
    await expect(sood.getByRole("dialog", { name: "Who is here" })).toContainText("Helen Marsh");
    await expect(sood.getByRole("dialog", { name: "Who is here" })).not.toContainText("can commit");
    await sood.context().close();
    await act(page, "Who is here, by partner").click();
    await expect(
      page.getByRole("dialog", { name: "Who is here" }).getByRole("listitem").filter({ hasText: "Marsh" }),
    ).toContainText("Helen Marsh; can commit");
    await expectAccessible(page, "who is here");
    await leaveDialogs(page);
  });

  await test.step("one leaves within the item: the quorum is lost, said once", async () => {
    await minutesPass(page, 2);
    await act(marsh, "I am leaving").tap();
    await expect(panel(page)).toContainText("7 of 18 seats, not quorate");
    const lost = "The quorum is lost: 7 of the 8 seats the board needs to decide.";
    await expect.poll(heard).toContain(lost);
    expect((await heard()).filter((text) => text === lost)).toHaveLength(1);
    await held.carryOut({ type: "closeItem", itemId: items[0].itemId, confirmed: [] });
    await held.carryOut({ type: "openItem", itemId: items[1].itemId });
    await expect(heading(page, "Item 2. Low carbon")).toBeVisible();
    await minutesPass(page, 2);
  });

  await test.step("who was there for which item is told from the times", async () => {
    await act(page, "Who is here, by partner").click();
    const row = (words: string) =>
      page.getByRole("dialog", { name: "Who is here" }).getByRole("listitem").filter({ hasText: words });
    await expect(row("Chamber of Commerce")).toContainText("Left at 18:");
    await expect(row("Chamber of Commerce")).toContainText(/Present for (part of )?item 1(?!\d)/);
    await expect(row("Police")).toContainText(/Present (throughout|for items 1 to 2)/);
    await page.keyboard.press("Escape");
  });

  await test.step("the clerk puts the times right, with a reason, and what stood before stays in sight", async () => {
    const seat = await marking(page, "Chamber of Commerce");
    await seat.getByRole("button", { name: "Put the times right" }).click();
    const form = seat.getByRole("form", { name: "Put the times right" });
    await form.getByLabel("Left", { exact: true }).fill("");
    await form.getByRole("button", { name: "Record the times" }).click();
    await expect(form).toContainText("A reason goes on the record with it.");
    await expectAccessible(page, "times being put right");
    await form.getByRole("textbox", { name: "Why" }).fill("Only took a call");
    await form.getByRole("button", { name: "Record the times" }).click();
    await expect(seat).toContainText("put it right (Only took a call): Helen Marsh, 18:");
    await expectAccessible(page, "times that were put right");
    await leaveDialogs(page);
    await expect(panel(page)).toContainText("8 of 18 seats, quorate");
  });
});

test("substitutes, stand-ins and apologies are told apart, in the room, on the record and in the minutes", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const page = await enter(clerk, held);

  await test.step("a substitute, remote, who can commit nothing", async () => {
    const seat = await marking(page, "Police");
    await seat.getByText("Remote", { exact: true }).click();
    await seat.getByRole("button", { name: "Iain Munro, substitute" }).click();
    const again = page.getByRole("dialog", { name: "Who is here" });
    await expect(again).toContainText("Iain Munro, substitute for Helen Carver, remote");
    await again.getByRole("button", { name: "Mark Police" }).click();
    const asked = page.getByRole("radiogroup", { name: "Can Iain Munro commit the organisation today?" });
    await asked.getByText("No", { exact: true }).click();
    await expect(asked.getByRole("radio", { name: "No", exact: true })).toBeChecked();
    await leaveDialogs(page);
  });

  await test.step("a stand-in who is on no list, and apologies with their reason", async () => {
    const seat = await marking(page, "Jobcentre");
    await seat.getByRole("combobox", { name: "Somebody else stands in" }).fill("Alan Kent");
    await page.getByRole("option", { name: /Alan Kent/ }).click();
    const list = page.getByRole("dialog", { name: "Who is here" });
    await expect(list).toContainText("Alan Kent, stand-in for Diane Hart");
    await list.getByRole("button", { name: "Mark City College" }).click();
    const college = page.getByRole("dialog", { name: "City College" });
    await college.getByRole("textbox", { name: "Reason for being away, if given" }).fill("inspection");
    await college.getByRole("button", { name: "Apologies" }).click();
    await expect(list).toContainText("Apologies, inspection");
    await page.keyboard.press("Escape");
  });

  await test.step("the record and the minutes say the same", async () => {
    await held.carryOut({ type: "extendItem", itemId: items[0].itemId, minutes: 10, forDebate: true });
    await held.carryOut({ type: "closeItem", itemId: items[0].itemId, confirmed: [] });
    await held.carryOut({ type: "closeMeeting" });
    await page.goto(`/meetings/${held.meetingId}/record`);
    const seats = page.getByRole("table", { name: "By seat, as marked at the meeting" });
    await expect(seats.getByRole("row", { name: /^Police/ })).toContainText("Substitute, Iain Munro");
    await expect(seats.getByRole("row", { name: /^Police/ })).toContainText("Said: cannot commit");
    await expect(seats.getByRole("row", { name: /^Jobcentre/ })).toContainText("Alan Kent (stand-in)");
    await expect(seats.getByRole("row", { name: /^City College/ })).toContainText("Apologies: inspection");
    await expect(page.getByText("20 planned, 10 added for debate")).toBeVisible();
    await expectAccessible(page, "the record of who was there");

    await held.carryOut({ type: "draftMinutes" });
    await page.goto(`/meetings/${held.meetingId}/minutes`);
    await expect(page.getByText(/Police \(substitute/)).toBeVisible();
    await expect(page.getByText(/Jobcentre \(stand-in/)).toBeVisible();
    await expect(page.getByText("The chair extended it by 10 minutes for debate.")).toBeVisible();
  });
});
