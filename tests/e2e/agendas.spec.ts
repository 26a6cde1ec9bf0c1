// Agendas as officers send them, pasted by the clerk; and two clerks at one agenda.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { convene, plannedItem } from "./support/wire.ts";

type Sent = {
  readonly file: string;
  /** What stands in the margin, and the title. */
  readonly items: readonly (readonly [number: string, title: string])[];
  readonly parts: readonly (readonly [number: string, title: string])[];
  readonly flags: readonly string[];
  /** What else is understood of an item, as the page says it. */
  readonly facts: Readonly<Record<string, string>>;
};

const sent: readonly Sent[] = [
  {
    file: "cambridge-lsp-2011-04-11.txt",
    items: [
      ["1", "Introduction and apologies"],
      ["2", "Declarations of interest"],
      ["3", "Public questions"],
      ["4", "Parish plan presentation: Horningsea"],
      ["5", "Minutes of previous meeting"],
    ],
    parts: [],
    flags: ["The time goes backwards, from 14:20 to 14:05."],
    facts: {
      "Introduction and apologies": "14:00",
      "Public questions": "14:20",
      "Parish plan presentation": "This begins at 14:05, while the item ahead goes on until 14:20.",
    },
  },
  {
    file: "epping-forest-lsp-2008-12-18.txt",
    items: [
      ["1", "Apologies for absence"],
      ["2", "Minutes of the previous Board Meeting"],
      ["3", "New Partnership Agreement"],
    ],
    parts: [
      ["3a", "Refocusing the LSP's Role"],
      ["3b", "Future Ambitions and Priorities"],
      ["3c", "Proposed New Structure and Ways of Working"],
      ["3d", "Alignment of Existing Action Groups"],
    ],
    flags: [],
    facts: { "Minutes of the previous Board Meeting": "Minutes of the previous Board Meeting (attached)" },
  },
  {
    file: "huntingdonshire-sp-2009-07-08.txt",
    items: [
      ["", "APOLOGIES"],
      ["1", "ELECTION OF CHAIRMAN"],
      ["2", "MINUTES"],
      ["3", "MEMBERS' INTERESTS"],
      ["4", "APPOINTMENT OF VICE-CHAIRMAN"],
      ["5", "STRATEGIC THEME: CHILDREN AND YOUNG PEOPLE"],
      ["6", "COMMUNITY ENGAGEMENT/NEIGHBOURHOOD PANELS"],
      ["7", "SUSTAINABLE COMMUNITY STRATEGY - PERFORMANCE MANAGEMENT"],
      ["8", "ECONOMIC DOWNTURN - LATEST INFORMATION"],
      ["9", "CAMBRIDGESHIRE TOGETHER/LPSA UPDATES"],
      ["10", "HUNTINGDONSHIRE STRATEGIC PARTNERSHIP EXECUTIVE"],
    ],
    parts: [
      ["5a", "To receive a presentation from the Connexions Performance Manager."],
      ["5b", "To select a key issue for discussion at the next meeting of the Board."],
    ],
    flags: [],
    facts: {
      MINUTES: "pages 1 - 4",
      "ELECTION OF CHAIRMAN": "To elect a Chairman of the Board for 2009/10.",
    },
  },
];

const rows = (page: Page, level: 2 | 3): Locator =>
  page
    .getByRole("region", { name: "Items" })
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { level }) });

async function expectRows(page: Page, level: 2 | 3, told: Sent["items"]): Promise<void> {
  await expect(rows(page, level)).toHaveCount(told.length);
  await expect(rows(page, level)).toContainText(told.map(([number, title]) => number + title));
}

for (const { file, items, parts, flags, facts } of sent) {
  test(`the clerk pastes ${file}`, async ({ signedIn, product }) => {
    const { page, context } = await signedIn("field");
    const { meetingId } = await convene(context, product.url, { title: "Board", time: "14:00" });
    const text = await readFile(new URL(`../fixtures/agendas/${file}`, import.meta.url), "utf8");
    await page.goto(`/meetings/${meetingId}/agenda`);

    await page.getByRole("button", { name: "Paste an agenda" }).click();
    await page.getByRole("textbox", { name: "The agenda as text" }).fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByRole("heading", { name: "What was understood" })).toBeFocused();
    for (const flag of flags) await expect(page.getByText(flag)).toBeVisible();
    if (flags.length === 0) await expect(page.getByText(/^Line \d+:/)).toHaveCount(0);
    await page.getByRole("button", { name: `Add ${items.length + parts.length} items` }).click();

    await expectRows(page, 2, items);
    await expectRows(page, 3, parts);
    for (const [title, fact] of Object.entries(facts)) {
      await expect(rows(page, 2).filter({ hasText: title }).first()).toContainText(fact);
    }
    await page.reload();
    await expectRows(page, 2, items);
  });
}

test("two clerks at one agenda see each other's changes as they are made", async ({ signedIn, product }) => {
  const one = await signedIn("field");
  const other = await signedIn("noor");
  const items = [plannedItem("Apologies"), plannedItem("Low carbon")];
  const { meetingId } = await convene(one.context, product.url, { title: "Board", items });
  for (const { page } of [one, other]) {
    await page.goto(`/meetings/${meetingId}/agenda`);
    await expect(rows(page, 2)).toHaveText([/^1Apologies/, /^2Low carbon/]);
  }
  await expect(one.page.getByText("Also here: Amina Noor.")).toBeVisible();

  await other.page.getByRole("textbox", { name: "Next item" }).fill("Affordable housing");
  await other.page.keyboard.press("Enter");
  await expect(rows(one.page, 2)).toHaveText([/^1Apologies/, /^2Low carbon/, /^3Affordable housing/]);

  await one.page.getByRole("button", { name: "Move item 3 up" }).click();
  await expect(rows(other.page, 2)).toHaveText([/^1Apologies/, /^2Affordable housing/, /^3Low carbon/]);

  await other.page.getByRole("button", { name: "Change item 3" }).click();
  const form = other.page.getByRole("form", { name: "Change item 3" });
  await form.getByRole("textbox", { name: "Minutes" }).fill("45");
  await expect(rows(one.page, 2).last()).toContainText("Amina Noor is changing this.");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(rows(one.page, 2).last()).toContainText("45 minutes");
  await expect(rows(one.page, 2).last()).toContainText("Amina Noor has just changed this.");
});
