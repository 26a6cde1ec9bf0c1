// A meeting in session on its one item, with its record as the server holds it.
import type { BrowserContext, Page } from "@playwright/test";
import type { ItemId } from "#domain/ids.ts";
import { expect, type Person } from "./journey.ts";
import { heading } from "./room.ts";
import { convene, type Held, join, openWire, plannedItem, takeFirst, wordsOnRecord } from "./wire.ts";

const TITLE = "What we add together";

export type OneItem = Held & {
  readonly itemId: ItemId;
  /** The words of every entry, in their order. */
  readonly onRecord: () => Promise<readonly string[]>;
};

/** `door` is another address of the server, for what must not go the way of the browsers. */
export async function inSession(clerk: Person, url: string, door = url): Promise<OneItem> {
  const items = [plannedItem(TITLE)];
  const held = await convene(clerk.context, url, { title: "Board", items });
  const itemId = await takeFirst(held, items);
  const wire = await openWire(clerk.context, url, door);
  expect(await join(wire, held.meetingId)).toMatchObject({ status: "joined" });
  return { ...held, itemId, onRecord: () => wordsOnRecord(wire, held.meetingId) };
}

/** The room as a page of this browser shows it, with a line or without one. */
export async function enter(context: BrowserContext, { meetingId }: Held): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/meetings/${meetingId}`);
  await expect(heading(page, `Item 1. ${TITLE}`)).toBeVisible();
  return page;
}

export const lineHolds = (page: Page) =>
  expect(page.getByText(/ this room open\./)).toBeVisible({ timeout: 40_000 });
