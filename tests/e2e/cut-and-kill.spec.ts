// The network goes from under one person, and the server from under everybody: nothing is lost, nothing doubled.
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "./support/journey.ts";
import { networkOf } from "./support/network.ts";
import { act, entry, heading, openLine, write } from "./support/room.ts";
import { convene, type Held, openWire, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a line that is down is complained of each time it is tried
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });

const TITLE = "What we add together";
const record = (page: Page) => page.getByRole("list", { name: "Record of item 1" }).getByRole("listitem");

/** A meeting in session on its one item. */
async function inSession(clerk: Person, url: string): Promise<Held> {
  const items = [plannedItem(TITLE)];
  const held = await convene(clerk.context, url, { title: "Board", items });
  await takeFirst(held, items);
  return held;
}

async function enter({ page }: Person, { meetingId }: Held): Promise<Page> {
  await page.goto(`/meetings/${meetingId}`);
  await expect(heading(page, `Item 1. ${TITLE}`)).toBeVisible();
  await expect(page.getByText(/ this room open\./)).toBeVisible();
  return page;
}

test("what is written while the network is down waits, through a reload, and arrives once, in order", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const marsh = await signedIn("marsh");
  const network = await networkOf(marsh.context);
  const there = await enter(await signedIn("farrow"), held);
  const page = await enter(marsh, held);
  const line = await openLine(page, "n");
  await line.pressSequentially("Begun before the cut, ");

  await test.step("the words come after three seconds, the strip after five, with what is kept", async () => {
    const from = Date.now();
    await network.cut();
    await line.pressSequentially("ended after it");
    await line.press("Enter");
    await write(page, "c", "Asked without a network");
    await expect(page.getByText("Not connected", { exact: true })).toBeVisible();
    expect(Date.now() - from).toBeGreaterThanOrEqual(2900);
    await expect(page.getByRole("status")).toContainText("2 entries are kept on this device");
    expect(Date.now() - from).toBeGreaterThanOrEqual(4900);
    await expect(record(page)).toHaveText([
      /Begun before the cut, ended after it/,
      /Asked without a network/,
    ]);
    await expect(record(page).first()).toContainText("Waiting, on this device.");
    await expect(record(there)).toHaveCount(0);
  });

  await test.step("a reload keeps them", async () => {
    await network.mendForPages();
    await page.reload();
    await expect(record(page)).toHaveText([/Begun before the cut/, /Asked without a network/]);
    await expect(record(page).last()).toContainText("Waiting, on this device.");
  });

  await test.step("on return each goes once, in its order", async () => {
    await expect(page.getByRole("status")).toContainText("2 entries are kept on this device");
    network.mend();
    await expect(page.getByRole("status")).toContainText("Back. 2 entries sent.", { timeout: 20_000 });
    for (const each of [page, there]) {
      await expect(record(each)).toHaveText([
        /Begun before the cut, ended after it/,
        /Asked without a network/,
      ]);
      await expect(each.getByText("Waiting, on this device.")).toHaveCount(0);
    }
    await there.reload();
    await expect(record(there)).toHaveCount(2);
  });
});

test("when the server is killed in mid-meeting every browser comes back by itself", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const [chair, marsh, observer] = [
    await enter(await signedIn("haldane"), held),
    await enter(await signedIn("marsh"), held),
    await enter(await signedIn("vance"), held),
  ];
  await write(marsh, "n", "Said before");
  for (const page of [chair, marsh, observer]) await expect(entry(page, "Said before")).toBeVisible();

  await product.kill();
  await write(marsh, "c", "Asked while there was no server");
  await expect(entry(marsh, "Asked while there was no server")).toContainText(/Waiting|Sending/);
  for (const page of [chair, marsh, observer]) {
    await expect(page.getByText("Not connected", { exact: true })).toBeVisible();
  }
  await product.start();

  await expect(marsh.getByRole("status")).toContainText("Back. 1 entry sent.", { timeout: 30_000 });
  for (const page of [chair, marsh, observer]) {
    await expect(record(page)).toHaveText([/Said before/, /Asked while there was no server/], {
      timeout: 30_000,
    });
    await expect(heading(page, `Item 1. ${TITLE}`)).toBeVisible();
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
  }
  await act(chair, /^Close item 1/).click();
  await expect(chair.getByRole("dialog", { name: "Close item 1" })).toContainText(
    "Asked while there was no server",
  );
  await chair.keyboard.press("Escape");
  await write(chair, "n", "Said after");
  await expect(entry(observer, "Said after")).toBeVisible();
});

test("who has too many pages open is told why this one has no line, and gets it once another is closed", async ({
  signedIn,
  product,
}) => {
  const held = await inSession(await signedIn("field"), product.url);
  const { page, context } = await signedIn("marsh");
  const others = await Promise.all(Array.from({ length: 8 }, () => openWire(context, product.url)));
  await expect.poll(() => others.filter(({ connected }) => connected).length).toBe(8);
  await page.goto(`/meetings/${held.meetingId}`);
  await expect(page.getByRole("status")).toContainText("Too many pages of Candour are open under your name.");
  others[0]?.disconnect();
  await expect(page.getByText(/ this room open\./)).toBeVisible();
});
