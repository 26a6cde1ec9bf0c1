// The room in each of its states, played with the sample and photographed as each comes up. What is waited for is seen on
// the page; nothing is waited out.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { type ItemId, VoteId } from "#domain/ids.ts";
import { expect, type Person, test } from "../e2e/support/journey.ts";
import { networkOf } from "../e2e/support/network.ts";
import { act, entry, openLine } from "../e2e/support/room.ts";
import { type Camera, openCamera } from "./camera.ts";
import { bySeat, type Evening, newEntry, openEvening, proposal, seat } from "./evening.ts";
import { asking, ending, interests, settings } from "./later-states.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T17:50:00Z" } });
test.use({ expectedComplaints: /WebSocket connection to|net::ERR_/ });

const floor = (page: Page) => page.getByRole("complementary", { name: "Floor" });

test("the room in each of its states", async ({ signedIn, browserOf, product }) => {
  const camera = await openCamera();
  const clerk = await signedIn("field");
  const chair = await signedIn("haldane");
  const evening = await openEvening(clerk, chair, product.url);
  const [chairs, clerks] = [chair.page, clerk.page];
  const partner = await signedIn("sood");
  const marsh = await signedIn("marsh");

  await before(camera, evening, { chairs, clerks });
  const wall = await hangWall(camera, chairs, await browserOf());
  await camera.shoot(wall, "wall-before");
  await chairs.keyboard.press("Escape");
  await evening.begin();
  for (const page of [partner.page, marsh.page]) await evening.enter(page);
  const item = await evening.toItem("5");

  await talk(camera, evening, { chairs, clerks, wall, partner: partner.page, item });
  await entries(camera, evening, { chairs, clerks, marsh: marsh.page, wall, item });
  await offline(camera, evening, { ...(await signedIn("farrow")), item });
  const next = await evening.toItem("7");
  await asking(camera, evening, { chairs, marsh: marsh.page, item: next });
  await interests(camera, { marsh: marsh.page, clerks });
  await closed(camera, evening, { chairs, wall, observer: (await signedIn("vance")).page });
  await adjourned(camera, evening, wall);
  await evening.chairDoes({ type: "closeItem", itemId: next, confirmed: [] });
  const others = [await signedIn("drury"), await signedIn("doyle")].map(({ page }) => page);
  for (const page of others) await evening.enter(page);
  await ending(camera, evening, { chairs, answering: [partner.page, marsh.page, chairs, ...others] });
  await after(camera, evening, chairs);
  await settings(camera, clerks);
  await camera.finish(await (await browserOf()).newPage());
});

type Pages = Readonly<Record<"chairs" | "clerks", Page>>;

async function before(camera: Camera, evening: Evening, { chairs, clerks }: Pages): Promise<void> {
  await evening.enter(chairs);
  await evening.enter(clerks);
  await expect(act(chairs, "Start the meeting")).toBeVisible();
  await camera.shoot(chairs, "before-chair");
  await act(chairs, "Second screen").click();
  await expect(chairs.getByRole("dialog", { name: "Second screen" })).toBeVisible();
}

/** From the chair's panel, as it stands open: the page of a wall. */
async function hangWall(camera: Camera, chairs: Page, context: BrowserContext): Promise<Page> {
  const panel = chairs.getByRole("dialog", { name: "Second screen" });
  const level = panel.getByRole("button", { name: /It shows of the floor/ });
  await level.click();
  await chairs.getByRole("option", { name: /whole queue/ }).click();
  await panel.getByRole("button", { name: "Make a link" }).click();
  await camera.shoot(chairs, "screens-panel");
  const address = await panel.getByRole("textbox", { name: "Open this on the wall" }).inputValue();
  const wall = await context.newPage();
  await wall.goto(address);
  await expect(wall.getByRole("heading", { level: 1, name: "Strategic board" })).toBeVisible();
  return wall;
}

type Talk = Pages & { wall: Page; partner: Page; item: ItemId };

/** The floor, the queue, an invitation and the seat plan. */
async function talk(
  camera: Camera,
  evening: Evening,
  { chairs, clerks, wall, partner }: Talk,
): Promise<void> {
  const { clerkDoes, chairDoes } = evening;
  await chairDoes({ type: "giveFloor", speaker: bySeat("CHA"), kind: "discussion", invited: false });
  for (const [code, kind] of [
    ["VOL", "question"],
    ["POL", "contribution"],
    ["TEN", "pointOfOrder"],
  ] as const)
    await clerkDoes({ type: "askToSpeak", speaker: bySeat(code), kind });
  await chairDoes({ type: "inviteSeat", seat: seat("NHS") });
  for (const page of [chairs, clerks]) await expect(floor(page).getByText("3 waiting")).toBeVisible();
  await camera.shoot(chairs, "chair-queue");
  await expect(partner.getByText("The chair asks whether you want to speak.").first()).toBeVisible();
  await camera.shoot(partner, "partner-invited");
  await camera.shoot(clerks, "clerk-seat-plan", floor(clerks).getByRole("heading", { name: /^Seats/ }));
  await expect(wall.getByRole("list", { name: "Queue" }).getByRole("listitem")).toHaveCount(3);
  await camera.shoot(wall, "wall-floor");
  await clerkDoes({ type: "answerInvitation", seat: seat("NHS"), takes: false });
}

const CHALLENGE =
  "Is our contribution greater than what each of us would do alone, and how would we show it?";
const DECISION =
  "Report to each meeting one thing the partnership did that no partner would have done alone.";

type Recording = Pages & { marsh: Page; wall: Page; item: ItemId };

/** Entries of each kind, a dispute, a refusal, a wording read back and agreed, and the closing panel. */
async function entries(camera: Camera, evening: Evening, pages: Recording): Promise<void> {
  const { chairs, clerks, marsh, wall, item: itemId } = pages;
  const { clerkDoes, chairDoes } = evening;
  const [challenge, decision] = [newEntry(), newEntry()];
  const said = { itemId, speaker: bySeat("VOL") } as const;
  await clerkDoes({
    type: "recordChallenge",
    entryId: challenge,
    ...said,
    text: CHALLENGE,
    target: "partnership",
    topic: "performance",
  });
  const note = newEntry();
  const words = "Eleven firms joined the regeneration plan because the partnership asked them.";
  await clerkDoes({ type: "recordNote", entryId: note, itemId, speaker: bySeat("CHA"), text: words });
  const exact =
    "Eleven firms joined the regeneration plan in its first year because the partnership asked them.";
  await clerkDoes({ type: "amendNote", entryId: note, text: exact, reason: "As the Chamber put it" });
  await clerkDoes(proposal(decision, itemId, DECISION));
  for (const page of [chairs, clerks, marsh]) await expect(entry(page, DECISION)).toBeVisible();
  await camera.shoot(marsh, "partner", entry(marsh, DECISION));
  await camera.shoot(chairs, "chair-live");

  await (await openLine(marsh, "c")).fill("Who pays for the second year?");
  await camera.shoot(marsh, "partner-writing");
  await marsh.keyboard.press("Escape");
  await entry(marsh, exact)
    .getByRole("button", { name: /amended once/i })
    .click();
  await expect(marsh.getByRole("dialog")).toContainText(words);
  await camera.shoot(marsh, "history");
  await marsh.keyboard.press("Escape");

  await chairDoes({ type: "readBackDecision", entryId: decision });
  await expect(wall.getByText("being read back")).toBeVisible();
  const reading = { name: "Decision 5.3 is read back" };
  for (const page of [chairs, marsh]) await expect(page.getByRole("dialog", reading)).toBeVisible();
  await camera.shoot(wall, "wall-read-back");
  await camera.shoot(marsh, "partner-read-back");
  await camera.shoot(chairs, "chair-read-back");
  await chairDoes({ type: "agreeDecision", entryId: decision, method: "consensus" });
  await expect(wall.getByText("Decision 5.3 agreed")).toBeVisible();
  await camera.shoot(wall, "wall-agreed");

  const voteId = VoteId.parse(randomUUID());
  const text = "That the report goes to scrutiny as well.";
  const question = {
    voteId,
    itemId,
    kind: "vote",
    text,
    about: null,
    secret: false,
    linkedTo: null,
  } as const;
  await chairDoes({ type: "openVote", ...question });
  for (const page of [wall, chairs, marsh]) await expect(page.getByText(text).first()).toBeVisible();
  await camera.shoot(wall, "wall-vote");
  await camera.shoot(marsh, "partner-vote");
  await camera.shoot(chairs, "chair-vote");
  await chairDoes({ type: "castVote", voteId, seat: seat("UNI"), choice: "for", reason: "" });
  await chairDoes({ type: "closeVote", voteId });
  await chairDoes({ type: "revealVotes", voteId });
  await expect(wall.getByText("Carried")).toBeVisible();
  await camera.shoot(wall, "wall-vote-revealed");

  await clerkDoes({ type: "disputeEntry", entryId: challenge, reason: "It was put to the Executive." });
  await expect(entry(clerks, CHALLENGE)).toContainText("Disputed");
  await camera.shoot(clerks, "disputed", entry(clerks, CHALLENGE));

  await act(chairs, "Close item")
    .or(act(chairs, /^Close item 5/))
    .first()
    .click();
  await expect(chairs.getByRole("dialog", { name: "Close item 5" })).toBeVisible();
  await camera.shoot(chairs, "closing-panel");
  await chairs.keyboard.press("Escape");
}

/** Without a network, with words that wait, and refused when they come too late. */
async function offline(
  camera: Camera,
  { enter, chairDoes }: Evening,
  { page, context, item: itemId }: Person & { item: ItemId },
): Promise<void> {
  const network = await networkOf(context);
  await enter(page);
  await network.cut();
  const line = await openLine(page, "n");
  const words = "The two voluntary networks meet in January.";
  await line.fill(words);
  await line.press("Enter");
  await expect(page.getByRole("status")).toContainText("kept on this device");
  await camera.shoot(page, "offline", entry(page, words));
  await chairDoes({ type: "closeItem", itemId, confirmed: [] });
  await network.mendForPages();
  network.mend();
  // the room has moved on: what was refused is told of above it
  const elsewhere = page.getByRole("status").filter({ hasText: "One entry was not recorded." });
  await expect(elsewhere).toBeVisible({ timeout: 60_000 });
  await elsewhere.getByRole("button", { name: /^Item 5/ }).click();
  await expect(entry(page, words)).toContainText("Not recorded");
  await camera.shoot(page, "refused", entry(page, words));
}

/** Closed business, to an observer and on the wall. */
async function closed(
  camera: Camera,
  evening: Evening,
  { chairs, wall, observer }: { chairs: Page; wall: Page; observer: Page },
): Promise<void> {
  const { chairDoes } = evening;
  await evening.enter(observer);
  await chairDoes({ type: "excludePublic", reason: "Commercial terms" });
  await expect(wall.getByText("Closed business")).toBeVisible();
  await camera.shoot(wall, "wall-closed");
  await expect(observer.getByText("The public is excluded.").first()).toBeVisible();
  await camera.shoot(observer, "observer-public-excluded");
  await expect(chairs.getByText("The public is excluded.").first()).toBeVisible();
  await chairDoes({ type: "readmitPublic" });
}

async function adjourned(camera: Camera, { chairDoes }: Evening, wall: Page): Promise<void> {
  await chairDoes({ type: "adjournMeeting", reason: "" });
  await expect(wall.getByText(/^Adjourned at/)).toBeVisible();
  await camera.shoot(wall, "wall-adjourned");
  await chairDoes({ type: "resumeMeeting" });
}

async function after(camera: Camera, { chairDoes }: Evening, chairs: Page): Promise<void> {
  await chairDoes({ type: "closeMeeting" });
  await expect(chairs.getByText("The meeting is over.").first()).toBeVisible();
  await camera.shoot(chairs, "after-chair");
}
