// Between a command and its answer: the line is cut there, and the tab that sends dies there. An unknown outcome never
// reads as saved, and ends as exactly one entry (R5, R13).
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { freePort } from "#server/free-port.ts";
import { type FaultProxy, openFaultProxy } from "../storm/fault-proxy.ts";
import { openDice } from "../support/dice.ts";
import { SEED } from "../support/seed.ts";
import { test as base, expect } from "./support/journey.ts";
import { enter, inSession, lineHolds, type OneItem } from "./support/one-item.ts";
import { entry, write } from "./support/room.ts";

const CUTS = 40;
const DEATHS = 10;
// a command, or its answer and its event, is longer on the wire
const WITHIN_BYTES = 350;
const STUCK_MS = 10_000;

type Between = { readonly between: { readonly port: number; readonly proxy: FaultProxy } };

/** The product behind a bad network of our own. */
const test = base.extend<object, Between>({
  between: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is asked for
    async ({}, use) => {
      const port = await freePort();
      const proxy = await openFaultProxy(() => [port], openDice(SEED));
      await use({ port, proxy });
      proxy.close();
    },
    { scope: "worker" },
  ],
  settings: [
    ({ between: { port, proxy } }, use) =>
      use({
        CLOCK_START: "2026-11-24T18:00:00Z",
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${proxy.port}`,
      }),
    { scope: "worker" },
  ],
});
test.use({ expectedComplaints: /WebSocket connection to|Failed to load resource: net::ERR_/ });

const unsettled = /Being kept|Waiting, on this device\.|Sending…/;

/**
 * Reads each line of the record at every moment at which it changes, and holds it against the record itself from the
 * first moment at which it no longer says that it is on its way.
 */
async function watchLines(context: BrowserContext, { onRecord }: OneItem) {
  const saved = new Map<string, Promise<boolean>>();
  let readings = 0;
  await context.exposeBinding("reading", (_source, text: string) => {
    readings += 1;
    const [words] = /Cut \d+ of \d+/.exec(text) ?? [];
    if (words === undefined || unsettled.test(text) || saved.has(words)) return;
    saved.set(
      words,
      onRecord().then((record) => record.includes(words)),
    );
  });
  await context.addInitScript(() => {
    const read = new Map<Element, string>();
    const tell: (text: string) => void = Reflect.get(window, "reading");
    new MutationObserver(() => {
      for (const line of document.querySelectorAll("[aria-label^='Record of'] > li")) {
        const text = line.textContent ?? "";
        if (read.get(line) !== text) tell(text);
        read.set(line, text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return { saved, readings: () => readings };
}

test(`${CUTS} cuts between an entry and its answer: none reads as saved before it is (seed ${SEED})`, async ({
  signedIn,
  product,
  between: { proxy },
}) => {
  test.setTimeout(400_000);
  const dice = openDice(SEED);
  const held = await inSession(await signedIn("field"), product.url, product.door);
  const { context } = await signedIn("marsh");
  const watch = await watchLines(context, held);
  let lines = 0;
  context.on("page", (page) => page.on("websocket", () => (lines += 1)));
  const page = await enter(context, held);
  const all: string[] = [];

  for (let cut = 1; cut <= CUTS; cut += 1) {
    await lineHolds(page);
    const words = `Cut ${cut} of ${CUTS}`;
    all.push(words);
    const cutWas = proxy.cutAfterBytes(Math.floor(dice.between(1, WITHIN_BYTES)), dice.oneOf(["up", "down"]));
    await write(page, "n", words);
    await expect(entry(page, words)).toContainText(/1\.\d+/, { timeout: 20_000 });
    // really made, whatever the screen then said, and wherever it fell: in a frame, a handshake or a long poll
    await cutWas;
  }
  const truly = await Promise.all(watch.saved.values());
  expect(truly).toEqual(all.map(() => true));
  expect(await held.onRecord()).toEqual(all);
  console.info(`cuts: ${CUTS}, lines: ${lines}, readings of the screen: ${watch.readings()}`);
});

/** The tab dies as a whole, or its process does; neither gets a word in. */
async function die(tab: Page, way: "closed" | "crashed"): Promise<void> {
  if (way === "closed") return tab.close({ runBeforeUnload: false });
  const devtools = await tab.context().newCDPSession(tab);
  const crashed = tab.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
  return tab.close();
}

test(`one of two tabs dies ${DEATHS} times while both send: each entry once, in its order (seed ${SEED})`, async ({
  signedIn,
  product,
  between: { proxy },
}) => {
  test.setTimeout(400_000);
  const dice = openDice(SEED);
  const held = await inSession(await signedIn("field"), product.url, product.door);
  const { context } = await signedIn("marsh");
  const stays = await enter(context, held);
  await lineHolds(stays);

  for (let death = 1; death <= DEATHS; death += 1) {
    const way = death % 2 === 0 ? "closed" : "crashed";
    // a tab with nothing of its own to send goes on with what the other left
    const isIdle = dice.chance(0.5);
    await test.step(`death ${death}: ${way}, the other ${isIdle ? "idle" : "sending"}`, async () => {
      const before = await held.onRecord();
      const dies = await enter(context, held);
      await lineHolds(dies);
      const its = ["first", "second", "third"].map((word) => `Death ${death}, its ${word}`);
      const others = isIdle ? [] : ["first", "second"].map((word) => `Death ${death}, the other's ${word}`);
      const slow = proxy.strike("latency", 4000);
      for (const [place, words] of its.entries()) {
        await write(dies, "n", words);
        const other = others[place];
        if (other) await write(stays, "n", other);
      }
      // from here on it is promised
      await expect(entry(dies, its.at(-1) ?? "")).toContainText(/Waiting, on this device|Sending…|1\.\d+/);
      await wait(dice.between(0, 1200));
      await die(dies, way);
      await slow;

      const added = async () => (await held.onRecord()).slice(before.length);
      await expect
        .poll(async () => (await added()).length, { timeout: STUCK_MS, intervals: [500] })
        .toBe(its.length + others.length);
      const record = await added();
      expect(record.filter((words) => its.includes(words))).toEqual(its);
      expect(record.filter((words) => others.includes(words))).toEqual(others);
      await expect(stays.getByText(unsettled)).toHaveCount(0);
    });
  }
});
