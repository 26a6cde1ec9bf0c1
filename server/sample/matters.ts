// What boards like this one talk about, in words such boards use. `{ward}` is filled by chance.
import type { MoneyKind, Topic } from "#domain/meeting/entry.ts";
import type { Focus } from "#domain/meeting/item.ts";

export const WARDS = [
  "Barton",
  "Rose Hill",
  "Blackbird Leys",
  "Wood Farm",
  "Cutteslowe",
  "Littlemore",
] as const;

type Question = {
  readonly from: readonly string[];
  readonly to: string;
  readonly topic: Topic;
  readonly asks: string;
  readonly answer: string;
};
type Sum = {
  readonly of: string;
  readonly kind: MoneyKind;
  readonly says: string;
  readonly pounds: readonly [number, number];
  readonly period: string;
  readonly source: string;
};

export type Matter = {
  readonly title: string;
  readonly objective: string;
  readonly lead: string;
  readonly foci: readonly Focus[];
  readonly asked: string;
  readonly questions: readonly Question[];
  readonly sums: readonly Sum[];
  readonly decisions: readonly string[];
  readonly actions: readonly { readonly owner: string; readonly does: string }[];
  readonly notes: readonly { readonly by: string; readonly says: string }[];
};

const ask = (from: string, to: string, topic: Topic, asks: string, answer: string): Question => ({
  from: from.split(" "),
  to,
  topic,
  asks,
  answer,
});
const sum = (
  of: string,
  kind: MoneyKind,
  says: string,
  pounds: readonly [number, number],
  period: string,
  source: string,
): Sum => ({ of, kind, says, pounds, period, source });

export const MATTERS: readonly Matter[] = [
  {
    title: "Regeneration Framework: action plan",
    objective: "Regeneration Framework",
    lead: "CTY",
    foci: ["strategy", "delivery", "resources"],
    asked:
      "The board is asked to agree the priority areas for the coming year and to align staff time to each.",
    questions: [
      ask(
        "VOL TEN FTH",
        "CTY",
        "delivery",
        "Why does the plan leave {ward} until the third year?",
        "The community centre lease has two years to run. The youth programme needs no building, so it will come forward.",
      ),
      ask(
        "CHA SCI",
        "partnership",
        "evidence",
        "What tells us that the last programme in {ward} worked?",
        "The household survey of last spring; the figures will be sent round.",
      ),
      ask(
        "UNI BRK COL",
        "CTY",
        "process",
        "Who decides which areas drop out if the money falls short?",
        "The executive proposes, this board decides, in July.",
      ),
      ask(
        "POL NHS",
        "CCL",
        "performance",
        "Only three of the eight areas have a named lead. When will the others?",
        "By the next meeting; the director will write to each.",
      ),
      ask(
        "CCL",
        "CTY",
        "money",
        "Is the capital in the plan already in your budget or still a bid?",
        "Half is in the budget. The bid for the rest goes in next month.",
      ),
    ],
    sums: [
      sum(
        "CCL",
        "aligned",
        "Three posts from the youth service budget for the priority areas.",
        [90_000, 140_000],
        "a year",
        "Youth service revenue budget",
      ),
      sum(
        "CTY",
        "pooled",
        "A share of the neighbourhood budget into one fund for {ward}.",
        [40_000, 120_000],
        "2 years",
        "Neighbourhood budget",
      ),
      sum(
        "NHS",
        "in-kind",
        "Prevention staff lined up behind the plan.",
        [50_000, 90_000],
        "a year",
        "Prevention team",
      ),
      sum(
        "HOU",
        "procurement",
        "One contract for repairs and training in {ward}.",
        [150_000, 400_000],
        "3 years",
        "Repairs programme",
      ),
    ],
    decisions: [
      "Agree the eight priority areas for the year. Each partner with a priority area names a lead officer.",
      "Bring the {ward} youth programme forward by one year.",
      "Ask the executive for one table of all money named against the priority areas.",
    ],
    actions: [
      { owner: "DIR", does: "Name a lead officer for each of the five areas without one." },
      { owner: "CEX", does: "Write one table of all money named against the eight areas." },
      { owner: "VOL", does: "Bring together the community groups of {ward} on the plan." },
    ],
    notes: [
      { by: "CTY", says: "Staff were aligned to three of the eight areas last year." },
      { by: "TEN", says: "Residents of {ward} heard of the plan from the newspaper." },
      { by: "UNI", says: "Students could carry out the household survey again at cost." },
    ],
  },
  {
    title: "Low Carbon Oxford: next round",
    objective: "Low Carbon Oxford",
    lead: "SCI",
    foci: ["strategy", "resources", "delivery"],
    asked: "The board is asked to agree the prospectus and the share each founding partner brings.",
    questions: [
      ask(
        "VOL FTH TEN",
        "SCI",
        "delivery",
        "What will a household in {ward} notice of this?",
        "Insulation for four hundred homes first; the list is public.",
      ),
      ask(
        "CHA RET",
        "CTY",
        "money",
        "Who pays if the grant for the heat network is late?",
        "The city underwrites the first year only.",
      ),
      ask(
        "CTY CCL",
        "UNI",
        "performance",
        "Your own estate’s emissions rose. Is the target still ours?",
        "It is. Two laboratories opened; the plan to bring them down is published in May.",
      ),
      ask(
        "NHS",
        "partnership",
        "evidence",
        "Do we all count carbon the same way?",
        "Not yet. One method will be proposed to the executive.",
      ),
      ask(
        "COL BRK",
        "SCI",
        "process",
        "How do smaller partners get a say in the prospectus?",
        "The steering group gains two places for them.",
      ),
    ],
    sums: [
      sum(
        "UNI",
        "pooled",
        "A founding partner’s share of the low carbon fund.",
        [60_000, 150_000],
        "3 years",
        "Estates budget",
      ),
      sum(
        "SCI",
        "pooled",
        "Match for the founding partners’ shares.",
        [30_000, 80_000],
        "a year",
        "Site company",
      ),
      sum(
        "CTY",
        "reward-grant",
        "Part of the reward grant to insulation in {ward}.",
        [80_000, 200_000],
        "once",
        "Reward grant",
      ),
      sum(
        "CCL",
        "saving",
        "Street lighting dimmed after midnight.",
        [45_000, 110_000],
        "a year",
        "Highways energy",
      ),
    ],
    decisions: [
      "Agree the Low Carbon Oxford prospectus and publish it.",
      "Count carbon by one method across all founding partners.",
      "Ask each founding partner to publish its estate’s emissions by the summer.",
    ],
    actions: [
      { owner: "SCI", does: "Publish the prospectus with each partner’s share." },
      { owner: "UNI", does: "Circulate the method for counting carbon." },
      { owner: "CHA", does: "Ask ten members to join the next round." },
    ],
    notes: [
      { by: "SCI", says: "Eleven organisations have signed; four are small firms." },
      { by: "FTH", says: "Twelve places of worship would take part if someone surveyed their roofs." },
      { by: "BRK", says: "The new building is heated without gas." },
    ],
  },
  {
    title: "Affordable Housing Select Committee: findings",
    objective: "Affordable housing",
    lead: "CTY",
    foci: ["strategy", "resources", "governance"],
    asked: "The board is asked to receive the committee’s findings and to say which it will act on.",
    questions: [
      ask(
        "TEN VOL",
        "CTY",
        "delivery",
        "How many of the homes are within reach of a care worker’s wage?",
        "Two in five at present. The committee asks for three.",
      ),
      ask(
        "SCI CHA",
        "CTY",
        "process",
        "Why does a site take four years from allocation to building?",
        "Two of them are ground surveys. Both could start earlier.",
      ),
      ask(
        "UNI",
        "CCL",
        "evidence",
        "Has anyone tested what the road capacity rule costs in homes?",
        "Not yet. The county will bring figures to the executive.",
      ),
      ask(
        "NHS POL",
        "partnership",
        "money",
        "Which of our own land could we put in, and at what price?",
        "Each body will list what it holds; price is for later.",
      ),
      ask(
        "CTY",
        "UNI",
        "delivery",
        "What will you do about students in family homes in {ward}?",
        "Build six hundred rooms on our own land; the first open next autumn.",
      ),
    ],
    sums: [
      sum(
        "CTY",
        "grant-or-transfer",
        "Grant to homes at social rent in {ward}.",
        [300_000, 900_000],
        "2 years",
        "Housing capital programme",
      ),
      sum(
        "UNI",
        "procurement",
        "A framework for building on the university’s own land.",
        [400_000, 1_200_000],
        "5 years",
        "Estates capital",
      ),
      sum(
        "NHS",
        "aligned",
        "Surplus land by the old clinic.",
        [200_000, 600_000],
        "once",
        "Estates disposal plan",
      ),
      sum(
        "CCL",
        "pressure",
        "Temporary accommodation for families costs more than was set aside.",
        [120_000, 260_000],
        "this year",
        "Children’s services",
      ),
    ],
    decisions: [
      "Accept the committee’s first six findings and report on each in six months.",
      "List all land that partners hold and could put in.",
      "Ask the two councils to start ground surveys before allocation.",
    ],
    actions: [
      { owner: "CEX", does: "Circulate the costed list of housing sites." },
      { owner: "NHS", does: "List surplus land with dates at which it could be free." },
      { owner: "CAB", does: "Bring figures on the road capacity rule to the executive." },
    ],
    notes: [
      { by: "TEN", says: "The waiting list grew by three hundred households in the year." },
      { by: "COL", says: "Two lecturers left for want of a home they could afford." },
      { by: "CTY", says: "The committee heard from nineteen witnesses in public." },
    ],
  },
  {
    title: "Health inequalities: ten years between wards",
    objective: "Health inequalities",
    lead: "NHS",
    foci: ["strategy", "performance-headline", "resources"],
    asked: "The board is asked what each partner will change so that the gap between wards narrows.",
    questions: [
      ask(
        "VOL FTH TEN",
        "NHS",
        "performance",
        "Life expectancy in {ward} has not moved in six years. What did we do there?",
        "Too little that lasted. The new plan has three long programmes instead of twelve short ones.",
      ),
      ask(
        "CTY CCL",
        "NHS",
        "money",
        "Does prevention money survive your savings plan?",
        "It is held at last year’s level.",
      ),
      ask(
        "UNI BRK",
        "partnership",
        "evidence",
        "Which of these programmes has been evaluated by anyone?",
        "Two. The university offers to look at the third.",
      ),
      ask(
        "POL FIR",
        "CCL",
        "delivery",
        "Who visits the families our officers tell you about?",
        "From April one team does; until then it is shared out.",
      ),
    ],
    sums: [
      sum(
        "NHS",
        "aligned",
        "Health visitors’ hours in {ward}.",
        [70_000, 160_000],
        "a year",
        "Community services",
      ),
      sum(
        "CCL",
        "pooled",
        "Public health grant into the shared programme.",
        [100_000, 220_000],
        "2 years",
        "Public health grant",
      ),
      sum(
        "FIR",
        "in-kind",
        "Home safety visits that also check for cold and damp.",
        [20_000, 45_000],
        "a year",
        "Community safety team",
      ),
    ],
    decisions: [
      "Put three long programmes in place of twelve short ones.",
      "Send one team to families whom more than one service knows.",
      "Ask the university to evaluate the programme in {ward}.",
    ],
    actions: [
      { owner: "NHS", does: "Bring ward figures on one page to each meeting." },
      { owner: "BRK", does: "Write the evaluation plan for the {ward} programme." },
      { owner: "FIR", does: "Add two questions on cold and damp to home visits." },
    ],
    notes: [
      { by: "NHS", says: "Nine years separate the longest and the shortest life expectancy in the city." },
      { by: "FTH", says: "Lunch clubs see people whom no service sees." },
      { by: "JCP", says: "Four in ten on long-term sickness want to work." },
    ],
  },
  {
    title: "Safer communities: what residents notice",
    objective: "Safer, stronger communities",
    lead: "POL",
    foci: ["performance-headline", "delivery", "strategy"],
    asked: "The board is asked to agree the three things all partners will work on together.",
    questions: [
      ask(
        "TEN VOL",
        "POL",
        "delivery",
        "Why are there fewer officers on foot in {ward} than we agreed?",
        "Two posts were vacant. Both are filled from this month.",
      ),
      ask(
        "CHA RET",
        "CTY",
        "performance",
        "Shop theft is up by a fifth. What is the council’s part?",
        "Cameras in the two car parks, and the wardens’ hours moved to evenings.",
      ),
      ask(
        "UNI BRK",
        "POL",
        "evidence",
        "Are these figures recorded crime or what people experience?",
        "Recorded. The survey is quarterly and will be set beside them.",
      ),
      ask(
        "NHS",
        "partnership",
        "process",
        "Who holds the list of the forty families that all of us know?",
        "Nobody yet. The executive will propose a keeper and a rule for sharing.",
      ),
    ],
    sums: [
      sum(
        "POL",
        "in-kind",
        "Two neighbourhood officers’ time for {ward}.",
        [70_000, 90_000],
        "a year",
        "Area policing budget",
      ),
      sum("CTY", "aligned", "Wardens’ evening hours.", [35_000, 60_000], "a year", "Community safety budget"),
      sum(
        "RET",
        "pooled",
        "A levy from the larger shops towards radio links.",
        [15_000, 40_000],
        "a year",
        "Members’ levy",
      ),
    ],
    decisions: [
      "Work together on three things: burglary, night-time noise and the forty families.",
      "Set the residents’ survey beside recorded crime in every report.",
      "Move the wardens’ hours to evenings in {ward}.",
    ],
    actions: [
      { owner: "POL", does: "Report the officers on foot in {ward} each quarter." },
      { owner: "CEX", does: "Propose who keeps the list of families and how it is shared." },
      { owner: "TEN", does: "Hold two street meetings with the ward officers." },
    ],
    notes: [
      { by: "POL", says: "Burglary fell for the third quarter running." },
      { by: "TEN", says: "People stop reporting when nobody rings back." },
      { by: "BRK", says: "Student wardens have begun on two nights a week." },
    ],
  },
  {
    title: "Skills and work after the downturn",
    objective: "Skills and work",
    lead: "COL",
    foci: ["strategy", "resources", "delivery"],
    asked: "The board is asked to agree one offer of training places and who stands behind it.",
    questions: [
      ask(
        "CHA SCI",
        "COL",
        "delivery",
        "Employers asked for technicians. Why are the places in business studies?",
        "Funding followed last year’s demand. From September sixty places move.",
      ),
      ask(
        "VOL TEN",
        "JCP",
        "performance",
        "How many from {ward} had a job six months after the course?",
        "Four in ten. The rate for the city is six.",
      ),
      ask(
        "CTY CCL",
        "CHA",
        "money",
        "What do your members put in besides good will?",
        "Forty paid placements this year; the list is with the college.",
      ),
      ask(
        "UNI",
        "partnership",
        "evidence",
        "Do we know why young people from {ward} leave at sixteen?",
        "The college will ask the last three years’ leavers.",
      ),
    ],
    sums: [
      sum(
        "COL",
        "aligned",
        "Sixty places moved to technicians’ courses.",
        [120_000, 240_000],
        "a year",
        "Adult skills allocation",
      ),
      sum(
        "CHA",
        "in-kind",
        "Paid placements by member firms.",
        [50_000, 120_000],
        "a year",
        "Members’ payrolls",
      ),
      sum(
        "JCP",
        "grant-or-transfer",
        "Support fund for travel and tools.",
        [20_000, 60_000],
        "a year",
        "Flexible support fund",
      ),
      sum("BRK", "saving", "Shared teaching space with the college.", [30_000, 70_000], "a year", "Estates"),
    ],
    decisions: [
      "Make one offer of training places under one name.",
      "Move sixty places to technicians’ courses from September.",
      "Report jobs after six months, by ward, twice a year.",
    ],
    actions: [
      { owner: "COL", does: "Ask the last three years’ leavers why they left." },
      { owner: "JCP", does: "Send jobs after six months by ward to the partnership officer." },
      { owner: "CHA", does: "Find twenty more paid placements." },
    ],
    notes: [
      { by: "JCP", says: "Claims among under-twenty-fives doubled in eighteen months." },
      { by: "SCI", says: "Nine firms on the park cannot fill technicians’ posts." },
      { by: "COL", says: "Applications are up by a third." },
    ],
  },
];

/** What is asked when the books are opened in a hard year. */
export const BUDGET: Matter = {
  title: "Partners’ budgets: what changes for joint work",
  objective: "Regeneration Framework",
  lead: "CTY",
  foci: ["resources", "resources", "governance"],
  asked: "Each partner is asked what its savings mean for what the partnership has agreed.",
  questions: [
    ask(
      "VOL TEN FTH",
      "CTY",
      "money",
      "Which grants to community groups in {ward} end in March?",
      "Not settled. The list goes to cabinet in January.",
    ),
    ask(
      "CHA SCI",
      "CCL",
      "money",
      "What would you stop doing to pay for the second year?",
      "I am not able to say before the council’s budget.",
    ),
    ask(
      "NHS POL",
      "CTY",
      "process",
      "Will you tell us before or after you decide?",
      "Before. A note will come to every partner in December.",
    ),
    ask(
      "UNI BRK COL",
      "NHS",
      "money",
      "Is any of the reward grant still uncommitted?",
      "The treasurer will confirm in writing.",
    ),
    ask("CTY", "CHA", "money", "Will your members keep to last year’s promise?", "Most. Two have withdrawn."),
  ],
  sums: [
    sum(
      "CTY",
      "pressure",
      "A gap in the general fund that reaches neighbourhood work.",
      [800_000, 1_600_000],
      "this year",
      "Medium-term financial plan",
    ),
    sum(
      "CCL",
      "pressure",
      "Youth service savings; posts in the priority areas are not protected.",
      [300_000, 700_000],
      "this year",
      "Savings plan",
    ),
    sum(
      "POL",
      "pressure",
      "Neighbourhood officers’ overtime is withdrawn.",
      [60_000, 130_000],
      "this year",
      "Area policing budget",
    ),
    sum(
      "NHS",
      "saving",
      "Management posts removed before prevention.",
      [200_000, 450_000],
      "a year",
      "Running costs",
    ),
    sum(
      "VOL",
      "pressure",
      "Core funding ends in March; three advice sessions would close.",
      [40_000, 90_000],
      "a year",
      "Core grant",
    ),
  ],
  decisions: [
    "Tell every partner before a joint programme is cut, not after.",
    "Put the uncommitted reward grant to the programmes that end in March.",
    "Ask the executive to rank joint programmes by what is lost if they stop.",
  ],
  actions: [
    { owner: "CEX", does: "Send every partner a note on savings that touch joint work." },
    { owner: "DIR", does: "Say which posts in the priority areas are at risk." },
    { owner: "VOL", does: "List the advice sessions that would close." },
  ],
  notes: [
    { by: "CCL", says: "The settlement is expected in the second week of December." },
    { by: "VOL", says: "Seven groups have given their staff notice." },
    { by: "CTY", says: "Reserves cover one year, not two." },
  ],
};
