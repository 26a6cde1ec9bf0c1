// The chair's page: a meeting run by the keyboard alone, a chair whose line breaks, a clerk alone with the seat plan, a
// partner with one hand on a phone. Twenty seconds pass in one.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { EntryId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { seatId } from "#server/sample/cast.ts";
import { nothingTold } from "../support/nothing-told.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { enterOn, listen, tabTo } from "./support/keys.ts";
import { networkOf } from "./support/network.ts";
import { act, enter, entry, heading, openLine, write } from "./support/room.ts";
import { convene, type Held, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z", CLOCK_RATE: "20" } });
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });
test.setTimeout(240_000);

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const TITLE = "What we add together";
const agenda = () => [plannedItem(TITLE), plannedItem("Low carbon")];
const speaking = (code: string) => ({ as: "seat", seat: seatId("strategic", code) }) as const;
const arrives = (code: string): SentCommand => ({
  type: "markAttendance",
  seat: seatId("strategic", code),
  outcome: "principal",
  mode: "inPerson",
  from: null,
});
const asks = (code: string): SentCommand => ({
  type: "askToSpeak",
  speaker: speaking(code),
  kind: "contribution",
});

async function inSession(clerk: Person, url: string, ...codes: readonly string[]): Promise<Held> {
  const items = agenda();
  const held = await convene(clerk.context, url, { title: "Board", items });
  await takeFirst(held, items);
  for (const code of codes) await held.carryOut(arrives(code));
  return held;
}

const panel = (page: Page) => page.getByRole("complementary", { name: "Floor" });
const queue = (page: Page) => page.getByRole("region", { name: "Queue" });
const chairStrip = (page: Page) => page.getByRole("region", { name: "The chair", exact: true });
const line = (page: Page) => page.getByRole("form", { name: /^Record an entry/ });
const seat = (page: Page, name: RegExp) => panel(page).getByRole("button", { name });

test("a chair runs a small meeting by the keyboard alone", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await convene(clerk.context, product.url, { title: "Board", items: agenda() });
  await held.carryOut({ type: "publishAgenda" });
  for (const code of ["CHA", "POL", "VOL"]) await held.carryOut(arrives(code));
  const { page } = await signedIn("haldane");
  await enter({ page }, held);

  await test.step("start, and open the first item", async () => {
    await enterOn(page, page.getByRole("button", { name: "I have read this" }));
    await enterOn(page, act(page, "Start the meeting"));
    await expect(act(page, /^Open item 1/)).toBeVisible();
    await page.keyboard.press("g");
    await expect(heading(page, `Item 1. ${TITLE}`)).toBeVisible();
  });

  await test.step("a question mark shows every key, and Escape puts them away", async () => {
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    for (const does of ["What the filled button says", "Five more minutes, for debate", "These keys"]) {
      await expect(keys).toContainText(does);
    }
    await expectAccessible(page, "all the keys");
    await page.keyboard.press("g");
    await page.keyboard.press("Escape");
    await expect(keys).toHaveCount(0);
    // behind the dialog the key did nothing
    await expect(act(page, /^Close item 1/)).toBeVisible();
  });

  await test.step("everything of the page stands in one view", async () => {
    const seats = panel(page).getByRole("button", { name: /, (principal|nobody here)/ });
    await expect(seats).toHaveCount(19);
    for (const each of await seats.all()) await expect(each).toBeInViewport({ ratio: 1 });
    await expect(queue(page)).toBeInViewport();
    await expect(act(page, /^Close item 1/)).toBeInViewport({ ratio: 1 });
  });

  await test.step("the floor goes to whoever is first", async () => {
    await held.carryOut(asks("CHA"));
    await held.carryOut(asks("POL"));
    await expect(queue(page).getByRole("row")).toHaveCount(2);
    await page.keyboard.press("f");
    await expect(panel(page)).toContainText("Helen Marsh");
    await expect(queue(page).getByRole("row")).toHaveCount(1);
  });

  await test.step("time is added by one key, and the plan stays as it was", async () => {
    await page.keyboard.press("+");
    await expect(page.getByText("20 planned, 5 added")).toBeVisible();
    await page.keyboard.press("b");
    await expect(page.getByText("20 planned, 10 added, 5 of them for debate")).toBeVisible();
    await expect(page.getByText(/ of 30 minutes/).first()).toBeVisible();
  });

  await test.step("while words are written, a letter is a letter; after Ctrl and full stop it is a key", async () => {
    const words = await openLine(page, "n");
    await page.keyboard.type("fee+g");
    await expect(words).toHaveValue("fee+g");
    await page.keyboard.press("Control+.");
    await page.keyboard.press("+");
    await expect(page.getByText("20 planned, 15 added, 5 of them for debate")).toBeVisible();
    await page.keyboard.press("Control+.");
    await page.keyboard.press("f");
    await expect(panel(page)).toContainText("Helen Carver");
    await expect(words).toHaveValue("fee+g");
    await expect(words).toBeFocused();
    await words.fill("The fee was noted");
    await page.keyboard.press("Enter");
    await expect(entry(page, "The fee was noted")).toBeVisible();
  });

  await test.step("a decision is read back and agreed, a challenge is still unanswered, and it is all told", async () => {
    await write(page, "d", "That we publish the list");
    await write(page, "c", "Who has the figure?");
    const prompts = page.getByRole("region", { name: "For the chair alone" });
    await expect(prompts).toContainText("Waiting to be read back: 1 decision, 1.2.");
    await expect(prompts).toContainText("Unanswered: 1 challenge, 1.3.");
    await expect(prompts).toContainText("Not heard on this item: 1 seat.");
    await expect(prompts).toContainText("Next: Item 2. Low carbon, 20 minutes.");
    await expectAccessible(page, "the chair's page");
    await expect(act(page, /^Read back decision 1\.2/)).toBeVisible();
    await page.keyboard.press("g");
    await expect(page.getByRole("dialog", { name: "Decision 1.2 is read back" })).toBeVisible();
    await enterOn(page, page.getByRole("button", { name: /^Agreed/ }));
    await expect(entry(page, "That we publish the list")).toContainText("Agreed");
  });

  await test.step("the items are closed and the meeting with them", async () => {
    await expect(act(page, /^Close item 1/)).toBeVisible();
    await heading(page, `Item 1. ${TITLE}`).click();
    await page.keyboard.press("g");
    const closing = page.getByRole("dialog", { name: "Close item 1" });
    await enterOn(page, closing.getByRole("button", { name: "Close item 1" }));
    await expect(act(page, /^Open item 2/)).toBeVisible();
    await page.keyboard.press("g");
    await expect(heading(page, "Item 2. Low carbon")).toBeVisible();
    await page.keyboard.press("g");
    await enterOn(
      page,
      page.getByRole("dialog", { name: "Close item 2" }).getByRole("button", { name: "Close item 2" }),
    );
    await expect(act(page, /^Close the meeting/)).toBeVisible();
    await page.keyboard.press("g");
    await expect(page.getByRole("heading", { level: 1, name: "Before the meeting closes" })).toBeFocused();
    await page.keyboard.press("g");
    await expect(page.getByText("The meeting is over.")).toBeVisible();
  });
});

test("all that the chair needs is reached by Tab at any width", async ({ signedIn, product }) => {
  const held = await inSession(await signedIn("field"), product.url, "CHA", "POL");
  await held.carryOut(asks("CHA"));
  const { page } = await signedIn("haldane");
  await enter({ page }, held);
  await expect(queue(page).getByRole("row")).toHaveCount(1);
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSideways(page, `the chair's page at ${width}`);
    for (const name of [
      /^Give floor to Chamber of Commerce/,
      /^Police, POL/,
      /^Ask one in/,
      /^Who is here/,
      /^Add 5 min/,
      /^More acts of the chair/,
      /^Close item 1/,
    ]) {
      await tabTo(page, act(page, name).first());
    }
    await page.getByRole("button", { name: "Agenda", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Agenda" })).toContainText("Low carbon");
    await page.keyboard.press("Escape");
  }
});

test("the chair's line breaks: nobody is promoted, a clerk stands in, the deputy takes the chair and gives it back", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url, "CHA");
  const chair = await signedIn("haldane");
  const network = await networkOf(chair.context);
  const chairs = await enter(chair, held);
  const clerks = await enter(clerk, held);
  const vice = await enter(await signedIn("calloway"), held);
  const marsh = await enter(await signedIn("marsh"), held);
  await write(marsh, "d", "That we publish the list");
  await expect(entry(clerks, "That we publish the list")).toBeVisible();

  await test.step("for twenty seconds nothing is offered, and then it is", async () => {
    await expect(marsh.getByText("4 people have this room open.")).toBeVisible();
    await expect(chairStrip(clerks)).toHaveCount(0);
    await network.cut();
    await expect(chairStrip(vice)).toContainText("The chair is not connected.");
    await expect(chairStrip(clerks)).toContainText("The chair is not connected.");
    await expect(chairStrip(marsh)).toHaveCount(0);
    await expectAccessible(vice, "the chair offered to the deputy");
  });

  await test.step("the clerk stands in: items go on, and nothing is agreed", async () => {
    await chairStrip(clerks).getByRole("button", { name: "Stand in until a chair is named" }).click();
    await expect(chairStrip(marsh)).toContainText("No chair is named. Tomasz Field opens and closes items");
    await expectAccessible(clerks, "a clerk who stands in");
    await act(clerks, /^Read back decision 1\.1/).click();
    await expect(act(clerks, /^Agree decision 1\.1/)).toHaveAccessibleDescription(
      "No chair is named: nothing is agreed until somebody takes the chair.",
    );
    await expect(entry(marsh, "That we publish the list")).not.toContainText("Agreed");
  });

  await test.step("the deputy takes the chair, and the decision can be agreed", async () => {
    // what is read back fills their screen, and the chair is offered on it
    const readBack = vice.getByRole("dialog", { name: "Decision 1.1 is read back" });
    await expect(readBack).toBeVisible();
    await expectAccessible(vice, "the chair offered over what is read back");
    await readBack.getByRole("button", { name: "Take the chair" }).click();
    await expect(chairStrip(marsh)).toHaveCount(0);
    await readBack.getByRole("button", { name: /^Agreed/ }).click();
    await expect(entry(marsh, "That we publish the list")).toContainText("Agreed");
  });

  await test.step("the chair comes back, is put in nobody's place, and takes the chair again", async () => {
    network.mend();
    await network.mendForPages();
    await expect(chairStrip(chairs)).toContainText("Ruth Calloway presides.", { timeout: 40_000 });
    await expect(act(chairs, /^Close item 1/)).toHaveCount(0);
    await expectAccessible(chairs, "a chair who has come back");
    await chairStrip(chairs).getByRole("button", { name: "Take the chair back" }).click();
    await expect(act(chairs, /^Close item 1/)).toBeVisible();
    await expect(act(vice, /^Close item 1/)).toHaveCount(0);
  });

  await test.step("the handover and the return are on the record", async () => {
    await clerks.goto(`/meetings/${held.meetingId}/record`);
    const facts = clerks.locator("dl").filter({ hasText: "In the chair" });
    await expect(facts).toContainText(
      /Margaret Haldane.*from 18:.*Tomasz Field, until a chair was named.*from 18:.*Ruth Calloway.*from 18:.*Margaret Haldane/,
    );
  });
});

test("a clerk alone with the seat plan runs the floor of a room without devices", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const page = await enter(clerk, held);
  await page.getByRole("button", { name: "I have read this" }).click();

  await test.step("who comes in is marked on the plan", async () => {
    for (const [name, dialog, person] of [
      [/^Police, POL.*mark who is here/, "Police", "Helen Carver"],
      [/^Chamber of Commerce, CHA.*mark who is here/, "Chamber of Commerce", "Helen Marsh"],
    ] as const) {
      await seat(page, name).click();
      await page
        .getByRole("dialog", { name: dialog })
        .getByRole("button", { name: person, exact: true })
        .click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  });

  await test.step("a tap gives the floor, to present a paper first and to discuss it then", async () => {
    await panel(page).getByText("Presenting", { exact: true }).click();
    await seat(page, /^Chamber of Commerce, CHA/).click();
    await expect(panel(page)).toContainText("Helen Marsh, presenting");
    await act(page, "In discussion now").click();
    await expect(panel(page)).not.toContainText("presenting");
    await expect(seat(page, /^Police, POL.*takes the floor from Chamber of Commerce/)).toBeVisible();
    await seat(page, /^Police, POL/).click();
    await expect(panel(page)).toContainText("Helen Carver");
    await expect(panel(page)).not.toContainText("Helen Carver, presenting");
  });

  await test.step("a tap begins a challenge in the name of whoever asks", async () => {
    await panel(page).getByText("Challenges", { exact: true }).click();
    await seat(page, /^Chamber of Commerce, CHA.*begins a challenge/).click();
    const words = page.getByRole("textbox", { name: "Words of the challenge" });
    await expect(words).toBeFocused();
    await expectAccessible(page, "a challenge begun on the seat plan");
    await words.fill("Who has the figure?");
    await page.keyboard.press("Enter");
    await expect(entry(page, "Who has the figure?")).toContainText(
      "Chamber of Commerce asked the partnership",
    );
  });

  await test.step("and a tap ends the turn", async () => {
    await panel(page).getByText("Gives floor", { exact: true }).click();
    await seat(page, /^Police, POL.*has the floor/).click();
    await expect(panel(page)).toContainText("Nobody.");
    // the chair, who has no device here, is not said to be gone
    await expect(chairStrip(page)).toHaveCount(0);
  });
});

test("a partner takes and gives back the floor with one thumb", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url, "CHA", "POL");
  const phone = await enter(await signedIn("marsh", PHONE), held);
  await phone.getByRole("button", { name: "I have read this" }).tap();
  const take = line(phone).getByRole("button", { name: /^Take the floor/ });
  const isLarge = async (button: typeof take) => {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.width).toBeGreaterThanOrEqual(250);
  };

  await test.step("first in the queue, it is theirs once nobody speaks", async () => {
    await held.carryOut({ type: "giveFloor", speaker: speaking("POL"), kind: "discussion", invited: false });
    await line(phone)
      .getByRole("button", { name: /^Ask to speak/ })
      .first()
      .tap();
    await expect(line(phone)).toContainText("You are 1st in the queue.");
    await expect(take).toHaveCount(0);
    await held.carryOut({ type: "endTurn" });
    await isLarge(take);
    await expectNoSideways(phone, "the floor to be taken");
    await take.tap();
    await expect(line(phone)).toContainText("You have the floor.");
  });

  await test.step("and is given back by the same thumb", async () => {
    const end = line(phone).getByRole("button", { name: /^I have spoken/ });
    await isLarge(end);
    await end.tap();
    await expect(line(phone)).not.toContainText("You have the floor.");
  });

  await test.step("asked in by the chair, it says whose floor it takes", async () => {
    await held.carryOut({ type: "giveFloor", speaker: speaking("POL"), kind: "discussion", invited: false });
    await held.carryOut({ type: "inviteSeat", seat: seatId("strategic", "CHA") });
    await line(phone).getByRole("button", { name: "Yes, next" }).tap();
    await expect(take).toHaveAccessibleName(/^Take the floor from Police/);
    await expectAccessible(phone, "a floor to be taken from somebody");
    await phone.setViewportSize(PHONE.viewport);
    await take.tap();
    await expect(line(phone)).toContainText("You have the floor.");
    await expect(panel(phone)).toContainText("asked in by the chair");
  });
});

test("item, speaker and decision are said once each, and no clock ticks in a minute of it", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const items = agenda();
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  await held.carryOut({ type: "publishAgenda" });
  await held.carryOut({ type: "openMeeting", presiding: held.chair, recording: held.clerk });
  await held.carryOut(arrives("POL"));
  const marsh = await enter(await signedIn("marsh"), held);
  const heard = await listen(marsh);

  const [first] = items;
  if (!first) throw new Error("an agenda has items");
  await held.carryOut({ type: "openItem", itemId: first.itemId });
  await held.carryOut({ type: "giveFloor", speaker: speaking("POL"), kind: "discussion", invited: false });
  const entryId = EntryId.parse(randomUUID());
  await held.carryOut({
    type: "proposeDecision",
    entryId,
    itemId: first.itemId,
    speaker: { as: "officer" },
    text: "That we publish the list",
    ...nothingTold,
  });
  await held.carryOut({ type: "readBackDecision", entryId });
  await held.carryOut({ type: "agreeDecision", entryId, method: "consensus", withoutQuorum: true });
  await expect(entry(marsh, "That we publish the list")).toContainText("Agreed");

  // from the agreement on, more than a minute of the room's time passes on screen
  const minutes = async () =>
    Number(
      /(\d+) of 20 minutes/.exec(
        (await marsh
          .getByText(/ of 20 minutes/)
          .first()
          .textContent()) ?? "",
      )?.[1],
    );
  const from = await minutes();
  await expect.poll(minutes).toBeGreaterThanOrEqual(from + 2);
  expect(await heard()).toEqual([
    `Item 1. ${TITLE}`,
    "Police has the floor.",
    "A decision is proposed: That we publish the list",
    "Decision 1.1 is read back: That we publish the list",
    "Decision 1.1 is agreed.",
  ]);
});
