// Officers' notes on the figures: a signal that becomes a finding, lines computed afresh from a meeting on, and what happened
// outside on every chart. The clerk writes them, everybody on the board reads them, nobody else touches them.
import type { Page } from "@playwright/test";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, nameOf, test } from "./support/journey.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" }, expectedComplaints: /403|422/ });

const board = boardId("strategic");
const figure = (id: string) => `/dashboard/${id}?board=${board}`;
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const notes = (page: Page) => page.getByRole("region", { name: "Notes on this chart" });
const dialog = (page: Page) => page.getByRole("dialog");
const drawing = (page: Page) => page.getByRole("img", { name: /, Strategic board/ });

async function typeDay(page: Page, label: string, day: readonly [string, string, string]): Promise<void> {
  const parts = dialog(page).getByRole("group", { name: label }).getByRole("spinbutton");
  for (const [place, text] of day.entries()) {
    await parts.nth(place).focus();
    await page.keyboard.type(text);
  }
}

async function chooseMeeting(page: Page): Promise<void> {
  await dialog(page)
    .getByRole("button", { name: /From which meeting on/ })
    .click();
}

test("a signal is a question until its officer says what it means", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  const { page: member } = await signedIn("marsh");
  const row = (on: Page) =>
    on
      .locator("section")
      .filter({ has: on.getByRole("heading", { name: /^How much of a strategic meeting/ }) });

  await test.step("a member reads that nobody has looked at it, and can write nothing", async () => {
    await member.goto(`/dashboard?board=${board}`);
    await expect(row(member)).toContainText("Signal, not yet looked at.");
    await member.goto(figure("performance-detail-share"));
    await expect(notes(member).getByText("Signal, not yet looked at.")).toHaveCount(2);
    await expect(press(member, /Say what it means|Recalculate/)).toHaveCount(0);
    await expectAccessible(member, "notes, as a member reads them");
  });

  await test.step("the clerk writes what it means, by keyboard alone", async () => {
    await page.goto(figure("performance-detail-share"));
    await press(page, /^Say what it means ?: Improvement, lower/).focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText(/^Improvement, lower: .* 12 meetings/)).toBeVisible();
    await expectAccessible(page, "the form of a finding");
    await press(page, "Save the note").focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByText("This is needed.")).toBeVisible();
    // the field that needs another look has the focus
    await page.keyboard.type("Since November 2024 performance is taken by exception.");
    await press(page, "Save the note").focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toHaveCount(0);
    await expect(notes(page).getByText("Finding.")).toBeVisible();
  });

  await test.step("the member finds it on the front page and beside the chart, with who and when", async () => {
    await member.goto(`/dashboard?board=${board}`);
    const written = `Finding. Since November 2024 performance is taken by exception. ${nameOf("field")}, 24 November 2026`;
    await expect(row(member)).toContainText(written);
    await member.goto(figure("performance-detail-share"));
    await expect(notes(member)).toContainText(written);
    // the other signal is still a question
    await expect(notes(member).getByText("Signal, not yet looked at.")).toHaveCount(1);
  });

  await test.step("it is changed, with what it was before kept; then taken back, and that undone", async () => {
    await press(page, /^Change the note/).click();
    await dialog(page).getByRole("textbox", { name: "What it means" }).fill("Detail goes to the executive.");
    await press(page, "Save the note").click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(notes(page)).toContainText("changed since it was first written");
    await press(page, /^Change the note/).click();
    await press(page, "Take the note back").click();
    await expect(notes(page).getByText("Signal, not yet looked at.")).toHaveCount(2);
    await press(page, /^\d changes$/).click();
    await expectAccessible(page, "a chart with a note that was taken back");
    const log = notes(page).getByRole("list").last();
    await expect(log).toContainText("Since November 2024 performance is taken by exception.");
    await press(page, /^Undo: What a signal means/).click();
    await expect(notes(page)).toContainText("Finding. Detail goes to the executive.");
  });

  await test.step("what a member sends past the page is refused", async () => {
    const answer = await member.request.put(`/api/register-lines/${crypto.randomUUID()}`, {
      headers: { origin: new URL(member.url()).origin },
      data: {
        boardId: board,
        basis: 0,
        kind: "happening",
        happened: "other",
        what: "Mine",
        on: "2026-05-01",
      },
    });
    expect(answer.status()).toBe(403);
  });
});

test("the lines start afresh where an officer says why, and nowhere too few meetings would be left", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field");
  const { page: member } = await signedIn("marsh", { viewport: { width: 320, height: 720 } });
  await page.goto(figure("performance-detail-share"));

  await test.step("too few on one side is refused at the meeting, and nothing typed is lost", async () => {
    await press(page, /^Recalculate from a meeting on/).click();
    await chooseMeeting(page);
    await page.getByRole("option", { name: "20 Mar 2025: 19 before, 10 from it on" }).click();
    await dialog(page).getByRole("textbox", { name: "Why" }).fill("Performance is taken by exception");
    await press(page, "Recalculate").last().click();
    await expect(dialog(page).getByText(/fewer than twelve meetings with a value on one side/)).toBeVisible();
    await expectAccessible(page, "a recalculation that is refused");
    await expect(dialog(page).getByRole("textbox", { name: "Why" })).toHaveValue(
      "Performance is taken by exception",
    );
  });

  await test.step("from where the change was, the chart has two stretches and marks nothing", async () => {
    await chooseMeeting(page);
    await page.getByRole("option", { name: /^21 Nov 2024: 17 before, 12/ }).click();
    await press(page, "Recalculate").last().click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(notes(page)).toContainText(
      `Note 1: recalculated from 21 November 2024. ${nameOf("field")}, 24 November 2026`,
    );
    await expect(drawing(page)).toContainText("Recalculated 1");
    await expect(drawing(page)).toContainText("Recalculated: Performance is taken by exception.");
    await expectAccessible(page, "a chart with a recalculation");
  });

  await test.step("a member on a phone reads the reason under the chart and in the table", async () => {
    await member.goto(figure("performance-detail-share"));
    await expect(drawing(member)).toContainText("Recalculated 1");
    await expect(notes(member)).toContainText("Performance is taken by exception");
    await expect(
      member
        .getByRole("row", { name: /^21 Nov 2024/ })
        .getByRole("cell", { name: /Recalculated by an officer/ }),
    ).toContainText("from this meeting: Performance is taken by exception");
    await expect(press(member, /Change the reason|Recalculate/)).toHaveCount(0);
  });

  await test.step("taken back, the chart is as it was", async () => {
    await press(page, /^Change the reason/).click();
    await press(page, "Take the recalculation back").click();
    await expect(drawing(page)).not.toContainText("Recalculated");
    await expect(notes(page).getByText(/^Improvement, lower/)).toBeVisible();
  });
});

test("what happened outside stands on every chart of the board, on paper and in words too", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field");
  const { page: member } = await signedIn("marsh");
  const key = (on: Page) => on.getByRole("listitem").filter({ hasText: "Partners: A second college joins" });

  await test.step("a day to come has not happened; one that has is put on the charts", async () => {
    await page.goto(`/dashboard?board=${board}`);
    await page.getByRole("link", { name: "Add to these or change them" }).click();
    await press(page, "Add what happened").click();
    await dialog(page).getByText("Partners", { exact: true }).click();
    await dialog(page).getByRole("textbox", { name: "What happened" }).fill("A second college joins");
    await typeDay(page, "On", ["01", "02", "2027"]);
    await press(page, "Put it on the charts").click();
    await expect(
      dialog(page).getByText("This has not happened yet. Choose a day up to today."),
    ).toBeVisible();
    await expectAccessible(page, "the form of what happened");
    await typeDay(page, "On", ["01", "02", "2025"]);
    await press(page, "Put it on the charts").click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText("A second college joins", { exact: true })).toBeVisible();
    await expectAccessible(page, "what happened outside");
  });

  await test.step("a member has it on the charts of the front page and of a figure, and in its table", async () => {
    await member.goto(`/dashboard?board=${board}`);
    await expect(key(member)).toContainText("1 February 2025");
    const charts = member.getByRole("img", { name: /A second college joins, 1 February 2025 \(\w\)/ });
    // six rows, of which two draw their last nine meetings alone
    await expect(charts).toHaveCount(4);
    await expectAccessible(member, "the front page with what happened");
    await member.goto(figure("senior-commitment"));
    await expect(drawing(member)).toContainText("Outside: partners, A second college joins, 1 February 2025");
    await expect(member.getByRole("row", { name: /^20 Mar 2025/ })).toContainText(
      "Before it: partners, A second college joins",
    );
    await member.emulateMedia({ media: "print" });
    await expect(key(member)).toBeVisible();
    await member.emulateMedia({ media: "screen" });
    await member.getByRole("link", { name: "Who noted these, and when" }).click();
    await expect(
      member.getByRole("listitem").filter({ hasText: "A second college joins" }).first(),
    ).toContainText(nameOf("field"));
    await expect(press(member, /Change|Add what/)).toHaveCount(0);
  });

  await test.step("changed and taken off, it keeps its history, and comes back with one press", async () => {
    await press(page, /^Change ?: A second college joins/).click();
    await press(page, "Take it off the charts").click();
    await expect(press(page, /^Change ?: A second college joins/)).toHaveCount(0);
    await press(page, /^\d+ changes$/).click();
    await press(page, /^Undo: What happened outside, A second college joins/).click();
    await expect(press(page, /^Change ?: A second college joins/)).toBeVisible();
  });
});
