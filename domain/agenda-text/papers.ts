/** A paper as the agenda names it; `pages` as written ("5 - 30"). */
export type Paper = { readonly title: string; readonly pages: string | null };

/** What words say of papers before the item's title is known: a name of its own, a state ("to follow"), or pages. */
export type PaperMention = {
  readonly named: string | null;
  readonly state: string | null;
  readonly pages: string | null;
};

const PAGES =
  /^(?:agenda )?(?:pages?|pgs?\.?|pp?\.?|tudalen(?:nau)?)(?: nos?\.?)?:? ?(\d{1,4}(?: ?(?:[-‐-―−,&]|to|and) ?\d{1,4}){0,4})$/i;
const PAGES_AT_END = /(?:^|[\s,;–—-])((?:pages?|pgs?\.?|pp\.?) ?\d{1,4}(?: ?(?:[-‐-―−]|to) ?\d{1,4})?)$/i;
const STATE =
  /\b(?:attached|enclosed|enclosures?|herewith|appended|to follow|tabled|circulated|pdf icon|encs?\.?)(?!\p{L})/iu;
// nothing but these words: what may be taken off the page without losing any of its own
const BARE_STATE =
  /^(?:(?:attached|enclosed|enclosures?|herewith|appended|to|be|follow|tabled|circulated|separately|previously|already|encs?|copy|copies|see|also|and|as|is|are|please|the|papers?|reports?|documents?)[.,]? ?){1,7}$/i;
const NOT_A_STATE =
  /\b(?:conditions?|importance|strings|value|weight|risks?) attached\b|\battached to (?!this|the agenda|these|the minutes)/i;
const NAMED =
  /^(?:(?:see |papers? )?(?:paper|papur|atodiad|appendix|appendices|annexe?s?|enclosure|enc\.?|encl\.?|attachment|document|schedule)s?:? (?:no\.? ?)?(?:[A-Z]{1,4}\d{0,3}|\d{1,3}|[IVX]{1,4})(?:[./-]\d{1,3})*(?: ?(?:[,&–-]|and|to) ?(?:[A-Z]\d{0,3}|\d{1,3}))*|(?:joint |written |covering )?reports? (?:by|of|from|no\.?) .{2,90}|[A-Z]{2,6}\/\d{1,4}(?:\/\d{1,4})*)$/i;
const PDF = /\s*\bpdf icon PDF [\d.]{1,6} ?[KM]B$/i;

/** Reads words that stand alone (in brackets, a cell, a line) as a mention of papers, if that is what they are. */
export function readPaper(text: string): PaperMention | null {
  if (text.length > 120) return null;
  const pages = PAGES.exec(text)?.[1];
  if (pages !== undefined) return { named: null, state: null, pages };
  if (NAMED.test(text)) return { named: text, state: null, pages: null };
  if (!STATE.test(text) || NOT_A_STATE.test(text)) return null;
  return { ...stateOf(text), pages: PAGES_AT_END.exec(text)?.[1]?.replace(/^\D+/, "") ?? null };
}

function stateOf(text: string): { named: string | null; state: string | null } {
  const words = text.replace(/[.;:]$/, "");
  const bare = BARE_STATE.test(words);
  return bare ? { named: null, state: words } : { named: words, state: null };
}

/** "Paper B", "Appendix 2": a name and nothing more, so that no description is lost by taking it. */
export function isPaperName(words: string): boolean {
  return NAMED.test(words) && !/^(?:\w+ )?reports? (?:by|of|from)\b/i.test(words);
}

/** Takes "– attached", "to follow", "pages 3 - 5", "Paper B" off the end of a title. */
export function takeTrailingPaper(text: string): { paper: PaperMention; rest: string } | null {
  const pdf = PDF.exec(text.slice(-40));
  if (pdf) return { paper: { named: null, state: null, pages: null }, rest: text.slice(0, -pdf[0].length) };
  const tail = text.slice(-60);
  const match =
    /(?:^|[\s,;:–—-])((?:to be )?(?:attached|enclosed|tabled|to follow|herewith)|encs?\.?)\.?$/i.exec(tail) ??
    PAGES_AT_END.exec(tail) ??
    /[\s,;:–—-] ?((?:paper|appendix|annexe?|enclosure|enc\.?|attachment) (?:[A-Z]\d{0,2}|\d{1,3}(?:\.\d{1,2})?))$/i.exec(
      tail,
    );
  if (match?.[1] === undefined) return null;
  const rest = text.slice(0, text.length - match[0].length).trimEnd();
  const paper = readPaper(match[1]);
  return rest === "" || paper === null || /\b(?:are|is|be|of|the|see|and)$/i.test(rest)
    ? null
    : { paper, rest };
}

/** The sentences and brackets of a description that speak of papers; the description itself stays as written. */
export function papersInside(text: string): PaperMention[] {
  const found: PaperMention[] = [];
  for (const piece of text
    .slice(0, 2000)
    .split(/(?<=[.;]) |[()[\]]/)
    .slice(0, 40)) {
    const words = piece.trim().replace(/[.;]$/, "");
    const paper = readPaper(words);
    const said = STATE.test(words) && !NOT_A_STATE.test(words);
    const named =
      paper !== null &&
      !/^(?:reports? (?:by|of|from)|to|the (?:board|committee)|members|please)\b/i.test(words);
    if (named) found.push(paper);
    else if (said) found.push({ named: null, state: STATE.exec(words)?.[0] ?? null, pages: null });
  }
  return found;
}

/** Gives the papers of an item their titles: their own names, else the item's title with the words as written. */
export function papersOf(itemTitle: string, mentions: readonly PaperMention[]): Paper[] {
  const papers: Paper[] = [];
  const short = itemTitle.slice(0, 160).toWellFormed().trimEnd();
  for (const { named, state, pages } of mentions) {
    const last = papers.at(-1);
    if (named === null && state === null && last?.pages === null) {
      papers[papers.length - 1] = { ...last, pages };
      continue;
    }
    // "attached" said twice, in the title and below it, is one paper
    if (named === null && papers.some((paper) => paper.title.startsWith(short))) continue;
    const title = named ?? (state === null ? short : `${short} (${state})`);
    if (!papers.some((paper) => paper.title === title && paper.pages === pages))
      papers.push({ title, pages });
  }
  return papers;
}
