// First load on a phone: the room while a meeting is on, beside the sign-in page, on the product as it is started.
import { type Browser, chromium } from "@playwright/test";
import { signIn } from "../e2e/support/journey.ts";
import { openProduct } from "../e2e/support/product.ts";
import { scriptsOf } from "../e2e/support/scripts.ts";
import { convene, plannedItem, takeFirst } from "../e2e/support/wire.ts";
import { findBrowser } from "../support/find-browser.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { median } from "./measure.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** A middling phone on a slow mobile network. */
const SLOW = { cpu: 4, bitsPerSecond: 1_600_000, latencyMs: 150 };

type Load = { readonly usableMs: number; readonly scripts: number; readonly kb: number };

const PAGES = {
  room: "the room while a meeting is on",
  signIn: "the sign-in page",
} as const;

export async function page({ quick }: Bench): Promise<Part> {
  const runs = quick ? 1 : 5;
  const found = await findBrowser();
  const product = await openProduct({ CLOCK_START: "2026-11-24T18:00:00Z" });
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ["--no-sandbox"],
    env: { ...process.env, ...found.env },
  });
  try {
    await product.start();
    const room = await meetingRoom(browser, product.url);
    const loads: Record<keyof typeof PAGES, Load[]> = { room: [], signIn: [] };
    for (let run = 0; run <= runs; run += 1) {
      loads.signIn.push(await load(browser, `${product.url}/sign-in`, null));
      loads.room.push(await load(browser, `${product.url}${room}`, product.url));
      say(`  run ${run}: the room usable after ${written(loads.room.at(-1)?.usableMs ?? Number.NaN)} ms`);
    }
    // the first is left out: the server makes each page for the first time
    return partOf(middle(loads.signIn.slice(1)), middle(loads.room.slice(1)));
  } finally {
    await browser.close();
    await product.remove();
  }
}

async function meetingRoom(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context, url, "field");
  const items = Array.from({ length: 12 }, (_, place) => plannedItem(`Item ${place + 1} of the agenda`));
  const held = await convene(context, url, { title: "Board", items });
  await takeFirst(held, items);
  await context.close();
  return `/meetings/${held.meetingId}`;
}

/** By somebody who has never been there; `signedInAt` is null for those who have not signed in. */
async function load(browser: Browser, address: string, signedInAt: string | null): Promise<Load> {
  const context = await browser.newContext(PHONE);
  try {
    if (signedInAt !== null) await signIn(context, signedInAt, "marsh");
    const opened = await context.newPage();
    const phone = await context.newCDPSession(opened);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: SLOW.cpu });
    await phone.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: SLOW.latencyMs,
      downloadThroughput: SLOW.bitsPerSecond / 8,
      uploadThroughput: SLOW.bitsPerSecond / 8,
    });
    const start = performance.now();
    await opened.goto(address, { waitUntil: "commit" });
    if (signedInAt === null) await opened.waitForFunction(isAlive, undefined, { timeout: 60_000 });
    else await opened.getByText(/ this room open\./).waitFor({ timeout: 60_000 });
    const usableMs = performance.now() - start;
    const { count, bytes } = await scriptsOf(opened);
    return { usableMs, scripts: count, kb: bytes / 1024 };
  } finally {
    await context.close();
  }
}

/** Runs in the page: whether React has taken over its buttons. */
function isAlive(): boolean {
  const button = document.querySelector("main button");
  return button !== null && Object.keys(button).some((key) => key.startsWith("__reactProps"));
}

function middle(loads: readonly Load[]): Load {
  const of = (figure: keyof Load) => median(loads.map((load) => load[figure]));
  return { usableMs: of("usableMs"), scripts: of("scripts"), kb: of("kb") };
}

function partOf(signIn: Load, room: Load): Part {
  const row = (name: string, of: Load) => [name, of.scripts, of.kb, of.usableMs];
  return {
    tables: [
      {
        title: `First load on a phone: processor ${SLOW.cpu} times slower, ${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.latencyMs} ms away; medians`,
        head: ["page", "scripts", "JavaScript, gzip (kB)", "usable after (ms)"],
        rows: [
          row(PAGES.room, room),
          row(PAGES.signIn, signIn),
          ["ratio", room.scripts / signIn.scripts, room.kb / signIn.kb, room.usableMs / signIn.usableMs],
        ],
      },
    ],
    charts: [],
    aims: [],
  };
}
