import { figure, rounded } from "#app/_charts/figures.ts";
import { counted } from "#app/_text/numbers.ts";
import type { Words } from "./words.ts";
import {
  asMinutes,
  beside,
  countedMarks,
  countsOf,
  inPoints,
  inUnit,
  medianPooled,
  minutesOf,
  percentIn,
  sentences,
  valuePooled,
} from "./words.ts";

/** Numbers 11 to 16. */
export const voiceWords = {
  "participation-evenness": {
    question: "Did a few voices carry the meeting?",
    name: "How evenly partners spoke",
    top: "How far each seat’s share of partners’ discussion is from an equal share (Pielou’s J): 1 when all spoke equally long, 0 when one seat spoke alone. Silent seats are in it.",
    bottom: "Seats filled for half of the business, without the one that presides.",
    saysNothingUntil:
      "Three such seats, 20 minutes of partners’ discussion, and the floor recorded for 80% of the business.",
    couldMislead:
      "It falls as the room grows, so the number of seats stands beside it. Equal time is not equal influence, and perfect evenness is no goal: partners’ remits differ.",
    columns: ["Evenness", null, null],
    says: inUnit("index", "of 1"),
    caption: (told) =>
      sentences(
        `As if ${rounded(beside(told, "effectiveVoices"), 1)} of ${beside(told, "seats")} seats had spoken equally long.`,
        countsOf([beside(told, "silentSeats"), "silent in discussion"]),
      ),
    pooled: medianPooled("index"),
    marks: countedMarks,
  },
  "sector-voice-balance": {
    question: "Which sector is under-heard, given who came?",
    name: "Sector voice balance",
    top: "The share of partners’ discussion that would not have to move for each sector to speak in proportion to its seats. Presenting a paper is not discussion; whoever presides is not a partner while presiding.",
    bottom: "All of partners’ discussion. A seat counts when somebody sat in it for half of the business.",
    saysNothingUntil:
      "Two sectors have two such seats each, and the floor is recorded for 80% of the business.",
    couldMislead:
      "Balanced talk among a one-sided attendance scores one, so look at the seats as well as at the talk.",
    columns: ["Balance", null, null],
    says: ({ value }) => ({ figure: figure(value, "index"), of: "of 1" }),
    caption: () => "",
    pooled: medianPooled("index"),
    marks: countedMarks,
  },
  "council-voice-excess": {
    question: "Does the council take more air than its seats?",
    name: "Councils’ talk over their seats",
    top: "Councils’ share of partners’ discussion, in percent.",
    bottom:
      "Taken off it: their share of the seats filled for half of the business. Whoever presides is not a partner while presiding; with a chair from a council a second figure counts them in.",
    saysNothingUntil:
      "One council seat and three others are filled, and the floor is recorded for 80% of the business.",
    couldMislead:
      "Councils hold many of the facts, so presenting is left out. No way is better until the board sets a band of its own.",
    columns: ["Excess", null, null],
    says: inPoints("over seats"),
    caption: (told) =>
      sentences(
        `${percentIn(told, "talkShare")} of talk with ${beside(told, "councilSeats")} of ${counted(beside(told, "seats"), "seat")}.`,
        tierText(told.companions),
        told.companions["withChair"] === undefined
          ? ""
          : `With the chair, who is from a council, ${figure(beside(told, "withChair"), "points")}.`,
        beside(told, "officerShare") > 0
          ? `Officers in attendance spoke for ${percentIn(told, "officerShare")} beside it.`
          : "",
      ),
    pooled: valuePooled("points", "of talk over seats"),
    marks: countedMarks,
  },
  "performance-detail-share": {
    question: "How much of a strategic meeting went on performance detail?",
    name: "Time in the weeds",
    top: "Time with the focus set to performance detail: going measure by measure, input or process data, one body’s operational figures.",
    bottom: "Business time. Procedural items and adjournments are left out.",
    saysNothingUntil: "The focus is recorded for 90% of business time.",
    couldMislead:
      "Detail can be relabelled as headline. The clerk sets the focus; partners may question it for five days. Zero is not a goal: challenge needs information.",
    columns: ["Share", "Detail, minutes", "Business, minutes"],
    amounts: [asMinutes, asMinutes],
    says: ({ value }) => ({ figure: figure(value, "percent"), of: "of business time" }),
    caption: (told) => `${minutesOf(told)}, in ${counted(told.evidence.length, "stretch", "stretches")}.`,
    pooled: ({ value }, start) => `${start} ${figure(value, "percent")} of business time.`,
    marks: countedMarks,
  },
  "performance-detail-deterrence": {
    question: "When we go into performance detail, do private and voluntary partners fall silent?",
    name: "Business and voluntary partners during detail",
    top: "The share of partners’ discussion that business and voluntary partners had while the focus was on performance detail.",
    bottom: "Their share during all other business. One is no difference; below one they were quieter.",
    saysNothingUntil:
      "Ten minutes of partners’ discussion in each, three of their seats filled, and focus and floor recorded. Over time five such meetings are needed.",
    couldMislead:
      "It is association, not cause: items in detail are often the council’s or the police’s business, so the same ratio for resources and strategy stands beside it. Never read it of one meeting alone.",
    columns: ["Ratio", null, null],
    says: ({ value }) => ({
      figure: figure(value, "ratio"),
      of: "times",
    }),
    caption: (told) =>
      sentences(
        `${percentIn(told, "shareInDetail")} of the talk in detail, ${percentIn(told, "shareElsewhere")} elsewhere.`,
        told.value < 1
          ? "Business and voluntary partners were quieter in detail."
          : told.value > 1
            ? "Business and voluntary partners were no quieter in detail."
            : "No difference.",
        ratioText(told.companions, "resources"),
        ratioText(told.companions, "strategy"),
      ),
    pooled: (told, start) =>
      sentences(
        `${start} ${figure(told.value, "ratio")} times their share elsewhere.`,
        `They were quieter in ${beside(told, "meetingsBelowOne")} of ${beside(told, "meetings")} meetings, louder in ${beside(told, "meetingsAboveOne")} (one-sided sign test, p = ${rounded(beside(told, "oneSidedP"), 3)}).`,
        told.companions["fillDifference"] === undefined
          ? ""
          : `Their seats were filled ${beside(told, "filledAfterDetail")} of ${beside(told, "seatsAfterDetail")} times after meetings with much detail, ${beside(told, "filledAfterLittle")} of ${beside(told, "seatsAfterLittle")} after those with little.`,
      ),
    marks: countedMarks,
  },
  "sector-attendance-gap": {
    question: "Are private and voluntary seats emptier than public ones?",
    name: "Who stays away",
    top: "Business and voluntary seats for which anybody came, in percent of those not vacant.",
    bottom:
      "Taken off it: the same of all other full seats. Below nought the business and voluntary seats were emptier.",
    saysNothingUntil: "Three seats in each of the two groups are not vacant.",
    couldMislead:
      "Unpaid time, and the hour and place of the meeting, explain much. Vacant seats are left out, and shown.",
    columns: ["Gap", null, null],
    says: inPoints(""),
    caption: (told) =>
      sentences(
        `${beside(told, "privateVoluntaryFilled")} of ${beside(told, "privateVoluntarySeats")} business and voluntary seats filled, ${beside(told, "otherFilled")} of ${beside(told, "otherSeats")} others.`,
        countsOf([beside(told, "vacant"), "vacant, not counted"]),
      ),
    pooled: (told, start) =>
      `${start} ${figure(told.value, "points")}: ${beside(told, "privateVoluntaryFilled")} of ${beside(told, "privateVoluntarySeats")} business and voluntary seats filled, ${beside(told, "otherFilled")} of ${beside(told, "otherSeats")} others.`,
    marks: { full: "filled", half: "filled in part", open: "empty", gone: "gone" },
  },
} satisfies Words;

const tiers = { lowerExcess: "City or district", upperExcess: "County", unitaryExcess: "Unitary" } as const;

function tierText(companions: Readonly<Record<string, number>>): string {
  const told = Object.entries(tiers).filter(([name]) => companions[name] !== undefined);
  if (told.length < 2) return "";
  return `${told.map(([name, word]) => `${word} ${figure(companions[name] ?? 0, "points")}`).join(", ")}.`;
}

function ratioText(companions: Readonly<Record<string, number>>, focus: "resources" | "strategy"): string {
  const ratio = companions[`${focus}Ratio`];
  return ratio === undefined ? "" : `On ${focus} the same ratio was ${rounded(ratio, 2)}.`;
}
