import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { Sector } from "#domain/meeting/registers.ts";
import { sectorClass } from "./sector.tsx";

/** Who is in a seat: the foot is whole, half, or the box is dashed. */
export type SeatFilled = "principal" | "substitute" | "nobody";

/** A box of the seat plan. With `onPress` it gives or ends the floor, and `label` must say whose. */
export function SeatBox(props: {
  code: string;
  sector: Sector;
  filled: SeatFilled;
  label: string;
  speaking?: boolean;
  chair?: boolean;
  onPress?: () => void;
}) {
  const { code, sector, filled, label, speaking = false, chair = false, onPress } = props;
  const className = [
    "seat",
    sectorClass(sector),
    filled === "substitute" && "sub",
    filled === "nobody" && "empty",
    speaking && "now",
    chair && "chairseat",
  ]
    .filter(Boolean)
    .join(" ");

  return onPress ? (
    <button type="button" className={className} aria-label={label} aria-pressed={speaking} onClick={onPress}>
      <span>{code}</span>
    </button>
  ) : (
    <div className={className}>
      <span aria-hidden="true">{code}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </div>
  );
}

/** A seat in a strip or a count of seats. */
export function SeatMark({ filled }: { filled: SeatFilled }) {
  return (
    <svg className="mk" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <path
        d="M2 2H14V14H2Z"
        strokeWidth="1.6"
        fill={filled === "principal" ? "currentColor" : "none"}
        strokeDasharray={filled === "nobody" ? "2.6 2" : undefined}
      />
      {filled === "substitute" && <path d="M2 14V8H14V14Z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
