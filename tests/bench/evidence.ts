// What looking back costs when there is much to look back on: pages of a board's figures in a partnership of ten years
// beside the same pages in one of thirty meetings, by turns; and the facts of all those logs folded again. Two products
// as they are started, each on a database of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { openDatabase } from "#db/client.ts";
import { makeAside } from "#db/databases.ts";
import { migrate } from "#db/migrate.ts";
import { personId } from "#server/sample/cast.ts";
import { openProduct } from "../e2e/support/product.ts";
import { AUTH_SECRET, signedIn } from "../support/live-server.ts";
import { processorTime } from "../support/processor-time.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { type History, storeHistory } from "./history.ts";
import { median } from "./measure.ts";

/** Twelve boards over ten years, and a board's first thirty. */
const MANY = { boards: 12, meetingsEach: 125 };
const FEW = { boards: 1, meetingsEach: 30 };

const PAGES = {
  "front page": (board: string) => `/dashboard?board=${board}`,
  "an indicator": (board: string) => `/dashboard/challenge-rate?board=${board}`,
  "all twenty-eight": (board: string) => `/dashboard/all?board=${board}`,
  "front page, the last twelve": (board: string) => `/dashboard?board=${board}&period=last-twelve`,
} as const;
type Page = keyof typeof PAGES;

export async function evidence({ databaseUrl, quick }: Bench): Promise<Part> {
  const asks = quick ? 3 : 40;
  const small = await makeAside(databaseUrl, "candour_few");
  await migrate(small);
  const few = await storeHistory(small, FEW);
  const many = await storeHistory(databaseUrl, quick ? { boards: 2, meetingsEach: 20 } : MANY);
  say(`  ${written(many.meetings)} meetings of ${written(many.events / many.meetings)} events are stored`);

  const houses = [await opened(small, few), await opened(databaseUrl, many)] as const;
  try {
    const asked = new Map<Page, readonly (readonly [Loaded, Loaded])[]>();
    for (const page of Object.keys(PAGES) as Page[]) {
      // the first are left out of the medians: the server makes the page, and reads the board, for the first time
      const all: (readonly [Loaded, Loaded])[] = [];
      for (let nth = 0; nth <= asks; nth += 1)
        all.push([await load(houses[0], page), await load(houses[1], page)]);
      asked.set(page, all);
      say(`  ${page}: ${written(ratioOf(all.slice(1), ({ ms }) => ms))} times as long`);
    }
    const rebuilt = await rebuild(databaseUrl);
    return partOf({ few, many, asked, rebuilt });
  } finally {
    for (const { product } of houses) await product.remove();
  }
}

type House = {
  readonly product: Awaited<ReturnType<typeof openProduct>>;
  readonly cookie: string;
  readonly board: string;
};

async function opened(databaseUrl: string, { boards }: History): Promise<House> {
  const product = await openProduct({ DATABASE_URL: databaseUrl, AUTH_SECRET, SAMPLE: "off" });
  await product.start();
  const database = openDatabase(databaseUrl);
  const { cookie } = await signedIn(database, personId("adeyemi"), Date.now());
  await database.close();
  return { product, cookie, board: boards[0] ?? "" };
}

/** Until the last byte is there; and what the server's process worked for it. */
type Loaded = { readonly ms: number; readonly cpuMs: number; readonly kb: number };

async function load({ product, cookie, board }: House, page: Page): Promise<Loaded> {
  const worked = await processorTime(product.pid());
  const start = performance.now();
  const answer = await fetch(`${product.url}${PAGES[page](board)}`, { headers: { cookie } });
  const body = await answer.text();
  const ms = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  return { ms, cpuMs: (await processorTime(product.pid())) - worked, kb: body.length / 1024 };
}

/** The kernel counts in steps as long as a page takes: only their sum tells. */
function workRatioOf(pairs: Pairs): number {
  const all = (which: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[which].cpuMs, 0);
  return all(1) / all(0);
}

type Pairs = readonly (readonly [Loaded, Loaded])[];

function ratioOf(pairs: Pairs, of: (loaded: Loaded) => number): number {
  return median(pairs.map(([, many]) => of(many))) / median(pairs.map(([few]) => of(few)));
}

type Rebuilt = { readonly seconds: number; readonly said: string; readonly isSame: boolean };

/** By the command as it is given, from its start to its end. */
async function rebuild(databaseUrl: string): Promise<Rebuilt> {
  const before = await digestOf(databaseUrl);
  const start = performance.now();
  const child = spawn(process.execPath, ["server/commands/facts-rebuild.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the facts were not rebuilt: ${code}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, said: said.trim(), isSame: (await digestOf(databaseUrl)) === before };
}

/** Of every row of facts, to the byte. */
async function digestOf(databaseUrl: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql`
    select md5(string_agg(md5(meeting_facts::text), '' order by meeting_id)) as digest from meeting_facts`;
  await sql.end();
  return String(row?.["digest"]);
}

type Found = {
  readonly few: History;
  readonly many: History;
  readonly asked: ReadonlyMap<Page, Pairs>;
  readonly rebuilt: Rebuilt;
};

function partOf({ few, many, asked, rebuilt }: Found): Part {
  const perSecond = many.events / rebuilt.seconds;
  const row = (page: Page, all: Pairs) => {
    const warm = all.slice(1);
    const of = (which: 0 | 1, figure: keyof Loaded) => median(warm.map((pair) => pair[which][figure]));
    return [
      page,
      of(0, "ms"),
      of(1, "ms"),
      ratioOf(warm, ({ ms }) => ms),
      workRatioOf(warm),
      of(1, "kb") / of(0, "kb"),
      all[0]?.[1].ms ?? Number.NaN,
    ];
  };
  const slowest = Math.max(...[...asked.values()].map((all) => ratioOf(all.slice(1), ({ ms }) => ms)));
  return {
    tables: [
      {
        title: `A page of a board's figures with ${written(few.meetings)} meetings stored, and with ${written(many.meetings)} of ${written(many.events / many.meetings)} events, ${written(many.meetings / many.boards.length)} of them the board's; medians`,
        head: [
          "page",
          `${written(few.meetings)} (ms)`,
          `${written(many.meetings)} (ms)`,
          "ratio",
          "ratio, processor",
          "ratio, bytes",
          "the very first time (ms)",
        ],
        rows: [...asked].map(([page, all]) => row(page, all)),
      },
      {
        title: "`npm run facts:rebuild`, from its start to its end",
        head: ["meetings", "events", "seconds", "events a second", "the rows are as they were"],
        rows: [
          [many.meetings, many.events, rebuilt.seconds, perSecond, rebuilt.isSame ? "to the byte" : "**no**"],
        ],
      },
    ],
    charts: [],
    aims: [
      {
        what: `a page of figures with ${written(many.meetings)} stored meetings, beside ${written(few.meetings)}`,
        aim: "≤ 1.5",
        reached: written(slowest),
        met: slowest <= 1.5,
      },
      {
        what: "rebuilding all facts, events a second",
        aim: "≥ 20,000",
        reached: written(perSecond),
        met: perSecond >= 20_000 && rebuilt.isSame,
      },
    ],
  };
}
