// One's own words that the record does not hold: what is said of them is so, they can always be taken out, and nobody
// else sends or sees them.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { EntryId } from "#domain/ids.ts";
import { expect, pressName, signIn, test } from "./support/journey.ts";
import { editionOf, networkOf } from "./support/network.ts";
import { enter, inSession, lineHolds } from "./support/one-item.ts";
import { entry, openLine, write } from "./support/room.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a line that is down is complained of each time it is tried
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });

const STORED = "Waiting, on this device.";
const UNSTORED = "Waiting, not stored on this device.";
const BACK = { timeout: 20_000 };

const copying = ["clipboard-read", "clipboard-write"];
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const copy = (page: Page) => page.getByRole("button", { name: "Copy the words" });
const strip = (page: Page) => page.getByRole("status").filter({ hasText: /\S/ });

/** From now on the device has no room: what is written down does not come to stand, as the browser itself has it. */
async function fillDevice(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const name of ["add", "put"] as const) {
      const write = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function full(...kept) {
        const request = write.apply(this, kept);
        this.transaction.abort();
        return request;
      };
    }
  });
}

/** What the browser asks before it lets a page go, from now on. */
function askedBeforeLeaving(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  return asked;
}

/** Somebody else's session in place of the one there was, without a sign-out: it ran out. */
async function replaceSession(context: BrowserContext, url: string, key: string): Promise<void> {
  await context.clearCookies();
  await signIn(context, url, key);
}

test("on a full device words stay on the page, are said to be nowhere else, and go all the same", async ({
  signedIn,
  product,
}) => {
  const held = await inSession(await signedIn("field"), product.url);
  const { context } = await signedIn("marsh", { permissions: copying });
  const network = await networkOf(context);
  const page = await enter(context, held);
  await lineHolds(page);
  await fillDevice(page);

  await test.step("what is sent and what is begun are both said to be on the page alone", async () => {
    await network.cut();
    await write(page, "n", "Written on a full device");
    await expect(entry(page, "Written on a full device")).toContainText(UNSTORED);
    await (await openLine(page, "c")).fill("Begun on a full device");
    await expect(page.getByText("Not kept on this device: it has no room for more.")).toBeVisible();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await expect(strip(page)).toContainText("2 entries are on this page only");
    await strip(page).getByRole("button", { name: "Copy the words" }).click();
    expect(await copied(page)).toBe("Written on a full device\n\nBegun on a full device");
    expect(await held.onRecord()).toEqual([]);
  });
  await test.step("the network is back, and each goes once", async () => {
    await network.mendForPages();
    network.mend();
    await expect(entry(page, "Begun on a full device")).toContainText(/1\.2/, BACK);
    expect(await held.onRecord()).toEqual(["Written on a full device", "Begun on a full device"]);
  });
  await test.step("after a reload nothing pretends to be kept", async () => {
    await network.cut();
    await write(page, "n", "Gone with the page");
    await expect(entry(page, "Gone with the page")).toContainText(UNSTORED);
    await network.mendForPages();
    const asked = askedBeforeLeaving(page);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await expect(strip(page)).toContainText("Nothing is waiting on this device.", BACK);
    await expect(page.getByText("Gone with the page")).toHaveCount(0);
    network.mend();
    await lineHolds(page);
    expect(await held.onRecord()).toHaveLength(2);
  });
});

test("what one person left waiting is neither shown to the next at the device nor sent by them", async ({
  signedIn,
  product,
}) => {
  const held = await inSession(await signedIn("field"), product.url);
  const { context } = await signedIn("marsh");
  const network = await networkOf(context);
  const hers = await enter(context, held);
  await lineHolds(hers);
  await network.cut();
  await write(hers, "n", "Written, left");
  await write(hers, "c", "Asked, left");
  await (await openLine(hers, "n")).fill("Half of a thought");
  for (const words of ["Written, left", "Asked, left"])
    await expect(entry(hers, words)).toContainText(STORED);

  await test.step("her session runs out, and another signs in at the same device", async () => {
    await network.mendForPages();
    await replaceSession(context, product.url, "farrow");
    network.mend();
    const his = await enter(context, held);
    await lineHolds(his);
    await expect(strip(hers)).toContainText("Somebody else is signed in on this device now.", BACK);
    await expect(hers.getByText(/, left/)).toHaveCount(0);
    await write(his, "n", "Said by somebody else");
    await expect(entry(his, "Said by somebody else")).toContainText(/1\.1/);
    await expect(his.getByText(/, left/)).toHaveCount(0);
    await expect(await openLine(his, "n")).toHaveValue("");
    expect(await held.onRecord()).toEqual(["Said by somebody else"]);
    await his.close();
  });
  await test.step("she signs in again, and it goes under her own name", async () => {
    await hers.close();
    await replaceSession(context, product.url, "marsh");
    const page = await enter(context, held);
    await expect(entry(page, "Asked, left")).toContainText(/1\.3/, BACK);
    await expect(entry(page, "Written, left")).toContainText("Chamber of Commerce (you)");
    await expect(page.getByRole("textbox", { name: /^Words of the/ })).toHaveValue("Half of a thought");
    expect(await held.onRecord()).toEqual(["Said by somebody else", "Written, left", "Asked, left"]);
  });
  await test.step("signing out, she is told what is lost; then it is", async () => {
    const [, page] = context.pages();
    if (!page) throw new Error("her page is gone");
    await network.cut();
    await page.getByRole("textbox", { name: /^Words of the/ }).press("Enter");
    await expect(entry(page, "Half of a thought")).toContainText(STORED);
    await write(page, "n", "Another");
    await expect(entry(page, "Another")).toContainText(STORED);
    await network.mendForPages();
    await page.getByRole("button", { name: /^Menu of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    const asking = page.getByRole("alertdialog", { name: "Sign out?" });
    await expect(asking).toContainText("2 entries on this device are not sent yet. They are lost.");
    await asking.getByRole("button", { name: "Sign out without sending" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Choose whom to be" })).toBeVisible();
    network.mend();
    const again = await pressName(context, "marsh");
    await again.goto(`/meetings/${held.meetingId}`);
    await lineHolds(again);
    await expect(again.getByText("Half of a thought")).toHaveCount(0);
    expect(await held.onRecord()).toHaveLength(3);
  });
});

test("a newer server asks for the page to be loaded again once nothing is lost by it", async ({
  signedIn,
  product,
}) => {
  const held = await inSession(await signedIn("field"), product.url);
  const { context } = await signedIn("marsh", { permissions: copying });
  const edition = await editionOf(context);
  const page = await enter(context, held);
  const reload = page.getByRole("button", { name: "Load the page again" });
  await lineHolds(page);

  await test.step("what is kept on the device goes from the newer page", async () => {
    await edition.outdate();
    await expect(strip(page)).toContainText("There is a newer version of this page.", BACK);
    await write(page, "n", "Kept through the change");
    await expect(entry(page, "Kept through the change")).toContainText(STORED);
    await expect(strip(page)).toContainText("what you wrote is kept on this device and goes then");
    expect(await held.onRecord()).toEqual([]);
    edition.update();
    // to the last moment
    await (await openLine(page, "n")).fill("Half of a thought");
    await reload.click();
    await expect(entry(page, "Kept through the change")).toContainText(/1\.1/, BACK);
    await expect(page.getByRole("textbox", { name: /^Words of the/ })).toHaveValue("Half of a thought");
  });
  await test.step("what is on the page alone is copied first", async () => {
    await page.getByRole("button", { name: "Throw away" }).click();
    await edition.outdate();
    await expect(reload).toBeVisible(BACK);
    await fillDevice(page);
    await write(page, "n", "On this page only");
    await expect(entry(page, "On this page only")).toContainText(UNSTORED);
    await expect(strip(page)).toContainText("One entry is on this page only: copy its words");
    await expect(reload).toHaveCount(0);
    await strip(page).getByRole("button", { name: "Copy the words" }).click();
    await expect(reload).toBeVisible();
    expect(await copied(page)).toBe("On this page only");
    expect(await held.onRecord()).toEqual(["Kept through the change"]);
  });
});

test("unsent words can be copied while they wait, and after they are refused", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field", { permissions: copying });
  const { context } = clerk;
  const held = await inSession(clerk, product.url);
  const entryId = EntryId.parse(randomUUID());
  const { itemId } = held;
  const asked = { entryId, itemId, speaker: { as: "chair" }, text: "Who pays for it?" } as const;
  await held.carryOut({ type: "recordChallenge", ...asked, target: "partnership", topic: "money" });
  const network = await networkOf(context);
  const page = await enter(context, held);
  await lineHolds(page);
  const note = entry(page, "Noted without a line");
  const challenge = entry(page, "Who pays for it?");

  await test.step("an entry and an answer wait in sight, each with its words", async () => {
    await network.cut();
    await write(page, "n", "Noted without a line");
    await expect(note).toContainText(STORED);
    await challenge.getByRole("button", { name: "Answered" }).click();
    const form = page.getByRole("form", { name: "What it met with" });
    await form.getByRole("textbox", { name: "In what words" }).fill("We all do");
    await form.getByRole("button", { name: "Record" }).click();
    await expect(challenge).toContainText(`Your answerWe all do${STORED}`);
    for (const [line, words] of [
      [note, "Noted without a line"],
      [challenge, "We all do"],
    ] as const) {
      await line.getByRole("button", { name: "Copy the words" }).click();
      await expect.poll(() => copied(page)).toBe(words);
    }
  });
  await test.step("meanwhile both have become impossible: each says why, and its words are still here", async () => {
    await held.carryOut({ type: "strikeOutEntry", entryId, reason: "recorded in error" });
    await held.carryOut({ type: "closeItem", itemId, confirmed: [] });
    await network.mendForPages();
    network.mend();
    await strip(page).getByRole("button", { name: "Item 1." }).click(BACK);
    await expect(note).toContainText("Item 1 is not open.");
    await expect(challenge).toContainText("This entry no longer stands.");
    for (const line of [note, challenge]) {
      await expect(line).toContainText("Not recorded");
      await line.getByRole("button", { name: "Copy the words" }).click();
    }
    await expect.poll(() => copied(page)).toBe("We all do");
    expect(await held.onRecord()).toEqual(["Who pays for it?"]);
  });
  await test.step("they stand there, through a reload, until they are put away", async () => {
    await page.reload();
    await lineHolds(page);
    await expect(strip(page)).toContainText("2 entries were not recorded.");
    await strip(page).getByRole("button", { name: "Item 1." }).click();
    for (const line of [note, challenge]) await line.getByRole("button", { name: "Put away" }).click();
    await expect(copy(page)).toHaveCount(0);
    await page.reload();
    await lineHolds(page);
    await expect(page.getByText(/not recorded/i)).toHaveCount(0);
  });
});
