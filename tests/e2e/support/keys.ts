// Somebody who has a keyboard and nothing else.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Tab, until this has the keyboard. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached by the keyboard`);
}

/** Tab to a button or a link, and Enter. */
export async function enterOn(page: Page, target: Locator, key?: "Tab" | "Shift+Tab"): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** In the menu or list that has just opened: its first letters, then Enter. */
export async function pick(page: Page, option: string): Promise<void> {
  const named = page
    .getByRole("menuitem", { name: option })
    .or(page.getByRole("menuitemradio", { name: option }))
    .or(page.getByRole("option", { name: option }));
  await expect(named.first()).toBeVisible();
  await page.keyboard.type(option, { delay: 20 });
  await expect(named.first()).toBeFocused();
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
