// npm run screenshots: not a test, but it waits for what it photographs in the ways of one.
import { defineConfig } from "@playwright/test";
import journeys from "../../playwright.config.ts";

export default defineConfig(journeys, {
  testDir: ".",
  testMatch: "*.shots.ts",
  outputDir: "../../test-results/screenshots",
  timeout: 900_000,
});
