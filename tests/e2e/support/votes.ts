// A vote, as those who are asked see it and hear of it.
import type { Locator, Page } from "@playwright/test";

export const vote = (page: Page): Locator => page.getByRole("region", { name: "Vote", exact: true });
export const answer = (page: Page, name: string): Locator =>
  vote(page).getByRole("button", { name, exact: true });

/** Everything this page says aloud from now on, in order. */
export async function sayings(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Reflect.set(window, "said", said);
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        const live = target instanceof Element && target.closest("[aria-live=polite]");
        if (live) for (const node of addedNodes) said.push(node.textContent ?? "");
      }
    }).observe(document, { subtree: true, childList: true });
  });
  return () => page.evaluate((): readonly string[] => Reflect.get(window, "said"));
}
