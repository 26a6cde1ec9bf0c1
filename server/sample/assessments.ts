// Five years in which the strategic board was asked how it works: a new chair makes room for more of its partners, the
// hard year is felt where money is spoken of, less time goes on tables, and what support costs few ever know.
import type { Temporal } from "temporal-polyfill";
import type { AssessmentRow } from "#db/assessments.ts";
import { yearOf } from "#domain/assessment/assessment.ts";
import { type AnswerToOne, assessed, groupOf, type SealedAnswers } from "#domain/assessment/scoring.ts";
import { STATEMENTS, type StatementId } from "#domain/assessment/statements.ts";
import { endOfDay } from "#domain/calendar.ts";
import { BoxId } from "#domain/ids.ts";
import { boardId, CLERK } from "./cast.ts";
import { type Chance, chanceOf, sampleId } from "./chance.ts";
import { momentOf } from "./days.ts";
import { BOARDS, PARTNERS } from "./partnership.ts";

/** Where a statement stands in each of the five years, the oldest first, and what share never know. */
type Felt = { readonly years: readonly [number, number, number, number, number]; readonly unknown: number };

const felt = (unknown: number, ...years: Felt["years"]): Felt => ({ years, unknown });

const FELT: Readonly<Record<StatementId, Felt>> = {
  "scs-1": felt(0, 3.2, 3.4, 3.6, 3.7, 3.9),
  "scs-2": felt(0.06, 3.3, 3.3, 3.4, 3.2, 3.5),
  "scs-3": felt(0.02, 3.1, 3.2, 3.4, 3.3, 3.7),
  "staff-1": felt(0.02, 3.9, 3.8, 3.8, 3.6, 3.8),
  "staff-2": felt(0, 2.8, 2.9, 3.6, 3.9, 4.1),
  "staff-3": felt(0.08, 3.1, 3, 3.1, 3, 3.2),
  "staff-4": felt(0.05, 3.7, 3.7, 3.8, 3.4, 3.6),
  "style-1": felt(0.02, 2.9, 3, 3.3, 3.5, 3.8),
  "style-2": felt(0.02, 3, 3.1, 3.1, 2.4, 2.9),
  "style-3": felt(0, 2.7, 2.8, 3.2, 3.5, 3.7),
  "style-4": felt(0.02, 3.8, 3.9, 3.8, 3, 2.5),
  "syn-1": felt(0.06, 3.5, 3.6, 3.7, 3.7, 4),
  "syn-2": felt(0.02, 3.8, 3.9, 3.8, 3.9, 4.1),
  "syn-3": felt(0.02, 3.2, 3.1, 3.3, 3.1, 3.6),
  "steer-1": felt(0.04, 2.9, 2.9, 3, 2.9, 3.2),
  "steer-2": felt(0.28, 2.2, 2.3, 2.4, 2.5, 2.7),
  "steer-3": felt(0.04, 2.4, 2.4, 2.5, 2.7, 2.9),
  "steer-4": felt(0.12, 2.6, 2.6, 2.7, 2.1, 2.6),
  "stand-1": felt(0.04, 3.2, 3.3, 3.3, 3.4, 3.6),
  "stand-2": felt(0.05, 2.8, 2.8, 2.9, 3, 3.2),
  "stand-3": felt(0.1, 3.2, 3.3, 3.3, 3.4, 3.7),
  "stand-4": felt(0.06, 2.9, 3, 3, 3, 3.1),
  "sys-1": felt(0.02, 2.7, 2.7, 2.9, 2.8, 3.2),
  "sys-2": felt(0.5, 1.9, 1.9, 2, 2.2, 2.4),
  "sys-3": felt(0.42, 2.9, 2.9, 2.9, 2.6, 2.8),
  "sys-4": felt(0, 3.3, 3.2, 3.5, 3.6, 3.7),
};

/** In each year, the share of those asked who answered. */
const ANSWERED = [0.5, 0.55, 0.62, 0.6, 0.74] as const;
const WEEKS_BEFORE_TODAY = 11;

export function sampleAssessments(today: Temporal.PlainDate): readonly AssessmentRow[] {
  return ANSWERED.map((share, place) => {
    const day = today.subtract({ years: ANSWERED.length - 1 - place, weeks: WEEKS_BEFORE_TODAY });
    const opens = day.subtract({ days: day.dayOfWeek - 1 });
    const opensAt = momentOf(opens, "09:00");
    const closesAt = endOfDay(opens.add({ days: 18 }).toString());
    const asked = membersAsked();
    const chance = chanceOf(`assessment ${place}`);
    const answers = asked.filter(() => chance.isOnce(share)).map((group) => answersOf(group, place, chance));
    return {
      id: sampleId(`assessment ${place}`),
      boardId: boardId("strategic"),
      year: yearOf(opensAt),
      opensAt,
      closesAt,
      madeBy: CLERK,
      box: BoxId.parse(sampleId(`assessment box ${place}`)),
      officersBox: null, // chair and clerks are three
      asked: asked.length,
      invitedAt: opensAt,
      remindedAt: momentOf(opens.add({ days: 16 }), "09:00"),
      endedAt: closesAt,
      result: assessed(answers, []),
    };
  });
}

/** Of each person who is asked, the group of their partner. */
function membersAsked(): readonly SealedAnswers["group"][] {
  const board = BOARDS.find(({ key }) => key === "strategic");
  if (!board) throw new Error("sample: no strategic board");
  return board.seats.flatMap(({ partner, principal, substitutes }) => {
    const sector = PARTNERS.find(({ code }) => code === partner)?.sector;
    const people = [...(principal === null ? [] : [principal]), ...substitutes];
    const members = people.filter(
      (person) => board.roles[person] === "member" || board.roles[person] === "viceChair",
    );
    return sector ? members.map(() => groupOf(sector)) : [];
  });
}

function answersOf(group: SealedAnswers["group"], year: number, chance: Chance): SealedAnswers {
  const about = (spread: number) => (chance.next() + chance.next() - 1) * spread;
  // some are content with most things, some with few; business and voluntary bodies somewhat less than councils
  const own = about(0.9) + (group === "council" ? 0.2 : group === "independent" ? -0.2 : 0);
  const answers = STATEMENTS.map(({ id, reversed }): AnswerToOne => {
    const { years, unknown } = FELT[id];
    if (chance.isOnce(unknown)) return "unknown";
    if (chance.isOnce(0.01)) return null;
    const said = Math.round((years[year] ?? 3) + (reversed ? -own : own) + about(1.5));
    return Math.min(5, Math.max(1, said));
  });
  return { group, answers };
}
