import type { Fill } from "#domain/indicators/indicator.ts";
import { FillMark, inOrder, type Stripped } from "./mark-strip.tsx";
import { EndDates } from "./mini-trend.tsx";
import { FRAMES } from "./plot.ts";
import { at } from "./trend-layers.tsx";

export type MarkColumn = { readonly meetingId: string; readonly at: number; readonly fills: readonly Fill[] };

/** Room for one mark of a column while all fit; a fuller meeting makes all marks smaller. */
const STEP = 14.2;

/** The entries of the last meetings as columns of marks, the settled ones at the foot. */
export function MarkColumns(props: { kind: Stripped; columns: readonly MarkColumn[]; label: string }) {
  const { kind, columns, label } = props;
  const { width, height, left, right, top, bottom } = FRAMES.mini;
  const most = Math.max(1, ...columns.map(({ fills }) => fills.length));
  const step = Math.min(STEP, (bottom - top) / most, (right - left) / columns.length);
  const scale = (step * 0.85) / 16;
  const room = (right - left) / columns.length;

  return (
    <svg className="chart mini" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="axis" d={`M${left} ${top}V${bottom}H${right}`} />
      {columns.map(({ meetingId, fills }, index) =>
        inOrder(fills).map((fill, i) => {
          const x = left + room * (index + 0.5) - 8 * scale;
          const y = bottom - 3 - (i + 1) * step + (step - 16 * scale);
          return (
            <g
              key={`${meetingId} ${String(i)}`}
              transform={`translate(${at(x)} ${at(y)}) scale(${scale.toFixed(3)})`}
            >
              <FillMark kind={kind} fill={fill} />
            </g>
          );
        }),
      )}
      <EndDates moments={columns.map((column) => column.at)} />
    </svg>
  );
}
