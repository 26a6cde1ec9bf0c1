import { Mark, type MarkState } from "#app/_marks/mark.tsx";
import { SeatMark } from "#app/_marks/seat-box.tsx";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { Fill } from "#domain/indicators/indicator.ts";
import type { EntryKind } from "#domain/meeting/entry.ts";

/** What a strip is made of: entries of a kind, or seats. */
export type Stripped = Exclude<EntryKind, "note"> | "seat";

const STATE: Readonly<Record<Fill, MarkState>> = {
  open: "empty",
  half: "half",
  full: "full",
  gone: "struck",
};
const SEAT = { open: "nobody", half: "substitute", full: "principal", gone: "nobody" } as const;

export function FillMark({ kind, fill }: { kind: Stripped; fill: Fill }) {
  return kind === "seat" ? <SeatMark filled={SEAT[fill]} /> : <Mark kind={kind} state={STATE[fill]} />;
}

const SETTLED_FIRST: readonly Fill[] = ["full", "half", "open", "gone"];

/** Most settled first, as a strip or a column is read. */
export function inOrder(fills: readonly Fill[]): Fill[] {
  return fills.toSorted((a, b) => SETTLED_FIRST.indexOf(a) - SETTLED_FIRST.indexOf(b));
}

/** The evidence itself as marks; one label says them all, such as "1 answered, 2 with no answer". */
export function MarkStrip({ kind, fills, label }: { kind: Stripped; fills: readonly Fill[]; label: string }) {
  return (
    <div className={kind === "seat" ? "ev tight" : "ev"}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {inOrder(fills).map((fill, i) => (
        <FillMark key={`${fill} ${String(i)}`} kind={kind} fill={fill} />
      ))}
    </div>
  );
}
