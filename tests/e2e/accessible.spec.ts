// Every page, light and dark, wide and at 320 px: no rule of WCAG 2.2 AA is broken and nothing scrolls sideways.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { EntryId } from "#domain/ids.ts";
import { boardId, personId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, nameOf, test } from "./support/journey.ts";
import { act, entry, heading, more, openLine, write, writeMoney } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a page that is not there is complained of
test.use({ expectedComplaints: /the server responded with a status of 404/ });

async function look(page: Page, path: string, place = path): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, place);
}

test("before signing in", async ({ page }) => {
  await look(page, "/sign-in");
  await page.getByRole("button", { name: "Everybody else, by board" }).click();
  await expectAccessible(page, "/sign-in, everybody");
  await look(page, `/welcome/${"a".repeat(43)}`, "/welcome of a spent link");
});

test("the frame: meetings, boards, people, one's own account, help, and nothing at an address", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field");
  for (const path of ["/meetings", "/meetings/new", "/boards", `/boards/${boardId("strategic")}`]) {
    await look(page, path);
  }
  for (const path of ["/people", "/people/new", `/people/${personId("marsh")}`, "/help/marks"]) {
    await look(page, path);
  }
  for (const path of ["/account", "/account/held", "/nothing/of/the/kind"]) await look(page, path);
  // told apart in a row of tabs
  const titles = {
    [`/people/${personId("marsh")}`]: nameOf("marsh"),
    [`/boards/${boardId("strategic")}`]: "Strategic board",
    "/people/nobody": "Nothing at this address",
    [`/boards/${randomUUID()}`]: "Nothing at this address",
  };
  for (const [path, title] of Object.entries(titles)) {
    await page.goto(path);
    await expect(page).toHaveTitle(`${title} · Candour`);
  }
  await page.goto("/people");
  await page.getByRole("button", { name: "Add a partner" }).click();
  await expectAccessible(page, "a dialog with a form");
});

test("a page that waits for the database says what is coming, where it will stand", async ({ signedIn }) => {
  const { page } = await signedIn("field");
  const { promise: framed, resolve: frame } = Promise.withResolvers<void>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route(/\/meetings\?/, async (route) => {
    const headers = route.request().headers();
    const isAhead = headers["next-router-prefetch"] !== undefined;
    if (!isAhead) await answered;
    await route.fulfill({ response: await route.fetch() });
    // ahead of a press comes first how the page is put together, then the frame that stands until it is here
    if (isAhead && headers["next-router-state-tree"] !== undefined) frame();
  });
  await page.goto("/account");
  await framed;
  await page.getByRole("link", { name: "Meetings", exact: true }).click();
  await expect(page.locator("main[aria-busy=true]")).toContainText("Fetching the meetings of your boards.");
  const title = page.getByRole("heading", { level: 1, name: "Meetings" });
  const place = await title.evaluate((h1) => [h1.getBoundingClientRect().x, h1.getBoundingClientRect().y]);
  await expectAccessible(page, "waiting for the meetings");

  answer();
  await expect(page.locator("main:not([aria-busy])")).toContainText("Held in");
  expect(await title.evaluate((h1) => [h1.getBoundingClientRect().x, h1.getBoundingClientRect().y])).toEqual(
    place,
  );
});

test("somebody without a board", async ({ signedIn }) => {
  const { page } = await signedIn("lister");
  await look(page, `/boards/${boardId("strategic")}`, "another board");
  await look(page, "/dashboard", "the dashboard of a board that has not met");
});

test("the agenda while it is prepared", async ({ signedIn, product }) => {
  const { page, context } = await signedIn("field");
  const items = [plannedItem("Apologies"), plannedItem("Low carbon")];
  const { meetingId } = await convene(context, product.url, { title: "Board", items });
  await look(page, `/meetings/${meetingId}/agenda`, "the agenda");
  await page.getByRole("button", { name: "Change item 1" }).click();
  await page.getByRole("button", { name: /^Description, papers/ }).click();
  await expectAccessible(page, "an item being changed");
  await page.getByRole("button", { name: "Change the order" }).click();
  await expectAccessible(page, "the order being changed");
  await page.getByRole("button", { name: "Paste an agenda" }).click();
  await page
    .getByRole("textbox", { name: "The agenda as text" })
    .fill("1. Trams (14:20)\n2. Trees (14:05)\n(a) Elms");
  await page.getByRole("button", { name: "Read it" }).click();
  await expectAccessible(page, "a pasted agenda as it was understood");
  await page.getByRole("button", { name: "Publish…" }).click();
  await expectAccessible(page, "publishing");
});

test("the room: before, in session with its dialogs, and after", async ({ signedIn, product }) => {
  test.setTimeout(300_000);
  const clerk = await signedIn("field");
  const items = [
    plannedItem("What we add together"),
    plannedItem("Terms", { openness: { kind: "restricted", ground: "Commercial terms", reviewOn: null } }),
  ];
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  const address = `/meetings/${held.meetingId}`;
  const { page } = clerk;
  const chair = (await signedIn("haldane")).page;
  await look(page, address, "the room of a draft");
  const itemId = await takeFirst(held, items);
  await held.carryOut({
    type: "recordChallenge",
    entryId: EntryId.parse(randomUUID()),
    itemId,
    speaker: { as: "chair" },
    text: "Who has the figure?",
    target: "partnership",
    topic: "money",
  });

  await look(page, address, "the room in session");
  await act(page, /nobody here, mark who is here/)
    .first()
    .click();
  await expectAccessible(page, "marking a seat");
  await page.keyboard.press("Escape");
  await writeMoney(page, "The same as last year", "£40,000", "Chamber of Commerce");
  await expect(entry(page, "The same as last year")).toBeVisible();
  await write(page, "d", "That we publish the list");
  await expect(entry(page, "That we publish the list")).toBeVisible();
  await openLine(page, "a");
  await expectAccessible(page, "an action being written");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keys", exact: true }).click();
  await expectAccessible(page, "the keys");
  await page.keyboard.press("Escape");
  await entry(page, "Who has the figure?").getByRole("button", { name: "Answered" }).click();
  await expectAccessible(page, "a challenge being answered");
  await page.keyboard.press("Escape");
  await more(page, entry(page, "That we publish"), "Amend");
  await expectAccessible(page, "a decision being amended");
  await page.keyboard.press("Escape");

  await look(chair, address, "the chair's room");
  await act(chair, /^Close item/).click();
  await expectAccessible(chair, "an item being closed");
  await chair
    .getByRole("dialog")
    .getByRole("button", { name: /^Close item/ })
    .click();
  await page.getByRole("navigation", { name: "Agenda" }).getByRole("button", { name: /Terms/ }).click();
  await expect(heading(page, "Item 2. Terms")).toBeVisible();
  await expectAccessible(page, "a restricted item");
  await held.carryOut({ type: "closeMeeting" });
  await look(page, address, "the room after the meeting");
  await look(page, `${address}/record`, "the record");
  await look(page, `${address}/minutes`, "before the minutes");
  await page.getByRole("button", { name: "Draft minutes" }).click();
  await expect(page.getByText("DRAFT", { exact: true })).toBeVisible();
  await expectAccessible(page, "the minutes");
});

test("looking back", async ({ signedIn }) => {
  const { page } = await signedIn("haldane");
  await look(page, "/dashboard");
  const indicators = ["challenge-rate", "challenge-response", "money-candour"];
  for (const id of [...indicators, "sector-voice-balance", "performance-detail-share", "senior-commitment"]) {
    await look(page, `/dashboard/${id}?board=${boardId("strategic")}`);
  }
  await page.goto("/meetings");
  await page
    .getByRole("region", { name: /^Held/ })
    .getByRole("article")
    .first()
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Who was there" })).toBeVisible();
  await expectAccessible(page, "a record of the sample");
});
