// What was measured, kept as figures and drawn into the report between its marks; the prose around them stays.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod";
import { drawn } from "./chart.ts";
import { type Aim, Part, type Table, written } from "./figures.ts";

const Kept = z.object({
  machine: z.string(),
  node: z.string(),
  /** Each with the day it was measured and how long that took. */
  parts: z.record(z.string(), Part.extend({ day: z.string(), seconds: z.number() })),
});
type Kept = z.infer<typeof Kept>;

/** Adds to what `folder` holds of earlier runs; a part measured anew replaces what was known of it. */
export async function report(folder: string, parts: Kept["parts"]): Promise<void> {
  const file = join(folder, "performance.json");
  const before = existsSync(file) ? Kept.parse(JSON.parse(await readFile(file, "utf8"))).parts : {};
  const kept: Kept = { machine: machine(), node: process.version, parts: { ...before, ...parts } };
  await write(file, `${JSON.stringify(kept, null, 2)}\n`);
  for (const { charts } of Object.values(kept.parts))
    for (const chart of charts) await write(join(folder, "performance", `${chart.name}.svg`), drawn(chart));

  const page = join(folder, "performance.md");
  let text = await readFile(page, "utf8");
  text = between(text, "aims", aims(kept));
  text = between(text, "machine", machineLines(kept));
  for (const name of Object.keys(kept.parts)) text = between(text, name, partText(kept, name));
  await writeFile(page, text);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${gigabytes} GB, ${process.platform} ${release()}`;
}

function between(text: string, name: string, figures: string): string {
  const [start, end] = [`<!-- figures: ${name} -->`, `<!-- end: ${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`performance.md has no place for ${name}`);
  return `${before}${start}\n\n${figures}\n\n${end}${after}`;
}

function machineLines({ machine, node, parts }: Kept): string {
  const minutes = Object.values(parts).reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  const each = Object.entries(parts).map(([name, { day, seconds }]) => [name, day, Math.round(seconds)]);
  const took = { title: "", head: ["part", "measured on", "took (s)"], rows: each };
  return `${machine}. Node ${node}. All parts together: ${written(minutes)} minutes.\n\n${tableText(took)}`;
}

function aims({ parts }: Kept): string {
  const all = Object.values(parts).flatMap((part) => part.aims);
  const row = ({ what, aim, reached, met }: Aim) => [what, aim, reached, met ? "met" : "**missed**"];
  return tableText({ title: "", head: ["", "aim", "reached", ""], rows: all.map(row) });
}

function partText({ parts }: Kept, name: string): string {
  const { tables = [], charts = [] } = parts[name] ?? {};
  return [
    ...tables.map((table) => `${table.title}:\n\n${tableText(table)}`),
    ...charts.map(({ name: file, title }) => `![${title}](performance/${file}.svg)`),
  ].join("\n\n");
}

/** In Markdown, figures to the right. */
export function tableText({ head, rows }: Table): string {
  const isFigure = head.map((_, place) => rows.some((row) => typeof row[place] === "number"));
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "number" ? written(cell) : cell)));
  const widths = head.map((title, place) =>
    Math.max(3, title.length, ...cells.map((row) => row[place]?.length ?? 0)),
  );
  const line = (row: readonly string[]) => {
    const padded = row.map((cell, place) =>
      isFigure[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, place) =>
    isFigure[place] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), line(rule), ...cells.map(line)].join("\n");
}
