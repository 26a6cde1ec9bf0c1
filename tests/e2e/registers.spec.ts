// What clerks keep beside the meetings: support filled on a phone, scrutiny answered, objectives and pots; what others may
// see of it; and the register of actions and decisions, with its filters in the address.
import type { Page } from "@playwright/test";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" }, expectedComplaints: /404|422/ });
test.setTimeout(240_000);

const board = `/boards/${boardId("strategic")}`;
const field = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const region = (page: Page, name: string) => page.getByRole("region", { name });
const dialog = (page: Page) => page.getByRole("dialog");

async function choose(page: Page, label: string, typed: string): Promise<void> {
  await dialog(page).getByRole("combobox", { name: label }).fill(typed);
  await page.getByRole("option", { name: typed }).first().click();
}

async function typeDay(page: Page, label: string, day: readonly [string, string, string]): Promise<void> {
  const parts = dialog(page).getByRole("group", { name: label }).getByRole("spinbutton");
  for (const [place, text] of day.entries()) {
    await parts.nth(place).focus();
    await page.keyboard.type(text);
  }
}

test("support: the clerk fills a cycle on a phone; the others see what it cost, and no rate", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field", { viewport: { width: 320, height: 720 } });
  const { page: member } = await signedIn("marsh");

  await test.step("what is missing is named", async () => {
    await page.goto(`${board}/support`);
    await expectAccessible(page, "support, as its clerk sees it");
    await page.setViewportSize({ width: 320, height: 720 });
    await page.getByRole("link", { name: /^Fill the one to 17 September 2026/ }).click();
    await expect(page.getByText(/Missing: the hours of .*Health data analyst/)).toBeVisible();
  });

  await test.step("what is no number is refused at its field, and nothing typed is lost", async () => {
    await field(page, "Research and intelligence officer, hours").fill("a few");
    await press(page, "Save the cycle").click();
    await expect(page.getByText("Hours are a number from 0 to 2000, such as 7 or 7.5.")).toBeVisible();
    await expect(field(page, "Research and intelligence officer, hours")).toHaveValue("a few");
  });

  await test.step("a nought is known, an estimate is marked, a cost is added", async () => {
    await field(page, "Research and intelligence officer, hours").fill("12.5");
    await page.getByText("Estimated", { exact: true }).nth(2).click();
    await field(page, "Health data analyst, hours").fill("0");
    await press(page, "Add a cost").click();
    const cost = page.getByRole("group", { name: /^Cost/ }).last();
    await cost.getByRole("textbox", { name: "What for" }).fill("Signing at the conference");
    await cost.getByRole("textbox", { name: "Pounds" }).fill("£185");
    await cost.getByRole("combobox", { name: "Who bears it" }).fill("Police");
    await page.getByRole("option", { name: "Police" }).click();
    await press(page, "Save the cycle").click();
    await expect(page.getByText("Saved. What it comes to stands above.")).toBeVisible();
    await expect(page.getByText(/It cost £[\d,.]+\./)).toBeVisible();
    await expect(page.getByText(/Missing:/)).toHaveCount(0);
    await expect(region(page, "What it is made of")).toContainText("£185");
    await expectAccessible(page, "a cycle that is filled");
  });

  await test.step("it stands in the history, and is taken back whole", async () => {
    const log = region(page, "What has been changed");
    await expect(log.getByRole("listitem").first()).toContainText(
      "Health data analyst: nothing became 0 hours",
    );
    await log.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(page.getByText(/Missing: the hours of .*Health data analyst/)).toBeVisible();
    await expect(log).toContainText("taking a change back");
    await expect(field(page, "Health data analyst, hours")).toHaveValue("");
  });

  await test.step("a member reads what it cost; rates, hours and the form are not there", async () => {
    await member.goto(`${board}/support`);
    await expect(region(member, "From meeting to meeting")).toContainText("£");
    await expect(member.getByText(/an hour|Grade/)).toHaveCount(0);
    expect(await member.content()).not.toMatch(/pencePerHour|Grade 9/);
    await expectAccessible(member, "support, as a member sees it");
    await member.goto(new URL(page.url()).pathname);
    await expect(member.getByRole("heading", { name: "Nothing is kept at this address" })).toBeVisible();
  });
});

test("scrutiny, objectives and pots: put down, answered, struck out, taken back", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  const { page: scrutiny } = await signedIn("hollis");

  await test.step("a recommendation is put down, answered, and read by scrutiny", async () => {
    await page.goto(`${board}/scrutiny`);
    await expect(page.getByText(/2 recommendations wait for an answer, 2 past the day/)).toBeVisible();
    await press(page, "Add a recommendation").click();
    await expectAccessible(page, "the form of a recommendation");
    await press(page, "Add the recommendation").last().click();
    await expect(dialog(page).getByText("This is needed.").first()).toBeVisible();
    await field(page, "What is recommended").fill("Meet once a year in one of the eight areas.");
    await field(page, "By which committee").fill("Overview and scrutiny committee");
    await typeDay(page, "Answer due", ["01", "12", "2026"]);
    await press(page, "Add the recommendation").last().click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText(/Due 1 December 2026: in 7 days/)).toBeVisible();

    await press(page, /^Answer or change ?: Meet once a year/).click();
    await dialog(page).getByText("Accepted in part").click();
    await field(page, "In these words").fill("The May meeting, if the room is step-free.");
    await press(page, "Save").click();
    await expect(dialog(page)).toHaveCount(0);

    await scrutiny.goto(`${board}/scrutiny`);
    await expect(region(scrutiny, "Recommendations")).toContainText(
      "The May meeting, if the room is step-free.",
    );
    await expect(press(scrutiny, /Change|Add a/)).toHaveCount(0);
    await expectAccessible(scrutiny, "scrutiny, as scrutiny reads it");
  });

  await test.step("struck out it is gone from the list; undone it is back as it was", async () => {
    await press(page, /^Change ?: Meet once a year/).click();
    await press(page, /^Strike it out/).click();
    await expect(region(page, "Recommendations").getByText(/^Meet once a year/)).toHaveCount(0);
    await press(page, /^\d+ changes$/).click();
    const log = region(page, "What has been changed");
    await expect(log.getByRole("listitem").first()).toContainText("struck out");
    await expectAccessible(page, "what has been changed");
    await press(page, /^Undo: Recommendation, Meet once a year/).click();
    await expect(region(page, "Recommendations").getByText(/^Meet once a year/)).toBeVisible();
  });

  await test.step("what a partner puts in is added to the objective’s total, and a pot says what is in it", async () => {
    await page.goto(`${board}/objectives`);
    await expectAccessible(page, "objectives and money");
    const totals = region(page, "What partners are known to put in");
    await press(page, /^Add a known resource ?: Skills and work/).click();
    await choose(page, "Partner", "Voluntary Action");
    await field(page, "Pounds a year").fill("8-9k");
    await dialog(page)
      .getByRole("button", { name: /^(Choose )?Kind/ })
      .click();
    await page.getByRole("option", { name: "In kind" }).click();
    await field(page, "Source").fill("Letter of 20 November");
    await press(page, "Add the resource").click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText("Voluntary Action: £8,000 to £9,000")).toBeVisible();
    await expect(totals.getByRole("row", { name: /^Skills and work/ })).toContainText("£370,000 to £429,000");

    await press(page, "Add a pot").click();
    await field(page, "Name").fill("Winter fund");
    await press(page, "Add the pot").click();
    await expect(dialog(page)).toHaveCount(0);
    await press(page, /^Say what is in it ?: Winter fund/).click();
    await choose(page, "Partner", "City Council");
    await field(page, "Pounds in it").fill("£12,000");
    await press(page, "Save").click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(region(page, "Pots of money")).toContainText(
      "£12,000. From 24 November 2026. City Council.",
    );

    // what was taken off and left is there again
    await press(page, /^Change what is in it ?: Winter fund/).click();
    await press(page, /^Take off, City Council/).click();
    await page.keyboard.press("Escape");
    await press(page, /^Change what is in it ?: Winter fund/).click();
    await expect(press(page, /^Take off, City Council/)).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("others see totals by objective and only their own partner’s", async () => {
    await scrutiny.goto(`${board}/objectives`);
    const totals = region(scrutiny, "What partners are known to put in");
    await expect(totals.getByRole("row", { name: /^Skills and work/ })).toBeVisible();
    await expect(totals.getByRole("table", { name: /^By partner/ }).getByRole("row")).toHaveText([
      /Partner/,
      /City Council/,
    ]);
  });
});

test("actions and decisions are found by words, owner and state; the address keeps what was asked", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field");
  const { page: observer } = await signedIn("vance", { viewport: { width: 320, height: 720 } });

  await test.step("from the list of meetings, and narrowed", async () => {
    await page.goto("/meetings");
    await page.getByRole("link", { name: "Actions and decisions of all of them" }).click();
    await expect(page.getByRole("heading", { name: /^\d+ actions, \d+ overdue/ })).toBeVisible();
    await expectAccessible(page, "actions and decisions");
    await page.getByRole("searchbox", { name: "Words" }).fill("ward figures");
    await press(page, /How it stands/).click();
    await page.getByRole("option", { name: "Overdue" }).click();
    await press(page, "Look for it").click();
    await expect(page).toHaveURL(/words=ward\+figures/);
    await expect(page).toHaveURL(/state=overdue/);
    const lines = page.locator(".matters > li");
    await expect(lines.first()).toContainText("Bring ward figures on one page");
    await expect(lines.first()).toContainText(/days? late/);
  });

  await test.step("the same address finds the same for somebody else, on a phone", async () => {
    await observer.goto(page.url());
    await expect(observer.getByRole("searchbox", { name: "Words" })).toHaveValue("ward figures");
    await expect(observer.locator(".matters > li").first()).toContainText("Bring ward figures on one page");
    await observer.locator(".matters a").first().click();
    await expect(observer).toHaveURL(/\/record#entry-/);
  });

  await test.step("nothing found is said, with what to do", async () => {
    await page.goto("/meetings/actions-and-decisions?what=decisions&words=zzz");
    await expect(page.getByRole("heading", { name: "Nothing is found" })).toBeVisible();
    await expectAccessible(page, "nothing found");
  });

  await test.step("what is due is the clerk’s and the chair’s list", async () => {
    await page.goto(`${board}/due`);
    await expect(region(page, "Scrutiny’s recommendations")).toContainText("late");
    await expectAccessible(page, "what is due");
    await observer.goto(`${board}/due`);
    await expect(observer.getByRole("heading", { name: "Nothing is kept at this address" })).toBeVisible();
  });
});
