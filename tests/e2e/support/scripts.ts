import type { Page } from "@playwright/test";

/** The JavaScript a page has fetched once it has settled: how many files, and their bytes as they came, compressed. */
export async function scriptsOf(page: Page): Promise<{ readonly count: number; readonly bytes: number }> {
  await page.waitForLoadState("networkidle");
  return page.evaluate(() => {
    const scripts = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    return {
      count: scripts.length,
      bytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  });
}
