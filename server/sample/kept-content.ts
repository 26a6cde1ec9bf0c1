// What the sample's clerks have kept beside the meetings, in words such officers use. Years are counted back from the
// day for which the sample is made.
import type { IndicatorId } from "#domain/indicators/indicator-id.ts";
import type { HappeningKind, ResourceKind, SupportCategory } from "#domain/registers/lines.ts";
import { TURNS } from "./story.ts";

type SupportRole = {
  readonly key: string;
  readonly name: string;
  readonly employer: string;
  readonly category: SupportCategory;
  readonly means: "cash" | "inKind";
  readonly band: string;
  /** The strategic meeting after which it came onto the list, and the one after which it left it. */
  readonly after: number;
  readonly left: number | null;
  /** Hours in a common cycle. */
  readonly hours: readonly [number, number];
  /** Kept by the hour, or guessed. */
  readonly guessed: boolean;
};

/** In the first year nobody counted what the support team costs; then the council did, and one by one the partners. */
export const SUPPORT_ROLES: readonly SupportRole[] = [
  {
    key: "officer",
    name: "Partnership officer",
    employer: "CTY",
    category: "policy",
    means: "cash",
    band: "Grade 9",
    after: 6,
    left: null,
    hours: [48, 70],
    guessed: false,
  },
  {
    key: "assistant",
    name: "Partnership assistant",
    employer: "CTY",
    category: "meetings",
    means: "cash",
    band: "Grade 5",
    after: 6,
    left: null,
    hours: [28, 42],
    guessed: false,
  },
  {
    key: "research",
    name: "Research and intelligence officer",
    employer: "CCL",
    category: "research",
    means: "inKind",
    band: "Grade 8",
    after: 12,
    left: null,
    hours: [12, 24],
    guessed: true,
  },
  {
    key: "analyst",
    name: "Health data analyst",
    employer: "NHS",
    category: "information",
    means: "inKind",
    band: "Grade 7",
    after: 14,
    left: null,
    hours: [5, 12],
    guessed: true,
  },
  {
    key: "web",
    name: "Web editor",
    employer: "UNI",
    category: "website",
    means: "inKind",
    band: "Grade 6",
    after: 8,
    left: 22,
    hours: [4, 9],
    guessed: true,
  },
];

/** Pence an hour at the beginning, and how much more from each April on. */
export const RATES: readonly { readonly band: string; readonly pence: number; readonly rise: number }[] = [
  { band: "Grade 9", pence: 2890, rise: 85 },
  { band: "Grade 8", pence: 2540, rise: 75 },
  { band: "Grade 7", pence: 2280, rise: 70 },
  { band: "Grade 6", pence: 2010, rise: 60 },
  { band: "Grade 5", pence: 1760, rise: 50 },
];

type Recommended = {
  /** Strategic meetings: after which it came, and after which it was answered. */
  readonly after: number;
  readonly answered: number | null;
  readonly text: string;
  readonly committee: string;
  readonly answer?: "accept" | "part" | "notAccept";
  readonly words?: string;
  /** How the wording began by which the board decided so, where it did. */
  readonly decided?: string;
};

const SCRUTINY = "Overview and scrutiny committee";
const HEALTH = "Health overview and scrutiny panel";

export const RECOMMENDATIONS: readonly Recommended[] = [
  {
    after: 5,
    answered: 7,
    text: "Publish each year what it costs to support the partnership, and who pays for it.",
    committee: SCRUTINY,
    answer: "part",
    words: "The council’s own cost is published from April. Partners are asked to say what they put in.",
  },
  {
    after: 10,
    answered: 11,
    text: "Set a date for every action, and tell scrutiny of those that are three months late.",
    committee: SCRUTINY,
    answer: "accept",
    words: "From the next meeting. The list goes to the committee’s clerk with the minutes.",
  },
  {
    after: 16,
    answered: 18,
    text: "Take performance by exception, so that half of each meeting is left for what partners will change.",
    committee: SCRUTINY,
    answer: "accept",
    words: "The report is taken by exception from the September meeting.",
  },
  {
    after: 20,
    answered: 22,
    text: "Give the tenants’ and voluntary bodies a seat each on the executive.",
    committee: SCRUTINY,
    answer: "notAccept",
    words:
      "Voluntary Action has a seat. The executive is kept small; tenants are heard on the select committee.",
  },
  {
    after: 23,
    answered: 26,
    text: "Say by when the partners will have acted on each finding about affordable housing.",
    committee: SCRUTINY,
    answer: "accept",
    words: "The board has agreed to report on each finding in six months.",
    decided: "Accept the committee",
  },
  {
    after: 24,
    answered: 26,
    text: "Bring the health inequalities profile to the board before the budgets are set, and not after.",
    committee: HEALTH,
    answer: "accept",
    words: "The profile comes each November.",
  },
  {
    after: 28,
    answered: null,
    text: "Say for each objective what every partner will spend on it next year, or that it cannot say.",
    committee: SCRUTINY,
  },
  {
    after: 29,
    answered: null,
    text: "Let the committee question the partners, and not the council alone, on affordable housing.",
    committee: SCRUTINY,
  },
];

export const READINGS: readonly { readonly meeting: number; readonly by: string; readonly found: string }[] =
  [
    {
      meeting: 4,
      by: "the scrutiny officer",
      found:
        "One of the decisions does not say what else was considered. Owners and dates are there for every action.",
    },
    {
      meeting: 10,
      by: "the scrutiny officer",
      found:
        "I would have entered one more challenge than the clerk did: a question about the ward figures is minuted as a note.",
    },
    {
      meeting: 16,
      by: "the county’s scrutiny officer",
      found:
        "Reasons are short, but they are reasons. Neither decision says what it does to anybody’s money, and one does not say what else was considered.",
    },
    {
      meeting: 22,
      by: "the scrutiny officer",
      found:
        "Nothing to correct. The effect on money is now said for each decision, and it agrees with my own notes.",
    },
    {
      meeting: 27,
      by: "the scrutiny officer",
      found:
        "One decision has no reasons and the other no options. The effect on money is said for both, where it is none too.",
    },
  ];

export const TAKEN_UP: readonly {
  readonly meeting: number;
  readonly what: string;
  readonly committee: string;
}[] = [
  { meeting: 6, what: "The reward grant: how the money was shared out", committee: SCRUTINY },
  {
    meeting: 13,
    what: "Why the regeneration plan leaves two wards until its third year",
    committee: SCRUTINY,
  },
  { meeting: 19, what: "The hard budget: which joint posts are to go", committee: SCRUTINY },
  { meeting: 25, what: "Smoking and warm homes: the health inequalities action plan", committee: HEALTH },
];

/** After which meeting something happened outside, and what; officers put it on the charts. */
export const HAPPENED_OUTSIDE: readonly {
  readonly after: number;
  readonly happened: HappeningKind;
  readonly what: string;
}[] = [
  { after: 9, happened: "election", what: "City elections: a third of the seats" },
  {
    after: TURNS.partnerLeft - 1,
    happened: "partners",
    what: "The Retail Forum sends apologies from now on",
  },
  { after: TURNS.newChair - 1, happened: "chair", what: "The university takes the chair from the council" },
  { after: TURNS.hardYear - 1, happened: "format", what: "Performance is taken by exception" },
  { after: TURNS.hardYear - 1, happened: "money", what: "A hard budget: joint posts are to go" },
];

/** What an officer made of a signal, by the last meeting at which it stood. */
export const FINDINGS: readonly {
  readonly meeting: number;
  readonly indicator: IndicatorId;
  readonly side: "+" | "-";
  readonly words: string;
}[] = [
  {
    meeting: 14,
    indicator: "sector-voice-balance",
    side: "-",
    words:
      "In these meetings the two councils brought most of the papers and answered most of the questions on them. It eased when papers of other sectors were put first. Read it with attendance: the Retail Forum had stopped coming.",
  },
];

type Kept = {
  /** Years before today. */
  readonly ago: number;
};

type SampleObjective = {
  readonly title: string;
  readonly from: number;
  readonly evidence: readonly (Kept & { readonly source: string; readonly says: string })[];
  /** A partner’s code, or a seat’s on the strategic board after a stroke; from so many years ago on. */
  readonly champions: readonly (Kept & { readonly who: string })[];
  /** Thousands of pounds in the latest financial year, at least and at most. */
  readonly resources: readonly {
    readonly partner: string;
    readonly kind: ResourceKind;
    readonly thousands: readonly [number, number];
    readonly source: string;
  }[];
};

export const OBJECTIVES_KEPT: readonly SampleObjective[] = [
  {
    title: "Regeneration Framework",
    from: 6,
    evidence: [
      {
        ago: 5,
        source: "Indices of deprivation",
        says: "Ten of the city’s 85 neighbourhoods are among the fifth of the country that is worst off.",
      },
      {
        ago: 2,
        source: "Household survey, four wards",
        says: "A third of households say that they could not meet an unexpected bill of £200.",
      },
    ],
    champions: [
      { ago: 6, who: "CTY" },
      { ago: 3, who: "/CEX" },
    ],
    resources: [
      { partner: "CTY", kind: "aligned", thousands: [420, 420], source: "City Council budget book, table 7" },
      { partner: "COL", kind: "in-kind", thousands: [30, 45], source: "Letter of the principal, March" },
      { partner: "HOU", kind: "procurement", thousands: [250, 400], source: "Development programme" },
    ],
  },
  {
    title: "Low Carbon Oxford",
    from: 6,
    evidence: [
      {
        ago: 4,
        source: "City-wide emissions account",
        says: "Buildings make up three fifths of the city’s emissions, and the universities a fifth of those.",
      },
    ],
    champions: [{ ago: 5, who: "SCI" }],
    resources: [
      { partner: "SCI", kind: "aligned", thousands: [180, 180], source: "Science Park business plan" },
      { partner: "UNI", kind: "aligned", thousands: [600, 800], source: "Estates carbon programme" },
      { partner: "CTY", kind: "pooled", thousands: [60, 60], source: "City Council budget book, table 9" },
    ],
  },
  {
    title: "Affordable housing",
    from: 6,
    evidence: [
      {
        ago: 3,
        source: "Housing needs assessment",
        says: "The city needs 400 affordable homes a year; it has built fewer than half of that in each of the last five.",
      },
    ],
    champions: [{ ago: 4, who: "/LDR" }],
    resources: [
      { partner: "HOU", kind: "aligned", thousands: [1_200, 1_600], source: "Development programme" },
      { partner: "CTY", kind: "grant-or-transfer", thousands: [350, 350], source: "Capital programme" },
      { partner: "BRK", kind: "in-kind", thousands: [40, 60], source: "Land at Gipsy Lane, valuer’s note" },
    ],
  },
  {
    title: "Health inequalities",
    from: 6,
    evidence: [
      {
        ago: 3,
        source: "Public health annual report",
        says: "Men in the city’s poorest ward die eleven years earlier than men in its richest.",
      },
      {
        ago: 1,
        source: "Joint strategic needs assessment",
        says: "Smoking explains about half of that gap, and cold homes more than was thought.",
      },
    ],
    champions: [{ ago: 5, who: "NHS" }],
    resources: [
      { partner: "NHS", kind: "aligned", thousands: [540, 540], source: "Commissioning plan, annex B" },
      { partner: "CCL", kind: "pooled", thousands: [210, 210], source: "Public health grant, schedule 2" },
      {
        partner: "VOL",
        kind: "in-kind",
        thousands: [18, 25],
        source: "Volunteer hours, as Voluntary Action counts them",
      },
    ],
  },
  {
    title: "Safer, stronger communities",
    from: 6,
    evidence: [
      {
        ago: 2,
        source: "Community safety strategic assessment",
        says: "Burglary has halved in six years; what people fear has not changed.",
      },
    ],
    champions: [{ ago: 6, who: "/POL" }],
    resources: [
      { partner: "POL", kind: "aligned", thousands: [300, 350], source: "Neighbourhood policing plan" },
      { partner: "FIR", kind: "in-kind", thousands: [35, 35], source: "Home safety visits" },
    ],
  },
  {
    title: "Skills and work",
    from: 4,
    evidence: [
      {
        ago: 2,
        source: "Employer survey of the Chamber",
        says: "Four firms in ten have a post they cannot fill for want of skills, mostly in care and in construction.",
      },
    ],
    champions: [{ ago: 4, who: "COL" }],
    resources: [
      { partner: "COL", kind: "aligned", thousands: [260, 260], source: "Adult skills budget" },
      { partner: "JCP", kind: "aligned", thousands: [90, 140], source: "District support fund" },
      { partner: "CHA", kind: "in-kind", thousands: [12, 20], source: "Mentors’ time" },
    ],
  },
];

export const POTS_KEPT: readonly {
  readonly name: string;
  readonly partners: readonly string[];
  readonly thousands: number | null;
  readonly from: number;
  readonly until: number | null;
}[] = [
  { name: "Reward grant", partners: ["CTY", "CCL", "NHS", "POL"], thousands: 640, from: 5, until: -1 },
  { name: "Regeneration fund", partners: ["CTY", "HOU", "COL"], thousands: 1_150, from: 4, until: null },
  { name: "Partnership support budget", partners: ["CTY", "CCL"], thousands: 96, from: 6, until: null },
];
