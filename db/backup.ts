// Everything a database holds, as lines of text, and back again. One statement reads it all, so that a backup
// taken while people meet shows one moment; what is restored goes into a database nobody else is using yet.
import { createHash, type Hash } from "node:crypto";
import postgres from "postgres";
import * as z from "zod";

/** Every table, those named by others before those that name them. */
export const TABLES = [
  "partnership",
  "partners",
  "people",
  "boards",
  "objectives",
  "pots",
  "seats",
  "seat_substitutes",
  "board_roles",
  "register_lines",
  "notices_read",
  "login_sessions",
  "sign_in_links",
  "meetings",
  "screen_links",
  "api_keys",
  "meeting_events",
  "meeting_facts",
  "papers",
  "paper_writings",
  "paper_revisions",
  "assessments",
  "assessment_links",
  "letters_stopped",
  "answer_boxes",
  "answer_counts",
  "answer_lines",
  "audit",
] as const;

/**
 * Who has answered a pulse or a self-assessment that is still open, and the answers, sealed: a file that may be kept for years must not hold
 * them. Restored in between, those who had answered can answer again.
 */
export const LEFT_OUT = ["answer_receipts", "sealed_answers"] as const;

const ROWS_AT_ONCE = 500;

const Heading = z.object({
  candour: z.literal("backup"),
  /** How many migrations had made the tables. */
  migrations: z.number(),
  /** When it was taken, in milliseconds of the database's time. */
  at: z.number(),
});
export type Heading = z.infer<typeof Heading>;

const End = z.object({ rows: z.number(), sha256: z.string() });

const Line = z.templateLiteral([z.enum(TABLES), "\t", z.string()]);

/**
 * A backup line by line: a heading, each row as its table and its content, and an end that counts the rows and
 * seals them with a hash.
 */
export async function* backupLines(url: string): AsyncGenerator<string, void> {
  const client = quietClient(url);
  try {
    const seal = createHash("sha256");
    let rows = 0;
    const sealed = (line: string) => {
      addTo(seal, line);
      return line;
    };
    yield sealed(JSON.stringify(await headingOf(client)));
    const all = TABLES.map(
      (table) => `select '${table}' || e'\\t' || to_jsonb(t)::text as line from "${table}" t`,
    );
    // the branches follow one another: a row comes after those it names
    for await (const page of client.unsafe(all.join(" union all ")).cursor(ROWS_AT_ONCE)) {
      for (const { line } of page) yield sealed(z.string().parse(line));
      rows += page.length;
    }
    yield JSON.stringify({ rows, sha256: seal.digest("hex") });
  } finally {
    await client.end();
  }
}

export type BackupProblem = "notABackup" | "cutShort" | "changed" | "otherTables";

/** Reads a backup to its end and says what is wrong with it, before anything is done with it. */
export async function checkBackup(
  lines: AsyncIterable<string>,
): Promise<
  | { readonly ok: true; readonly heading: Heading; readonly rows: number }
  | { readonly ok: false; readonly problem: BackupProblem }
> {
  const seal = createHash("sha256");
  let heading: Heading | undefined;
  let last: string | undefined;
  let count = 0;
  for await (const line of lines) {
    if (heading === undefined) {
      heading = parsed(Heading, line);
      if (heading === undefined) return { ok: false, problem: "notABackup" };
    }
    // the end is not part of what it seals, and only the next line tells that this one was not the end
    if (last !== undefined) addTo(seal, last);
    last = line;
    count += 1;
  }
  if (heading === undefined || last === undefined) return { ok: false, problem: "notABackup" };
  const end = parsed(End, last);
  if (end === undefined || end.rows !== count - 2) return { ok: false, problem: "cutShort" };
  if (end.sha256 !== seal.digest("hex")) return { ok: false, problem: "changed" };
  return { ok: true, heading, rows: end.rows };
}

/**
 * Puts the rows of a backup that was checked into a database that has tables and no rows, and gives it this
 * epoch, by which browsers notice that they must read it again. What fails half-way leaves that database unusable:
 * throw it away.
 */
export async function restoreLines(
  url: string,
  lines: AsyncIterable<string>,
  { heading, epoch }: { readonly heading: Heading; readonly epoch: string },
): Promise<void> {
  const client = quietClient(url);
  try {
    const { migrations } = await headingOf(client);
    if (migrations !== heading.migrations) throw new Error("otherTables" satisfies BackupProblem);
    let table: string | undefined;
    let rows: string[] = [];
    const put = async () => {
      if (table !== undefined && rows.length > 0) await insertRows(client, table, rows);
      rows = [];
    };
    for await (const line of lines) {
      if (!Line.safeParse(line).success) continue; // the heading and the end
      const tab = line.indexOf("\t");
      if (line.slice(0, tab) !== table || rows.length === ROWS_AT_ONCE) {
        await put();
        table = line.slice(0, tab);
      }
      rows.push(line.slice(tab + 1));
    }
    await put();
    await client`select setval(pg_get_serial_sequence('audit', 'id'), coalesce((select max(id) from audit), 1))`;
    await renewEpoch(client, epoch);
  } finally {
    await client.end();
  }
}

/** Tells browsers that the database is not the one they knew: for a database restored by Postgres's own means. */
export async function markRestored(url: string, epoch: string): Promise<void> {
  const client = quietClient(url);
  try {
    await renewEpoch(client, epoch);
  } finally {
    await client.end();
  }
}

async function renewEpoch(client: postgres.Sql, epoch: string): Promise<void> {
  await client`
    with renewed as (update partnership set epoch = ${epoch} returning epoch)
    insert into audit ("at", "by", what, subject)
    select clock_timestamp(), null, 'databaseRestored', 'partnership' from renewed`;
}

async function insertRows(client: postgres.Sql, table: string, rows: readonly string[]): Promise<void> {
  await client`
    insert into ${client(table)} overriding system value
    select (jsonb_populate_record(null::${client(table)}, line::jsonb)).* from unnest(${rows}::text[]) as line`;
}

async function headingOf(client: postgres.Sql): Promise<Heading> {
  const [row] = await client`
    select count(*)::integer as migrations, epoch_ms(clock_timestamp())::float8 as at from drizzle.__drizzle_migrations`;
  return Heading.parse({ candour: "backup", ...row });
}

/** One connection without the product's deadlines: a large log takes its time. */
function quietClient(url: string): postgres.Sql {
  return postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "candour-backup", max_parallel_workers_per_gather: 0 },
  });
}

function addTo(seal: Hash, line: string): void {
  seal.update(`${line}\n`);
}

function parsed<T>(shape: z.ZodType<T>, line: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
