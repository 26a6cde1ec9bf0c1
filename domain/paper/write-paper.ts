// The paper as the records alone would write it: the same facts give the same words, and no statement is without its
// count and the way to what was counted. An officer's own words are laid over it (`edits.ts`), never into it.
import { endOfDay, startOfDay } from "../calendar.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { BoardId } from "../ids.ts";
import { HEADLINE } from "../indicators/all.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { boardAsOf, isWithin, type Period, trendOf } from "../indicators/period.ts";
import type { Layer } from "../meeting/registers.ts";
import type { KeptRegisters } from "../registers/kept.ts";
import type { Day } from "../words.ts";
import { chartOf } from "./chart-data.ts";
import { claimWords } from "./claim-words.ts";
import { conclusions } from "./conclusions.ts";
import { type AssessedYear, feltSection } from "./felt.ts";
import { ELEMENTS, type ElementSection } from "./findings.ts";
import { chairing, councilSeats, joiningUp, reportedBack } from "./own-claims.ts";
import type { Block, Claim, Paper, Section } from "./paper.ts";
import { recordsSection } from "./records-section.ts";
import { dayWords, monthWords } from "./wording.ts";
import { type YearOf, yearOf } from "./year.ts";
import { yearBefore } from "./years.ts";

const TITLE = "How is the partnership performing?";

export type Asked = {
  readonly board: { readonly id: BoardId; readonly name: string; readonly layer: Layer };
  /** All that is known of the board's closed meetings, in any order. */
  readonly facts: readonly MeetingFacts[];
  readonly kept: KeptRegisters;
  readonly indicators: readonly Indicator[];
  /** Those of the board that are over and counted, in any order. */
  readonly assessments: readonly AssessedYear[];
  readonly from: Day;
  readonly to: Day;
  readonly asOf: number;
};

/** Null when no meeting with the layer of the latest one was held and closed in the twelve months. */
export function paperOf(asked: Asked): Paper | null {
  const { board, kept, indicators, assessments, from, to, asOf } = asked;
  const known = boardAsOf(asked.facts, asOf);
  const period: Period = { from: startOfDay(from), to: endOfDay(to) };
  const upTo = known.filter(({ openedAt }) => openedAt < period.to);
  const meetings = upTo.filter((facts) => isWithin(facts, period));
  if (meetings.length === 0) return null;

  const years = indicators.flatMap((indicator): YearOf[] => {
    const words = claimWords[indicator.id];
    return words
      ? [
          yearOf({
            indicator,
            words,
            known,
            period,
            before: yearBefore(from),
            asOf,
            kept,
            isHeadline: isHeadline(indicator),
          }),
        ]
      : [];
  });
  const own = ownClaims({ meetings, asOf });
  const charts = new Map(
    years
      .filter(({ isHeadline: is }) => is)
      .map(({ indicator, words, section }) => [
        indicator.id as string,
        chartOf({
          key: `${section}/chart-${indicator.id}`,
          name: words.name,
          indicator,
          trend: trendOf(indicator, upTo, asOf, { kept }),
          board: upTo,
          year: period,
        }),
      ]),
  );
  const felt = feltSection({ assessments, meetings, ...period, asOf });
  const elements = ELEMENTS.map((element) => elementSection(element, years, own, charts));
  return {
    title: TITLE,
    board,
    from,
    to,
    asOf,
    meetings: meetings.map(({ meetingId, openedAt }) => ({ meetingId, at: openedAt })),
    sections: [
      introduction(asked),
      recordsSection({ meetings, asOf, charts: charts.size, earlier: upTo.length - meetings.length }),
      ...elements,
      ...(felt ? [felt] : []),
      conclusions(years, elements),
    ],
  };
}

function isHeadline({ id }: Indicator): boolean {
  return HEADLINE.some((each) => each.id === id);
}

function ownClaims(year: { readonly meetings: readonly MeetingFacts[]; readonly asOf: number }) {
  return new Map<string, Claim>([
    ["choice-of-chair", chairing(year)],
    ["chief-executives", councilSeats(year)],
    ["joining-up-resources", joiningUp(year)],
    ["own-stakeholders", reportedBack(year)],
  ]);
}

function elementSection(
  { key, heading, about, findings }: ElementSection,
  years: readonly YearOf[],
  own: ReadonlyMap<string, Claim>,
  charts: ReadonlyMap<string, Block>,
): Section {
  const blocks = findings.flatMap((finding): Block[] => {
    const told = finding.indicators.flatMap((id): Block[] => {
      const year = years.find(({ indicator }) => indicator.id === id);
      const chart = charts.get(id);
      return year ? [year.claim, ...(chart ? [chart] : [])] : [];
    });
    const ours = own.get(finding.key);
    const claims = [...(ours ? [ours] : []), ...told];
    return [
      { kind: "finding", key: `${key}/finding-${finding.key}`, text: finding.sentence },
      ...(claims.length > 0
        ? claims
        : [
            {
              kind: "paragraph" as const,
              key: `${key}/unanswered-${finding.key}`,
              text: "The records do not count anything yet that would answer this.",
            },
          ]),
    ];
  });
  return {
    key,
    heading,
    blocks: [{ kind: "paragraph", key: `${key}/about`, text: about }, ...blocks, ownWords(key)],
  };
}

/** Empty, for what an officer knows and no record does. */
function ownWords(key: Section["key"]): Block {
  return { kind: "paragraph", key: `${key}/own-words`, text: "" };
}

function introduction({ board, from, to }: Asked): Section {
  const paragraphs = [
    [
      "report",
      "Published by the Audit Commission in 2009, ‘Working better together? Managing Local Strategic Partnerships’ reviewed how Local Strategic Partnerships (LSPs) deal with performance, resources and governance. It looked at them through a framework of seven elements: the Sustainable Community Strategy, staff and skills, style, synergies, steering, systems and standards.",
    ],
    [
      "this-paper",
      `This paper takes the report’s findings one by one and sets beside each what our own records say for the twelve months from ${dayWords(from)} to ${dayWords(to)}. It covers one board of the partnership: ${board.name}. Findings that hang on Local Area Agreements or the Comprehensive Area Assessment are left out, since both have been abolished.`,
    ],
    [
      "how-to-read",
      "Every statement gives the count that it rests on and the way to the entries counted. Where a range follows a percentage, the usual level probably lies within it, if the board goes on as it did; with few cases the range is wide, and a difference inside it means little. Where something is not recorded the paper says so. No partner and no person is ranked.",
    ],
  ] as const;
  return {
    key: "introduction",
    heading: "Introduction",
    blocks: [
      ...paragraphs.map(([key, text]): Block => ({ kind: "paragraph", key: `introduction/${key}`, text })),
      ownWords("introduction"),
    ],
  };
}

/** "December 2025 to November 2026" */
export function spanWords({ from, to }: Pick<Paper, "from" | "to">): string {
  return `${monthWords(from)} to ${monthWords(to)}`;
}
