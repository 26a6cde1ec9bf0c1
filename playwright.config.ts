// Journeys start servers of their own, through fixtures, so that they can kill them; there is no webServer here.
import { defineConfig } from "@playwright/test";

const { CI, CHROMIUM_PATH } = process.env;
// the runner and its workers each read the tests, and a test has its seed in its title
process.env["GATE_SEED"] ??= String(Date.now() % 2 ** 31);

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  // what is waited for comes; how soon is for the bench, on a machine that has nothing else to do
  expect: { timeout: 20_000 },
  reporter: CI ? [["line"]] : [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "journeys" }],
});
