// R12: what is said to wait on this device outlives the browser, goes once, and reads as saved only then.
import type { Page } from "@playwright/test";
import { openDice } from "../support/dice.ts";
import { SEED } from "../support/seed.ts";
import { expect, signIn, test } from "./support/journey.ts";
import { networkOf, withoutLine } from "./support/network.ts";
import { enter, inSession, lineHolds } from "./support/one-item.ts";
import { entry, openLine, write } from "./support/room.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a line that is down is complained of each time it is tried
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });

const KILLS = 12;
const STORED = "Waiting, on this device.";

const draftOn = (page: Page) => page.getByRole("textbox", { name: /^Words of the/ });

/** How many drafts this browser has on its disk. */
const draftsKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("candour");
        opening.onsuccess = () => {
          const { result: db } = opening;
          const counting = db.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => {
            db.close();
            resolve(counting.result);
          };
        };
      }),
  );

const scenes = ["a note", "a challenge", "three entries", "a note and half of another"] as const;

/** What a round writes without a line; the answer is what it waits to send. */
async function writeScene(page: Page, scene: (typeof scenes)[number], round: number) {
  const words = scene === "three entries" ? ["first", "second", "third"] : ["only"];
  const entries = words.map((word) => `Round ${round}, the ${word}`);
  for (const each of entries) await write(page, scene === "a challenge" ? "c" : "n", each);
  const draft = scene === "a note and half of another" ? `Round ${round}, half of ano` : null;
  if (draft) {
    await (await openLine(page, "n")).pressSequentially(draft);
    await expect.poll(() => draftsKept(page)).toBe(1);
  }
  for (const each of entries) await expect(entry(page, each)).toContainText(STORED);
  return { entries, draft };
}

test(`a browser killed ${KILLS} times while entries wait loses none of them (seed ${SEED})`, async ({
  signedIn,
  product,
  profile,
}) => {
  test.setTimeout(400_000);
  const dice = openDice(SEED);
  const held = await inSession(await signedIn("field"), product.url);
  let context = await profile.open();
  await signIn(context, product.url, "marsh");
  let network = await networkOf(context);
  let page = await enter(context, held);
  await lineHolds(page);

  for (let round = 1; round <= KILLS; round += 1) {
    const scene = scenes[round % scenes.length] ?? "a note";
    await test.step(`kill ${round}: ${scene}`, async () => {
      const before = await held.onRecord();
      await network.cut();
      const { entries, draft } = await writeScene(page, scene, round);
      await page.waitForTimeout(dice.between(0, 300));
      await profile.kill();

      context = await profile.open();
      await signIn(context, product.url, "marsh");
      network = await withoutLine(context);
      page = await enter(context, held);
      for (const each of entries) await expect(entry(page, each)).toContainText(STORED);
      if (draft) await expect(draftOn(page)).toHaveValue(draft);
      expect(await held.onRecord()).toEqual(before);

      network.mend();
      for (const each of entries) {
        await expect(entry(page, each)).toContainText(/1\.\d+/, { timeout: 20_000 });
        await expect(entry(page, each)).not.toContainText("Waiting");
      }
      if (draft) await draftOn(page).press("Enter");
      if (draft) await expect(entry(page, draft)).toContainText(/1\.\d+/);
      expect(await held.onRecord()).toEqual([...before, ...entries, ...(draft ? [draft] : [])]);
    });
  }
});
