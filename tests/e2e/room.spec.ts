// What seldom happens in a room, and must go well when it does: somebody walks in, the public is excluded, an
// entry is disputed, the line is down, one person has two tabs, somebody else sits down at the same device.
import type { Page } from "@playwright/test";
import { expect, type Person, pressName, test } from "./support/journey.ts";
import { networkOf } from "./support/network.ts";
import { act, closeItem, enter, entry, heading, more, openLine, write, writeMoney } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a line that is down is complained of each time it is tried
test.use({ expectedComplaints: /WebSocket connection to|net::ERR_|CLIENT_FETCH_ERROR/ });

const TITLE = "What we add together";
const ground = { kind: "restricted", ground: "Commercial terms", reviewOn: null } as const;
const record = (page: Page, item = "1") =>
  page.getByRole("list", { name: `Record of item ${item}` }).getByRole("listitem");

/** A meeting in session on its first item. */
async function inSession(clerk: Person, url: string, more: Parameters<typeof takeFirst>[1] = []) {
  const items = [plannedItem(TITLE), ...more];
  const held = await convene(clerk.context, url, { title: "Board", items });
  await takeFirst(held, items);
  return held;
}

test("somebody walks in and is seated, another sends apologies, a third leaves and thinks better of it", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await convene(clerk.context, product.url, { title: "Board", items: [plannedItem(TITLE)] });
  await held.carryOut({ type: "publishAgenda" });
  const page = await enter(clerk, held);
  const marsh = await enter(await signedIn("marsh"), held);
  const expected = (seat: string) => marsh.getByRole("main").getByRole("listitem").filter({ hasText: seat });
  async function mark(seat: string) {
    await page
      .getByRole("main")
      .getByRole("button", { name: `Mark ${seat}` })
      .click();
    return page.getByRole("dialog", { name: seat });
  }

  await test.step("who is not in the register needs a name, and then a seat", async () => {
    const marking = await mark("Retail Forum");
    await marking.getByRole("button", { name: "Somebody just walked in" }).click();
    await marking.getByRole("button", { name: "Add and seat them" }).click();
    const name = marking.getByRole("textbox", { name: "Name" });
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription("This is needed.");
    await name.fill("Bea Walker");
    await name.press("Enter");
    await expect(marking).toBeHidden();
    await expect(expected("Retail Forum")).toContainText("Bea Walker, stand-in");
  });
  await test.step("somebody of the register stands in", async () => {
    const marking = await mark("Police");
    await marking.getByRole("combobox", { name: "Somebody else stands in" }).fill("Frances");
    await page.getByRole("option", { name: /^Frances Doyle/ }).click();
    await expect(expected("Police")).toContainText("Frances Doyle, stand-in");
  });
  await test.step("apologies with their reason", async () => {
    const marking = await mark("Voluntary Action");
    await marking.getByRole("textbox", { name: /^Reason/ }).fill("At the assembly");
    await marking.getByRole("button", { name: "Apologies" }).click();
    await expect(expected("Voluntary Action")).toContainText("Apologies, At the assembly");
  });
  await test.step("one's own departure, and the way back from it", async () => {
    await act(marsh, "I am here").click();
    await expect(expected("Chamber of Commerce")).toContainText("Helen Marsh");
    await act(marsh, "I am leaving").click();
    await expect(expected("Chamber of Commerce")).toContainText("Left");
    await act(marsh, "Undo").click();
    await expect(expected("Chamber of Commerce")).toContainText("Helen Marsh");
    await expect(expected("Chamber of Commerce").getByRole("button")).toBeVisible();
    await expect(act(marsh, "I am leaving")).toBeVisible();
  });
});

test("the public is excluded and readmitted, and everybody is told", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const closed = plannedItem("Terms of the lease", { openness: ground });
  const part = { ...plannedItem("The price"), parent: closed.itemId };
  const held = await inSession(clerk, product.url, [closed, part]);
  const chair = await enter(await signedIn("haldane"), held);
  const marsh = await enter(await signedIn("marsh"), held);
  const observer = await enter(await signedIn("vance"), held);
  const clerks = await enter(clerk, held);

  await test.step("it is the chair's to do, with the ground", async () => {
    await closeItem(chair, "1");
    await expect(act(clerks, /^Exclude the public/)).toContainText("This is for the chair.");
    await act(chair, /^Exclude the public/).click();
    const excluding = chair.getByRole("dialog", { name: "Exclude the public" });
    await excluding.getByRole("textbox").fill("Commercial terms");
    await excluding.getByRole("button", { name: "Exclude the public" }).click();
    await expect(marsh.getByText("Observers are not shown what is recorded")).toBeVisible();
    await expect(observer.getByText("is withheld from you.")).toBeVisible();
  });
  await test.step("what is said on the item, and on its part, reaches the members alone", async () => {
    await act(chair, /^Open item 2/).click();
    await write(marsh, "n", "The purple heron nests there");
    await expect(entry(clerks, "purple heron")).toContainText("2.1");
    await act(chair, /^Open item 2a/).click();
    await expect(heading(observer, "Item 2a. The price")).toBeVisible();
    await expect(observer.getByText("Closed to the public: Commercial terms.")).toBeVisible();
    await openLine(marsh, "n");
    await expect(marsh.getByText("Not kept on this device")).toBeVisible();
    await marsh.keyboard.press("Escape");
    expect(await observer.content()).not.toContain("purple heron");
  });
  await test.step("and the public comes back", async () => {
    await closeItem(chair, "2a");
    await closeItem(chair, "2");
    await act(chair, "Readmit the public").click();
    await expect(observer.getByRole("main").getByText("The public is excluded.")).toBeHidden();
    expect(await observer.content()).not.toContain("purple heron");
  });
});

test("a money point is disputed and settled, and what was disputed stays told", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const clerks = await enter(clerk, held);
  const marsh = await enter(await signedIn("marsh"), held);
  await writeMoney(marsh, "The same as last year", "£40,000");
  const line = (page: Page) => entry(page, "The same as last year");

  await more(marsh, line(marsh), "Dispute");
  const disputing = marsh.getByRole("form", { name: "Dispute 1.1" });
  await disputing.getByRole("button", { name: "Dispute" }).click();
  await expect(disputing.getByRole("alert")).toHaveText("Give a reason; it stands beside the entry.");
  await disputing.getByRole("textbox", { name: "Why" }).fill("It was fifty thousand");
  await disputing.getByRole("button", { name: "Dispute" }).click();
  await expect(line(clerks)).toContainText("Disputed: It was fifty thousand");

  await expect(line(marsh).getByRole("button", { name: "Settle" })).toBeHidden();
  await line(clerks).getByRole("button", { name: "Settle" }).click();
  const settling = clerks.getByRole("form", { name: "Settle the dispute" });
  await settling.getByRole("textbox", { name: "Why" }).fill("The paper says forty");
  await settling.getByRole("button", { name: "Settle" }).click();
  await expect(line(marsh)).toContainText("Dispute settled: It was fifty thousand");

  await more(clerks, line(clerks), "Amend");
  const amending = clerks.getByRole("dialog", { name: "Amend money 1.1" });
  await amending.getByRole("textbox", { name: "For when" }).fill("2027/28");
  await amending.getByRole("textbox", { name: "Why it is amended" }).fill("The year was left out");
  await amending.getByRole("button", { name: "Amend", exact: true }).click();
  await line(marsh).getByRole("button", { name: "amended once" }).click();
  const wordings = marsh.getByRole("dialog", { name: "Wordings of 1.1" });
  await expect(wordings.getByRole("listitem").first()).toContainText("The year was left out");
  await expect(wordings.getByRole("listitem").first()).not.toContainText("2027/28");
  await expect(wordings.getByRole("listitem").last()).toContainText("2027/28");
});

test("what cannot be done without a line says so, and is not done later", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const network = await networkOf(clerk.context);
  const there = await enter(await signedIn("marsh"), held);
  const page = await enter(clerk, held);
  await network.cut();
  await expect(page.getByText("Not connected", { exact: true })).toBeVisible();

  const told = page.getByRole("alert").filter({ hasText: "That was not done: it needs a connection." });
  for (const button of [page.getByRole("button", { name: "Resources" }), act(page, "Officer")]) {
    await expect(button).toHaveAccessibleDescription("needs a connection");
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(told).toBeVisible();
    await told.getByRole("button", { name: "Put away" }).click();
  }
  await act(page, "More acts of the chair").click();
  await expect(page.getByRole("menuitem", { name: "Ruth Calloway takes the chair" })).toBeDisabled();
  await expect(page.getByText("These need a connection.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(act(page, /^Close item 1/)).toBeVisible();

  network.mend();
  await network.mendForPages();
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
  await write(page, "n", "Said once the line was back");
  await expect(entry(there, "Said once the line was back")).toContainText("1.1");
  await expect(there.getByText("About strategy")).toBeVisible();
  await expect(act(there, "Officer")).toBeHidden();
  await expect(there.getByText("Nobody.", { exact: true })).toBeVisible();
});

test("when the chair is gone the deputy is offered the chair", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await signedIn("haldane");
  await enter(chair, held);
  const vice = await enter(await signedIn("calloway"), held);
  const there = await enter(clerk, held);
  const offer = vice.getByRole("button", { name: "Take the chair" });

  await expect(vice.getByText("3 people have this room open.")).toBeVisible();
  const from = Date.now();
  await chair.context.close();
  await expect(offer).toBeVisible({ timeout: 40_000 });
  expect(Date.now() - from).toBeGreaterThanOrEqual(20_000);
  await expect(offer).toBeInViewport();
  await offer.click();
  await expect(act(vice, /^Close item 1/)).toBeVisible();
  await act(there, "More acts of the chair").click();
  await expect(there.getByRole("menuitem", { name: "Margaret Haldane takes the chair" })).toBeVisible();
});

test("two tabs of one person send each entry once; who signs out takes what is unsent with them", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const there = await enter(clerk, held);
  const marsh = await signedIn("marsh");
  const network = await networkOf(marsh.context);
  const one = await enter(marsh, held);
  const two = await enter({ page: await marsh.context.newPage() }, held);
  const signOut = async () => {
    await two.getByRole("button", { name: /^Menu of/ }).click();
    await two.getByRole("menuitem", { name: "Sign out" }).click();
  };

  await test.step("written in both while the line is down, sent once each, in their order", async () => {
    await network.cut();
    await write(one, "n", "Written in the first");
    await expect(entry(one, "Written in the first")).toContainText("Waiting, on this device.");
    await write(two, "n", "Written in the second");
    await expect(entry(two, "Written in the second")).toContainText("Waiting, on this device.");
    network.mend();
    await network.mendForPages();
    for (const page of [there, one, two]) {
      await expect(record(page)).toHaveText([/1\.1.*Written in the first/, /1\.2.*Written in the second/], {
        timeout: 30_000,
      });
    }
  });
  await test.step("without a line nobody is signed out, and nothing is lost", async () => {
    await network.cut();
    await write(two, "n", "Never sent");
    await expect(entry(two, "Never sent")).toContainText("Waiting, on this device.");
    await signOut();
    const asking = two.getByRole("alertdialog", { name: "Sign out?" });
    await expect(asking).toContainText("One entry on this device is not sent yet. It is lost.");
    await expect(asking.getByRole("button", { name: "Cancel" })).toBeFocused();
    await asking.getByRole("button", { name: "Sign out without sending" }).click();
    await expect(two.getByRole("dialog", { name: "You are still signed in" })).toBeVisible();
    await two.keyboard.press("Escape");
    await expect(entry(two, "Never sent")).toContainText("Waiting, on this device.");
  });
  await test.step("with pages, and no line to the record yet, what waits is lost as it was said", async () => {
    await network.mendForPages();
    await signOutOf(two, signOut);
    await expect(two.getByRole("heading", { level: 1, name: "Choose whom to be" })).toBeVisible();
    await expect(one.getByRole("heading", { level: 1, name: "Choose whom to be" })).toBeVisible();
  });
  await test.step("whoever signs in next sees and sends nothing of it", async () => {
    network.mend();
    const farrow = await pressName(marsh.context, "farrow");
    await enter({ page: farrow }, held);
    await write(farrow, "n", "Said by somebody else");
    await expect(record(there)).toHaveText([/first/, /second/, /Said by somebody else/]);
    await expect(farrow.getByText("Never sent")).toHaveCount(0);
  });
});

async function signOutOf(page: Page, signOut: () => Promise<void>): Promise<void> {
  await signOut();
  await page.getByRole("button", { name: "Sign out without sending" }).click();
}
