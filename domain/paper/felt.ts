// What the members say themselves: the year's self-assessment as the paper tells it, beside what its records count. Scores
// of elements and never a total, nobody's own answers, and nothing by sector (`indicators.md §8`).
import type { AssessmentResult, ElementTold } from "../assessment/scoring.ts";
import { dayOf } from "../calendar.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { ELEMENTS } from "./findings.ts";
import type { Block, Claim, ClaimEvidence, Section, Standing } from "./paper.ts";
import { inWords, monthWords, percent, rounded, told } from "./wording.ts";

export type AssessedYear = {
  /** By which it is called, and found. */
  readonly year: number;
  readonly closesAt: number;
  readonly asked: number;
  readonly result: AssessmentResult;
};

type Of = {
  readonly assessments: readonly AssessedYear[];
  readonly meetings: readonly MeetingFacts[];
  /** The first moment of the twelve months and the first after them. */
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
};

/** Fewer than this and a score may hang on two or three people. */
const FEW = 10;
/** In points of the scale; less of a move is not worth a sentence. */
const WORTH_SAYING = 0.2;

/** Null where the board was not asked in the twelve months, or it is not over. */
export function feltSection(of: Of): Section | null {
  const { assessments, from, to, asOf, meetings } = of;
  const now = assessments
    .filter(({ closesAt }) => closesAt >= from && closesAt < to && closesAt <= asOf)
    .toSorted((a, b) => b.closesAt - a.closesAt)[0];
  if (!now) return null;
  const before = assessments.find(
    ({ year, result }) => year === now.year - 1 && result.questionnaire === now.result.questionnaire,
  );
  const evidence: ClaimEvidence = {
    indicator: null,
    meetings: meetings.map(({ meetingId }) => meetingId),
    counted: now.result.members.answered,
    places: [],
    assessment: now.year,
  };
  const elements = now.result.members.elements;
  const lines = elements.map((element) => ({
    element,
    earlier: before?.result.members.elements.find((each) => each.element === element.element) ?? null,
  }));
  return {
    key: "felt",
    heading: "What the members say themselves",
    blocks: [
      answeredClaim(now, evidence),
      ...(lines.length === 0
        ? []
        : [elementsClaim(lines, standingOf(elements), evidence), table(lines, now)]),
      { kind: "paragraph", key: "felt/beside", text: BESIDE },
      { kind: "paragraph", key: "felt/own-words", text: "" },
    ],
  };
}

const BESIDE =
  "The figures above count what was recorded at meetings; these answers say how it felt to be a part of them. Where the two agree, each lends the other weight. Where they part, that is the finding, and a matter for a conversation and not for another figure.";

function standingOf(elements: readonly ElementTold[]): Standing {
  return elements.some(({ respondents }) => respondents < FEW) ? "thin" : "firm";
}

function answeredClaim({ closesAt, asked, result }: AssessedYear, evidence: ClaimEvidence): Claim {
  const { answered, elements } = result.members;
  return {
    kind: "claim",
    key: "felt/answered",
    text: told(
      `In ${monthWords(dayOf(closesAt))} the members were asked how well the partnership works: twenty-six statements by the seven elements, without their names. Of ${inWords(asked)} asked, ${inWords(answered)} answered (${percent((answered / Math.max(1, asked)) * 100)}).`,
      elements.length === 0 && "That is too few for anything to be told of their answers.",
    ),
    standing: elements.length === 0 ? "tooLittle" : answered < FEW ? "thin" : "firm",
    figure: `${answered} of ${asked}`,
    evidence,
  };
}

type Line = { readonly element: ElementTold; readonly earlier: ElementTold | null };

function elementsClaim(lines: readonly Line[], standing: Standing, evidence: ClaimEvidence): Claim {
  const byScore = lines.toSorted((a, b) => b.element.score - a.element.score);
  const [best, worst] = [byScore[0], byScore.at(-1)];
  const [moved] = lines
    .flatMap(({ element, earlier }) =>
      earlier ? [{ element, by: element.score - earlier.score, earlier }] : [],
    )
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const [unknown] = lines.toSorted((a, b) => shareUnknown(b.element) - shareUnknown(a.element));
  return {
    kind: "claim",
    key: "felt/elements",
    text: told(
      best !== undefined &&
        worst !== undefined &&
        best !== worst &&
        `On a scale from 1 to 5 they put ${nameOf(best)} highest, at ${rounded(best.element.score, 1)}, and ${nameOf(worst)} lowest, at ${rounded(worst.element.score, 1)}.`,
      moved !== undefined &&
        (Math.abs(moved.by) < WORTH_SAYING
          ? "No element has moved by more than a fifth of a point since the year before."
          : `The largest move since the year before is that of ${nameOf(moved)}, from ${rounded(moved.earlier.score, 1)} to ${rounded(moved.element.score, 1)}; others may have answered then, so it is a pointer and no more.`),
      unknown !== undefined &&
        unknown.element.unknown.count > 0 &&
        `“I don’t know” is kept apart, for not knowing is a finding of its own: it was said most under ${nameOf(unknown)}, in ${percent(shareUnknown(unknown.element))} of the answers.`,
    ),
    standing,
    figure: null,
    evidence,
  };
}

function table(lines: readonly Line[], { asked, result }: AssessedYear): Block {
  const score = (element: ElementTold | null) => (element ? rounded(element.score, 1) : "–");
  return {
    kind: "table",
    key: "felt/scores",
    caption: `The seven elements as the members see them, from 1 to 5: ${result.members.answered} of ${asked} answered`,
    head: ["Element", "This year", "Year before", "Middle half of members", "“I don’t know”"],
    rows: lines.map(({ element, earlier }) => [
      headingOf(element.element),
      score(element),
      score(earlier),
      element.middleHalf.map((end) => rounded(end, 1)).join(" to "),
      percent(shareUnknown(element)),
    ]),
  };
}

function shareUnknown({ unknown }: ElementTold): number {
  return unknown.of === 0 ? 0 : (unknown.count / unknown.of) * 100;
}

function headingOf(element: ElementTold["element"]): string {
  return ELEMENTS.find(({ key }) => key === element)?.heading ?? element;
}

/** As it stands within a sentence: the strategy is a name. */
function nameOf({ element }: { readonly element: ElementTold }): string {
  const heading = headingOf(element.element);
  return element.element === "strategy"
    ? `the ${heading}`
    : heading.replace(/^[A-Z]/, (c) => c.toLowerCase());
}
