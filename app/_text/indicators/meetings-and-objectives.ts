import { figure, rounded } from "#app/_charts/figures.ts";
import { money } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import type { Words } from "./words.ts";
import {
  asMinutes,
  beside,
  casesPooled,
  countedMarks,
  countsOf,
  inPoints,
  inUnit,
  minutesOf,
  ofCases,
  percentIn,
  sentences,
  valuePooled,
} from "./words.ts";

/** Numbers 17 to 23. */
export const meetingAndObjectiveWords = {
  "agenda-discipline": {
    question: "Did the meeting spend its time as it meant to?",
    name: "Time planned against time used",
    top: "How far each business item’s time was from its plan, longer or shorter, added up and taken off the whole.",
    bottom:
      "All the time planned for business items when the meeting was opened. An item not reached took none; one without a plan had none.",
    saysNothingUntil: "Four in five business items have a planned time.",
    couldMislead:
      "Padding the plan does not help: ending early counts as much as running over. All of it every time suggests cutting people short. What the chair gave for debate is told apart.",
    columns: ["Kept to plan", null, null],
    says: inUnit("percent", "of the plan kept"),
    caption: (told) =>
      sentences(
        `${counted(Math.round(beside(told, "absoluteDeviation")), "minute")} off a plan of ${Math.round(beside(told, "planned"))}.`,
        beside(told, "debateMinutes") > 0
          ? `Without what was given for debate ${percentIn(told, "withoutDebate")}.`
          : "",
        countsOf([beside(told, "itemsNotReached"), "not reached"]),
        lateText(told.companions["startLateMinutes"], "Began"),
        lateText(told.companions["finishLateMinutes"], "Ended"),
      ),
    pooled: (told, start) =>
      sentences(
        `${start} ${figure(told.value, "percent")} of the plan was kept.`,
        countsOf([beside(told, "itemsNotReached"), `of ${beside(told, "items")} items not reached`]),
      ),
    marks: countedMarks,
  },
  "voice-confidence": {
    question: "Did people feel able to say the awkward thing?",
    name: "“I could say it”",
    top: "Answers of 4 or 5 to “I was able to say what needed saying, awkward parts included”.",
    bottom:
      "Answers from 1 to 5 at the end of the meeting; “no view” is left out. Anonymous, and told for the whole room alone.",
    saysNothingUntil: "Five have answered, and half of those there.",
    couldMislead:
      "The unheard do not answer: how many did stands beside it. One question is a pointer, not a scale.",
    columns: ["Agreed", "Agreed, number", "Answers"],
    says: ofCases("agreed"),
    caption: (told) =>
      sentences(
        told.companions["responseRate"] === undefined
          ? ""
          : `${percentIn(told, "responseRate")} of the ${beside(told, "present")} there answered.`,
        countsOf([beside(told, "noView"), "with no view"]),
      ),
    pooled: casesPooled("answers agreed"),
    marks: countedMarks,
  },
  "challenge-perception-gap": {
    question: "Is our picture rosier than theirs?",
    name: "Challenge as officers and members see it",
    top: "Of the officers’ and the chair’s answers to “Partners questioned one another where it was needed”, those that agree, in percent.",
    bottom:
      "Taken off it: the same of the members’ answers. Above nought officers see more challenge than members do. In England in 2008 it was 58 and 44 percent.",
    saysNothingUntil:
      "Five answers of officers and twenty of members in a year. Never told of one meeting: two or three officers would be known by it.",
    couldMislead:
      "Officers also know what happens outside the meeting: the gap is a prompt for a conversation. How often partners were recorded as challenging is the third leg.",
    columns: ["Gap", null, null],
    says: inPoints(""),
    caption: (told) =>
      `${beside(told, "officerAgree")} of ${beside(told, "officerAnswers")} officers’ answers agreed, ${beside(told, "memberAgree")} of ${beside(told, "memberAnswers")} members’. Nationally in 2008: 58% and 44%, a gap of 14 points.`,
    pooled: valuePooled("points", "between officers and members"),
    marks: countedMarks,
  },
  "strategy-line-of-sight": {
    question: "How much of our time went on what we said mattered?",
    name: "Time on the agreed objectives",
    top: "Time on business items that were linked to a current joint objective before the meeting opened.",
    bottom: "Business time. Procedural items and adjournments are left out.",
    saysNothingUntil:
      "There are objectives, and four in five business items were linked before the meeting: an item that serves none looks like one that nobody linked.",
    couldMislead:
      "Everything can be linked to something, so an item has at most two objectives and a line of reason; links made after the start do not count. New issues need room.",
    columns: ["Share", "Linked, minutes", "Business, minutes"],
    amounts: [asMinutes, asMinutes],
    says: inUnit("percent", "of business time"),
    caption: (told) =>
      sentences(
        `${minutesOf(told)}.`,
        told.companions["touchedShare"] === undefined
          ? ""
          : `${beside(told, "objectivesTouched")} of ${counted(beside(told, "objectives"), "objective")} came up in the last year.`,
      ),
    pooled: valuePooled("percent", "of business time"),
    marks: countedMarks,
  },
  "joint-objective-decisions": {
    question: "Are we deciding things none of us could do alone?",
    name: "Decisions that need more than one partner",
    top: "Decisions that serve a joint objective and to which two or more partners owe something: seeing to it, an action, or money offered on the item.",
    bottom: "Substantive decisions: those that commit somebody to something.",
    saysNothingUntil: "One substantive decision was taken. A figure for a year needs ten.",
    couldMislead: "A partner named and owing nothing does not count. It shows joint effort, not outcomes.",
    columns: ["Joint", "Joint decisions", "Decisions"],
    says: ofCases("decisions"),
    caption: (told) =>
      countsOf(
        [beside(told, "acrossSectors"), "across sectors"],
        [beside(told, "singlePartner"), "by one partner"],
        [beside(told, "noContributor"), "by nobody yet"],
      ),
    pooled: casesPooled("decisions were joint"),
    marks: {
      full: "joint",
      half: "serving an objective, or of several partners",
      open: "single",
      gone: "gone",
    },
  },
  "resource-steering-balance": {
    question: "Do we steer money and people, or only watch indicators?",
    name: "Steering resources as well as performance",
    top: "Time with the focus on resources: who will put in what, or use it differently.",
    bottom: "Time with the focus on resources or on performance, headline and detail.",
    saysNothingUntil: "Ten minutes went on the two together.",
    couldMislead:
      "One meeting about the budget swings it: look at the year. No way is better until the board sets a band of its own.",
    columns: ["Resources", "Resources, minutes", "Both, minutes"],
    amounts: [asMinutes, asMinutes],
    says: inUnit("percent", "on resources"),
    caption: (told) =>
      sentences(
        `${minutesOf(told)}.`,
        told.companions["byDecisions"] === undefined
          ? ""
          : `${beside(told, "resourceDecisions")} of ${counted(beside(told, "substantiveDecisions"), "decision")} had an effect on money.`,
      ),
    pooled: valuePooled("percent", "on resources"),
    marks: countedMarks,
  },
  "money-to-commitment": {
    question: "Of the money we talk about, how much is ever agreed?",
    name: "From mention to commitment",
    top: "What was agreed or spent of each sum by the close of the second meeting after, and no more than was first mentioned.",
    bottom:
      "Sums first mentioned or offered at the meeting. Savings and pressures are left out; what is told of again belongs to the first time.",
    saysNothingUntil: "Three sums at a meeting. A figure for a year needs eight.",
    couldMislead:
      "Naming only what is certain flatters it, so read it with how plainly money is put. Restricted amounts enter no total.",
    columns: ["Agreed", "Agreed, £", "Mentioned, £"],
    amounts: [pounds, pounds],
    says: ({ numerator, denominator, provisional }) => ({
      figure: money(numerator ?? 0),
      of: `of ${money(denominator ?? 0)} agreed${provisional ? " so far" : ""}`,
    }),
    caption: (told) =>
      sentences(
        `Something was agreed of ${beside(told, "withAny")} of ${counted(beside(told, "entries"), "sum")}.`,
        beside(told, "spent") > 0 ? `${money(beside(told, "spent"))} spent.` : "",
        beside(told, "excess") > 0
          ? `${money(beside(told, "excess"))} more than first mentioned, not counted.`
          : "",
        beside(told, "restricted") > 0 ? "Restricted amounts left out." : "",
        told.provisional ? "Final when the second meeting after has closed." : "",
      ),
    pooled: ({ numerator, denominator, provisional, ...told }, start, brackets) =>
      sentences(
        `${start} ${money(numerator ?? 0)} of ${money(denominator ?? 0)} was agreed${provisional ? " so far" : ""} (${brackets}).`,
        beside(told, "restricted") > 0 ? "Restricted amounts left out." : "",
      ),
    marks: { full: "agreed", half: "in part, or offered", open: "mentioned", gone: "withdrawn" },
  },
} satisfies Words;

function pounds(pence: number): string {
  return rounded(pence / 100, 0);
}

function lateText(minutes: number | undefined, what: "Began" | "Ended"): string {
  const late = Math.round(minutes ?? 0);
  if (minutes === undefined || late === 0) return "";
  return `${what} ${counted(Math.abs(late), "minute")} ${late > 0 ? "late" : "early"}.`;
}
