// Every page, light and dark, wide and at 320 px: no rule of WCAG 2.2 AA is broken and nothing scrolls sideways.
import type { Page } from "@playwright/test";
import { boardId, personId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { convene, plannedItem } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a page that is not there is complained of
test.use({ expectedComplaints: /the server responded with a status of 404/ });

async function look(page: Page, path: string, place = path): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, place);
}

test("before signing in", async ({ page }) => {
  await look(page, "/sign-in");
  await page.getByRole("button", { name: "Everybody else, by board" }).click();
  await expectAccessible(page, "/sign-in, everybody");
  await look(page, `/welcome/${"a".repeat(43)}`, "/welcome of a spent link");
});

test("the frame: meetings, boards, people, one's own account, help, and nothing at an address", async ({
  signedIn,
}) => {
  const { page } = await signedIn("field");
  for (const path of ["/meetings", "/meetings/new", "/boards", `/boards/${boardId("strategic")}`]) {
    await look(page, path);
  }
  for (const path of ["/people", "/people/new", `/people/${personId("marsh")}`, "/help/marks"]) {
    await look(page, path);
  }
  for (const path of ["/account", "/account/held", "/nothing/of/the/kind"]) await look(page, path);
  await page.goto("/people");
  await page.getByRole("button", { name: "Add a partner" }).click();
  await expectAccessible(page, "a dialog with a form");
});

test("somebody without a board", async ({ signedIn }) => {
  const { page } = await signedIn("lister");
  await look(page, `/boards/${boardId("strategic")}`, "another board");
  await look(page, "/dashboard", "the dashboard of a board that has not met");
});

test("the agenda while it is prepared", async ({ signedIn, product }) => {
  const { page, context } = await signedIn("field");
  const items = [plannedItem("Apologies"), plannedItem("Low carbon")];
  const { meetingId } = await convene(context, product.url, { title: "Board", items });
  await look(page, `/meetings/${meetingId}/agenda`, "the agenda");
  await page.getByRole("button", { name: "Change item 1" }).click();
  await page.getByRole("button", { name: /^Description, papers/ }).click();
  await expectAccessible(page, "an item being changed");
  await page.getByRole("button", { name: "Change the order" }).click();
  await expectAccessible(page, "the order being changed");
  await page.getByRole("button", { name: "Paste an agenda" }).click();
  await page
    .getByRole("textbox", { name: "The agenda as text" })
    .fill("1. Trams (14:20)\n2. Trees (14:05)\n(a) Elms");
  await page.getByRole("button", { name: "Read it" }).click();
  await expectAccessible(page, "a pasted agenda as it was understood");
  await page.getByRole("button", { name: "Publish…" }).click();
  await expectAccessible(page, "publishing");
});

test("looking back", async ({ signedIn }) => {
  const { page } = await signedIn("haldane");
  await look(page, "/dashboard");
  const indicators = ["challenge-rate", "challenge-response", "money-candour"];
  for (const id of [...indicators, "sector-voice-balance", "performance-detail-share", "senior-commitment"]) {
    await look(page, `/dashboard/${id}?board=${boardId("strategic")}`);
  }
  await page.goto("/meetings");
  await page
    .getByRole("region", { name: /^Held/ })
    .getByRole("article")
    .first()
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Who was there" })).toBeVisible();
  await expectAccessible(page, "a record of the sample");
});
