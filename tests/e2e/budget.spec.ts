// What a page may weigh: its JavaScript as it comes over the wire, compressed, once the page has settled. The figures
// are a twentieth above what they were when last set; whoever needs more says in their commit what for.
import { expect, test } from "./support/journey.ts";
import { scriptsOf } from "./support/scripts.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

const KB = 1024;
const ROOM = 443 * KB;
const SIGN_IN = 179 * KB;

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });

test("the room of a meeting keeps to its budget", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const items = [plannedItem("What we add together")];
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  await takeFirst(held, items);
  const { page } = await signedIn("marsh");
  await page.goto(`/meetings/${held.meetingId}`);
  await expect(page.getByText(/ this room open\./)).toBeVisible();

  const { bytes } = await scriptsOf(page);
  expect(bytes, "bytes of the room's scripts").toBeGreaterThan(ROOM / 2);
  expect(bytes, "bytes of the room's scripts").toBeLessThanOrEqual(ROOM);
});

test("the sign-in page keeps to its budget", async ({ page }) => {
  await page.goto("/sign-in");
  const { bytes } = await scriptsOf(page);
  expect(bytes, "bytes of the sign-in page's scripts").toBeGreaterThan(SIGN_IN / 2);
  expect(bytes, "bytes of the sign-in page's scripts").toBeLessThanOrEqual(SIGN_IN);
});
