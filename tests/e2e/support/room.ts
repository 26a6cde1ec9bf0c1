// What people do in the room, said once: by the names and roles they go by themselves.
import type { Locator, Page } from "@playwright/test";
import { expect, type Person } from "./journey.ts";
import type { Held } from "./wire.ts";

/** The room of a meeting on somebody's page, once the line is up and the page knows who is there. */
export async function enter(
  { page }: Pick<Person, "page">,
  { meetingId }: Pick<Held, "meetingId">,
): Promise<Page> {
  await page.goto(`/meetings/${meetingId}`);
  await expect(page.getByText(/ this room open\./)).toBeVisible();
  return page;
}

/** Enters, reads the first notice, and takes the seat one is named for. */
export async function sit(person: Pick<Person, "page">, held: Pick<Held, "meetingId">): Promise<Page> {
  const page = await enter(person, held);
  await page.getByRole("button", { name: "I have read this" }).click();
  await act(page, "I am here").click();
  await expect(page.getByText(/^You sit for/)).toBeVisible();
  return page;
}

/** An entry on the record of the item that is shown, by its words. */
export function entry(page: Page, words: string): Locator {
  return page
    .getByRole("list", { name: /^Record of/ })
    .getByRole("listitem")
    .filter({ hasText: words });
}

/** The line of the next entry, opened by its letter; the field for its words has the keyboard. */
export async function openLine(page: Page, letter: "d" | "c" | "m" | "a" | "e" | "n"): Promise<Locator> {
  await page.keyboard.press(letter);
  const words = page.getByRole("textbox", { name: /^Words of the/ });
  await expect(words).toBeFocused();
  return words;
}

/** D, C or N, the words, Enter. */
export async function write(page: Page, letter: "d" | "c" | "n", words: string): Promise<void> {
  await (await openLine(page, letter)).fill(words);
  await page.keyboard.press("Enter");
}

/** One of the underlined words in the sentence of an entry. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
  await page.getByRole("menuitemradio", { name: option, exact: true }).click();
}

/** `whose` is for those who hold no seat, and so no money that would be meant. */
export async function writeMoney(page: Page, words: string, amount: string, whose?: string): Promise<void> {
  const line = await openLine(page, "m");
  if (whose) await choose(page, "Whose money", whose);
  await choose(page, "What kind", "Pooled");
  await page.getByRole("textbox", { name: "How much" }).fill(amount);
  await line.fill(words);
  await line.press("Enter");
}

export async function writeAction(page: Page, words: string, owner: string): Promise<void> {
  const line = await openLine(page, "a");
  await choose(page, "Who does it", owner);
  await line.fill(words);
  await line.press("Enter");
}

/** What is said of an entry behind its More. */
export async function more(page: Page, line: Locator, act: string): Promise<void> {
  await line.getByRole("button", { name: /^More about/ }).click();
  await page.getByRole("menuitem", { name: act }).click();
}

/** The item on the sheet, by its title. */
export const heading = (page: Page, title: string): Locator =>
  page.getByRole("heading", { level: 1, name: title });

/** One of the acts of whoever runs the meeting. */
export const act = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("complementary", { name: "Floor" }).getByRole("button", { name });

/** The meeting closed by whoever runs it, whatever is left unfinished. */
export async function closeMeeting(page: Page): Promise<void> {
  await act(page, /^Close the meeting/).click();
  await expect(heading(page, "Before the meeting closes")).toBeVisible();
  await act(page, /^Close the meeting/).click();
  await expect(page.getByText("The meeting is over.")).toBeVisible();
}

/** The open item closed through its panel, everything on it confirmed. */
export async function closeItem(page: Page, number: string): Promise<void> {
  await act(page, new RegExp(`^Close item ${number}`)).click();
  const panel = page.getByRole("dialog", { name: `Close item ${number}` });
  await panel.getByRole("button", { name: `Close item ${number}` }).click();
  await expect(panel).toBeHidden();
}
