// Zero violations and no sideways scrolling, on a page as it stands: light and dark, wide and at 320 px.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// where only the colours differ from what has been looked at already
const colours = ["color-contrast"];

const looks = [
  { width: 1440, colorScheme: "light", rules: all },
  { width: 1440, colorScheme: "dark", rules: colours },
  { width: 320, colorScheme: "dark", rules: all },
  { width: 320, colorScheme: "light", rules: colours },
] as const;

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

/** One line for each element that breaks a rule of WCAG 2.2 A or AA, or of good practice. */
async function violations(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => Reflect.has(window, "axe")))) await page.evaluate(source);
  const found = await page.evaluate(async (runOnly): Promise<readonly Violation[]> => {
    const axe: { run: (options: object) => Promise<{ violations: readonly Violation[] }> } = Reflect.get(
      window,
      "axe",
    );
    const { violations } = await axe.run({ runOnly, resultTypes: ["violations"] });
    return violations;
  }, rules);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}

/** Looks at the page in each of its four looks, and leaves it wide and light. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  // a page fetched anew is drawn in more than one piece
  await expect(page, place).toHaveTitle(/./);
  for (const { width, colorScheme, rules } of looks) {
    const look = `${place}, ${width} px, ${colorScheme}`;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectNoSideways(page, look);
    soft(await violations(page, rules), look).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

const soft = expect.configure({ soft: true });

/** Nobody has to scroll sideways to read. */
export async function expectNoSideways(page: Page, place: string): Promise<void> {
  const sideways = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await soft.poll(sideways, { message: `${place}: scrolls sideways`, timeout: 2000 }).toBe(0);
}
