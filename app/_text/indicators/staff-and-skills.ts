import { capital, counted, inWords } from "#app/_text/numbers.ts";
import type { Told, Words } from "./words.ts";
import {
  asMinutes,
  beside,
  casesPooled,
  countsOf,
  inUnit,
  minutesOf,
  ofCases,
  percentIn,
  sentences,
  valuePooled,
} from "./words.ts";

/** Numbers 1 to 5. */
export const staffAndSkillsWords = {
  "senior-commitment": {
    question: "Are partners still sending people who can commit their organisation?",
    name: "Seats filled at the agreed level",
    top: "Full seats held, for at least half of the business, by somebody at or above the level agreed for the seat, principal or substitute.",
    bottom: "All full seats that are not vacant.",
    saysNothingUntil: "Five seats are not vacant.",
    couldMislead:
      "Level means authority to commit the organisation, not rank: a small charity’s chair has it. Agreeing lower levels would flatter the figure, so the chart starts afresh when levels change.",
    columns: ["At level", "Seats at level", "Seats"],
    says: ofCases("seats"),
    caption: seatParts,
    pooled: casesPooled("seats"),
    marks: {
      full: "at the agreed level",
      half: "below it or for less than half",
      open: "empty",
      gone: "gone",
    },
  },
  "substitute-rate": {
    question: "Is attendance holding up only by deputies?",
    name: "Seats represented by a substitute",
    top: "Full seats for which a substitute came, or somebody not on the seat’s list, for longer than the principal.",
    bottom: "Full seats for which anybody came at all.",
    saysNothingUntil: "Somebody came for five seats.",
    couldMislead:
      "A substitute is better than an empty chair: no substitutes and many apologies are no good sign, so the empty seats stand beside it.",
    columns: ["Substitutes", "By a substitute", "Seats filled"],
    says: ofCases("by a substitute"),
    caption: (told) =>
      countsOf(
        [beside(told, "principals"), "by the principal"],
        [beside(told, "substitutes"), "by a substitute"],
        [beside(told, "apologies"), "with apologies"],
        [beside(told, "absent"), "with nobody"],
        [beside(told, "vacant"), "vacant, not counted"],
      ),
    pooled: casesPooled("seats filled were by a substitute"),
    marks: { full: "by the principal", half: "by a substitute", open: "empty", gone: "vacant, not counted" },
  },
  "chair-floor-share": {
    question: "Is the chair running the discussion or being it?",
    name: "The chair’s share of the talking",
    top: "Time spoken in discussion by whoever presides, the vice-chair too. Turns under three seconds are left out.",
    bottom: "All discussion, by anyone. Presenting a paper is not discussion.",
    saysNothingUntil: "The floor is recorded for 80% of the business, with 20 minutes of discussion.",
    couldMislead:
      "Summing up is good chairing and counts as talk; a silent chair is not a good chair. No share is right in itself: no way is better until the board sets a band of its own.",
    columns: ["Share", "Chair, minutes", "Discussion, minutes"],
    amounts: [asMinutes, asMinutes],
    says: inUnit("percent", "of the discussion"),
    caption: (told) => {
      const turn = told.companions["medianTurnSeconds"];
      return sentences(
        `${minutesOf(told)}.`,
        turn === undefined
          ? ""
          : `Half of the chair’s turns were under ${counted(Math.round(turn), "second")}.`,
      );
    },
    pooled: valuePooled("percent", "of the discussion"),
    marks: { full: "turns of the chair", half: "turns", open: "turns", gone: "turns" },
  },
  "chair-invites-quieter": {
    question: "Did the chair bring in those who had not yet spoken?",
    name: "Quiet partners drawn in",
    top: "Quiet seats that the chair asked in at least once: a turn taken on invitation, or one that was answered by the seat or for it by the clerk. The chair’s asking alone does not count.",
    bottom: "Seats filled for half of the business whose partner had not spoken in discussion by half-time.",
    saysNothingUntil:
      "One seat was quiet, and the floor is recorded for 80% of the business. A figure for a year needs ten.",
    couldMislead:
      "Going round the table asks everybody in and draws nobody out: see how many of them then spoke, and what people said of the meeting.",
    columns: ["Asked in", "Asked in, seats", "Quiet seats"],
    says: ofCases("asked in"),
    caption: (told) =>
      told.companions["invitedWhoSpoke"] === undefined
        ? ""
        : `Of those asked in ${percentIn(told, "invitedWhoSpoke")} then spoke.`,
    pooled: casesPooled("quiet seats were asked in"),
    marks: { full: "asked in and heard", half: "asked in", open: "not asked in", gone: "gone" },
  },
  "democratic-accountability": {
    question: "Can a resident trace this decision to someone they elected?",
    name: "Decisions with a democratic line",
    top: "Decisions taken with an elected councillor in the room, and with a body and a day named to which they are reported back.",
    bottom: "Substantive decisions: those that commit somebody to something.",
    saysNothingUntil: "One substantive decision was taken. A figure for a year needs ten.",
    couldMislead:
      "One phrase in every box makes a line on paper: how many have in fact been reported back stands beside it. A councillor in the room is not a council that dominates.",
    columns: ["With a line", "Decisions with it", "Decisions"],
    says: ofCases("decisions"),
    caption: (told) =>
      sentences(
        `${beside(told, "councillorPresent")} with a councillor in the room.`,
        beside(told, "reported") === 0
          ? "None of them has been reported back."
          : `${capital(inWords(beside(told, "reported")))} of them reported back.`,
      ),
    pooled: casesPooled("decisions had a democratic line"),
    marks: { full: "with a democratic line", half: "with half of one", open: "without", gone: "gone" },
  },
} satisfies Words;

function seatParts({ companions }: Told): string {
  const { principalAtLevel = 0, substituteAtLevel = 0, vacant = 0, apologies = 0, absent = 0 } = companions;
  const { principalBelow = 0, substituteBelow = 0, partly = 0 } = companions;
  const at = [
    counted(principalAtLevel, "principal"),
    ...(substituteAtLevel > 0 ? [`${counted(substituteAtLevel, "substitute")} at level`] : []),
  ];
  const rest = countsOf(
    [principalBelow + substituteBelow, "below level"],
    [partly, "for less than half"],
    [apologies + absent, "empty"],
    [vacant, "vacant, not counted"],
  );
  return sentences(`${at.join(", ")}.`, rest);
}
