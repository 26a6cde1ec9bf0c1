// A whole evening: five people, one of them behind a network without WebSocket, from a new meeting to the figure
// it left on the dashboard. Twenty seconds pass in one.
import type { Page } from "@playwright/test";
import { expect, pressName, test } from "./support/journey.ts";
import { blockWebSocket } from "./support/network.ts";
import {
  act,
  closeItem,
  closeMeeting,
  entry,
  heading,
  more,
  write,
  writeAction,
  writeMoney,
} from "./support/room.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T17:30:00Z", CLOCK_RATE: "20" } });

const TITLE = "Strategic board, autumn evening";
const AGENDA = `AGENDA

1. Welcome and apologies (5 mins)
2. Regeneration Framework: what we add together (Chamber of Commerce, 30 mins)
3. Low carbon: the next year (20 mins)
`;
const SECOND = "Regeneration Framework: what we add together";
const FRAMEWORK = "Item 2. Regeneration Framework";
const CHALLENGE = "What has the framework changed for people looking for work?";
const DECISION = "That the partnership publish one list of joint projects by March";

test("five people hold a meeting, and its figures lead back to what was said", async ({ browserOf }) => {
  test.setTimeout(300_000);
  const sit = async (key: string) => pressName(await browserOf(), key);
  const [chair, clerk, marsh, observer] = [
    await sit("haldane"),
    await sit("field"),
    await sit("marsh"),
    await sit("vance"),
  ];
  const behindProxy = await browserOf();
  await blockWebSocket(behindProxy);
  const farrow = await pressName(behindProxy, "farrow");
  const all = [chair, clerk, marsh, farrow, observer];

  const address = await test.step("the clerk makes a meeting and publishes a pasted agenda", () =>
    prepare(clerk));
  await test.step("everybody enters and is told what is recorded", async () => {
    for (const page of all) await enter(page, address);
  });
  await test.step("who is here is marked", () => markAttendance({ chair, clerk, marsh, farrow, observer }));

  await test.step("the chair starts, and takes the first item", async () => {
    await act(chair, "Start the meeting").click();
    await act(chair, /^Open item 1/).click();
    for (const page of all) await expect(heading(page, "Welcome and apologies")).toBeVisible();
    await closeItem(chair, "1");
    await act(chair, /^Open item 2/).click();
    for (const page of all) await expect(heading(page, FRAMEWORK)).toBeVisible();
  });
  await test.step("focus and floor", () => talk(clerk, all));
  await test.step("each kind of entry, by the keyboard, by different people", async () => {
    await write(marsh, "d", DECISION);
    await write(farrow, "c", CHALLENGE);
    await writeMoney(marsh, "We will put in the same as last year", "£40,000");
    await writeAction(clerk, "Circulate the list of joint projects", "Support team");
    await write(chair, "n", "The chair thanked the Chamber");
    for (const page of all) {
      for (const words of [DECISION, CHALLENGE, "the same as last year", "Circulate the list", "thanked"]) {
        await expect(entry(page, words)).toBeVisible();
      }
      await expect(entry(page, "the same as last year")).toContainText("£40,000");
    }
  });
  await test.step("the observer records nothing", () => watchOnly(observer));
  await test.step("a challenge is answered, a decision agreed", () => settle({ chair, marsh }, all));
  await test.step("what was recorded is amended and struck out, and shows it", () =>
    correct(clerk, observer));
  await test.step("somebody reading elsewhere keeps the place", () => readElsewhere(farrow, chair));
  await test.step("a break", () => takeBreak(chair, farrow));

  await test.step("the meeting is brought to its end", async () => {
    await closeItem(chair, "2");
    await act(chair, /^Open item 3/).click();
    for (const page of all) await expect(heading(page, "Low carbon: the next year")).toBeVisible();
    await closeItem(chair, "3");
    await closeMeeting(chair);
    for (const page of all) await expect(page.getByText("The meeting is over.")).toBeVisible();
  });
  await test.step("minutes are drafted from the record", () => draftMinutes(clerk));
  await test.step("the dashboard shows the meeting, down to the very entries", () => lookBack(marsh));
});

async function prepare(clerk: Page): Promise<string> {
  await clerk.getByRole("link", { name: "New meeting" }).click();
  await clerk.getByRole("textbox", { name: "Title" }).fill(TITLE);
  await clerk.getByRole("textbox", { name: "Place" }).fill("Town Hall");
  // this evening has an agenda of its own, and nothing of the last one's
  for (const offered of await clerk
    .getByRole("group", { name: "From the last meeting" })
    .locator("label")
    .all())
    await offered.click();
  await clerk.getByRole("button", { name: "Make the meeting" }).click();

  await clerk.getByRole("button", { name: "Paste an agenda" }).click();
  await clerk.getByRole("textbox", { name: "The agenda as text" }).fill(AGENDA);
  await clerk.getByRole("button", { name: "Read it" }).click();
  await clerk.getByRole("button", { name: "Add 3 items" }).click();
  await expect(clerk.getByRole("article").filter({ hasText: SECOND })).toContainText("Chamber of Commerce");
  await expect(clerk.getByText("55 minutes planned of 120.")).toBeVisible();

  await clerk.getByRole("button", { name: "Publish…" }).click();
  await clerk.getByRole("button", { name: "Publish as it is" }).click();
  await expect(clerk.getByText("Agenda published. 120 minutes are set aside.")).toBeVisible();
  return clerk.url().replace(/\/agenda$/, "");
}

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(heading(page, TITLE)).toBeVisible();
  await expect(page.getByText(/ this room open\./)).toBeVisible();
  const notice = page.getByRole("region", { name: "What is recorded here" });
  await expect(notice).toContainText("recorded by organisation and sector");
  await notice.getByRole("button", { name: "I have read this" }).click();
  await expect(notice).toBeHidden();
}

type Room = Readonly<Record<"chair" | "clerk" | "marsh" | "farrow" | "observer", Page>>;

async function markAttendance({ chair, clerk, marsh, farrow, observer }: Room): Promise<void> {
  for (const page of [chair, marsh, farrow]) await act(page, "I am here").click();
  const here = {
    "City Council, leader": "Ruth Calloway",
    Police: "Iain Munro, substitute",
    "City College": "Pauline Drury",
  };
  for (const [seat, name] of Object.entries(here)) {
    await clerk
      .getByRole("main")
      .getByRole("button", { name: `Mark ${seat}` })
      .click();
    await clerk.getByRole("dialog", { name: seat }).getByRole("button", { name }).click();
  }
  await clerk.getByRole("main").getByRole("button", { name: "Mark Retail Forum" }).click();
  await clerk
    .getByRole("dialog", { name: "Retail Forum" })
    .getByRole("button", { name: "Apologies" })
    .click();

  const seen = observer.getByRole("main").getByRole("listitem");
  await expect(seen.filter({ hasText: "Chamber of Commerce" })).toContainText("Helen Marsh");
  await expect(seen.filter({ hasText: "Voluntary Action" })).toContainText("Jean Farrow");
  await expect(seen.filter({ hasText: "Police" })).toContainText("Iain Munro, substitute");
  await expect(seen.filter({ hasText: "Retail Forum" })).toContainText("Apologies");
}

async function talk(clerk: Page, all: readonly Page[]): Promise<void> {
  const [, , marsh] = all;
  await clerk.getByRole("button", { name: "Resources" }).click();
  await clerk.getByRole("button", { name: "Strategy" }).click();
  if (marsh) await expect(marsh.getByText("About strategy")).toBeVisible();

  const seat = act(clerk, /^Chamber of Commerce, .*principal/);
  const speaking = (page: Page) => page.getByRole("complementary", { name: "Floor" }).getByRole("strong");
  await seat.click();
  for (const page of all) await expect(speaking(page)).toHaveText("Chamber of Commerce");
  await act(clerk, /^Voluntary Action, .*principal/).click();
  for (const page of all) await expect(speaking(page)).toHaveText("Voluntary Action");
  await act(clerk, "End turn").click();
  for (const page of all) await expect(page.getByText("Nobody.", { exact: true })).toBeVisible();
}

async function watchOnly(observer: Page): Promise<void> {
  await expect(observer.getByRole("group", { name: "Kind of entry" })).toBeHidden();
  await expect(act(observer, /^Close/)).toBeHidden();
  await observer.keyboard.press("n");
  await expect(observer.getByRole("textbox")).toHaveCount(0);
}

async function settle({ chair, marsh }: Pick<Room, "chair" | "marsh">, all: readonly Page[]): Promise<void> {
  await expect(entry(marsh, CHALLENGE)).toContainText("No answer yet");
  await entry(marsh, CHALLENGE).getByRole("button", { name: "Answered" }).click();
  const met = marsh.getByRole("form", { name: "What it met with" });
  await met.getByRole("textbox", { name: "In what words" }).fill("Sixty people found work through it");
  await met.getByRole("button", { name: "Record" }).click();

  await act(chair, /^Read back decision 2\.1/).click();
  for (const page of all) {
    await expect(page.getByRole("dialog", { name: "Decision 2.1 is read back" })).toBeVisible();
  }
  await chair.getByRole("button", { name: /^Agreed/ }).click();
  for (const page of all) {
    await expect(entry(page, CHALLENGE)).toContainText("Sixty people found work through it");
    await expect(entry(page, DECISION)).toContainText("Agreed, by consensus");
  }
}

async function correct(clerk: Page, observer: Page): Promise<void> {
  await more(clerk, entry(clerk, "The chair thanked the Chamber"), "Amend");
  const amending = clerk.getByRole("dialog", { name: "Amend note 2.5" });
  await amending
    .getByRole("textbox", { name: "Words" })
    .fill("The chair thanked the Chamber of Commerce for its money");
  await amending.getByRole("textbox", { name: "Why it is amended" }).fill("Said in full");
  await amending.getByRole("button", { name: "Amend", exact: true }).click();
  await entry(observer, "for its money").getByRole("button", { name: "amended once" }).click();
  const wordings = observer.getByRole("dialog", { name: "Wordings of 2.5" });
  await expect(wordings.getByText("The chair thanked the Chamber", { exact: true })).toBeVisible();
  await observer.keyboard.press("Escape");

  await write(clerk, "n", "Put under the wrong item");
  await more(clerk, entry(clerk, "Put under the wrong item"), "Strike out");
  const striking = clerk.getByRole("form", { name: "Strike out 2.6" });
  await striking.getByRole("textbox", { name: "Why" }).fill("wrong item");
  await striking.getByRole("button", { name: "Strike out" }).click();
  await expect(entry(observer, "Put under the wrong item")).toContainText(/Struck out .*wrong item/);
}

async function readElsewhere(farrow: Page, chair: Page): Promise<void> {
  await farrow
    .getByRole("navigation", { name: "Agenda" })
    .getByRole("button", { name: /Low carbon/ })
    .click();
  await expect(heading(farrow, "Low carbon: the next year")).toBeVisible();
  await write(chair, "n", "Said while one was reading ahead");
  await expect(heading(farrow, "Low carbon: the next year")).toBeVisible();
  await farrow.getByRole("button", { name: "Back to the chair" }).click();
  await expect(entry(farrow, "Said while one was reading ahead")).toBeVisible();
}

async function takeBreak(chair: Page, farrow: Page): Promise<void> {
  await act(chair, "More acts of the chair").click();
  await chair.getByRole("menuitem", { name: "Adjourn" }).click();
  const adjourning = chair.getByRole("dialog", { name: "Adjourn" });
  await adjourning.getByRole("textbox").fill("A short break");
  await adjourning.getByRole("button", { name: "Adjourn" }).click();
  await expect(act(farrow, /floor/)).toBeHidden();
  await act(chair, /^Resume the meeting/).click();
  await expect(farrow.getByText("Nobody.", { exact: true })).toBeVisible();
}

async function draftMinutes(clerk: Page): Promise<void> {
  await clerk.getByRole("link", { name: "The minutes" }).click();
  await clerk.getByRole("button", { name: "Draft minutes" }).click();
  await expect(clerk.getByText("DRAFT", { exact: true })).toBeVisible();
  await expect(clerk.getByRole("article")).toContainText(
    "It was agreed that the partnership publish one list of joint projects by March. Agreed by consensus, without a quorum.",
  );
  await expect(clerk.getByRole("article")).toContainText(CHALLENGE);
  await clerk.getByRole("link", { name: /^Challenge 2\.2 on the record/ }).click();
  await expect(clerk.getByRole("listitem").filter({ hasText: CHALLENGE })).toBeInViewport();
}

async function lookBack(page: Page): Promise<void> {
  const question = "When someone asks a hard question, does it get an answer?";
  const figure = page.locator("section").filter({ has: page.getByRole("heading", { name: question }) });
  await expect(async () => {
    await page.goto("/dashboard");
    await expect(page.getByText("24 November 2026")).toBeVisible({ timeout: 500 });
  }).toPass();
  await figure.getByRole("link", { name: "1 of 1" }).click();

  const counted = page.getByRole("listitem").filter({ hasText: CHALLENGE });
  await expect(counted).toContainText("Answered");
  await counted.getByRole("link", { name: "2.2 on the record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(entry(page, CHALLENGE)).toBeInViewport();
}
