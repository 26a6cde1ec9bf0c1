// Interests and closed business: whoever has declared one is out of the item at once and on every device; what is closed
// to the public never reaches an observer, and what their browser held of it is thrown away.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { EntryId, type ItemId } from "#domain/ids.ts";
import { personId } from "#server/sample/cast.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { act, enter, entry, heading } from "./support/room.ts";
import { storedWords } from "./support/stored-words.ts";
import { convene, type Held, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const FIRST = "What we add together";
const LEASE = "The lease at Northgate";
const BRIEFED = "Nobody with a stake may read of the purple heron";
const SAID = "Nobody with a stake may hear of the green heron";
const HEARD = "Everybody could hear of the white heron until it was closed";
const PRIVATE = "Nobody but chair and clerk may know of the grey heron";
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

async function inSession(clerk: Person, url: string) {
  const [first, lease] = [plannedItem(FIRST), { ...plannedItem(LEASE), description: BRIEFED }];
  const held = await convene(clerk.context, url, { title: "Board", items: [first, lease] });
  await takeFirst(held, [first, lease]);
  return { ...held, first: first.itemId, lease: lease.itemId };
}

const note = (itemId: ItemId, text: string) =>
  ({
    type: "recordNote",
    entryId: EntryId.parse(randomUUID()),
    itemId,
    speaker: { as: "chair" },
    text,
  }) as const;

/** All that reaches a browser by its sockets from now on. */
function framesOf(page: Page): string[] {
  const frames: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  return frames;
}

async function begin(person: Pick<Person, "page">, held: Held): Promise<Page> {
  const page = await enter(person, held);
  await page.getByRole("button", { name: "I have read this" }).click();
  return page;
}

const rail = (page: Page, title: string) =>
  page.getByRole("navigation", { name: "Agenda" }).getByRole("button", { name: new RegExp(title) });
const out = (page: Page) => page.getByRole("region", { name: "Why this item is withheld from you" });
const line = (page: Page) => page.getByRole("form", { name: /^Record an entry/ });

/** Whatever a page shows, holds in its document, or keeps on the device. */
async function expectForgotten(page: Page, ...words: readonly string[]): Promise<void> {
  const held = (await page.content()) + (await storedWords(page));
  for (const each of words) expect(held, page.url()).not.toContain(each);
}

test("a declared interest closes the item to its person, on every device, and a dispensation opens it again", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const marsh = await begin(await signedIn("marsh"), held);
  const phone = (await signedIn("marsh", PHONE)).page;
  const frames = framesOf(phone);
  await phone.goto(`/meetings/${held.meetingId}`);
  await expect(phone.getByText(/ this room open\./)).toBeVisible();
  const farrow = await begin(await signedIn("farrow"), held);
  const clerks = await enter(clerk, held);

  await test.step("before the item: its briefing is there, and goes with the declaration", async () => {
    await rail(marsh, LEASE).click();
    await expect(marsh.getByText(BRIEFED)).toBeVisible();
    await marsh.getByRole("button", { name: "Declare an interest" }).click();
    const dialog = marsh.getByRole("dialog", { name: /^An interest in/ });
    await dialog.getByRole("button", { name: "Declare it" }).click();
    await expect(dialog).toContainText("Say who and what in a sentence");
    await expectAccessible(marsh, "declaring an interest");
    await dialog.getByRole("textbox", { name: "What it consists of" }).fill("My firm is the tenant");
    // said once and gone again, so listened for from before it is said
    const told = farrow.getByText("Chamber of Commerce declares an interest in item 2.").waitFor({
      state: "attached",
    });
    await dialog.getByRole("button", { name: "Declare it" }).click();
    await told;
    await expect(out(marsh)).toContainText("You have a prejudicial interest in this item.");
    await expect(out(marsh)).toContainText("My firm is the tenant");
    await expect(rail(marsh, LEASE)).toContainText("You have an interest");
    await expectForgotten(marsh, BRIEFED);
    await marsh.evaluate(() => scrollTo(0, 0));
    await expectAccessible(marsh, "the item of whoever has an interest");
  });

  await test.step("their other device has forgotten it too; everybody else is told", async () => {
    await expect.poll(async () => (await phone.content()).includes(BRIEFED), { timeout: 5000 }).toBe(false);
    await rail(farrow, LEASE).click();
    await expect(farrow.getByRole("list", { name: "Interests declared" })).toContainText(
      "Helen Marsh, Chamber of Commerce: prejudicial interest. My firm is the tenant.",
    );
    await expect(farrow.getByText(BRIEFED)).toBeVisible();
  });

  await test.step("during the item nothing of it reaches them, and they can do nothing", async () => {
    frames.length = 0;
    await held.carryOut({ type: "closeItem", itemId: held.first, confirmed: [] });
    await held.carryOut({ type: "openItem", itemId: held.lease });
    await held.carryOut(note(held.lease, SAID));
    await expect(entry(farrow, SAID)).toBeVisible();
    await expect(heading(phone, `Item 2. ${LEASE}`)).toBeVisible();
    await expect(out(phone)).toBeVisible();
    await expect(line(phone)).toHaveCount(0);
    await expect(
      phone.getByText("Who speaks on this item, and who waits to, is withheld from you."),
    ).toBeAttached();
    await expectForgotten(phone, BRIEFED, SAID);
    expect(frames.join()).not.toContain(SAID);
    await expectNoSideways(phone, "the item of whoever has an interest, on a phone");
  });

  await test.step("with a dispensation it is theirs again", async () => {
    await clerks.getByRole("button", { name: "Interests (1)" }).click();
    const dialog = clerks.getByRole("dialog", { name: /^Interests in/ });
    await dialog.getByRole("button", { name: /^Record a dispensation for Helen Marsh/ }).click();
    await expectAccessible(clerks, "the clerk's interests");
    await dialog.getByRole("textbox", { name: "Why they may take part" }).fill("Too few would be left");
    await dialog.getByRole("button", { name: "Record the dispensation" }).click();
    await expect(entry(marsh, SAID)).toBeVisible();
    await expect(line(marsh)).toBeVisible();
    await expect(out(phone)).toHaveCount(0);
  });
});

test("a chair with an interest hands over before the item is opened", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await enter(await signedIn("haldane"), held);
  const deputy = await enter(await signedIn("calloway"), held);
  const prompt = (page: Page) => page.getByRole("region", { name: "The chair hands over" });

  await rail(chair, LEASE).click();
  await chair.getByRole("button", { name: "Declare an interest" }).click();
  const dialog = chair.getByRole("dialog", { name: /^An interest in/ });
  await dialog.getByRole("textbox", { name: "What it consists of" }).fill("My sister is the landlord");
  await dialog.getByRole("button", { name: "Declare it" }).click();
  await expect(out(chair)).toBeVisible();
  await held.carryOut({ type: "closeItem", itemId: held.first, confirmed: [] });

  await expect(prompt(chair)).toContainText(`You have an interest in Item 2. ${LEASE}.`);
  await expect(prompt(deputy)).toContainText(`The chair has an interest in Item 2. ${LEASE}.`);
  await expect(act(chair, /^Open item 2/)).toHaveAccessibleDescription(
    /Somebody else takes the chair first\./,
  );
  await expectAccessible(chair, "a chair who is asked to hand over");
  await prompt(chair)
    .getByRole("button", { name: /takes the chair$/ })
    .first()
    .click();
  await expect(prompt(deputy)).toHaveCount(0);
  await act(deputy, /^Open item 2/).click();
  await expect(heading(deputy, `Item 2. ${LEASE}`)).toBeVisible();
  await expect(out(chair)).toBeVisible();
  await expect(act(chair, /^Close item/)).toHaveCount(0);
});

test("what is closed to the public is gone from an observer's browser, until they are cleared and after", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const watching = await signedIn("vance");
  const frames = framesOf(watching.page);
  const observer = await begin(watching, held);
  const asante = await signedIn("asante");
  const memberFrames = framesOf(asante.page);
  const member = await begin(asante, held);
  const chair = await enter(await signedIn("haldane"), held);
  const clerks = await enter(clerk, held);
  await held.carryOut(note(held.first, HEARD));
  await expect(entry(observer, HEARD)).toBeVisible();

  await test.step("the chair closes the item under way, on a ground and by a resolution", async () => {
    await chair.getByRole("button", { name: "Close to the public" }).click();
    const dialog = chair.getByRole("dialog", { name: /^Close to the public/ });
    await expectAccessible(chair, "closing an item to the public");
    await dialog.getByRole("textbox", { name: "Ground" }).fill("Financial or business affairs");
    await dialog.getByRole("textbox", { name: "By which resolution" }).fill("Moved by the county, carried");
    await dialog.getByRole("button", { name: "Close to the public" }).click();
    await expect(observer.getByText("What is said on this item is withheld from observers")).toBeVisible();
    await expect(observer.getByText("Closed to the public: Financial or business affairs.")).toBeVisible();
    frames.length = 0;
    await held.carryOut(note(held.first, SAID));
    await expect(entry(member, SAID)).toBeVisible();
    await expectForgotten(observer, HEARD, SAID);
    await expectAccessible(observer, "an item that was closed while an observer read it");
  });

  await test.step("a private note reaches chair and clerk, and nobody else", async () => {
    memberFrames.length = 0;
    const notes = (page: Page) => page.getByRole("textbox", { name: "For the chair and clerks alone" });
    await notes(clerks).fill(PRIVATE);
    await act(clerks, "Keep the note").click();
    await expect(notes(chair)).toHaveValue(PRIVATE);
    await expectAccessible(chair, "the private note");
    await expect(notes(member)).toHaveCount(0);
    await expectForgotten(member, PRIVATE);
  });

  await test.step("cleared for the item, the observer reads it; cleared no longer, it is gone again", async () => {
    await held.carryOut({ type: "clearReader", itemId: held.first, person: personId("vance") });
    await expect(entry(observer, SAID)).toBeVisible();
    await held.carryOut({ type: "endClearance", itemId: held.first, person: personId("vance") });
    await expect(observer.getByText("What is said on this item is withheld from observers")).toBeVisible();
    await expectForgotten(observer, HEARD, SAID);
    frames.length = 0;
    await held.carryOut(note(held.first, `${SAID}, once more`));
    await expect(entry(member, `${SAID}, once more`)).toBeVisible();
    await observer.reload();
    await expect(observer.getByText("What is said on this item is withheld from observers")).toBeVisible();
    await expectForgotten(observer, HEARD, SAID, PRIVATE);
    expect([...frames, ...memberFrames].join()).not.toContain(PRIVATE);
    expect(frames.join()).not.toContain(SAID);
  });
});
