// Who leads an item is guessed from its words alone; the person corrects it. Brackets are trusted more than dashes.

const ROLE =
  /^(?:the |acting |interim |deputy |assistant |lead |chief |vice[- ]|all\b|everyone\b|board members\b|cllrs?\b|councillors?\b|mrs?\b|ms\b|miss\b|dr\b|prof(?:essor)?\b|rev(?:erend)?d?\b|sir\b|dame\b|lord\b|lady\b|supt\b|(?:chief |detective )*(?:superintendent|inspector|constable)\b|chair(?:man|woman|person)?\b|clerk\b|secretary\b|secretariat\b|treasurer\b|facilitator\b|director\b|heads? of\b|leader\b|manager\b|co-?ordinator\b|officers?\b|portfolio holder\b|cabinet member\b|president\b|executive\b|principal\b|representatives? of\b)/i;
const ROLE_END =
  /\b(?:officer|director|manager|chief executive|co-?ordinator|adviser|advisor|leader|chair(?:man|woman|person)?|clerk|secretary|superintendent|inspector|commander|treasurer|consultant|representative|administrator|analyst|commissioner|member|lead|principal|dean)s?$/i;
const ORGANISATION =
  /\b(?:council|police|constabulary|nhs|pct|ccg|icb|trust|university|college|fire (?:and|&) rescue(?: service| authority)?|chamber of commerce|borough|county|district|authority|agency|association|healthwatch|jobcentre(?: plus)?|probation(?: service)?|public health|(?:adult|children['’]s|social|democratic|youth|legal|community|environmental|regulatory) services|voluntary action|cvs|diocese|ltd|limited|consult(?:ing|ants)|foundation|charity|advice|office)$/i;
const TOPIC =
  /\b(?:plans?|planning|strateg(?:y|ies|ic)|reports?|updates?|reviews?|meetings?|polic(?:y|ies)|themes?|programmes?|projects?|parts?|appendi(?:x|ces)|annexe?|papers?|phases?|years?|quarters?|budgets?|drafts?|items?|standing|minutes?|presentations?|revised|final|acts?|regulations|information|decisions?|discussions?|sections?|paragraphs?|see|if|no|none|verbal|oral|pages?|only|any|continued|confidential|exempt|restricted|attached|enclosed|follow|deferred|annual|quarterly|monthly|proposed|progress|performance|priority|priorities|targets?|services|housing|economy|environment|agreement|accounts?|risks?|work|group|including|with|about|subject|closed|open|public|private|north|south|east|west|carbon)\b/i;
const ABBREVIATIONS =
  /^(?:AOB|LAA|LPSA|JSNA|SCS|MTFS|CAA|LDF|TBC|TBA|NB|UK|EU|ITEM|PDF|FOI|GDPR|KPI|SEP|CYPP|HWB|LSP|PSB|BCF|ICP|TOR)S?$/;
const NAME = /^(?:\p{Lu}(?:\.|\p{L}|['’-]\p{Lu})*\.? ){1,3}\p{Lu}[\p{L}'’-]+$/u;

/** Could bracketed (or tabled) words be a person, a role, initials or an organisation? `before` unmasks abbreviations of the title. */
export function mayLead(text: string, before: string): boolean {
  if (text.length < 2 || text.length > 90 || /\d/.test(text) || /[.!?] \p{Lu}\p{Ll}{3}/u.test(text))
    return false;
  if (/^[A-Z]{2,6}(?:[/&, ]{1,2}[A-Z]{2,6}){0,4}$/.test(text))
    return !ABBREVIATIONS.test(text) && !abbreviates(text, before);
  if (isOffice(text)) return true;
  if (/^\p{Ll}/u.test(text) || TOPIC.test(text)) return false;
  return text.split(/ ?(?:[,/;&]|\band\b) ?/).every((part) => part === "" || NAME.test(part));
}

/** After a dash or on a line of its own only an office, a title before a name or an organisation will do. */
export function surelyLeads(text: string): boolean {
  return (
    text.length <= 90 &&
    !/[\d.?!]$/.test(text) &&
    isOffice(text) &&
    !/\b(?:to|will|is|are|has|have)\b/i.test(text)
  );
}

function isOffice(text: string): boolean {
  if (
    !/^[\p{Lu}]|^all$/u.test(text) ||
    /['’]s? (?:update|report|announcements|remarks|business|briefing)/i.test(text)
  )
    return false;
  const [office = "", ...more] = text.split(/ ?[,/;] ?| [-–—] /);
  const about =
    /^(?:reports?|minutes|update|presentation|review|role|election|appointment|proposals?|strategy|progress)\b/i.test(
      office,
    );
  if (
    about ||
    /^(?:executive|principal|lead|chief|strategic) (?:summary|themes?|priorit|issues|planning)/i.test(office)
  )
    return false;
  const named = ROLE.test(office) || ROLE_END.test(office) || ORGANISATION.test(office);
  if (/ (?:of|for) /.test(office) && ROLE.test(office)) return true;
  if (named)
    return !/\b(?:plans?|strategy|reports?|updates?|reviews?|polic(?:y|ies)|budgets?|minutes|agreement)$/i.test(
      text,
    );
  return (
    NAME.test(office) &&
    !TOPIC.test(office) &&
    more.some((part) => ROLE_END.test(part) || ORGANISATION.test(part) || ROLE.test(part))
  );
}

function abbreviates(letters: string, before: string): boolean {
  const initials =
    before
      .slice(-200)
      .match(/\p{L}+/gu)
      ?.map((word) => word.charAt(0).toUpperCase()) ?? [];
  const all = initials.join("");
  const stripped = (before.slice(-200).match(/\p{Lu}/gu) ?? []).join("");
  return all.includes(letters) || (stripped.endsWith(letters) && letters.length > 2);
}

const LABELLED =
  /^(?:lead(?:ing)?(?: officer| partner| member| person| organisation| agency)?s?|led by|presenters?|presented by|presentation by|presenting|speakers?|owner|introduced by|to be (?:introduced|led|presented) by|report author)(?: ?[:–—-] ?| )(.{2,120})$/iu;
const LABEL_INSIDE =
  /(?:^|[\s,;–—-]) ?((?:lead(?: officer| partner| member)?|presenter|speaker|owner) ?:|(?:presented|led|introduced) by ).{2,120}$/i;

/** "Lead: …", "Presented by …": the words after the label. "Report by …" names an author, not a lead. */
export function readLabelledLead(text: string): string | null {
  const found = LABELLED.exec(text.slice(0, 200))?.[1]?.trim() ?? null;
  return found !== null && /^(?:\p{Lu}|the \p{Lu})/u.test(found) ? found : null;
}

/** A labelled lead at the end of a title, and the title without it. */
export function takeLabelledLead(text: string): { lead: string; rest: string } | null {
  const tail = text.slice(-160);
  const match = LABEL_INSIDE.exec(tail);
  if (!match || match.index + text.length - tail.length === 0) return null;
  const at = text.length - tail.length + match.index;
  const lead = readLabelledLead(text.slice(at).replace(/^[\s,;–—-]+/, ""));
  return lead === null ? null : { lead, rest: text.slice(0, at).trimEnd() };
}
