// An agenda as officers paste it, read by its form. Pure, total and linear: any text gives a result, every
// non-blank line is found again in `heading.lines`, an item or `notes`, and what looks wrong is flagged, not mended.
//
//   agenda   = heading { section | item } notes
//   heading  = all before the first item; ends at a line "AGENDA", a table's heading row or the first number
//   section  = "PART II", "Items for decision": openness and kind of the items below it
//   item     = [ time ] marker title { line | sub-item }     numbers, else letters, romans, dotted, times, bullets, rows
//            | standing title                                "APOLOGIES", "Any other business" need no number
//   sub-item = "3.1" | "3(a)" | "(a)" | "i)" | an inner list of numbers; one level, deeper ones are description
//   title    = words { "(lead)" | "(time)" | "(10 mins)" | "(attached)" | "(Pages 1 - 4)" | "– office" | tab cell }
//   line     = a lone time, lead ("Lead: …") or paper, else description; "Report by …" names an author, not a lead
//   notes    = page numbers, repeated headings, and all from "Notes", "Dated this …", "Contact: …", "Membership" on
import type { ItemKind } from "../meeting/item.ts";
import { agendaLines } from "./agenda-lines.ts";
import type { DraftItem } from "./draft-item.ts";
import { TITLE_MAX_LENGTH } from "./draft-item.ts";
import type { Flag } from "./flags.ts";
import { type Heading, readHeading } from "./heading.ts";
import { EXCLUSION, kindOf } from "./item-words.ts";
import { readOutline } from "./outline.ts";
import { type Paper, papersOf } from "./papers.ts";
import { type Start, startsOf } from "./planned-times.ts";

/** The longest text read, in UTF-16 units: some forty pages. */
export const AGENDA_TEXT_MAX_LENGTH = 100_000;
const AGENDA_TEXT_MAX_LINES = 4000;
/** As long as an item's description may be. */
const DESCRIPTION_MAX_LENGTH = 4000;

export type ParsedItem = {
  /** As written, less a closing full stop: "3.1", "(a)"; null when unnumbered. */
  readonly label: string | null;
  readonly title: string;
  readonly kind: ItemKind;
  /** A hint from Part II and exempt headings; the ground is the person's to give. */
  readonly openness: "open" | "restricted";
  /** `HH:MM`. */
  readonly startsAt: string | null;
  /** 1 to 600: as written, or up to the next item's start. */
  readonly plannedMinutes: number | null;
  readonly lead: string | null;
  readonly papers: readonly Paper[];
  readonly description: string;
  /** The heading the item stands under, such as "PART II". */
  readonly section: string | null;
  readonly items: readonly ParsedItem[];
  /** 1-based. */
  readonly line: number;
};

export type ParsedAgenda = {
  readonly heading: Heading;
  readonly items: readonly ParsedItem[];
  readonly notes: readonly string[];
  readonly flags: readonly Flag[];
};

/** Reads a pasted agenda; never throws. Text beyond the longest is left out and flagged. */
export function parseAgenda(text: string): ParsedAgenda {
  const { read, cut } = withinLimit(text);
  const lines = agendaLines(read);
  const outline = readOutline(lines);
  const heading = readHeading(outline.heading);
  restrictAfterExclusion(outline.items);
  const { starts, flags } = startsOf(outline.items, heading.startsAt);
  const found = [
    ...(cut === null ? [] : [cut]),
    ...outline.flags,
    ...flags,
    ...outline.items.flatMap(flagsOf),
  ];
  if (lines.length === 0) found.push({ code: "empty" });
  else if (outline.items.length === 0) found.push({ code: "noItems" });
  return {
    heading,
    items: outline.items.map((item) => finished(item, starts)),
    notes: outline.notes,
    flags: found.toSorted((a, b) => lineOf(a) - lineOf(b)),
  };
}

function withinLimit(text: string): { read: string; cut: Flag | null } {
  let end = 0;
  let line = 1;
  for (const { index } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]|$/g)) {
    if (index > AGENDA_TEXT_MAX_LENGTH || line > AGENDA_TEXT_MAX_LINES) break;
    end = index;
    line += 1;
  }
  if (end === text.length) return { read: text, cut: null };
  const read = line === 1 ? text.slice(0, AGENDA_TEXT_MAX_LENGTH) : text.slice(0, end);
  return { read, cut: { code: "tooLong", line, limit: AGENDA_TEXT_MAX_LENGTH } };
}

function lineOf(flag: Flag): number {
  return "line" in flag ? flag.line : 0;
}

// Once press and public are excluded they stay out; but a resolution that stands before the opening
// business only says that they may be.
function restrictAfterExclusion(items: readonly DraftItem[]): void {
  const at = items.findIndex(({ title }) => EXCLUSION.test(title.slice(0, TITLE_MAX_LENGTH)));
  if (at === -1) return;
  for (const item of items) {
    if (EXCLUSION.test(item.title.slice(0, TITLE_MAX_LENGTH))) item.restricted = false;
  }
  const opening = /^(?:welcome|apologies|declarations?|disclosures?|late items|election|substitut)/i;
  if (
    /\bpossible\b/i.test(items[at]?.title ?? "") ||
    items.slice(at + 1).some(({ title }) => opening.test(title))
  )
    return;
  for (const item of items.slice(at + 1)) {
    if (/re-?admi/i.test(item.title)) return;
    item.restricted = true;
    for (const sub of item.items) sub.restricted = true;
  }
}

function flagsOf(item: DraftItem): Flag[] {
  const flags: Flag[] = [];
  if (item.title === "") flags.push({ code: "titleMissing", line: item.line });
  if (item.titleCut) flags.push({ code: "titleTooLong", line: item.line, limit: TITLE_MAX_LENGTH });
  if (item.description.length > DESCRIPTION_MAX_LENGTH) {
    flags.push({ code: "descriptionTooLong", line: item.line, limit: DESCRIPTION_MAX_LENGTH });
  }
  return [...flags, ...item.items.flatMap(flagsOf)];
}

function finished(item: DraftItem, starts: ReadonlyMap<DraftItem, Start>): ParsedItem {
  const { label, title, description, section, line } = item;
  return {
    label,
    title,
    kind: kindOf(title, description, item.hint),
    openness: item.restricted ? "restricted" : "open",
    startsAt: starts.get(item)?.startsAt ?? null,
    plannedMinutes: starts.get(item)?.plannedMinutes ?? null,
    lead: item.leads.length === 0 ? null : [...new Set(item.leads)].join(", "),
    papers: papersOf(title, item.papers),
    description,
    section,
    items: item.items.map((sub) => finished(sub, starts)),
    line,
  };
}
