// The chair's page in a room of forty people, while entries come ten a second: how much script each costs it, whether
// anything holds it up, and how soon it stands there when it is loaded. The same page early in the evening is the
// yardstick: what a long meeting has on the record may not make it slow.
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { openDatabase } from "#db/client.ts";
import type { ItemId, MeetingId } from "#domain/ids.ts";
import { freePort } from "#server/free-port.ts";
import { openProduct } from "../e2e/support/product.ts";
import { findBrowser } from "../support/find-browser.ts";
import { newCommand, newEntry, newItem } from "../support/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { AUTH_SECRET, type Client, connectedAs, signedIn } from "../support/live-server.ts";
import { type StoredBoard, storedBoard } from "../support/stored-board.ts";
import { carriedOut } from "../support/stored-meeting.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { meetingOfLength } from "./long-log.ts";
import { median, quantile, textOf } from "./measure.ts";
import { withLive } from "./prepared.ts";
import { joinMeeting, note } from "./rooms.ts";
import { CATEGORIES, readTrace, type Spent } from "./trace.ts";

const PEOPLE = 40;
const EVENTS = { early: 50, long: 5000 };
const PER_SECOND = 10;
/** Longer than who is here is gathered before it is told. */
const PRESENCE_MS = 250;
const SCREEN = { width: 1440, height: 900 };

type Evening = { readonly meetingId: MeetingId; readonly item: ItemId };
type Lived = {
  readonly events: number;
  /** Script for each entry that arrived. */
  readonly script: readonly Spent[];
  /** The same of messages that change nothing to be seen: what the page cannot go below. */
  readonly least: readonly Spent[];
  /** Every task of the page while entries arrived. */
  readonly tasks: readonly Spent[];
  /** Milliseconds from the address until the current item stands there, and until the page is live. */
  readonly shown: readonly number[];
  readonly live: readonly number[];
};

export async function chair({ databaseUrl, quick }: Bench): Promise<Part> {
  const entries = quick ? 50 : 600;
  const loads = quick ? 2 : 7;
  const { board, early, long } = await prepare(databaseUrl);
  const port = String(await freePort());
  const product = await openProduct({
    PORT: port,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET,
    SAMPLE: "off",
  });
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ["--no-sandbox"],
    env: { ...process.env, ...found.env },
  });
  const database = openDatabase(databaseUrl);
  try {
    await product.start();
    const cookieOf = async (person: StoredBoard["chair"]) =>
      (await signedIn(database, person, Date.now())).cookie;
    const one = { product, browser, board, cookieOf, entries, loads };
    const lived: Lived[] = [];
    for (const [name, evening] of Object.entries({ early, long })) {
      const events = EVENTS[name === "early" ? "early" : "long"];
      lived.push(await live(one, evening, events));
      const { script } = lived.at(-1) ?? { script: [] };
      say(`  ${events} events: ${written(quantile(script.map(processor), 0.95))} ms of script, p95`);
    }
    return partOf(lived);
  } finally {
    await database.close();
    await browser.close();
    await product.remove();
  }
}

function prepare(databaseUrl: string) {
  return withLive(databaseUrl, async (server) => {
    const board = await storedBoard(server.database, { memberCount: PEOPLE - 1 });
    const evening = async (events: number): Promise<Evening> => {
      const meetingId = await meetingOfLength(server, board, events);
      // so that the speaker's clock runs, as it mostly does
      await carriedOut(server.desks, meetingId, board.chair, {
        type: "giveFloor",
        speaker: { as: "guest" },
        kind: "discussion",
        invited: false,
      });
      const { current } = (await server.desks.at(meetingId).copy()).meeting;
      if (current === null) throw new Error("no item is open");
      return { meetingId, item: current };
    };
    return { board, early: await evening(EVENTS.early), long: await evening(EVENTS.long) };
  });
}

type Surroundings = {
  readonly product: { readonly url: string };
  readonly browser: Browser;
  readonly board: StoredBoard;
  readonly cookieOf: (person: StoredBoard["chair"]) => Promise<string>;
  readonly entries: number;
  readonly loads: number;
};

async function live(one: Surroundings, evening: Evening, events: number): Promise<Lived> {
  const { product, browser, board, cookieOf, entries, loads } = one;
  const seated = await inGroups(board.members, async (person) => {
    const cookie = await cookieOf(person);
    const socket = await connectedAs(product.url, cookie, { extraHeaders: { cookie, origin: product.url } });
    await joinMeeting(socket, { meetingId: evening.meetingId });
    return socket;
  });
  const context = await browser.newContext({ viewport: SCREEN });
  try {
    const [name = "", value = ""] = (await cookieOf(board.chair)).split("=");
    await context.addCookies([{ name, value, url: product.url }]);
    const page = await context.newPage();
    const loaded: { readonly shown: number; readonly live: number }[] = [];
    // the first is left out: the server makes the page for the first time
    for (let nth = 0; nth <= loads; nth += 1) loaded.push(await load(page, product.url, evening.meetingId));
    const times = loaded.slice(1);

    await browser.startTracing(page, { categories: CATEGORIES });
    await converse(seated, { ...evening, seats: board.seats, entries });
    // nothing is asked of the page meanwhile: looking for a line of it is a long task by itself
    await wait(PRESENCE_MS);
    const { script, tasks } = readTrace(await browser.stopTracing());
    await page.getByText(lineOf(entries - 1)).waitFor();
    await browser.startTracing(page, { categories: CATEGORIES });
    await write(seated, evening, entries / 10);
    const { script: least } = readTrace(await browser.stopTracing());
    return {
      events,
      script,
      least,
      tasks,
      shown: times.map(({ shown }) => shown),
      live: times.map((each) => each.live),
    };
  } finally {
    for (const socket of seated) socket.disconnect();
    await context.close();
  }
}

async function load(page: Page, url: string, meetingId: MeetingId) {
  const start = performance.now();
  await page.goto(`${url}/meetings/${meetingId}`, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1, name: /What we add together/ }).waitFor();
  const shown = performance.now() - start;
  await page.getByText(/ this room open\./).waitFor({ timeout: 60_000 });
  return { shown, live: performance.now() - start };
}

type Conversation = Evening & { readonly seats: StoredBoard["seats"]; readonly entries: number };

/** One after the other has something recorded, by the clock. */
async function converse(sockets: readonly Client[], { meetingId, item, seats, entries }: Conversation) {
  const start = performance.now();
  for (let n = 0; n < entries; n += 1) {
    await wait(Math.max(0, start + (n * 1000) / PER_SECOND - performance.now()));
    const [socket, seat] = [sockets[n % sockets.length], seats[n % seats.length]];
    if (!socket || !seat) throw new Error("nobody to speak");
    const command = note(newEntry(), item, seat, lineOf(n));
    const reply = await socket.emitWithAck("meeting:command", {
      meetingId,
      commandId: newCommand(),
      command,
    });
    if (reply.status !== "recorded") throw new Error(JSON.stringify(reply));
  }
}

/** One after the other begins to write, or stops, where nobody looks: each is told of it and shows nothing. */
async function write(sockets: readonly Client[], { meetingId }: Evening, times: number) {
  const other = newItem();
  for (let n = 0; n < times; n += 1) {
    const itemId = Math.floor(n / sockets.length) % 2 === 0 ? other : null;
    sockets[n % sockets.length]?.emit("meeting:typing", { meetingId, itemId });
    await wait(PRESENCE_MS);
  }
}

function partOf(lived: readonly Lived[]): Part {
  const [early, long] = lived;
  if (!early || !long) throw new Error("an evening is missing");
  const p95 = ({ script }: Lived) => quantile(script.map(processor), 0.95);
  const longest = ({ tasks }: Lived, of = processor) => Math.max(0, ...tasks.map(of));
  const usual = ({ script }: Lived, of = processor) => median(script.map(of));
  const slower = usual(long) / usual(early);
  const row = (what: string, of: (each: Lived) => number) => [
    what,
    of(early),
    of(long),
    of(long) / of(early),
  ];
  return {
    tables: [
      {
        title: `The chair's page, ${PEOPLE} people in the room, ${PER_SECOND} entries a second, ${SCREEN.width} × ${SCREEN.height}`,
        head: ["", `${early.events} events`, `${long.events} events`, "ratio"],
        rows: [
          row("script for an entry that arrives, median (ms)", usual),
          row("script for an entry that arrives, p95 (ms)", p95),
          row("… by the clock, median (ms)", (each) => usual(each, clock)),
          row("… by the clock, p95 (ms)", ({ script }) => quantile(script.map(clock), 0.95)),
          row("script for a message that changes nothing to be seen, median (ms)", ({ least }) =>
            median(least.map(processor)),
          ),
          row("the longest task (ms)", longest),
          row("… by the clock (ms)", (each) => longest(each, clock)),
          row("loaded: the current item stands there after (ms)", ({ shown }) => median(shown)),
          row("loaded: the page is live after (ms)", (each) => median(each.live)),
        ],
      },
    ],
    charts: [],
    aims: [
      aim("script on the chair's page for an entry that arrives, p95", 4, p95(long)),
      {
        what: "script for an entry late in the evening, median, beside early",
        aim: "≤ 1.5",
        reached: written(slower),
        met: slower <= 1.5,
      },
      aim("the longest task on the chair's page", 50, longest(long)),
      aim("the current item after loading a room of 5,000 events", 1000, median(long.shown)),
    ],
  };
}

const processor = (spent: Spent) => spent.processor;
const clock = (spent: Spent) => spent.clock;

function aim(what: string, most: number, reached: number) {
  return { what, aim: `≤ ${written(most)} ms`, reached: `${written(reached)} ms`, met: reached <= most };
}

/** Apart from what was said before. */
function lineOf(n: number): string {
  return textOf(1_000_000 + n);
}
