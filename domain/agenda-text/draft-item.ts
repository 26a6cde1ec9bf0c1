import type { ItemKind } from "../meeting/item.ts";
import { readTiming, type Timing, takeLeadingTime, takeTrailingTime } from "./clock-times.ts";
import { kindHint, RESTRICTED } from "./item-words.ts";
import { mayLead, readLabelledLead, surelyLeads, takeLabelledLead } from "./leads.ts";
import { isPaperName, type PaperMention, papersInside, readPaper, takeTrailingPaper } from "./papers.ts";

/** Titles longer than an agenda can hold run on in the description. */
export const TITLE_MAX_LENGTH = 240;

/** An item while its lines are being gathered; filled line by line, read once at the end. */
export type DraftItem = {
  readonly label: string | null;
  readonly line: number;
  title: string;
  titleCut: boolean;
  description: string;
  lastLine: string;
  timing: Timing | null;
  leads: string[];
  papers: PaperMention[];
  hint: ItemKind | null;
  restricted: boolean;
  section: string | null;
  items: DraftItem[];
};

type Details = Pick<DraftItem, "timing" | "leads" | "papers" | "hint">;

export function newItem(label: string | null, line: number): DraftItem {
  const nothing = {
    timing: null,
    leads: [],
    papers: [],
    hint: null,
    restricted: false,
    section: null,
    items: [],
  };
  return { label, line, title: "", titleCut: false, description: "", lastLine: "", ...nothing };
}

/** Reads the title line of an item: what stands at its ends in brackets, after tabs or dashes is taken off. */
export function setTitle(item: DraftItem, words: string): void {
  let rest = words;
  const leading = takeLeadingTime(rest);
  if (leading !== null && leading.rest !== "") {
    noteTiming(item, leading.timing);
    rest = leading.rest;
  }
  // a second sentence is description; what stands at its end is no end of the title
  const second = rest.length > 60 ? /^.{25,}?[^.\s]{4}\. (?=\p{Lu})/u.exec(rest.slice(0, 400)) : null;
  const more = second === null ? "" : rest.slice(second[0].length);
  rest = rest.slice(0, rest.length - more.length).trim();
  if (more === "" && !/\b(?:next|future) meetings?\b/i.test(rest.slice(0, 200))) rest = takeEnds(item, rest);
  if (RESTRICTED.test(words.slice(-400))) item.restricted = true;
  const opening = /^[([](?=\P{N})([^()[\]]{2,90})[)\]]\.? (?=\S)/u.exec(rest);
  if (opening?.[1] !== undefined && mayLead(opening[1], "")) {
    item.leads.push(opening[1]);
    rest = rest.slice(opening[0].length);
  }
  item.title = rest;
  if (more !== "") addText(item, more);
  cutTitle(item);
}

/** A title that runs on over a line end. */
export function continueTitle(item: DraftItem, words: string): void {
  setTitle(item, `${item.title} ${words}`.trim());
}

function cutTitle(item: DraftItem): void {
  if (item.title.length <= TITLE_MAX_LENGTH) return;
  const space = item.title.lastIndexOf(" ", TITLE_MAX_LENGTH);
  const whole = item.title.slice(0, TITLE_MAX_LENGTH).isWellFormed()
    ? TITLE_MAX_LENGTH
    : TITLE_MAX_LENGTH - 1;
  const at = space > 0 ? space : whole;
  const over = item.title.slice(at).trim();
  item.title = item.title.slice(0, at).trim();
  item.description = item.description === "" ? over : `${over}\n${item.description}`;
  item.titleCut = true;
}

function takeEnds(item: Details, words: string): string {
  let rest = words;
  for (let round = 0; round < 8; round += 1) {
    const shorter = withoutEnd(item, rest);
    if (shorter === null) break;
    rest = shorter.replace(/(?:\.{2,}|…|[\s\-–—:,;|])+$/, "");
  }
  return rest;
}

function withoutEnd(item: Details, words: string): string | null {
  const bracket = lastBracket(words);
  if (bracket !== null) return takeWords(item, bracket.inside, bracket.before) ? bracket.before : null;
  const trailing = takeTrailingTime(words);
  if (trailing !== null) {
    noteTiming(item, trailing.timing);
    return trailing.rest;
  }
  const paper = takeTrailingPaper(words);
  if (paper !== null) {
    item.papers.unshift(paper.paper);
    return paper.rest;
  }
  const labelled = takeLabelledLead(words);
  if (labelled !== null) {
    item.leads.push(labelled.lead);
    return labelled.rest;
  }
  return withoutDashed(item, words);
}

function lastBracket(words: string): { inside: string; before: string } | null {
  const end = /([)\]])[.,;:]?$/.exec(words);
  if (!end) return null;
  const open = words.lastIndexOf(end[1] === ")" ? "(" : "[");
  const before = words.slice(0, Math.max(open, 0)).trimEnd();
  return open <= 0 || before === "" ? null : { inside: words.slice(open + 1, end.index).trim(), before };
}

function withoutDashed(item: Details, words: string): string | null {
  const dash = Math.max(words.lastIndexOf(" - "), words.lastIndexOf(" – "), words.lastIndexOf(" — "));
  if (dash <= 0) return null;
  const after = words.slice(dash + 3).trim();
  if (!/\p{Ll}/u.test(after) || !surelyLeads(after)) return null;
  item.leads.push(after);
  return words.slice(0, dash).trimEnd();
}

/** Takes words that stand by themselves (a bracket, a cell) when every part of them is understood. */
export function takeWords(item: Details, words: string, before: string): boolean {
  const found: Details = { timing: null, leads: [], papers: [], hint: null };
  if (!takePart(found, words, before)) {
    const parts = words.split(/[,;] | [-–—/] /);
    if (parts.length < 2 || !parts.every((part) => takePart(found, part.trim(), before))) return false;
  }
  if (found.timing !== null) noteTiming(item, found.timing);
  if (found.leads.length > 0) item.leads.push(found.leads.join(", "));
  item.papers.push(...found.papers);
  item.hint = found.hint ?? item.hint;
  return true;
}

function takePart(found: Details, words: string, before: string): boolean {
  const timing = readTiming(words);
  const paper = timing === null ? readPaper(words) : null;
  const hint = timing === null && paper === null ? kindHint(words) : null;
  const labelled = readLabelledLead(words);
  if (timing !== null) noteTiming(found, timing);
  else if (paper !== null) found.papers.push(paper);
  else if (hint !== null) found.hint = hint;
  else if (labelled !== null) found.leads.push(labelled);
  else if (mayLead(words, before)) found.leads.push(words);
  else return false;
  return true;
}

export function noteTiming(item: Pick<DraftItem, "timing">, timing: Timing): void {
  item.timing = {
    from: item.timing?.from ?? timing.from,
    until: item.timing?.until ?? timing.until,
    minutes: item.timing?.minutes ?? timing.minutes,
  };
}

/** Reads a line under a title: a lone time, lead or paper is taken; anything else is description, as written. */
export function addLine(item: DraftItem, words: string): void {
  const lone = words
    .replace(/^[-–—•] ?/, "")
    .replace(/^[([](.*)[)\]]\.?$/, "$1")
    .replace(/[.;]$/, "")
    .trim();
  const bracketed = /^[([]/.test(words);
  const labelled = readLabelledLead(lone);
  const hint = kindHint(lone);
  if (hint !== null) {
    item.hint = hint;
    return;
  }
  const timing = readTiming(lone.replace(/^(?:time|timing|duration|start)s? ?: ?/i, ""));
  const paper = readPaper(lone);
  if (timing !== null) return noteTiming(item, timing);
  if (paper !== null && (paper.named === null || isPaperName(lone))) {
    item.papers.push(paper);
    return;
  }
  if (labelled !== null) {
    item.leads.push(labelled);
    return;
  }
  if (
    item.leads.length === 0 &&
    (bracketed ? mayLead(lone, "") : item.description === "" && surelyLeads(words))
  ) {
    item.leads.push(lone);
    return;
  }
  addText(item, words);
}

/** Adds words to the description as they are, noting the papers they speak of. */
export function addText(item: DraftItem, words: string): void {
  const opening = /^\(([^()]{2,90})\)\.? (?=\S)/.exec(words);
  const office = opening?.[1] ?? "";
  const lead = readLabelledLead(office) ?? (surelyLeads(office) ? office : null);
  let rest = words;
  if (opening !== null && lead !== null && item.description === "" && item.leads.length === 0) {
    item.leads.push(lead);
    rest = words.slice(opening[0].length);
  }
  item.papers.push(...papersInside(rest));
  if (
    /\bnot for publication\b|\bexempt (?:by virtue|under|information as defined)\b/i.test(rest.slice(0, 2000))
  )
    item.restricted = true;
  const flows =
    /^\p{Ll}/u.test(rest) || (item.lastLine.length > 70 && !/[.:;?!]$/.test(item.lastLine.slice(-1)));
  const joint = item.description === "" ? "" : flows ? " " : "\n";
  item.description += joint + rest;
  item.lastLine = rest;
}
