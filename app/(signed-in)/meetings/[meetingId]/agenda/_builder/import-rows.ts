// A pasted agenda as it was understood, row by row, while somebody corrects it.
import * as z from "zod";
import type { ParsedAgenda, ParsedItem } from "#domain/agenda-text/parse-agenda.ts";
import { ItemId, PartnerId } from "#domain/ids.ts";
import { ImportAgenda } from "#domain/meeting/agenda.ts";
import { ItemKind } from "#domain/meeting/item.ts";
import type { Partner } from "#domain/meeting/registers.ts";
import { minutesTyped } from "./item-draft.ts";

export const ImportRow = z.object({
  id: ItemId,
  /** Whether it goes in at all. */
  isTaken: z.boolean(),
  isPart: z.boolean(),
  /** As pasted, 1-based. */
  line: z.int(),
  label: z.string().nullable(),
  title: z.string(),
  kind: ItemKind,
  minutes: z.string(),
  startsAt: z.string().nullable(),
  /** The lead as written, and the partner taken for it. */
  leadWritten: z.string().nullable(),
  lead: PartnerId.nullable(),
  isRestricted: z.boolean(),
  ground: z.string(),
  isNumbered: z.boolean(),
  description: z.string(),
  papers: z.array(z.object({ title: z.string(), pages: z.string() })),
});
export type ImportRow = z.infer<typeof ImportRow>;

type Partners = readonly Pick<Partner, "id" | "name" | "code">[];

export function rowsOf(
  { items }: Pick<ParsedAgenda, "items">,
  partners: Partners,
  newId: () => ItemId,
): readonly ImportRow[] {
  // where nothing bears a number, the agenda gives its own to all
  const isNumberedThroughout = items.every(({ label }) => label === null);
  const row = (item: ParsedItem, isPart: boolean): ImportRow => ({
    id: newId(),
    isTaken: item.title !== "",
    isPart,
    line: item.line,
    label: item.label,
    title: item.title,
    kind: item.kind,
    minutes: item.plannedMinutes === null ? "" : `${item.plannedMinutes}`,
    startsAt: item.startsAt,
    leadWritten: item.lead,
    lead: item.lead === null ? null : partnerNamed(item.lead, partners),
    isRestricted: item.openness === "restricted",
    ground: item.openness === "restricted" ? (item.section ?? "") : "",
    isNumbered: isPart || isNumberedThroughout || item.label !== null,
    description: item.description,
    papers: item.papers.map(({ title, pages }) => ({ title, pages: pages ?? "" })),
  });
  return items.flatMap((item) => [row(item, false), ...item.items.map((part) => row(part, true))]);
}

/** The partner whose name or code stands in what was written; the longest name where several do. */
export function partnerNamed(written: string, partners: Partners): PartnerId | null {
  const words = plain(written);
  const found = partners
    .filter(
      ({ name, code }) =>
        contains(words, plain(name)) || contains(words, plain(code)) || contains(plain(name), words),
    )
    .toSorted((one, other) => other.name.length - one.name.length);
  return found[0]?.id ?? null;
}

export type ImportAnswer =
  | { readonly ok: true; readonly command: ImportAgenda }
  /** The first row that cannot go in as it stands, and what of it. */
  | { readonly ok: false; readonly row: ItemId | null; readonly field: keyof ImportRow | null };

/** The command that takes the ticked rows in; a part whose item is left out becomes an item of its own. */
export function importOf(rows: readonly ImportRow[]): ImportAnswer {
  const taken = rows.filter(({ isTaken }) => isTaken);
  const parents = new Map<ItemId, ItemId | null>();
  let top: ImportRow | null = null;
  for (const row of rows) {
    if (!row.isPart) top = row;
    parents.set(row.id, row.isPart && top?.isTaken ? top.id : null);
  }
  const badMinutes = taken.find(({ minutes }) => minutesTyped(minutes) === undefined);
  if (badMinutes) return { ok: false, row: badMinutes.id, field: "minutes" };
  const parsed = ImportAgenda.safeParse({
    type: "importAgenda",
    items: taken.map((row) => itemOf(row, parents.get(row.id) ?? null)),
  });
  if (parsed.success) return { ok: true, command: parsed.data };
  const [, place, ...path] = parsed.error.issues[0]?.path ?? [];
  return { ok: false, row: taken[Number(place)]?.id ?? null, field: fieldOf(path) };
}

function itemOf(row: ImportRow, parent: ItemId | null): unknown {
  return {
    itemId: row.id,
    parent,
    heading: {
      title: row.title,
      kind: row.kind,
      plannedFocus: null,
      plannedMinutes: minutesTyped(row.minutes) ?? null,
      startsAt: row.startsAt,
      lead: row.lead,
      objectives: [],
      openness: row.isRestricted
        ? { kind: "restricted", ground: row.ground, reviewOn: null }
        : { kind: "open" },
      routineMoney: false,
      numbered: row.isNumbered,
    },
    description: row.description,
    papers: row.papers.map((paper) => ({ ...paper, address: "" })),
  };
}

function fieldOf(path: readonly PropertyKey[]): keyof ImportRow | null {
  if (path.includes("ground")) return "ground";
  if (path.includes("title") && !path.includes("papers")) return "title";
  if (path.includes("startsAt")) return "startsAt";
  return path.includes("papers") ? "papers" : path.includes("description") ? "description" : null;
}

/** Words only, set apart by single spaces, so that a name is found as words and not as letters. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `.replaceAll(/ (the|of|ltd|limited) /g, " ");
}

function contains(words: string, name: string): boolean {
  return name.trim() !== "" && words.includes(name);
}
