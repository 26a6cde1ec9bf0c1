// Somebody who has a keyboard and nothing else.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** More stops than any page has. */
const MOST_STOPS = 150;

type Key = "Tab" | "Shift+Tab" | "ArrowDown";

/** Tab, until this has the keyboard. */
export async function tabTo(page: Page, target: Locator, key: Key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} cannot be reached by the keyboard`);
}

/** Tab to a button or a link, and Enter. */
export async function enterOn(page: Page, target: Locator, key?: Key): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** In the menu that has just opened: down to the one, and Enter. */
export async function pick(page: Page, option: string): Promise<void> {
  const menu = page.getByRole("menu");
  const named = menu
    .getByRole("menuitem", { name: option })
    .or(menu.getByRole("menuitemradio", { name: option }));
  await tabTo(page, named.first(), "ArrowDown");
  await page.keyboard.press("Enter");
}

/** All that a screen reader is told from now on, in order. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) heard.push(node.textContent ?? "");
      }
    });
    for (const region of document.querySelectorAll("[aria-live]")) watch.observe(region, { childList: true });
  });
  return () => page.evaluate(() => Reflect.get(window, "heard"));
}
