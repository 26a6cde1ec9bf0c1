// One figure of a board: its number, and the way down to what it counted, at its place on the record.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";
import type { OwnBoard } from "./own-board.ts";

const behind = (page: Page): Locator => page.locator("#behind");
/** The entries a figure counted. */
export const counted = (page: Page): Locator => behind(page).locator("ol.entries > li");

/** Of the front page, by its question: pressed, it opens what was counted. */
export async function pressFigure(
  page: Page,
  board: OwnBoard,
  question: string,
  [figure, of]: readonly [figure: string, of: string],
): Promise<void> {
  await page.goto(board.dashboard);
  const row = page.locator("section").filter({ has: page.getByRole("heading", { name: question }) });
  await expect(row.locator(".fig")).toHaveText(`${figure}${of}`);
  await row.getByRole("link", { name: figure, exact: true }).click();
  await expectSaid(page, `${figure} ${of}.`);
}

/** A figure’s own page says this at its top, and opens what the meeting newest but `back` counted. */
export async function openFigure(
  page: Page,
  board: OwnBoard,
  id: string,
  { said, back = 0 }: { readonly said: string; readonly back?: number },
): Promise<void> {
  await page.goto(board.figureAt(id));
  const meetings = page.getByRole("table", { name: /^Newest first/ }).getByRole("rowheader");
  await meetings.nth(back).getByRole("link").click();
  await expectSaid(page, said);
}

/** After the name of the figure. */
async function expectSaid(page: Page, said: string): Promise<void> {
  const ending = said.replaceAll(/[.+?()]/g, String.raw`\$&`);
  await expect(behind(page).locator(".cap").first()).toHaveText(new RegExp(`[:?.] ${ending}$`));
}

/** Each of what was counted is one of these, in their order, with what became of it; and stands on the record. */
export async function expectCounted(
  page: Page,
  entries: readonly (readonly [words: string, became: string])[],
): Promise<void> {
  await expect(counted(page)).toHaveCount(entries.length);
  for (const [place, [words, became]] of entries.entries()) {
    await expect(counted(page).nth(place)).toContainText(words);
    await expect(counted(page).nth(place)).toContainText(became);
  }
}

/** From one of what was counted to its place on the record, and back. */
export async function followToRecord(page: Page, words: string): Promise<void> {
  const from = counted(page).filter({ hasText: words });
  await from.getByRole("link", { name: /on the record$/ }).click();
  await expect(page).toHaveURL(/\/record#entry-/);
  const there = page.locator("li[id^='entry-']").filter({ hasText: words });
  await expect(there).toBeInViewport();
  await expect(there).toHaveAttribute("id", new URL(page.url()).hash.slice(1));
  await page.goBack();
  await expect(counted(page).first()).toBeVisible();
}

/** The rows of a table behind a figure, cell by cell. */
export async function rowsBehind(page: Page, table: RegExp): Promise<readonly (readonly string[])[]> {
  const rows = behind(page).getByRole("table", { name: table }).locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
  );
}
