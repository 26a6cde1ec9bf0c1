// Officers' notes on a board's figures: each with who wrote it and when, those on signals beside the signals they are about.
import { type ChartSignal, signalsOn } from "../charts/signals.ts";
import type { LineId } from "../ids.ts";
import type { HoldsOf } from "../registers/lines.ts";
import { anchorOf, isAbout, type SignalAt } from "./findings.ts";
import type { Indicator } from "./indicator.ts";
import type { Trend } from "./period.ts";

export type NoteKind = "finding" | "happening" | "partition";

export type Note<Kind extends NoteKind> = {
  readonly id: LineId;
  /** How often it has been written, from 1. */
  readonly turn: number;
  readonly holds: HoldsOf<Kind>;
  /** Who wrote it as it stands; null when the house did, or nobody knows any more. */
  readonly by: string | null;
  readonly at: number;
};

/** What happened outside, with the letter it has on every chart of the board. */
export type LetteredNote = Note<"happening"> & { readonly letter: string };

/** A signal with what officers say of it; without a note nobody has looked at it yet. */
export type NotedSignal = ChartSignal & {
  /** The days of its first and last meeting. */
  readonly since: number;
  readonly until: number;
  /** The last written first. */
  readonly notes: readonly Note<"finding">[];
  /** By what a note written now would know it. */
  readonly at: SignalAt;
};

/** What is told of a year has no chart of meetings on which a rule could mark anything. */
export function notedSignals(
  { id, over }: Pick<Indicator, "id" | "over">,
  { reading, points }: Trend,
  findings: readonly Note<"finding">[],
): readonly NotedSignal[] {
  if (over === "year") return [];
  const own = findings.filter(({ holds }) => holds.indicator === id);
  return signalsOn(reading).flatMap((signal): NotedSignal[] => {
    const [first, last, at] = [points[signal.from - 1], points[signal.to - 1], anchorOf(signal, points)];
    if (!first || !last || !at) return [];
    return [
      {
        ...signal,
        since: first.at,
        until: last.at,
        at,
        notes: own
          .filter(({ holds }) => isAbout(holds, signal, points))
          .toSorted((one, other) => other.at - one.at),
      },
    ];
  });
}
