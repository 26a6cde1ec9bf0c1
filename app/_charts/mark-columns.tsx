import type { PlacedHappening } from "#domain/indicators/happenings.ts";
import type { Fill } from "#domain/indicators/indicator.ts";
import { HappeningFlags } from "./happening-flags.tsx";
import { FillMark, inOrder, type Stripped } from "./mark-strip.tsx";
import { EndDates } from "./mini-trend.tsx";
import { FRAMES, viewBoxOf } from "./plot.ts";
import { at } from "./trend-layers.tsx";

export type MarkColumn = { readonly meetingId: string; readonly at: number; readonly fills: readonly Fill[] };

/** Room for one mark of a column while all fit; a fuller meeting makes all marks smaller. */
const STEP = 14.2;

/** The entries of the last meetings as columns of marks, the settled ones at the foot. */
export function MarkColumns(props: {
  kind: Stripped;
  columns: readonly MarkColumn[];
  label: string;
  /** Placed among these columns. */
  happenings?: readonly Pick<PlacedHappening, "letter" | "position">[];
}) {
  const { kind, columns, label, happenings = [] } = props;
  const { width, height, left, right, top, bottom } = FRAMES.mini;
  const most = Math.max(1, ...columns.map(({ fills }) => fills.length));
  const step = Math.min(STEP, (bottom - top) / most, (right - left) / columns.length);
  const size = step * 0.85;
  const room = (right - left) / columns.length;

  return (
    <svg
      className="chart mini"
      viewBox={viewBoxOf({ width, height }, happenings.length > 0)}
      role="img"
      aria-label={label}
    >
      <HappeningFlags
        happenings={happenings}
        edge={(position) => left + room * (position - 1)}
        frame={FRAMES.mini}
      />
      <path className="axis" d={`M${left} ${top}V${bottom}H${right}`} />
      {columns.map(({ meetingId, fills }, index) =>
        inOrder(fills).map((fill, i) => (
          // a box of its own, so that the mark's size is the drawing's and not the page's
          <svg
            key={`${meetingId} ${String(i)}`}
            x={at(left + room * (index + 0.5) - size / 2)}
            y={at(bottom - 2 - step * i - size)}
            width={at(size)}
            height={at(size)}
            viewBox="0 0 16 16"
          >
            <FillMark kind={kind} fill={fill} />
          </svg>
        )),
      )}
      <EndDates moments={columns.map((column) => column.at)} />
    </svg>
  );
}
