// The second screen on its wall, beside the chair's page and a partner's: it follows, it shows nothing that is closed, it
// holds what it last showed while there is no line, and it is off the moment its link is.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { EntryId } from "#domain/ids.ts";
import { nothingTold } from "../support/nothing-told.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { networkOf } from "./support/network.ts";
import { act, enter, entry, heading, write } from "./support/room.ts";
import { convene, openWire, plannedItem, send, since } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a line that is down is complained of each time it is tried
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });
test.setTimeout(300_000);

const TITLE = "What we add together";
const WORDING = "That the partnership publish one list of joint projects by March";
const SECRET = "purple heron";
const restricted = { kind: "restricted", ground: "Commercial terms", reviewOn: null } as const;

/** A published meeting with an open item and a restricted one. */
async function published(clerk: Person, url: string) {
  const secret = plannedItem("Terms of the lease", { openness: restricted });
  const items = [plannedItem(TITLE), { ...secret, description: `The ${SECRET}, in the briefing` }];
  const held = await convene(clerk.context, url, { title: "Autumn evening", items });
  await held.carryOut({ type: "publishAgenda" });
  const [open, closed] = items.map(({ itemId }) => itemId);
  if (!open || !closed) throw new Error("two items");
  return { ...held, open, closed };
}

/** A link from the chair's own page, and the page of a wall that opens it: nobody is signed in there. */
async function hang(chair: Page, context: BrowserContext): Promise<{ wall: Page; frames: string[] }> {
  const panel = chair.getByRole("dialog", { name: "Second screen" });
  await panel.getByRole("button", { name: "Make a link" }).click();
  const address = await panel.getByRole("textbox", { name: "Open this on the wall" }).inputValue();
  const wall = await context.newPage();
  const frames: string[] = [];
  wall.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  await wall.goto(address);
  await expect(wall).toHaveURL(/\/screen$/); // the token is not on the wall for all to read
  return { wall, frames };
}

const panelOf = (page: Page) => page.getByRole("dialog", { name: "Second screen" });
async function openPanel(chair: Page): Promise<void> {
  await act(chair, "More acts of the chair").click();
  await chair.getByRole("menuitem", { name: "Second screen" }).click();
}
const title = (wall: Page, name: string) => wall.getByRole("heading", { level: 1, name });
const words = (wall: Page) => wall.getByRole("region", { name: "Wording" });
const queue = (wall: Page) => wall.getByRole("list", { name: "Queue" }).getByRole("listitem");

test("a wall follows the meeting beside the chair and a partner, and nothing on it can be pressed", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const held = await published(await signedIn("field"), product.url);
  const chair = await enter(await signedIn("haldane"), held);
  await act(chair, "Second screen").click();
  const { wall } = await hang(chair, await browserOf());

  await test.step("before the start: what, when and how to join", async () => {
    await expect(title(wall, "Autumn evening")).toBeVisible();
    await expect(wall.getByText("18:00").first()).toBeVisible();
    await expect(wall.getByRole("img", { name: "The address of this meeting" })).toBeVisible();
    await expectAccessible(wall, "a wall before the meeting");
    await expectAccessible(chair, "the panel of second screens");
    await expect(panelOf(chair)).toContainText("Shown on one screen.");
    await chair.keyboard.press("Escape");
  });

  await test.step("the item, its clock, who speaks and who waits", async () => {
    await act(chair, "Start the meeting").click();
    await act(chair, /^Open item 1/).click();
    await expect(title(wall, `Item 1. ${TITLE}`)).toBeVisible();
    await expect(wall).toHaveTitle(`Item 1. ${TITLE} · Candour`);
    await expect(wall.getByText("0 of 20 minutes, 20 left")).toBeVisible();
    const marsh = await enter(await signedIn("marsh"), held);
    await marsh.getByRole("button", { name: "I have read this" }).click();
    await act(marsh, "I am here").click();
    await expect(marsh.getByText(/^You sit for/)).toBeVisible();
    await marsh.keyboard.press("q");
    await expect(queue(wall)).toHaveText([/Next.*Chamber of Commerce/]);
    await heading(chair, `Item 1. ${TITLE}`).click();
    await chair.keyboard.press("f");
    await expect(wall.getByText("Speaking")).toBeVisible();
    await expect(wall.getByText("Chamber of Commerce", { exact: true })).toBeVisible();
    await expect(queue(wall)).toHaveCount(0);
    await expectAccessible(wall, "a wall with a speaker");
  });

  await test.step("as much of the floor as the chair chooses", async () => {
    await openPanel(chair);
    await panelOf(chair)
      .getByRole("button", { name: /The link made at/ })
      .click();
    await chair.getByRole("option", { name: "Nobody" }).click();
    await expect(wall.getByText("Chamber of Commerce", { exact: true })).toHaveCount(0);
    await chair.keyboard.press("Escape");
  });

  await test.step("the wording that is read back and agreed, and no entry before", async () => {
    await write(chair, "d", WORDING);
    await expect(entry(chair, WORDING)).toContainText("1.1");
    await expect(wall.getByText(WORDING)).toHaveCount(0);
    await act(chair, /^Read back decision 1.1/).click();
    await expect(words(wall)).toContainText(`Decision 1.1 being read back${WORDING}`);
    await expectAccessible(wall, "a wording that is read back");
    await held.carryOut({
      type: "agreeDecision",
      entryId: await proposed(),
      method: "consensus",
      withoutQuorum: true,
    });
    await expect(words(wall)).toContainText("Decision 1.1 agreed");
  });

  await test.step("on any display it fits, has no control, and hides a pointer that rests", async () => {
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
      [3840, 2160],
    ] as const) {
      await wall.setViewportSize({ width, height });
      await expectNoSideways(wall, `a wall of ${width} by ${height}`);
      await expect(words(wall).getByText(WORDING)).toBeInViewport({ ratio: 1 });
    }
    for (const role of ["button", "link", "textbox", "combobox", "menuitem"] as const)
      await expect(wall.getByRole(role)).toHaveCount(0);
    await expect
      .poll(() => wall.locator("main").evaluate((main) => getComputedStyle(main).cursor))
      .toBe("none");
  });

  await test.step("an adjournment and the end", async () => {
    await held.carryOut({ type: "adjournMeeting", reason: "A fire alarm" });
    await expect(wall.getByText(/^Adjourned at/)).toBeVisible();
    await held.carryOut({ type: "resumeMeeting" });
    await held.carryOut({ type: "closeItem", itemId: held.open, confirmed: [] });
    await held.carryOut({ type: "closeMeeting" });
    await expect(wall.getByText(/^The meeting closed at/)).toBeVisible();
    await expectAccessible(wall, "a wall after the meeting");
  });

  /** The one decision of the evening, asked of the log. */
  async function proposed(): Promise<EntryId> {
    const wire = await openWire(chair.context(), product.url);
    const answer = await since(wire, held.meetingId);
    wire.disconnect();
    const events = answer.status === "events" ? answer.events : [];
    const [found] = events.flatMap(({ event }) => (event.type === "decisionProposed" ? [event.entryId] : []));
    return EntryId.parse(found);
  }
});

test("closed business is a card, through a cut, a killed server and a reload; switched off, the wall says so", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await published(clerk, product.url);
  await held.carryOut({ type: "openMeeting", presiding: held.chair, recording: held.clerk });
  await held.carryOut({ type: "openItem", itemId: held.open });
  const chairing = await signedIn("haldane");
  const chair = await enter(chairing, held);
  await openPanel(chair);
  const context = await browserOf();
  const network = await networkOf(context);
  const { wall, frames } = await hang(chair, context);
  await chair.keyboard.press("Escape");
  await expect(title(wall, `Item 1. ${TITLE}`)).toBeVisible();
  const isDashed = (dashed: boolean) =>
    expect(wall.locator("main.cut")).toHaveCount(dashed ? 1 : 0, { timeout: 30_000 });

  await test.step("a cut is seen in the rule alone, and what was last shown stays", async () => {
    await network.cut();
    await isDashed(true);
    await expect(title(wall, `Item 1. ${TITLE}`)).toBeVisible();
    await expect(wall.getByText(/not connected/i)).toHaveCount(0);
    await held.carryOut({ type: "closeItem", itemId: held.open, confirmed: [] });
    await network.mendForPages();
    network.mend();
    await isDashed(false);
    await expect(wall.getByText("In session. No item is open.")).toBeVisible();
  });

  await test.step("closed business shows its open title, and not a word of it comes to the wall", async () => {
    const wire = await openWire(chairing.context, product.url);
    expect(
      await send(wire, held.meetingId, { type: "excludePublic", reason: `Terms of the ${SECRET}` }),
    ).toMatchObject({ status: "recorded" });
    wire.disconnect();
    await held.carryOut({ type: "openItem", itemId: held.closed });
    const entryId = EntryId.parse(randomUUID());
    await held.carryOut({
      type: "proposeDecision",
      entryId,
      itemId: held.closed,
      speaker: { as: "chair" },
      text: `That the ${SECRET} be sold`,
      ...nothingTold,
    });
    await held.carryOut({ type: "readBackDecision", entryId });
    await expect(title(wall, "Item 2. Terms of the lease")).toBeVisible();
    await expect(wall.getByText("Closed business")).toBeVisible();
    await expect(chair.getByText(`That the ${SECRET} be sold`).first()).toBeVisible();
    await expectAccessible(wall, "closed business");
  });

  await test.step("the server is killed and comes back: the card stays all the while, and follows again", async () => {
    await product.kill();
    await isDashed(true);
    await expect(wall.getByText("Closed business")).toBeVisible();
    await product.start();
    await isDashed(false);
    const wire = await openWire(clerk.context, product.url);
    const closed = await send(wire, held.meetingId, {
      type: "closeItem",
      itemId: held.closed,
      confirmed: [],
    });
    expect(closed).toMatchObject({ status: "recorded" });
    wire.disconnect();
    await expect(title(wall, "Autumn evening")).toBeVisible();
    await wall.reload();
    await expect(title(wall, "Autumn evening")).toBeVisible();
    await expect(wall.getByText("Closed business")).toBeVisible();
    expect(frames.join("\n")).toContain("Terms of the lease");
    expect(frames.join("\n") + (await wall.content())).not.toContain(SECRET);
    expect(await wall.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain(SECRET);
  });

  await test.step("switched off, it says so, now and when it is opened again", async () => {
    await expect(chair.getByText("Live", { exact: true })).toBeVisible();
    await openPanel(chair);
    await panelOf(chair).getByRole("button", { name: "Switch off" }).click();
    await expect(title(wall, "This screen is switched off")).toBeVisible({ timeout: 2000 });
    await expectAccessible(wall, "a wall that is switched off");
    await wall.reload();
    await expect(title(wall, "This screen is switched off")).toBeVisible();
  });
});
