// The end of a meeting and its pulse: what is unfinished is settled or left, those who are there answer in secret, and
// what they come to is shown to all of them together, or not at all.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BoxId, EntryId } from "#domain/ids.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { networkOf } from "./support/network.ts";
import { answerPulse, pulseForm, sendPulse, tapPulse } from "./support/pulse.ts";
import { act, enter, entry, heading, sit } from "./support/room.ts";
import { convene, type Held, plannedItem, takeFirst } from "./support/wire.ts";

test.use({
  settings: { CLOCK_START: "2026-11-24T18:00:00Z" },
  expectedComplaints: /Failed to load resource: net::ERR_/, // of the one without a line
});
test.setTimeout(300_000);

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const CANARY = "Fewer tables on canary paper";

/** One item taken, another left, and a challenge nobody has answered. */
async function nearlyOver(clerk: Person, url: string): Promise<Held> {
  const items = [plannedItem("What we add together"), plannedItem("Low carbon")];
  const held = await convene(clerk.context, url, { title: "Board", items });
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
  await held.carryOut({ type: "closeItem", itemId, confirmed: [] });
  return held;
}

/** All that comes over the sockets of a page, from before it is opened. */
function framesOf(page: Page): () => string {
  const frames: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  return () => frames.join("\n");
}

const panel = (page: Page) => page.getByRole("region", { name: /pulse|Thank you|on its way/i }).first();
/** What of the answers this device still keeps. */
function keptOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const settled = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve) => asked.addEventListener("success", () => resolve(asked.result)));
    const database = await settled(indexedDB.open("candour"));
    const keys = await settled(database.transaction("drafts").objectStore("drafts").getAllKeys());
    database.close();
    return keys.filter((key) => JSON.stringify(key).includes("pulse ")).length;
  });
}

test("five answer, and see together what they came to; words are the chair’s and the clerk’s alone", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await nearlyOver(clerk, product.url);
  const heard = new Map<Page, () => string>();
  const people: Page[] = [];
  for (const key of ["marsh", "farrow", "sood", "tran"]) {
    const person = await signedIn(key);
    heard.set(person.page, framesOf(person.page));
    people.push(await sit(person, held));
  }
  const [marsh, farrow, sood, tran] = people;
  if (!marsh || !farrow || !sood || !tran) throw new Error("four came");
  const hollis = await enter(await signedIn("hollis"), held);
  const chairs = await signedIn("haldane");
  heard.set(chairs.page, framesOf(chairs.page));
  const chair = await sit(chairs, held);
  const clerks = await enter(clerk, held);

  await test.step("before the close the chair sees what is unfinished, and settles what can be", async () => {
    await act(chair, "More acts of the chair").click();
    await chair.getByRole("menuitem", { name: "Close the meeting…" }).click();
    await expect(heading(chair, "Before the meeting closes")).toBeFocused();
    await expect(chair.getByText("Two things are unfinished.")).toBeVisible();
    const unanswered = chair.getByRole("region", { name: /^Challenges without an answer/ });
    await expect(unanswered).toContainText("Who has the figure?");
    await expect(chair.getByRole("region", { name: /^Items not taken/ })).toContainText("Low carbon");
    await expectAccessible(chair, "what is unfinished");

    await unanswered.getByRole("button", { name: "Answered" }).click();
    const met = chair.getByRole("form", { name: "What it met with" });
    await met.getByRole("textbox", { name: "In what words" }).fill("The Chamber has it");
    await met.getByRole("button", { name: "Record" }).click();
    await expect(unanswered).toHaveCount(0);
    await expect(chair.getByText("One thing is unfinished.")).toBeVisible();
    await chair.getByRole("button", { name: "Look at item 2" }).click();
    await expect(heading(chair, "Item 2. Low carbon")).toBeVisible();
    await act(chair, "More acts of the chair").click();
    await chair.getByRole("menuitem", { name: "Close the meeting…" }).click();
  });

  await test.step("the chair opens the pulse, and those who sit here are asked", async () => {
    await chair.getByRole("button", { name: "Open the pulse" }).click();
    for (const page of [...people, chair, clerks]) await expect(pulseForm(page)).toBeVisible();
    await expect(panel(hollis)).toContainText("Those who sit at this meeting are saying, in secret");
    await expect(pulseForm(hollis)).toHaveCount(0);
    await expectAccessible(marsh, "the pulse, open");
    await expectAccessible(chair, "the pulse, open, before the close");
  });

  await test.step("each answers once, by taps or by keys; nobody sees that anybody has", async () => {
    const told = await chair.getByRole("region", { name: "The pulse", exact: true }).innerText();
    await answerPulse(marsh, [5, 4, 5, null, 4, 3]);
    await expectAccessible(marsh, "the pulse, answered");
    await pulseForm(farrow).getByRole("radio", { name: "4, agree" }).first().focus();
    await farrow.keyboard.press("Space");
    await farrow.keyboard.press("ArrowRight");
    await expect(pulseForm(farrow).getByRole("radio", { name: "5, strongly agree" }).first()).toBeChecked();
    await pulseForm(farrow).getByRole("textbox").fill(CANARY);
    await answerPulse(farrow, [null, 4, 4, "No view", 4, 4]);
    await answerPulse(sood, [4, 4, 5, 2, 4, 3]);
    await answerPulse(tran, [4, 2, 3, 2, 4, 5]);
    await answerPulse(chair, [5, 5, 1, 5, 5, 3]);
    expect(await chair.getByRole("region", { name: "The pulse", exact: true }).innerText()).toBe(told);
    for (const page of [...people, chair]) await expect.poll(() => keptOf(page)).toBe(0);
    for (const frames of heard.values()) {
      expect(frames()).not.toContain("canary");
      expect(frames()).not.toContain("pulseCounted");
      expect(frames()).not.toContain("taps");
    }
  });

  await test.step("who has answered finds it so when the page is opened again", async () => {
    await marsh.reload();
    await expect(marsh.getByText("You have answered already")).toBeVisible();
  });

  await test.step("closed, it is shown to all of them at once", async () => {
    await chair.getByRole("button", { name: "Close the pulse" }).click();
    const sure = chair.getByRole("alertdialog", { name: "Close the pulse?" });
    await expect(sure).toContainText("Nobody can answer after that");
    await sure.getByRole("button", { name: "Close the pulse" }).click();
    for (const page of [...people, hollis, chair, clerks]) {
      await expect(panel(page)).toContainText("What the pulse came to");
      await expect(panel(page)).toContainText("5 of 6 people in the room answered.");
      await expect(panel(page)).toContainText(
        "4 of 5 agreed (80%; usual level probably between 37.6% and 96.4%).",
      );
      await expect(panel(page)).toContainText("Too few to show: statement 3.");
    }
    await expectAccessible(sood, "what the pulse came to");
  });

  await test.step("the words are read by the chair and the clerk, and reach nobody else", async () => {
    for (const page of [chair, clerks])
      await expect(page.getByRole("region", { name: "What would have made it better" })).toContainText(
        CANARY,
      );
    await expectAccessible(clerks, "the words that came with the pulse");
    for (const page of [...people, hollis]) {
      await expect(page.getByText(CANARY)).toHaveCount(0);
      expect(heard.get(page)?.() ?? "").not.toContain("canary");
    }
  });

  await test.step("the meeting closes, and everybody is told what comes next", async () => {
    await act(chair, /^Close the meeting/).click();
    for (const page of [...people, chair, clerks]) {
      await expect(page.getByRole("region", { name: "What happens next" })).toContainText("until 1 December");
      await expect(page.getByRole("region", { name: "What the pulse came to" })).toBeVisible();
    }
    await expect(clerks.getByRole("region", { name: "What happens next" })).toContainText(
      "You draft the minutes",
    );
    await expectAccessible(clerks, "after the close");
    await expect(entry(chair, "Who has the figure?")).toHaveCount(0);
  });
});

test("four are too few; on a phone without a line the answer waits, goes, and leaves nothing behind", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await nearlyOver(clerk, product.url);
  const doyle = await signedIn("doyle", PHONE);
  const network = await networkOf(doyle.context);
  const phone = await sit(doyle, held);
  const others: Page[] = [];
  for (const key of ["obi", "drury", "pike"]) others.push(await sit(await signedIn(key), held));
  const clerks = await enter(clerk, held);
  await held.carryOut({ type: "openPulse", box: BoxId.parse(randomUUID()) });

  await expect(pulseForm(phone)).toBeVisible();
  await expectNoSideways(phone, "the pulse on a phone");
  await expect(sendPulse(phone)).toHaveAccessibleDescription("tap an answer first");
  const box = await pulseForm(phone).locator("label").filter({ hasText: /^1$/ }).first().boundingBox();
  expect(Math.min(box?.height ?? 0, box?.width ?? 0), "a thumb wide").toBeGreaterThanOrEqual(44);
  await network.cut();
  await tapPulse(phone, [2, 1, null, null, null, 5]);
  await expect(sendPulse(phone)).toHaveText("Send once there is a line");
  await sendPulse(phone).tap();
  await expect(phone.getByText("It waits on this device, under your seal")).toBeVisible();
  await expectNoSideways(phone, "an answer that waits, on a phone");
  await expect.poll(() => keptOf(phone)).toBe(1);
  await network.mendForPages();
  network.mend();
  await expect(phone.getByRole("heading", { name: "Thank you" })).toBeVisible({ timeout: 40_000 });
  await expect.poll(() => keptOf(phone)).toBe(0);

  const [obi, drury, pike] = others;
  if (!obi || !drury || !pike) throw new Error("three came");
  for (const page of [obi, drury]) await answerPulse(page, [1, 1, 1, 1, 1, 1]);
  // begun, and never sent
  await tapPulse(pike, [5]);
  await answerPulse(clerks, [5, 5, 5, 5, 5, 5]);
  await held.carryOut({ type: "closePulse" });
  for (const page of [...others, phone, clerks])
    await expect(panel(page)).toContainText("Too few to show: with fewer than 5 answers");
  await expect(panel(clerks)).toContainText("4 of 6 people in the room answered.");
  await expect(panel(pike)).toContainText("Your answer had not left this device when the pulse closed.");
  await expect.poll(() => keptOf(pike)).toBe(0);
  await expectAccessible(clerks, "too few to show");
  await expectNoSideways(phone, "too few to show, on a phone");
});
