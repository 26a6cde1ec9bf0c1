// By the keyboard alone: nobody here has a mouse.
import type { Page } from "@playwright/test";
import { expect, nameOf, test } from "./support/journey.ts";
import { enterOn, listen, pick, tabTo } from "./support/keys.ts";
import { act, entry, heading, openLine } from "./support/room.ts";
import { convene, plannedItem } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });

const items = () => [plannedItem("What we add together"), plannedItem("Low carbon")];

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(/ this room open\./)).toBeVisible();
}

test("somebody signs in, opens the room by its link, and leaves", async ({ page }) => {
  await page.goto("/sign-in");
  await enterOn(page, page.getByRole("button", { name: nameOf("haldane") }));
  await expect(page.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await enterOn(page, page.getByRole("link", { name: "Enter as chair" }));
  await expect(heading(page, "Strategic board")).toBeVisible();
  await enterOn(page, page.getByRole("button", { name: /^Menu of/ }));
  await pick(page, "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a meeting is run, recorded and heard", async ({ signedIn, product }) => {
  const [clerk, chair, marsh] = [await signedIn("field"), await signedIn("haldane"), await signedIn("marsh")];
  const held = await convene(clerk.context, product.url, { title: "Board", items: items() });
  await held.carryOut({ type: "publishAgenda" });
  for (const { page } of [clerk, chair, marsh]) await enter(page, `/meetings/${held.meetingId}`);

  await test.step("the clerk marks who is here", async () => {
    const { page } = clerk;
    await enterOn(page, page.getByRole("main").getByRole("button", { name: "Mark Chamber of Commerce" }));
    await enterOn(page, page.getByRole("dialog").getByRole("button", { name: "Helen Marsh" }));
    await expect(page.getByRole("listitem").filter({ hasText: "Chamber of Commerce" })).toContainText(
      "Helen Marsh",
    );
    await expect(
      page.getByRole("main").getByRole("button", { name: "Mark Chamber of Commerce" }),
    ).toBeFocused();
  });
  const heard = await listen(marsh.page);
  await test.step("the chair starts, and opens an item by one key", async () => {
    await enterOn(chair.page, act(chair.page, "Start the meeting"));
    await expect(act(chair.page, /^Open item 1/)).toBeVisible();
    await chair.page.keyboard.press("g");
    await expect(heading(marsh.page, "Item 1. What we add together")).toBeVisible();
    await expect.poll(heard).toContain("The meeting has started.");
  });
  await test.step("the clerk gives the floor and takes it", async () => {
    await enterOn(clerk.page, act(clerk.page, /^Chamber of Commerce, .*principal/));
    await expect.poll(heard).toContain("Chamber of Commerce has the floor.");
    await enterOn(clerk.page, act(clerk.page, "End turn"));
    await expect(marsh.page.getByText("Nobody.", { exact: true })).toBeVisible();
  });
  await test.step("a partner records every kind", () => recordAll(marsh.page));
  await expect.poll(heard).toContain("Recorded as 1.5.");
  await test.step("and takes the last one back within ten seconds", async () => {
    await (await openLine(marsh.page, "n")).fill("Said too soon");
    await marsh.page.keyboard.press("Enter");
    await expect(entry(chair.page, "Said too soon")).toBeVisible();
    await enterOn(marsh.page, marsh.page.getByRole("button", { name: "Undo" }), "Shift+Tab");
    await expect(entry(chair.page, "Said too soon")).toHaveCount(0);
  });
  await test.step("nobody's act moves another's keyboard", async () => {
    const words = await openLine(marsh.page, "n");
    await marsh.page.keyboard.type("Half a sen");
    await closeByKeys(chair.page);
    await expect(act(chair.page, /^Open item 2/)).toBeVisible();
    await chair.page.keyboard.press("g");
    await expect(heading(marsh.page, "Item 2. Low carbon")).toBeVisible();
    await marsh.page.keyboard.type("tence");
    await expect(words).toBeFocused();
    await expect(words).toHaveValue("Half a sentence");
  });
});

async function recordAll(page: Page): Promise<void> {
  for (const [letter, words] of [
    ["d", "That we publish the list"],
    ["c", "Who has the figure?"],
    ["n", "A word of thanks"],
  ] as const) {
    await openLine(page, letter);
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await expect(entry(page, words)).toBeVisible();
  }
  const money = await openLine(page, "m");
  await enterOn(page, page.getByRole("button", { name: /^What kind: / }), "Shift+Tab");
  await pick(page, "Pooled");
  await tabTo(page, page.getByRole("textbox", { name: "How much" }));
  await page.keyboard.type("70-90k");
  await tabTo(page, money);
  await page.keyboard.type("As much as last year");
  await page.keyboard.press("Enter");
  await expect(entry(page, "As much as last year")).toContainText("Pooled");

  const action = await openLine(page, "a");
  await enterOn(page, page.getByRole("button", { name: /^Who does it: / }), "Shift+Tab");
  await pick(page, "Support team");
  await tabTo(page, action);
  await page.keyboard.type("Circulate the list");
  await page.keyboard.press("Enter");
  await expect(entry(page, "Circulate the list")).toContainText("Support team");
}

async function closeByKeys(page: Page): Promise<void> {
  const read = act(page, /^Read back decision 1\.1/);
  await expect(read).toBeVisible();
  await page.keyboard.press("g");
  await expect(page.getByRole("dialog", { name: "Decision 1.1 is read back" })).toBeVisible();
  await enterOn(page, page.getByRole("button", { name: /^Agreed/ }));
  await expect(act(page, /^Close item 1/)).toBeVisible();
  await page.keyboard.press("g");
  const panel = page.getByRole("dialog", { name: "Close item 1" });
  await tabTo(page, panel.getByRole("checkbox", { name: /Who has the figure/ }));
  await enterOn(page, panel.getByRole("button", { name: "Close item 1" }));
  await expect(panel).toBeHidden();
}

test("an agenda is written, put in order and shortened", async ({ signedIn, product }) => {
  const { page, context } = await signedIn("field");
  const { meetingId } = await convene(context, product.url, { title: "Board", items: items() });
  await page.goto(`/meetings/${meetingId}/agenda`);
  const titles = page.getByRole("region", { name: "Items" }).getByRole("heading", { level: 2 });
  const heard = await listen(page);

  await tabTo(page, page.getByRole("textbox", { name: "Next item" }));
  await page.keyboard.type("Affordable housing");
  await page.keyboard.press("Enter");
  await expect(titles).toHaveText(["What we add together", "Low carbon", "Affordable housing"]);

  await enterOn(page, page.getByRole("button", { name: "Move item 3 up" }), "Shift+Tab");
  await expect(titles).toHaveText(["What we add together", "Affordable housing", "Low carbon"]);
  await expect(page.getByRole("button", { name: "Move item 2 up" })).toBeFocused();

  await enterOn(page, page.getByRole("button", { name: "More to do with item 1" }), "Shift+Tab");
  await pick(page, "Remove");
  await expect(titles).toHaveText(["Affordable housing", "Low carbon"]);
  await expect.poll(heard).toContain("What we add together is removed. It can be undone for ten seconds.");
});
