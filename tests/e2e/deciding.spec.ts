// Deciding together: a wording on every screen while it is agreed, what goes with it told afterwards; items for
// information taken in one agreement; evidence; an entry that turns out to be of another kind.
import type { Page } from "@playwright/test";
import { EntryId } from "#domain/ids.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { listen } from "./support/keys.ts";
import { act, enter, entry, heading, more, openLine } from "./support/room.ts";
import { convene, type Held, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const FORTY = "To fund forty homes at Northfield.";
const FIFTY = "To fund fifty homes at Northfield.";
const decisionId = EntryId.parse("00000000-0000-4000-8000-0000000000d1");

async function inSession(clerk: Person, url: string, more: readonly string[] = []) {
  const notes = more.map((title) => plannedItem(title, { kind: "information" }));
  const items = [plannedItem("What we add together"), ...notes];
  const held = await convene(clerk.context, url, { title: "Board", items });
  return { ...held, itemId: await takeFirst(held, items) };
}

async function sitAt(person: Pick<Person, "page">, held: Held): Promise<Page> {
  const page = await enter(person, held);
  await page.getByRole("button", { name: "I have read this" }).click();
  return page;
}

const reading = (page: Page) => page.getByRole("dialog", { name: "Decision 1.1 is read back" });
const record = (page: Page, item: string) => page.getByRole("list", { name: `Record of item ${item}` });

test("a wording fills every screen, is amended before all, agreed, and completed afterwards", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const clerks = await enter(clerk, held);
  const chair = await enter(await signedIn("haldane"), held);
  const marsh = await sitAt(await signedIn("marsh"), held);
  const phone = await sitAt(await signedIn("doyle", PHONE), held);
  const all = [clerks, chair, marsh, phone];
  const nothing = { objectives: [], contributing: [], owner: null, due: null, reasons: "", options: "" };
  await held.carryOut({
    type: "proposeDecision",
    entryId: decisionId,
    itemId: held.itemId,
    speaker: { as: "chair" },
    text: FORTY,
    substantive: null,
    ...nothing,
    moneyEffect: "",
    reportBack: null,
  });
  const heard = await listen(marsh);

  await test.step("read back, it stands on all four, and is said once", async () => {
    await act(chair, /^Read back decision 1\.1/).click();
    for (const page of all) await expect(reading(page)).toContainText(FORTY);
    await expect.poll(heard).toContain(`Decision 1.1 is read back: ${FORTY}`);
    await expectNoSideways(phone, "a wording on a phone");
    await expectAccessible(chair, "a wording that is read back, for the chair");
    await expectAccessible(marsh, "a wording that is read back, for a partner");
  });

  await test.step("a partner puts it away for themselves, and takes it up again", async () => {
    await marsh.keyboard.press("Escape");
    await expect(reading(marsh)).toBeHidden();
    await expect(reading(phone)).toBeVisible();
    await marsh.getByRole("button", { name: "Show the wording" }).click();
    await expect(reading(marsh)).toBeVisible();
  });

  await test.step("amended by the clerk, everybody sees at once what has changed", async () => {
    await reading(clerks).getByRole("button", { name: "Amend" }).click();
    const amend = clerks.getByRole("dialog", { name: "Amend decision 1.1" });
    await amend.getByRole("textbox", { name: "Words" }).fill(FIFTY);
    await amend.getByRole("button", { name: "Amend" }).click();
    for (const page of all) {
      await expect(reading(page).getByRole("insertion")).toContainText("fifty");
      await expect(reading(page).getByRole("deletion")).toContainText("forty");
      await expect(reading(page)).toContainText("1 word added, 1 word removed");
      await expect(reading(page)).toContainText("it is read again before it is agreed");
    }
    await expectAccessible(marsh, "a wording with a change");
    const said = await heard();
    expect(said.filter((text) => text.startsWith("Decision 1.1 is read back"))).toHaveLength(1);
    expect(said).toContain(`The wording of decision 1.1 is now: ${FIFTY}`);
  });

  await test.step("read again it is agreed by one key, with a warning that the board is not quorate", async () => {
    await chair.keyboard.press("g");
    await expect(reading(chair)).toContainText("Not quorate: 0 of the 8 seats");
    await expect(reading(phone)).not.toContainText("it is read again");
    await expect(chair.getByRole("button", { name: "Agreed, without a quorum" })).toBeVisible();
    await chair.keyboard.press("g");
    for (const page of all) {
      await expect(reading(page)).toBeHidden();
      await expect(entry(page, FIFTY)).toContainText("Agreed, by consensus");
      await expect(entry(page, FIFTY)).toContainText("without a quorum");
    }
  });

  await test.step("what goes with it is told afterwards, and ticked when it has been reported back", async () => {
    await expect(entry(chair, FIFTY)).toContainText("Not told yet: reasons, who sees to it");
    await expect(entry(marsh, FIFTY)).not.toContainText("Not told yet");
    await entry(chair, FIFTY).getByRole("button", { name: "Complete" }).click();
    const dialog = chair.getByRole("dialog", { name: "Decision 1.1: what goes with it" });
    await expectAccessible(chair, "completing a decision");
    await dialog.getByRole("textbox", { name: "Reasons" }).fill("The waiting list has doubled.");
    await dialog.getByRole("textbox", { name: "Reported back to" }).fill("Overview and scrutiny");
    await dialog.getByLabel("Reported back on").fill("2027-03-01");
    await dialog.getByRole("button", { name: "Record" }).click();
    await expect(entry(marsh, FIFTY)).toContainText("Reasons: The waiting list has doubled.");
    await expect(entry(chair, FIFTY)).toContainText("Not told yet: who sees to it");
    await entry(chair, FIFTY).getByRole("button", { name: "Reported back", exact: true }).click();
    await chair.getByRole("form", { name: "Reported back" }).getByRole("button", { name: "Record" }).click();
    await expect(entry(marsh, FIFTY)).toContainText(
      "Overview and scrutiny on 1 March 2027, done on 24 November 2026",
    );
  });
});

test("items for information are taken together, but for the one a partner pulls out", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url, ["Low carbon", "Rents", "Cycling"]);
  await held.carryOut({ type: "closeItem", itemId: held.itemId, confirmed: [] });
  const chair = await enter(await signedIn("haldane"), held);
  const sood = await sitAt(await signedIn("sood"), held);
  const together = (page: Page) => page.getByRole("region", { name: "To be taken together, as noted" });

  await act(chair, "More acts of the chair").click();
  await chair.getByRole("menuitem", { name: "Take items for information together" }).click();
  const dialog = chair.getByRole("dialog", { name: "Take items for information together" });
  await expectAccessible(chair, "choosing items to take together");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(together(sood).getByRole("listitem")).toHaveCount(3);
  await expectAccessible(sood, "items to be taken together");

  await together(sood).getByRole("button", { name: "Pull out Item 3. Rents" }).click();
  await expect(together(chair)).toContainText("pulled out: NHS Primary Care");
  await act(chair, /^Take 2 items as noted/).click();
  await expect(together(sood)).toHaveCount(0);
  const rail = sood.getByRole("navigation", { name: "Agenda" });
  await expect(rail.getByRole("listitem").filter({ hasText: "Low carbon" })).toContainText("Noted");
  await expect(rail.getByRole("listitem").filter({ hasText: "Rents" })).not.toContainText("Noted");
  await act(chair, /^Open item 3/).click();
  await expect(heading(sood, "Item 3. Rents")).toBeVisible();
});

test("evidence is recorded; a note becomes the challenge it was; the clerk puts a focus right", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const clerks = await enter(clerk, held);
  const tran = await sitAt(await signedIn("tran"), held);

  await test.step("what the item rests on, and whether all had it", async () => {
    const words = await openLine(tran, "e");
    await tran.getByRole("button", { name: /^Sent round: / }).click();
    await tran.getByRole("menuitemradio", { name: "sent to all before the meeting" }).click();
    await tran.getByRole("textbox", { name: "What it told us" }).fill("Need has grown by a fifth.");
    await words.fill("Housing needs survey 2026");
    await expectAccessible(tran, "evidence that is being written");
    await words.press("Enter");
    await expect(entry(clerks, "Housing needs survey 2026")).toContainText("Not shared by all");
    await expect(entry(clerks, "Housing needs survey 2026")).toContainText(
      "It told us: Need has grown by a fifth.",
    );
  });

  await test.step("an entry of the wrong kind keeps its number and its words, and says what it was", async () => {
    await (await openLine(tran, "n")).fill("Who pays for the second year?");
    await tran.keyboard.press("Enter");
    const line = entry(clerks, "Who pays for the second year?");
    await more(clerks, line, "Change its kind");
    const dialog = clerks.getByRole("dialog", { name: "Note 1.2 is of another kind" });
    await dialog.getByText("Challenge", { exact: true }).click();
    await expectAccessible(clerks, "changing the kind of an entry");
    await dialog.getByRole("textbox", { name: "Why it is changed" }).fill("It was a question.");
    await dialog.getByRole("button", { name: "Change its kind" }).click();
    const theirs = record(tran, "1").getByRole("listitem").filter({ hasText: "second year" });
    await expect(theirs).toContainText("Fire and Rescue Service asked the partnership");
    await expect(theirs).toContainText("No answer yet");
    await theirs.getByRole("button", { name: "amended once" }).click();
    const wordings = tran.getByRole("dialog", { name: "Wordings of 1.2" });
    await expect(wordings.getByRole("listitem").first()).toContainText(
      "changed its kind: It was a question.",
    );
    await expect(wordings.getByRole("listitem").first()).toContainText("Note");
    await tran.keyboard.press("Escape");
    await act(clerks, "Undo").click();
    await expect(theirs).not.toContainText("No answer yet");
  });

  await test.step("a focus is disputed on the record, and settled there", async () => {
    for (const page of [clerks, tran]) {
      await page.goto(`/meetings/${held.meetingId}/record`);
      await page.getByRole("button", { name: /^What it was about/ }).click();
    }
    await tran.getByRole("button", { name: /^Dispute strategy/ }).click();
    await tran.getByRole("textbox", { name: "What it was about" }).fill("It was about money.");
    await tran.getByRole("button", { name: "Dispute", exact: true }).click();
    await expect(clerks.getByText("It was about money.")).toBeVisible();
    await clerks.getByRole("button", { name: /^Settle strategy/ }).click();
    await clerks.getByText("Resources", { exact: true }).click();
    await clerks.getByRole("textbox", { name: "Why" }).fill("So it was.");
    await expectAccessible(clerks, "settling a focus");
    await clerks.getByRole("button", { name: "Settle", exact: true }).last().click();
    await expect(tran.getByRole("listitem").filter({ hasText: "to now" })).toContainText("Resources");
  });
});
