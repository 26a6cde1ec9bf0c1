// Four findings that no figure of the catalogue answers by itself, told from the facts of the year.
import { wilson } from "../charts/intervals.ts";
import type { EntryFact, MeetingFacts } from "../facts/facts.ts";
import { isCounted, isWithdrawn, substantiveDecisions } from "../indicators/counting.ts";
import { fillingOf } from "../indicators/senior-commitment.ts";
import type { Sector } from "../meeting/registers.ts";
import type { Claim, ClaimEvidence } from "./paper.ts";
import { inWords, listed, ofAll, share, told } from "./wording.ts";

/** As many places on the record as a reader would look up. */
const PLACES = 8;
const FEW = 10;

type Year = { readonly meetings: readonly MeetingFacts[]; readonly asOf: number };

const evidenceOf = (
  year: Year,
  entries: readonly { readonly facts: MeetingFacts; readonly fact: EntryFact }[],
): ClaimEvidence => ({
  indicator: null,
  meetings: year.meetings.map(({ meetingId }) => meetingId),
  counted: entries.length,
  places: entries
    .filter(({ fact }) => !fact.restricted)
    .slice(0, PLACES)
    .map(({ facts, fact }) => ({
      meetingId: facts.meetingId,
      entry: fact.entry,
      number: fact.number,
      at: facts.openedAt,
    })),
});

/** Council seats filled at the agreed level: where chief executives sit, seats and not people being what is counted. */
export function councilSeats(year: Year): Claim {
  const seats = year.meetings.flatMap(({ seats: all, businessMs }) =>
    businessMs === 0
      ? []
      : all
          .filter(({ full, vacant, sector }) => full && !vacant && sector === "local-authority")
          .map((seat) => fillingOf(seat, businessMs)),
  );
  const at = seats.filter((filling) => filling.endsWith("AtLevel")).length;
  const interval = wilson(at, seats.length);
  const text =
    seats.length === 0
      ? "The councils’ seats: nothing to count, since no council held a full seat at a meeting with business."
      : told(
          `Council seats were filled at the agreed level ${ofAll(at, seats.length)} times ${share((at / seats.length) * 100, interval && [interval[0] * 100, interval[1] * 100])}.`,
          "The record holds levels and not posts: chief executives and council leaders count alike.",
        );
  return {
    kind: "claim",
    key: "staffAndSkills/council-seats",
    text,
    standing: seats.length === 0 ? "nothing" : seats.length < FEW ? "thin" : "firm",
    figure: seats.length === 0 ? null : `${at} of ${seats.length}`,
    evidence: {
      indicator: "senior-commitment",
      meetings: year.meetings.map(({ meetingId }) => meetingId),
      counted: seats.length,
      places: [],
    },
  };
}

const SECTOR: Readonly<Record<Sector, string>> = {
  "local-authority": "a council",
  "other-public": "another public body",
  education: "education",
  private: "business",
  "voluntary-community": "the voluntary sector",
  other: "another body",
};

/** From which sector whoever presided longest came: a fact about the seat, shown and not judged. */
export function chairing({ meetings }: Year): Claim {
  const sectors = meetings.flatMap(({ presiding }) => {
    const longest = presiding.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
    return longest?.sector ? [longest.sector] : [];
  });
  const [only, ...others] = [...new Set(sectors)];
  const times = (sector: Sector) => sectors.filter((each) => each === sector).length;
  const text =
    only === undefined
      ? "The chair’s sector: nothing to count, since nobody presided from a seat."
      : others.length === 0
        ? `Meetings were chaired from ${SECTOR[only]} throughout. Any choice has a good and a bad reading: public accountability or domination by the council, independence or a want of accountability.`
        : `The chair was taken from ${listed([only, ...others].map((sector) => `${SECTOR[sector]} ${times(sector) === 1 ? "once" : `${inWords(times(sector))} times`}`))}. Any choice has a good and a bad reading: public accountability or domination by the council, independence or a want of accountability.`;
  return {
    kind: "claim",
    key: "staffAndSkills/chairing",
    text,
    standing: only === undefined ? "nothing" : "firm",
    figure: only === undefined ? null : `${sectors.length} of ${meetings.length}`,
    evidence: {
      indicator: null,
      meetings: meetings.map(({ meetingId }) => meetingId),
      counted: sectors.length,
      places: [],
    },
  };
}

const ARRANGEMENTS = {
  pooled: "pooled",
  aligned: "aligned",
  "grant-or-transfer": "granted or transferred",
  procurement: "spent through procurement",
  "in-kind": "given in kind",
} as const;

/** In which of the five ways money was to be joined up, by the number of points recorded. */
export function joiningUp(year: Year): Claim {
  const points = year.meetings.flatMap((facts) =>
    facts.money
      .filter((fact) => isCounted(fact, year.asOf) && !isWithdrawn(fact, year.asOf))
      .filter(({ moneyKind }) => moneyKind in ARRANGEMENTS)
      .map((fact) => ({ facts, fact })),
  );
  const parts = Object.entries(ARRANGEMENTS).flatMap(([kind, words]) => {
    const count = points.filter(({ fact }) => fact.moneyKind === kind).length;
    return count === 0 ? [] : [`${inWords(count)} ${words}`];
  });
  return {
    kind: "claim",
    key: "steering/joining-up-resources",
    text:
      points.length === 0
        ? "Ways of joining up money: nothing to count, since none was recorded."
        : `Of the points about money, ${inWords(points.length)} concerned a way of joining it up: ${listed(parts)}. These are numbers of points made, and not sums.`,
    standing: points.length === 0 ? "nothing" : points.length < FEW ? "thin" : "firm",
    figure: points.length === 0 ? null : String(points.length),
    evidence: evidenceOf(year, points),
  };
}

/** Whether partners’ and councils’ own bodies heard of decisions: the route on the record, and what came of it. */
export function reportedBack(year: Year): Claim {
  const decisions = year.meetings.flatMap((facts) =>
    substantiveDecisions(facts, year.asOf).map((fact) => ({ facts, fact })),
  );
  const routed = decisions.filter(({ fact }) => fact.reportBack !== null);
  const reported = routed.filter(({ fact }) => fact.reported !== null && fact.reported.at <= year.asOf);
  const interval = wilson(routed.length, decisions.length);
  return {
    kind: "claim",
    key: "standards/reported-back",
    text:
      decisions.length === 0
        ? "Reporting back: nothing to count, since no decision of substance was taken."
        : told(
            `For ${ofAll(routed.length, decisions.length)} decisions the record names a body to which it would be reported back ${share((routed.length / decisions.length) * 100, interval && [interval[0] * 100, interval[1] * 100])}.`,
            routed.length > 0 &&
              (reported.length === 0
                ? "None is marked as reported yet, which may be a want of marking and not of reporting."
                : `Of these, ${inWords(reported.length)} ${reported.length === 1 ? "is" : "are"} marked as reported.`),
          ),
    standing: decisions.length === 0 ? "nothing" : decisions.length < FEW ? "thin" : "firm",
    figure: decisions.length === 0 ? null : `${routed.length} of ${decisions.length}`,
    evidence: evidenceOf(year, decisions),
  };
}
