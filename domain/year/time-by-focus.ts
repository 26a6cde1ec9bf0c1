import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { MeetingId } from "../ids.ts";
import { focusSilence } from "../indicators/counting.ts";
import { Focus } from "../meeting/item.ts";

export type TimeOf = {
  readonly businessMs: number;
  readonly byFocus: Readonly<Record<Focus, number>>;
  /** Business time for which nobody set the focus: spent on something, and not known on what. */
  readonly unsetMs: number;
};

export type MeetingTime = TimeOf & {
  readonly meetingId: MeetingId;
  readonly at: number;
  /** The focus was set for enough of it (90% of business), so that its shares can be told. */
  readonly isKnown: boolean;
};

export type YearTime = {
  readonly meetings: readonly MeetingTime[];
  /** Of the meetings whose focus is known, summed: shares are of their business alone. */
  readonly whole: TimeOf;
  readonly known: number;
};

/** What business time went on, meeting by meeting and over all of them (`indicators.md §6.1`, focus segments). */
export function timeByFocus(meetings: readonly MeetingFacts[]): YearTime {
  const each = meetings.map((facts): MeetingTime => {
    const byFocus = summed((focus) =>
      sum(facts.focus.filter((one) => one.focus === focus).map(({ ms }) => ms)),
    );
    const { businessMs, meetingId, openedAt: at } = facts;
    const unsetMs = Math.max(0, businessMs - sum(Object.values(byFocus)));
    return { meetingId, at, businessMs, byFocus, unsetMs, isKnown: focusSilence(facts) === null };
  });
  const known = each.filter(({ isKnown }) => isKnown);
  return {
    meetings: each,
    whole: {
      businessMs: sum(known.map(({ businessMs }) => businessMs)),
      byFocus: summed((focus) => sum(known.map(({ byFocus }) => byFocus[focus]))),
      unsetMs: sum(known.map(({ unsetMs }) => unsetMs)),
    },
    known: known.length,
  };
}

function summed(of: (focus: Focus) => number): Readonly<Record<Focus, number>> {
  return {
    strategy: of("strategy"),
    resources: of("resources"),
    "performance-headline": of("performance-headline"),
    "performance-detail": of("performance-detail"),
    delivery: of("delivery"),
    governance: of("governance"),
  };
}

export const FOCUSES = Focus.options;
