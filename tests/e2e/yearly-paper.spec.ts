// The yearly paper: the clerk writes it with one press, counts behind a claim, puts a paragraph in other words, meets
// the other clerk on the same one, writes it again after another meeting and takes it away as files; the chair reads it,
// and somebody of another board finds nothing there.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" }, expectedComplaints: /404/ });
test.setTimeout(300_000);

const PAPERS = `/boards/${boardId("strategic")}/papers`;
const para = (page: Page, key: string): Locator => page.locator(`#p-${key.replace("/", "-")}`);
const words = (at: Locator) => at.getByRole("textbox", { name: "The words of this paragraph" });
const press = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole("button", { name, exact: typeof name === "string" }).click();
/** What a screen reader is told. */
const said = (page: Page, what: string): Locator =>
  page.locator("[data-live-announcer]").getByText(what, { exact: true });
const RESPONSE = "style/challenge-response";

async function downloaded(
  page: Page,
  name: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a year’s paper is written, put in other words, written again and taken away", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const { page } = clerk;
  const other = await signedIn("noor");

  await test.step("one press writes it", async () => {
    await page.goto(PAPERS);
    await expect(page.getByText("None yet. Each year’s paper will stand here.")).toBeVisible();
    await expectAccessible(page, "the papers of a board");
    await press(page, "Write the paper");
    await expect(
      page.getByRole("heading", { level: 1, name: "How is the partnership performing?" }),
    ).toBeVisible();
    for (const heading of ["Introduction", "Style", "Standards", "Conclusions"])
      await expect(page.getByRole("heading", { level: 2, name: heading, exact: true })).toBeVisible();
    await expectAccessible(page, "the paper");
  });
  const address = page.url();

  await test.step("behind a claim stands what it counts", async () => {
    const claim = para(page, "style/challenge-rate");
    const [, raised = ""] = /put (\d+) challenges/.exec((await claim.textContent()) ?? "") ?? [];
    await claim.getByRole("link", { name: "Willingness to challenge, meeting by meeting" }).click();
    const rows = page.locator("#every-meeting tbody tr");
    await expect(rows).toHaveCount(6);
    const counts = await rows.evaluateAll((found) =>
      found.map((row) => Number(row.querySelectorAll("td")[1]?.textContent)),
    );
    const sum = counts.reduce((all, count) => all + count, 0);
    expect(sum).toBe(Number(raised));
    await page.goBack();
  });

  await test.step("a paragraph in other words is saved by itself", async () => {
    await other.page.goto(address);
    await press(para(page, RESPONSE), /^Edit/);
    await press(page, "Done");
    await expect(page.locator(".editing")).toHaveCount(0);
    expect(await said(page, "Saved.").count(), "nothing was written").toBe(0);
    await press(para(page, RESPONSE), /^Edit/);
    await test.step("and asks before it is closed while they are on their way", async () => {
      const line = Promise.withResolvers<void>();
      await page.route("**/paragraphs", async (route) => {
        await line.promise;
        await route.continue();
      });
      await words(page.locator(".editing")).fill("Hard questions had answers.");
      await expect(page.getByText("Saving", { exact: true })).toBeVisible();
      const [asked] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
      expect(asked.type()).toBe("beforeunload");
      await asked.dismiss();
      line.resolve();
      await expect(page.getByText("Saved", { exact: true })).toBeVisible();
      await page.unroute("**/paragraphs");
    });
    await words(page.locator(".editing")).fill("Hard questions were mostly answered.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expectAccessible(page, "a paragraph being edited");
    await press(page, "Done");
    await expect(para(page, RESPONSE)).toContainText("not in the public version");
    await page.reload();
    await expect(para(page, RESPONSE)).toContainText("Hard questions were mostly answered.");
    await expect(page.getByText("1 paragraph put in other words is not in the public version")).toBeVisible();
  });

  await test.step("two clerks on one paragraph lose nothing", async () => {
    const theirs = other.page;
    await press(para(theirs, RESPONSE), /^Edit/);
    await words(theirs.locator(".editing")).fill("Two in three had an answer.");
    await press(theirs, "Done");
    await expect(theirs.getByText(/has saved this paragraph meanwhile/)).toBeVisible();
    await expect(theirs.locator("blockquote")).toHaveText("Hard questions were mostly answered.");
    await expect(words(theirs.locator(".editing"))).toHaveValue("Two in three had an answer.");
    await press(theirs, "Save mine over it");
    await expect(theirs.getByText("Saved", { exact: true })).toBeVisible();
    await press(theirs, "Earlier words of this paragraph");
    await expect(
      theirs.getByRole("listitem").filter({ hasText: "Hard questions were mostly answered." }),
    ).toBeVisible();
    await press(theirs, "Done");
    await expect(para(theirs, RESPONSE)).toContainText("Two in three had an answer.");

    await press(para(page, RESPONSE), /^Edit/);
    await words(page.locator(".editing")).fill("Most had one.");
    await press(page, "Done");
    await press(page, "Leave theirs");
    await expect(said(page, "Theirs stays.")).toBeVisible();
    await expect(para(page, RESPONSE)).toContainText("Two in three had an answer.");
  });

  await test.step("after another meeting it is written again; the clerk’s words are kept beside what moved", async () => {
    const items = [plannedItem("What we add together")];
    const held = await convene(clerk.context, product.url, { title: "Strategic board", items });
    const itemId = await takeFirst(held, items);
    await held.carryOut({ type: "closeItem", itemId, confirmed: [] });
    await held.carryOut({ type: "closeMeeting" });
    await page.reload();
    await press(page, "Write again from the records");
    await expect(page.getByText("The records have moved under 1 paragraph of yours.")).toBeVisible();
    const moved = para(page, RESPONSE);
    await expect(moved).toContainText("Two in three had an answer.");
    await expect(moved.locator("del")).toContainText("not final");
    await expectAccessible(page, "the paper, written again");
    await press(moved, "Keep mine");
    await expect(page.getByText("The records have moved under")).toHaveCount(0);
    await expect(moved).toContainText("Two in three had an answer.");
  });

  await test.step("it is taken away as Word and PDF; the public version has no words that are not for it", async () => {
    const pdf = await downloaded(page, "PDF");
    expect(pdf.name).toBe("strategic-board-2025-10-to-2026-09.pdf");
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const docx = await downloaded(page, "Word, public version");
    expect(docx.name).toBe("strategic-board-2025-10-to-2026-09-public.docx");
    expect(docx.bytes.subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("the chair reads it and cannot write; another board’s member finds nothing", async () => {
    const chair = (await signedIn("haldane")).page;
    await chair.goto(address);
    await expect(para(chair, RESPONSE)).toContainText("Two in three had an answer.");
    await expect(chair.getByRole("button", { name: /^Edit|Write again/ })).toHaveCount(0);
    await expectAccessible(chair, "the paper as the chair reads it");

    const stranger = await signedIn("okafor");
    const file = `/api/papers/${address.split("/").at(-1)}/files/paper-public.pdf`;
    for (const path of [address, PAPERS]) {
      const answer = await stranger.page.goto(path);
      expect(answer?.status(), path).toBe(404);
    }
    expect((await stranger.context.request.get(file)).status(), file).toBe(404);
  });
});
