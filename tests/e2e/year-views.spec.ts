// The pages that look at a year of meetings: as a clerk and as a member of one seat, down to what a cell counted at its
// place on the record. Counts are checked against the record's own entries and against the files.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const board = boardId("strategic");
const at = (view: string) => `/dashboard/year/${view}?board=${board}&period=last-year`;

async function fileOf(page: Page, of: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: `Download as CSV (${of})` }).click(),
  ]);
  const text = (await readFile(await file.path())).toString("utf8");
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

/** Presses a number of a table; as many things are then listed, and the first leads to the record. */
async function countBehind(page: Page, number: ReturnType<Page["getByRole"]>): Promise<number> {
  const count = Number.parseInt(await number.innerText(), 10);
  await number.click();
  const listed = page.locator("#behind").getByRole("listitem");
  await expect(listed).toHaveCount(count);
  return count;
}

test("from the front page to who challenges whom, and to the challenges themselves", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  await page.goto(`/dashboard?board=${board}`);
  await page
    .getByRole("navigation", { name: "A year of meetings" })
    .getByRole("link", { name: "Who challenges whom" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Who challenges whom?" })).toBeVisible();
  await expectAccessible(page, "who challenges whom");

  await test.step("the cells add up to all challenges, in the file too", async () => {
    const told = Number.parseInt(await page.locator(".lede").innerText(), 10);
    const rows = await fileOf(page, "who challenges whom");
    const sum = (head: string) => rows.reduce((total, row) => total + Number(row[head]), 0);
    expect(sum("Challenges")).toBe(told);
    expect(sum("Answered") + sum("Promised by a date") + sum("No answer") + sum("Withdrawn")).toBe(told);
  });

  await test.step("a cell opens as many entries as it counts, and each is on its record", async () => {
    const cell = page
      .getByRole("table")
      .getByRole("link", { name: /Council to/ })
      .first();
    const words = (await cell.locator(".sr").innerText()).trim();
    await countBehind(page, cell);
    await expect(page.getByRole("heading", { name: new RegExp(`^${words}: `) })).toBeVisible();
    await expectAccessible(page, "behind a cell");
    const entry = page.locator("#behind").getByRole("listitem").first();
    const said = await entry.locator(".tx").innerText();
    await entry.getByRole("link", { name: /on the record$/ }).click();
    await expect(page).toHaveURL(/\/record#entry-/);
    await expect(page.locator(":target")).toContainText(said);
  });

  await test.step("one topic counts fewer", async () => {
    await page.goto(at("who-challenges-whom"));
    const all = Number.parseInt(await page.locator(".lede").innerText(), 10);
    await page.getByRole("navigation", { name: "About" }).getByRole("link", { name: "Money" }).click();
    await expect(page).toHaveURL(/topic=money/);
    await expect
      .poll(async () => Number.parseInt(await page.locator(".lede").innerText(), 10) || 0)
      .toBeLessThan(all);
  });
});

test("money and voices lead a clerk to what was counted", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  await test.step("what became of the money", async () => {
    await page.goto(at("money"));
    await expectAccessible(page, "money");
    const rows = await fileOf(page, "what became of the money");
    expect(rows.map((row) => row["Stage"])).toEqual(["Mentioned", "Offered", "Agreed", "Spent"]);
    const number = page.getByRole("table").getByRole("cell").getByRole("link").first();
    const stage = (await number.locator(".sr").innerText()).trim();
    const count = await countBehind(page, number);
    expect(rows.find((row) => row["Stage"]?.toLowerCase() === stage)?.["Told of"]).toBe(String(count));
    // no amount is no nought
    for (const row of rows)
      expect(row["Sum of amounts given, pounds"] === "").toBe(row["With an amount"] === "0");
  });

  await test.step("who chaired, led and spoke first", async () => {
    await page.goto(at("voices"));
    await expectAccessible(page, "voices");
    await countBehind(page, page.getByRole("link", { name: / led, council$/ }));
    await page.locator("#behind").getByRole("listitem").first().getByRole("link").click();
    await expect(page).toHaveURL(/\/record#item-/);
  });
});

test("attendance is seat by seat for a clerk, and one's own partner's for a member", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  await page.goto(at("attendance"));
  const seats = page.getByRole("table", { name: /^Only the chair and the clerks/ });
  const meetings = await seats.getByRole("columnheader").getByRole("link").count();
  await expectAccessible(page, "attendance");

  await test.step("a meeting's column says what its record says", async () => {
    const first = seats.getByRole("row").nth(1);
    const name = await first.getByRole("rowheader").innerText();
    const said = await first.getByRole("cell").nth(1).innerText();
    await seats.getByRole("columnheader").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/record#who-was-there/);
    const marked = page.locator("#who-was-there").getByRole("row").filter({ hasText: name });
    await expect(marked).toContainText(said.trim());
  });

  const member = (await signedIn("sood")).page;
  await member.goto(at("attendance"));
  await expect(member.getByRole("heading", { name: "Your own partner’s seats" })).toBeVisible();
  const own = member.getByRole("table", { name: /^You, the chair and the clerks/ });
  await expect(own.getByRole("rowheader")).toHaveCount(1);
  await expect(own.getByRole("cell")).toHaveCount(meetings + 1);
  await expect(member.getByRole("table", { name: /^Only the chair and the clerks/ })).toHaveCount(0);
  const rows = await fileOf(member, "attendance seat by seat");
  expect(new Set(rows.map((row) => row["Seat"]))).toEqual(
    new Set([await own.getByRole("rowheader").innerText()]),
  );
  await expectAccessible(member, "attendance of a member");
});

test("time, what was felt and the boards of a layer", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  await page.goto(at("time"));
  await expectAccessible(page, "time");
  await test.step("the focuses of a meeting come to its business", async () => {
    for (const row of await fileOf(page, "time by focus, meeting by meeting")) {
      const { Meeting: _, Recorded: __, "Business, minutes": business, ...parts } = row;
      const sum = Object.values(parts).reduce((total, minutes) => total + Number(minutes), 0);
      expect(Math.abs(sum - Number(business))).toBeLessThan(1);
    }
  });

  await page.goto(at("felt"));
  await expect(page.getByRole("rowheader", { name: "England, 2008" })).toBeVisible();
  await expect(page.getByText("58% of coordinators", { exact: true })).toBeVisible();
  await expectAccessible(page, "felt");

  await page.goto(at("boards"));
  const layers = page.getByRole("heading", { level: 2, name: /layer$/ });
  await expect(layers).toHaveText(["Strategic layer", "Executive layer"]);
  for (const table of await page.getByRole("table").all()) {
    const names = await table.getByRole("rowheader").allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en-GB")));
  }
  await expectAccessible(page, "boards");
});

test.describe("somebody else's board", () => {
  test.use({ expectedComplaints: /404/ });
  test("none of it is there for whoever holds no role on the board", async ({ signedIn }) => {
    const { page } = await signedIn("sood");
    const other = boardId("executive");
    const answer = await page.goto(`/dashboard/year/attendance?board=${other}`);
    expect(answer?.status()).toBe(404);
    const file = await page.request.get(`/api/boards/${other}/tables/seat-attendance`);
    expect(file.status()).toBe(404);
    expect((await page.goto(`/dashboard/year/nothing?board=${board}`))?.status()).toBe(404);
  });
});
