import { figure } from "#app/_charts/figures.ts";
import { counted } from "#app/_text/numbers.ts";
import type { Words } from "./words.ts";
import { beside, casesPooled, countedMarks, countsOf, ofCases, percentIn, sentences } from "./words.ts";

/** Numbers 24 to 28. */
export const doingAndStandardsWords = {
  "decision-follow-through": {
    question: "Are actions done on time?",
    name: "Did we do what we said?",
    top: "Actions recorded as done on or before the day they were first due.",
    bottom:
      "Actions whose first day came after the meeting before and up to this one, less those dropped by agreement.",
    saysNothingUntil: "One action fell due. A figure for a year needs ten.",
    couldMislead:
      "Moving the day does not help: the first one counts. An action is done on the day on which somebody records it. Easy actions are done sooner, so the large ones stand beside it.",
    columns: ["On time", "Done on time", "Fell due"],
    says: ofCases("done on time"),
    caption: (told) =>
      sentences(
        countsOf(
          [beside(told, "late"), "late"],
          [beside(told, "open"), "open"],
          [beside(told, "droppedByAgreement"), "dropped by agreement, not counted"],
        ),
        `Done by now, ${percentIn(told, "doneByNow")}.`,
        beside(told, "redated") > 0 ? `${beside(told, "redated")} put off beforehand by agreement.` : "",
        beside(told, "large") > 0
          ? `Of ${counted(beside(told, "large"), "large one")} ${beside(told, "largeOnTime")} on time.`
          : "",
      ),
    pooled: casesPooled("actions were done on time"),
    marks: { full: "on time", half: "late", open: "open", gone: "dropped by agreement" },
  },
  "support-cost-known": {
    question: "Do we know, or are we guessing?",
    name: "Do we know what support costs?",
    top: "Support roles for which hours and rate were entered for the meeting; a nought that was entered counts.",
    bottom: "Roles on the standing list as it stood then.",
    saysNothingUntil: "There is a standing list of support roles.",
    couldMislead: "Guessed hours look known: how many were estimated stands beside it.",
    columns: ["Known", "Roles known", "Roles"],
    says: ofCases("roles"),
    caption: (told) => countsOf([beside(told, "estimated"), "with estimated hours"]),
    pooled: casesPooled("roles were known"),
    marks: countedMarks,
  },
  "support-cost": {
    question: "What does a meeting, and a decision, cost us in support?",
    name: "What support costs",
    top: "Hours times rate for each support role, and other costs, from the close of the meeting before to the close of this one, in cash or in kind.",
    bottom: "Meetings. A figure for each decision is told of a year alone.",
    saysNothingUntil: "Hours and rate are entered for four in five roles.",
    couldMislead:
      "Members’ own time is not in it. Cheaper is not better, and many small decisions make each look cheap: read it with what was decided and done.",
    columns: ["A meeting", null, null],
    says: ({ value, companions }) => ({
      figure: `${atLeast(companions)}${figure(value, "pounds")}`,
      of: "a meeting",
    }),
    caption: (told) =>
      sentences(
        beside(told, "inKind") > 0 ? `${figure(beside(told, "inKind"), "pounds")} of it in kind.` : "",
        "Members’ own time is not in it.",
      ),
    pooled: (told, start) =>
      sentences(
        `${start} ${atLeast(told.companions)}${figure(told.value, "pounds")} a meeting, over ${counted(beside(told, "meetings"), "meeting")}.`,
        told.companions["perDecision"] === undefined
          ? ""
          : `${atLeast(told.companions, true)}${figure(beside(told, "perDecision"), "pounds")} for each of ${counted(beside(told, "substantiveDecisions"), "decision")}.`,
      ),
    marks: countedMarks,
  },
  "shared-data-use": {
    question: "Are we arguing from the same numbers?",
    name: "Items resting on shared evidence",
    top: "Items with evidence that every partner had before the meeting and that is counted in a way the partners have agreed on.",
    bottom: "Items taken to decide or to discuss.",
    saysNothingUntil: "Three such items were taken. A figure for a year needs ten.",
    couldMislead:
      "One profile can be attached to everything: a line says what each told the board. Why there was none is counted too.",
    columns: ["Shared", "Resting on it", "Items"],
    says: ofCases("items"),
    caption: (told) =>
      countsOf(
        [beside(told, "withObstacle"), "with a reason why there was none"],
        [beside(told, "withNothing"), "with nothing recorded"],
        [beside(told, "partnersProviding"), "partners providing"],
      ),
    pooled: casesPooled("items rested on shared evidence"),
    marks: { full: "shared by all", half: "not shared by all", open: "none to be had", gone: "withdrawn" },
  },
  "scrutiny-readiness": {
    question: "Is every decision recorded well enough to be scrutinised?",
    name: "Could scrutiny pick this up tomorrow?",
    top: "Checks passed ten working days after the meeting: wording and date; reasons; options considered; interests; quorum and who was there; effect on money; owner and day; openness, or the ground against it and when that is looked at again.",
    bottom: "Eight for each substantive decision.",
    saysNothingUntil: "One substantive decision was taken.",
    couldMislead:
      "A box with a dash in it does not count, but empty words might: a scrutiny officer should read a sample. Ready to be scrutinised is not scrutinised: what was taken up stands beside it.",
    columns: ["Passed", "Checks passed", "Checks"],
    says: ({ numerator, denominator, provisional }) => ({
      figure: `${numerator ?? 0} of ${denominator ?? 0}`,
      of: provisional ? "checks so far" : "checks",
    }),
    caption: (told) =>
      sentences(
        `${beside(told, "complete")} of ${counted(beside(told, "decisions"), "decision")} complete on all eight.`,
        beside(told, "recommendationsDue") > 0
          ? `${beside(told, "recommendationsAnswered")} of ${counted(beside(told, "recommendationsDue"), "recommendation")} of scrutiny in the year before answered by the day due.`
          : "",
        beside(told, "itemsTakenUp") === 0
          ? "Scrutiny has taken up none of it."
          : `Scrutiny took up ${counted(beside(told, "itemsTakenUp"), "item")} of it.`,
        told.provisional ? "Final ten working days after the meeting." : "",
      ),
    pooled: casesPooled("checks were passed"),
    marks: {
      full: "complete on all eight",
      half: "passing half or more",
      open: "passing less than half",
      gone: "gone",
    },
  },
} satisfies Words;

/** Where a role is not known, the cost is that much or more. */
function atLeast({ rolesKnownPercent = 100 }: Readonly<Record<string, number>>, begins = false): string {
  if (rolesKnownPercent >= 100) return "";
  return begins ? "At least " : "at least ";
}
