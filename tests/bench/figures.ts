// What a part of the bench gives back: plain data, kept in `docs/performance.json` and drawn from there.
import * as z from "zod";

const Table = z.object({
  title: z.string(),
  head: z.array(z.string()),
  /** A number is written with three figures. */
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});
export type Table = z.infer<typeof Table>;

const Chart = z.object({
  /** Its file, without the ending. */
  name: z.string(),
  title: z.string(),
  x: z.object({ label: z.string(), scale: z.enum(["linear", "log"]) }),
  /** Always logarithmic. */
  y: z.object({ label: z.string() }),
  lines: z.array(z.object({ name: z.string(), points: z.array(z.tuple([z.number(), z.number()])) })),
});
export type Chart = z.infer<typeof Chart>;

const Aim = z.object({ what: z.string(), aim: z.string(), reached: z.string(), met: z.boolean() });
export type Aim = z.infer<typeof Aim>;

export const Part = z.object({ tables: z.array(Table), charts: z.array(Chart), aims: z.array(Aim) });
export type Part = z.infer<typeof Part>;

/** What each part is given. */
export type Bench = {
  /** An empty database on a Postgres that waits for the disk. */
  readonly databaseUrl: string;
  /** Only to see whether everything works: few and short runs. */
  readonly quick: boolean;
};

/** Three figures, thousands apart: 0.0123, 1.23, 123, 12,300. */
export function written(value: number): string {
  return value.toLocaleString("en-GB", { maximumSignificantDigits: value < 1000 ? 3 : 4 });
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
