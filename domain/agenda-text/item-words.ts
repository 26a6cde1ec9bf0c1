// The fixed vocabulary of a British partnership agenda. Each pattern is tried on one line of bounded length.

import type { ItemKind } from "../meeting/item.ts";

const PROCEDURAL = [
  /\b(?:welcomes?|introductions?|apolog(?:y|ies)|substitut(?:es?|ions?)|attendance|roll call|quorum|housekeeping)\b/i,
  /\b(?:declarations?|disclosures?) (?:of|as to) .{0,40}\binterests?\b|\bdeclarations? of (?:personal|pecuniary)\b|\b(?:disclosable|declarable) (?:pecuniary )?interests?$/i,
  /^(?:the )?(?:members['’]? |councillors['’]? )?(?:register of )?interests?$|\b(?:declare|members['’]?) interests?\b/i,
  /^(?:(?:to )?(?:confirm|agree|approve|receive|sign) )?(?:the )?(?:draft |previous |last |exempt |confidential |board )*minutes\b/i,
  /^(?:the )?(?:draft )?notes\b.{0,20}\b(?:last|previous|meeting)\b/i,
  /\bmatters arising\b|\baction (?:list|log|points|tracker)\b|\bactions (?:from|arising)\b/i,
  /^(?:details of )?(?:the )?(?:next|future) (?:board |partnership |committee )?meetings?\b|\bdates?\b.{0,30} of .{0,30}\bmeetings?\b|^meeting dates\b/i,
  /\b(?:any )?other (?:urgent )?business\b|\ba\.? ?o\.? ?b\b|\burgent (?:business|items?|matters)\b|^late items$/i,
  /\b(?:election|appointment|nomination)s? of (?:the |a )?(?:new )?(?:vice|deputy)?[ -]*chair|^elections?\b/i,
  /\bchair(?:man|person)?['’]?s? (?:announcements|opening|remarks|welcome|communications)|^announcements?$/i,
  /\bexclusion of (?:the )?(?:press|public)|^(?:close|closing remarks|end|finish)\b|^(?:(?:tea|coffee|lunch|comfort|refreshment)?[ -]*(?:break|lunch|refreshments)|tea|coffee|arrival|registration|networking)\b/i,
  /\b(?:croeso|ymddiheuriadau|datgan(?:iadau)? .{0,20}buddiant|cofnodion|unrhyw fater arall|cyfarfod nesaf)\b/i,
];
const STANDING_START =
  /^(?:welcome|introduction|apolog|substitut|declaration|disclosure|minutes\b|matters arising|any other|aob\b|a\.o\.b|date|next meeting|future meeting|urgent|election|appointment|exclusion|chair|public (?:questions|participation|speaking)|questions from|members['’]? interests|close|arrival|registration|networking|tea\b|coffee|break\b|lunch|refreshments|announcements|petitions|notes of the (?:last|previous)|croeso|ymddiheuriadau|cofnodion|datgan)/i;

const DECISION =
  /\b(?:to|and|please|asked to|invited to) (?:agree|approve|adopt|decide|determine|endorse|confirm|ratify|select|appoint|elect|resolve|authorise|sign off|accept)\b|\bfor (?:decision|approval|agreement|endorsement|ratification)\b|\brecommend(?:ed that|ation:|ations:)/i;
const INFORMATION =
  /\b(?:to|and|asked to|invited to) (?:note|receive)\b|\bfor (?:information|noting|note)\b/i;
const HINT =
  /^(?:items? )?(?:(?:for|to) )?(decision|decide|approval|approve|agreement|agree|endorsement|endorse|ratification|ratify|discussion|discuss|consideration|consider|debate|information|info|noting|note)(?: only)?$/i;

/** The kind said outright, else the one title and description suggest; standing items are procedural (`indicators.md` §5, first row). */
export function kindOf(title: string, description: string, hint: ItemKind | null): ItemKind {
  if (isProcedural(title)) return "procedural";
  if (hint !== null) return hint;
  const words = `${title}\n${description}`.slice(0, 2000);
  if (DECISION.test(words)) return "decision";
  return INFORMATION.test(words) ? "information" : "discussion";
}

function isProcedural(title: string): boolean {
  const short = title.slice(0, 200);
  return PROCEDURAL.some((pattern) => pattern.test(short));
}

/** "(for decision)", "To note", a purpose cell: the kind said outright. */
export function kindHint(text: string): ItemKind | null {
  const word = HINT.exec(text.slice(0, 40))?.[1]?.toLowerCase();
  if (word === undefined) return null;
  if (/^(?:info|not)/.test(word)) return "information";
  return /^(?:discuss|consider|debate)/.test(word) ? "discussion" : "decision";
}

/** A line that can only be a standing item, so that it needs no number to be one. */
export function isStandingTitle(text: string): boolean {
  if (text.length > 80 || /[.;:,]$/.test(text) || /^(?:dated\b|date ?:)/i.test(text)) return false;
  return text
    .split(/ [/|] /)
    .some(
      (part) =>
        STANDING_START.test(part) && (isProcedural(part) || /^public|^questions|^petitions/i.test(part)),
    );
}

export const EXCLUSION = /\b(?:exclusion of (?:the )?(?:press|public)|exclude (?:the )?(?:press|public))/i;
export const RESTRICTED =
  /\b(?:exempt|confidential|restricted|not for publication|private (?:business|items?|session|part|matters)|closed (?:session|items?|part|business)|(?:press and public|public and press|public) (?:be |are |is |will be )?(?:likely to be )?excluded|exclusion of (?:the )?(?:press|public)|s(?:ection|\.)? ?100A)/i;

const PART = /^(?:part|section) (i{1,3}|iv|[1-6]|[a-f]|one|two|three)\b[\s:.–—-]*(.*)$/i;
const GROUP =
  /^(?:items?|business|matters|reports?) (?:for|to be|of|requiring|which|in|from)\b[^.]*$|^(?:standing|strategic|governance|formal|general|public|open|private|closed|exempt|confidential|restricted|main|routine|urgent)(?: (?:and|&) \w+)? (?:items?|business|session|matters|part|agenda)\b[^.]*$/i;

export type Section = { readonly restricted: boolean; readonly kind: ItemKind | null };

/** A heading over several items ("PART II", "Items for decision"), and what it says about them. */
export function readSection(text: string): Section | null {
  if (text.length > 100) return null;
  const part = PART.exec(text);
  if (!part && !GROUP.test(text)) return null;
  const bare = (part?.[2] ?? text).replace(/[:.–—-]+$/, "").trim();
  const second = /^(?:ii|2|two|b)$/i.test(part?.[1] ?? "") && bare === "";
  return { restricted: second || RESTRICTED.test(bare), kind: kindHint(bare) };
}

const AGENDA =
  /^(?:a ?g ?e ?n ?d ?a|agendaitems|orderofbusiness|itemsofbusiness|business|programme|rhaglen)$/i;

/** "AGENDA", "A G E N D A", "Agenda / Rhaglen": the line under which the items stand. */
export function isAgendaHeading(text: string): boolean {
  if (text.length > 40) return false;
  const parts = text.split(/[/|]/).map((part) => part.replace(/[\s:*_=.–—-]/g, ""));
  return parts.every((part) => AGENDA.test(part));
}

const TRAILER =
  /^(?:notes?(?: (?:to|for|on) .{0,40})?:?$|notes?: |dated(?: this|:| the)? |signed\b|membership\b|members(?: of the .{0,40})?:|to:? (?:all )?members|distribution\b|circulation\b|contacts?:|contact (?:officer|details|us)\b|please contact|for (?:further|more) (?:information|details)|for any queries|if you (?:have|need|require|would|are)|enquiries|please (?:ask|note|send|let|advise)|(?:kind |best |many )?(?:regards|thanks|wishes)\b|yours\b|tel(?:ephone)?\b|e-?mail\b|https?:|www\.|access to information|emergency|fire (?:alarm|evacuation)|evacuation|filming|mobile (?:phones|devices)|background papers|this agenda\b|agendas? (?:and|papers)|large print|disabled access|a hearing loop|getting to|directions\b|car parking|minicom)/i;

/** What follows the business: notes, signature, contacts, membership. */
export function isTrailer(text: string): boolean {
  return TRAILER.test(text.slice(0, 120)) || /^_{4,}$|^--$/.test(text.slice(0, 200));
}

/** Page numbers and rulers: on the page, not of the agenda. */
export function isPageFurniture(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return /^(?:page|p\.?) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$|^[-–—] ?\d{1,4} ?[-–—]$|^\d{1,3} of \d{1,3}$/i.test(
    text.slice(0, 60),
  );
}
