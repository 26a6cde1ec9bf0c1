// What leaves the house: tables as files, facts with their schema, a chart as a picture, and a key for a program, made,
// used and revoked.
import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import Papa from "papaparse";
import * as z from "zod";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";

test.setTimeout(240_000);

const strategic = boardId("strategic");

async function taken(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: await contentOf(file) };
}

async function contentOf(file: Download): Promise<Buffer> {
  return readFile(await file.path());
}

function rowsOf(bytes: Buffer): readonly string[][] {
  const text = bytes.toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: "\r\n" });
  expect(errors).toEqual([]);
  expect(new Set(data.map(({ length }) => length)).size).toBe(1);
  return data;
}

test("tables, facts and a chart are saved as files", async ({ signedIn }) => {
  const { page } = await signedIn("adeyemi");
  const link = (name: string | RegExp) => page.getByRole("link", { name });

  await test.step("the figures of the board, and the facts behind them, which fit their schema", async () => {
    await page.goto(`/dashboard?board=${strategic}`);
    const figures = await taken(page, () => link("Download these figures as CSV").click());
    const [heads = [], ...rows] = rowsOf(figures.bytes);
    expect(heads.slice(0, 4)).toEqual(["Number", "Indicator", "Name", "Unit"]);
    expect(rows.map(([, id]) => id)).toContain("challenge-rate");
    expect(figures.name).toMatch(/^[a-z0-9-]+-all-meetings-figures\.csv$/);

    const facts = await taken(page, () => link("Download the facts behind them as JSON").click());
    const schema = await taken(page, () => link("Their schema").click());
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(JSON.parse(schema.bytes.toString("utf8")) as object);
    const told: unknown = JSON.parse(facts.bytes.toString("utf8"));
    expect([isValid(told), isValid.errors]).toEqual([true, null]);
    expect(z.object({ meetings: z.array(z.unknown()).min(5) }).safeParse(told).success).toBe(true);
  });

  await test.step("an indicator: every meeting, as many rows as the page has", async () => {
    await page.goto(`/dashboard/challenge-rate?board=${strategic}`);
    const every = await taken(page, () => link("Download as CSV (every meeting)").click());
    const shown = await page.locator("#every-meeting tbody tr").count();
    const rows = rowsOf(every.bytes).slice(1);
    expect(rows).toHaveLength(shown);
    for (const [day = ""] of rows) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await expectAccessible(page, "an indicator with its files");
  });

  await test.step("the registers, each from its page", async () => {
    const of = async (path: string, name: RegExp, heads: readonly string[]) => {
      await page.goto(path);
      const { bytes } = await taken(page, () => link(name).first().click());
      const [first = [], ...rows] = rowsOf(bytes);
      expect(first.slice(0, heads.length)).toEqual(heads);
      expect(rows.length, path).toBeGreaterThan(0);
      return rows;
    };
    const board = `/boards/${strategic}`;
    await of(board, /\(objectives\)/, ["Objective", "From", "Until"]);
    await of(`${board}/objectives`, /\(known resources/, ["Financial year", "Objective", "Partner"]);
    await of(`${board}/objectives`, /\(pots of money\)/, ["Pot", "Amount, pounds"]);
    await of(`${board}/scrutiny`, /recommendations\)/, ["Recommendation", "Committee"]);
    await of(`${board}/support`, /\(support by cycle\)/, ["After", "Until", "Cost known, pounds"]);
    await of(`${board}/support`, /\(support of the last year\)/, ["By", "Part", "Cost known, pounds"]);
    const actions = await of(`/meetings/actions-and-decisions?board=${strategic}`, /in their public form\)/, [
      "Meeting",
      "Number",
      "Item",
    ]);
    // of all thirty meetings, the latest first
    const days = actions.map(([day = ""]) => day);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(new Set(days).size).toBeGreaterThan(20);
  });

  await page.goto(`/dashboard/challenge-rate?board=${strategic}`);
  await test.step("its chart, as a picture and as a drawing", async () => {
    const menu = page.getByRole("button", { name: /^Save this chart/ });
    await menu.click();
    await expect(page.getByRole("menuitem")).toHaveText([
      "As a picture (PNG)",
      "As a drawing (SVG)",
      "Its table as CSV",
    ]);
    await expectAccessible(page, "the menu of a chart");
    const picture = await taken(page, () => page.getByRole("menuitem", { name: /PNG/ }).click());
    expect(picture.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(picture.bytes.length).toBeGreaterThan(5000);
    await menu.click();
    const drawing = (
      await taken(page, () => page.getByRole("menuitem", { name: /SVG/ }).click())
    ).bytes.toString();
    expect(drawing).toContain("<title");
    expect(drawing).not.toContain("var(--");
    await menu.click();
    const table = await taken(page, () => page.getByRole("menuitem", { name: /CSV/ }).click());
    expect(rowsOf(table.bytes).length).toBeGreaterThan(5);
  });

  await test.step("the record of a meeting, list by list; the whole of it is not offered to a member", async () => {
    await page.goto(`/dashboard/challenge-rate?board=${strategic}`);
    await page.locator("#every-meeting tbody a").first().click();
    const behind = await taken(page, () =>
      link("Download as CSV (what was counted at this meeting)").click(),
    );
    expect(rowsOf(behind.bytes)[0]).toEqual(["Item", "Number", "Sector", "How"]);
    await link("The whole record of this meeting").click();
    await expect(page.getByRole("heading", { name: "As files" })).toBeVisible();
    const challenges = await taken(page, () => link(/^Challenges \(as CSV\)/).click());
    const [heads = [], ...rows] = rowsOf(challenges.bytes);
    expect(rows.length).toBeGreaterThan(0);
    const column = heads.indexOf("Restricted");
    expect(new Set(rows.map((row) => row[column]))).toEqual(new Set(["No"]));
    await expect(link(/with restricted items/)).toHaveCount(0);
    await expectAccessible(page, "a record with its files");
  });

  await test.step("the seats of the board", async () => {
    await page.goto(`/boards/${strategic}`);
    const seats = rowsOf((await taken(page, () => link("Download as CSV (seats)").click())).bytes);
    expect(seats.length - 1).toBe(await page.locator(".seatlist > li").count());
  });
});

test.describe("a key", () => {
  // what is revoked is answered so
  test.use({ expectedComplaints: /40[134]|422/ });

  test("is made in settings, shown once, used by a program, and revoked", async ({ signedIn, product }) => {
    const { page } = await signedIn("field");
    const ask = (path: string, key?: string) =>
      fetch(`${product.url}/api/v1${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {} });

    await test.step("the clerk finds the way from the board's settings", async () => {
      await page.goto(`/boards/${strategic}/settings`);
      await page.getByRole("link", { name: "Keys for analysts" }).click();
      await expect(page.getByRole("heading", { name: "Keys for analysts" })).toBeVisible();
      await expect(page.getByText("There is none.")).toBeVisible();
      await expectAccessible(page, "no keys yet");
    });

    await test.step("what is missing is said at its place", async () => {
      await page.getByRole("button", { name: "Make the key" }).click();
      await expect(page.getByText("This is needed.")).toBeVisible();
      await expect(page.getByRole("alert").getByText("Tick one board at least.")).toBeVisible();
      await expectAccessible(page, "a key that is not whole");
      await page.getByRole("textbox", { name: "For whom or what" }).fill("Somebody");
      await page.getByRole("button", { name: "Make the key" }).click();
      await expect(
        page.getByRole("group", { name: "Boards" }).getByRole("checkbox").first(),
        "one is taken to the first of the ticks",
      ).toBeFocused();
    });

    const key = await test.step("made, and shown once", async () => {
      await page.getByRole("textbox", { name: "For whom or what" }).fill("County data team");
      await page
        .getByRole("group", { name: "Boards" })
        .getByText(/Oxford Strategic|Strategic/)
        .first()
        .click();
      await page
        .getByRole("group", { name: "May read" })
        .getByText(/^Records/)
        .click();
      await page.getByRole("button", { name: "Make the key" }).click();
      const shown = page.getByRole("textbox", { name: "The key for County data team" });
      await expect(shown).toHaveValue(/^candour_[\w-]{43}$/);
      await expectAccessible(page, "a key is shown");
      const value = await shown.inputValue();
      await page.getByRole("button", { name: "I have kept it" }).click();
      await page.reload();
      await expect(page.getByRole("listitem").filter({ hasText: "County data team" })).toContainText(
        "Not used yet.",
      );
      expect(await page.content()).not.toContain(value);
      return value;
    });

    await test.step("a program reads with it what it was made for, and nothing else", async () => {
      expect((await ask("/boards")).status).toBe(401);
      const boards = await (await ask("/boards", key)).json();
      expect(boards).toMatchObject({ data: [{ id: strategic }], next: null });
      const figures = await ask(`/boards/${strategic}/indicators`, key);
      expect(await figures.json()).toMatchObject({
        data: expect.arrayContaining([{ id: "challenge-rate" }].map((each) => expect.objectContaining(each))),
      });
      const meetings = z
        .object({
          data: z.array(z.object({ id: z.string(), phase: z.string() })),
          next: z.string().nullable(),
        })
        .parse(await (await ask(`/boards/${strategic}/meetings?limit=3`, key)).json());
      expect([meetings.data.length, meetings.next === null]).toEqual([3, false]);
      expect((await ask(`/boards/${strategic}/facts`, key)).status).toBe(403);
      expect((await ask(`/boards/${boardId("executive")}/indicators`, key)).status).toBe(404);
      const described = await fetch(`${product.url}/api/v1/openapi.json`);
      expect(await described.json()).toMatchObject({ openapi: "3.1.0" });
    });

    await test.step("revoked, it opens nothing any more", async () => {
      await page.reload();
      const row = page.getByRole("listitem").filter({ hasText: "County data team" });
      await expect(row).toContainText(/Last used on/);
      await row.getByRole("button", { name: "Revoke County data team" }).click();
      await expectAccessible(page, "about to revoke");
      await row.getByRole("button", { name: "Revoke County data team for good" }).click();
      await expect(page.getByText("There is none.")).toBeVisible();
      const answer = await ask("/boards", key);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      expect(await answer.json()).toMatchObject({ error: { code: "wrongKey" } });
    });
  });
});
