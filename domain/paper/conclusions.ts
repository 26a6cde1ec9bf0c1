// What the year comes to: the claim of 2010 put to the test, what keeps figures honest, and what cannot be said.
import type { Block, Claim, Section, Standing } from "./paper.ts";
import { capital, inWords, listed, percent, rounded, told } from "./wording.ts";
import type { YearOf } from "./year.ts";

export function conclusions(years: readonly YearOf[], elements: readonly Section[]): Section {
  const claims = elements.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "claim"));
  return {
    key: "conclusions",
    heading: "Conclusions",
    blocks: [
      ...balance(years),
      ...together(years),
      ...pairs(years),
      { kind: "paragraph", key: "conclusions/own-words", text: "" },
      ...missing(claims, years),
      inFigures(years),
    ],
  };
}

type Find = (id: string) => YearOf | undefined;
const finder =
  (years: readonly YearOf[]): Find =>
  (id) =>
    years.find(({ indicator, pooled }) => indicator.id === id && pooled !== null);

/** The paper of 2010 held that the balance was right; three figures let the board say so for itself. */
function balance(years: readonly YearOf[]): Block[] {
  const find = finder(years);
  const [rate, candour, detail] = ["challenge-rate", "money-candour", "performance-detail-share"].map(find);
  const parts = [
    rate && `${rounded(rate.pooled?.value ?? 0, 1)} challenges an hour`,
    candour && `${percent(candour.pooled?.value ?? 0)} for plain speaking about money`,
    detail && `${percent(detail.pooled?.value ?? 0)} of business given to performance detail`,
  ].filter((words) => words !== undefined);
  const evidence = [rate, candour, detail].find((each) => each !== undefined);
  if (!evidence) return [];
  return [
    {
      ...evidence.claim,
      key: "conclusions/balance",
      text: `The paper of 2010 held that the partnership had the right balance between honest and challenging discussion and performance management. Beside that this year’s records set ${listed(parts)}. Whether it is the right balance is for the board to judge; the figures only say where it lies.`,
      figure: null,
    },
  ];
}

function together(years: readonly YearOf[]): Block[] {
  const joint = finder(years)("joint-objective-decisions");
  if (!joint) return [];
  return [
    {
      ...joint.claim,
      key: "conclusions/together",
      text: `Is the partnership’s contribution greater than its members’ separate activities? The records answer half of that: ${joint.claim.figure} decisions joined two partners or more in what they owe. What came of it for the city is not in the records of meetings.`,
    },
  ];
}

/** `indicators.md §10`: if the first improves, look at the others before celebrating. */
const PAIRS: readonly (readonly [id: string, look: string, beside: readonly string[]])[] = [
  [
    "challenge-rate",
    "what became of challenges, and whether people could say what needed saying",
    ["challenge-response", "voice-confidence"],
  ],
  ["challenge-response", "whether hard questions were being dropped", ["challenge-rate"]],
  ["money-candour", "how much of what was mentioned was agreed", ["money-to-commitment"]],
  ["money-to-commitment", "whether amounts were named only when certain", ["money-candour"]],
  [
    "participation-evenness",
    "how many were in the room, and whether people could say what needed saying",
    ["voice-confidence"],
  ],
  ["sector-voice-balance", "who stayed away", ["sector-attendance-gap"]],
  ["performance-detail-share", "whether less detail meant fewer hard questions", ["challenge-rate"]],
  ["agenda-discipline", "whether debate was cut short", ["voice-confidence"]],
  [
    "decision-follow-through",
    "how large the actions were, and how many partners they took",
    ["joint-objective-decisions"],
  ],
  ["substitute-rate", "how many sent apologies", ["senior-commitment"]],
];

function pairs(years: readonly YearOf[]): Block[] {
  const find = finder(years);
  const better = PAIRS.flatMap(([id, look, beside]) => {
    const year = find(id);
    const others = beside.map(find).filter((each) => each !== undefined);
    return year && isBetter(year) && others.length > 0 ? [{ id, year, look, others }] : [];
  });
  if (better.length === 0) return [];
  return [
    {
      kind: "paragraph",
      key: "conclusions/pairs",
      text: "Some figures have improved on the year before. Before that is celebrated, each has another to be read beside it:",
    },
    ...better.map(
      ({ id, year, look, others }): Block => ({
        kind: "bullet",
        key: `conclusions/pair-${id}`,
        text: `${year.words.name}: ${year.claim.figure} after ${year.figureBefore}. Look at ${look} (${listed(others.map(({ words, claim }) => `${words.name.replace(/^[A-Z]/, (c) => c.toLowerCase())}: ${claim.figure}`))}).`,
      }),
    ),
  ];
}

/** A hair’s breadth is no improvement: in points of a percentage, or hundredths of an index. */
const WORTH_SAYING = 5;

/** Better by more than chance, as far as the figure can say. */
function isBetter({ indicator, layer, pooled, before }: YearOf): boolean {
  const direction = indicator.direction[layer];
  if (pooled === null || before === null || direction === "neither") return false;
  const [low, high] = direction === "up" ? [before, pooled] : [pooled, before];
  if (low.interval && high.interval) return low.interval[1] < high.interval[0];
  return (high.value - low.value) * (indicator.unit === "index" ? 100 : 1) >= WORTH_SAYING;
}

const MISSING: readonly (readonly [Standing, string, string])[] = [
  ["thin", "Few cases or not final, so to be read with care", "thin"],
  ["tooLittle", "Too little yet for a figure of the year", "too-little"],
  ["notRecorded", "Not recorded well enough to say anything", "not-recorded"],
  ["nothing", "Nothing of the kind happened that could be counted", "nothing"],
];

/** Said in one place as well: what a reader must not take from this paper. */
function missing(claims: readonly Claim[], years: readonly YearOf[]): Block[] {
  const nameOf = (key: string) => years.find(({ claim }) => claim.key === key)?.words.name ?? OWN[key];
  const lines = MISSING.flatMap(([standing, words, key]): Block[] => {
    const names = claims
      .filter((claim) => claim.standing === standing)
      .flatMap(({ key: each }) => nameOf(each) ?? []);
    if (names.length === 0) return [];
    const told = listed(names.map((name) => name.replace(/^[A-Z]/, (c) => c.toLowerCase())));
    return [{ kind: "bullet", key: `conclusions/missing-${key}`, text: `${words}: ${told}.` }];
  });
  const firm = claims.filter(({ standing }) => standing === "firm").length;
  if (lines.length === 0) return [];
  return [
    {
      kind: "paragraph",
      key: "conclusions/missing",
      text: told(
        `Of the ${inWords(claims.length)} statements made under the seven elements, ${inWords(firm)} ${firm === 1 ? "rests" : "rest"} on enough to stand by themselves.`,
        "The evidence is thin or missing for the others:",
      ),
    },
    ...lines,
  ];
}

const OWN: Readonly<Record<string, string>> = {
  "staffAndSkills/chairing": "The chair’s sector",
  "staffAndSkills/council-seats": "Council seats at the agreed level",
  "steering/joining-up-resources": "Ways of joining up money",
  "standards/reported-back": "Reporting back",
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  firm: "Enough",
  thin: "Few cases or not final",
  tooLittle: "Too little yet",
  notRecorded: "Not recorded",
  nothing: "Nothing to count",
};

function inFigures(years: readonly YearOf[]): Block {
  return {
    kind: "table",
    key: "conclusions/in-figures",
    caption: "The year in figures",
    head: ["Figure", "This year", "Year before", "Evidence"],
    rows: years.map(({ words, claim, figureBefore }) => [
      words.name,
      capital(claim.figure ?? "–"),
      figureBefore ?? "–",
      STANDING_WORDS[claim.standing],
    ]),
  };
}
