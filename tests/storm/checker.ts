// node tests/storm/checker.ts FOLDER DATABASE_URL: compares what was acknowledged and shown with what Postgres holds.
// It trusts neither the server nor the clients' own sums, and first proves on this very evidence that it would
// notice a row dropped, one doubled, two swapped, and a withheld word shown. Prints its findings as JSON.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import * as z from "zod";
import { CommandId, MeetingId } from "#domain/ids.ts";
import { RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { redact } from "#domain/meeting/visibility.ts";
import { CANARY } from "../support/stored-meeting.ts";
import type { Findings } from "./checker-findings.ts";
import { AckLine, FILES, LeakLine, SentLine, ViewLine } from "./evidence.ts";

const Row = z.object({
  meetingId: MeetingId,
  seq: z.coerce.number(),
  commandId: CommandId,
  nth: z.number(),
  event: RecordedEvent,
});
type Row = z.infer<typeof Row>;

type Case = {
  readonly rows: readonly Row[];
  readonly sent: readonly z.infer<typeof SentLine>[];
  readonly acks: readonly z.infer<typeof AckLine>[];
  readonly views: readonly z.infer<typeof ViewLine>[];
  readonly leaks: readonly z.infer<typeof LeakLine>[];
};

type Faults = Omit<Findings, "rows" | "acks" | "broken" | "planted">;

function examine({ rows, sent, acks, views, leaks }: Case): Faults {
  const logs = Map.groupBy(rows, ({ meetingId }) => meetingId);
  const first = new Map(rows.filter(({ nth }) => nth === 1).map((row) => [row.commandId, row]));
  const entryIds = rows.flatMap(({ event: { event } }) =>
    event.type === "noteRecorded" ? [event.entryId] : [],
  );
  const commands = rows.map(({ commandId, nth }) => `${commandId} ${nth}`);
  const outboxes = Map.groupBy(sent, ({ by, meetingId }) => `${by} ${meetingId}`);

  let gaps = 0;
  for (const log of logs.values()) log.forEach(({ seq }, place) => void (gaps += seq === place + 1 ? 0 : 1));
  let outOfOrder = 0;
  for (const box of outboxes.values()) {
    const seqs = box
      .toSorted((one, other) => one.nth - other.nth)
      .flatMap(({ commandId }) => first.get(commandId)?.seq ?? []);
    seqs.forEach((seq, place) => void (outOfOrder += seq > (seqs[place - 1] ?? 0) ? 0 : 1));
  }
  return {
    lost: acks.filter(({ commandId }) => !first.has(commandId)).length,
    wrongSeq: acks.filter(({ commandId, seq }) => first.has(commandId) && first.get(commandId)?.seq !== seq)
      .length,
    doubled: entryIds.length - new Set(entryIds).size + (commands.length - new Set(commands).size),
    gaps,
    outOfOrder,
    notAfterSeen: sent.filter(({ commandId, seen }) => (first.get(commandId)?.seq ?? Infinity) <= seen)
      .length,
    differing: views.filter((view) => !showsTruth(view, logs.get(view.meetingId) ?? [])).length,
    leaks: leaks.length + views.filter(({ isOpenTo, text }) => !isOpenTo && text.includes(CANARY)).length,
  };
}

function showsTruth({ person, seq, sha256 }: z.infer<typeof ViewLine>, log: readonly Row[]): boolean {
  if (seq !== log.length) return false;
  const events = log.map(({ event }) => event);
  const owed = replay(redact(replay(events), person, events));
  return createHash("sha256").update(JSON.stringify(owed)).digest("hex") === sha256;
}

/** How many of four faults, planted one at a time in this evidence, are noticed. */
function plant(found: Case): number {
  const { rows, acks, views } = found;
  const acked = rows.findIndex(({ commandId }) => commandId === acks[Math.floor(acks.length / 2)]?.commandId);
  const row = rows[acked];
  const after = rows.findIndex(({ meetingId }, place) => place > acked && meetingId === row?.meetingId);
  const neighbour = rows[after] ?? rows[acked - 1];
  const hidden = views.find(({ isOpenTo }) => !isOpenTo);
  if (!row || !neighbour || !hidden) return 0;

  const dropped = examine({ ...found, views: [], rows: rows.toSpliced(acked, 1) });
  const doubled = examine({ ...found, views: [], rows: rows.toSpliced(acked, 0, row) });
  const swappedRows = rows.map((each) => {
    if (each === row) return { ...neighbour, seq: row.seq };
    return each === neighbour ? { ...row, seq: neighbour.seq } : each;
  });
  const swapped = examine({ ...found, views: [], rows: swappedRows });
  const leaky = { ...hidden, text: `${hidden.text} ${CANARY}` };
  const leaked = examine({ ...found, rows: [], sent: [], acks: [], views: [leaky] });
  return [
    dropped.lost > 0 && dropped.gaps > 0,
    doubled.doubled > 0,
    swapped.wrongSeq > 0,
    leaked.leaks > 0,
  ].filter(Boolean).length;
}

async function readTruth(url: string): Promise<{ readonly rows: readonly Row[]; readonly broken: number }> {
  const sql = postgres(url, { max: 1 });
  try {
    const found = await sql`
      select meeting_id as "meetingId", seq, "commandId", nth, to_jsonb(e) as event
      from recorded_events e order by meeting_id, seq`;
    const [chain] = await sql`
      select count(*)::integer as broken from meetings where first_broken(id) is not null`;
    return { rows: z.array(Row).parse([...found]), broken: Number(chain?.["broken"]) };
  } finally {
    await sql.end();
  }
}

function readLines<T>(folder: string, file: string, shape: z.ZodType<T>): readonly T[] {
  const path = join(folder, `${file}.ndjson`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

const [folder, url] = process.argv.slice(2);
if (folder === undefined || url === undefined) throw new Error("a folder and an address are missing");
const { rows, broken } = await readTruth(url);
const found: Case = {
  rows,
  sent: readLines(folder, FILES.sent, SentLine),
  acks: readLines(folder, FILES.acks, AckLine),
  views: readLines(folder, FILES.views, ViewLine),
  leaks: readLines(folder, FILES.leaks, LeakLine),
};
const findings: Findings = {
  rows: rows.length,
  acks: found.acks.length,
  ...examine(found),
  broken,
  planted: plant(found),
};
process.stdout.write(`${JSON.stringify(findings)}\n`);
