// What there is to count at all: meetings, what was written down at them, and by how many hands.
import { dayOf } from "../calendar.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { challengesCounted, isWithdrawn, substantiveDecisions } from "../indicators/counting.ts";
import { moneyCounted } from "../indicators/money-candour.ts";
import type { Claim, Section, Table } from "./paper.ts";
import { capital, counted, dayWords, hours, inWords, listed, shortDay, told } from "./wording.ts";

type Of = {
  readonly meetings: readonly MeetingFacts[];
  readonly asOf: number;
  readonly charts: number;
  readonly earlier: number;
};

export function recordsSection(of: Of): Section {
  const { charts, earlier } = of;
  return {
    key: "records",
    heading: "What the records cover",
    blocks: [
      heldClaim(of),
      writtenClaim(of),
      table(of),
      {
        kind: "paragraph",
        key: "records/charts",
        text:
          charts === 0
            ? ""
            : told(
                `${capital(counted(charts, "chart"))} below show each of the board’s meetings to date${earlier > 0 ? `, ${inWords(earlier)} of them before this year` : ""}.`,
                "A bar is the range within which the usual level probably lies; a hollow dot rests on fewer than ten cases; a gap is a meeting without a figure.",
                "Of charts on which nothing changes, one in ten still shows a mark by chance at 13 meetings, and more than one in four at 24.",
              ),
      },
      { kind: "paragraph", key: "records/own-words", text: "" },
    ],
  };
}

function heldClaim({ meetings }: Of): Claim {
  const [first, last] = [meetings[0], meetings.at(-1)];
  const days = [first, last].map((facts) => (facts ? dayWords(dayOf(facts.openedAt)) : ""));
  const business = meetings.reduce((sum, { businessMs }) => sum + businessMs, 0) / 3_600_000;
  const hands = new Set(meetings.flatMap(({ recording }) => recording.map(({ person }) => person))).size;
  return {
    kind: "claim",
    key: "records/held",
    text: told(
      meetings.length === 1
        ? `The board held one meeting, on ${days[0]}, with ${hours(business)} of business.`
        : `The board held ${inWords(meetings.length)} meetings, the first on ${days[0]} and the last on ${days[1]}, with ${hours(business)} of business in all.`,
      hands === 1
        ? "One person kept the record throughout."
        : hands > 1 &&
            `${capital(inWords(hands))} people kept the record; who writes decides much of what is written.`,
    ),
    standing: meetings.length < 3 ? "thin" : "firm",
    figure: counted(meetings.length, "meeting"),
    evidence: {
      indicator: null,
      meetings: meetings.map(({ meetingId }) => meetingId),
      counted: meetings.length,
      places: [],
    },
  };
}

function writtenClaim(of: Of): Claim {
  const lines = countsOf(of);
  const sum = (each: (line: Line) => number) => lines.reduce((all, line) => all + each(line), 0);
  const [challenges, money] = [sum((line) => line.challenges), sum((line) => line.money)];
  const [decisions, actions] = [sum((line) => line.decisions), sum((line) => line.actions)];
  const parts = [
    counted(challenges, "challenge"),
    counted(money, "point about money", "points about money"),
    counted(decisions, "decision of substance", "decisions of substance"),
    counted(actions, "action"),
  ];
  return {
    kind: "claim",
    key: "records/written",
    text: `They recorded ${listed(parts)}.`,
    standing: "firm",
    figure: String(challenges + money + decisions + actions),
    evidence: {
      indicator: null,
      meetings: of.meetings.map(({ meetingId }) => meetingId),
      counted: Math.max(challenges + money + decisions + actions, of.meetings.length),
      places: [],
    },
  };
}

type Line = {
  readonly day: string;
  readonly minutes: number;
  readonly seats: string;
  readonly challenges: number;
  readonly money: number;
  readonly decisions: number;
  readonly actions: number;
};

function countsOf({ meetings, asOf }: Of): readonly Line[] {
  return meetings.map((facts) => {
    const full = facts.seats.filter((seat) => seat.full && !seat.vacant);
    return {
      day: dayOf(facts.openedAt),
      minutes: Math.round(facts.businessMs / 60_000),
      seats: `${full.filter(({ sittings }) => sittings.length > 0).length} of ${full.length}`,
      challenges: challengesCounted(facts, { asOf }).length,
      money: moneyCounted(facts, asOf).length,
      decisions: substantiveDecisions(facts, asOf).length,
      actions: facts.actions.filter((fact) => !isWithdrawn(fact, asOf)).length,
    };
  });
}

function table(of: Of): Table {
  return {
    kind: "table",
    key: "records/meetings",
    caption: "The year’s meetings: seats filled, time, and what was recorded",
    head: [
      "Meeting",
      "Seats filled",
      "Business, minutes",
      "Challenges",
      "Money points",
      "Decisions",
      "Actions",
    ],
    rows: countsOf(of).map(({ day, seats, minutes, ...line }) => [
      shortDay(day),
      seats,
      String(minutes),
      ...[line.challenges, line.money, line.decisions, line.actions].map(String),
    ]),
  };
}
