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
  const size = step * 0.85;
  const room = (right - left) / columns.length;

  return (
    <svg className="chart mini" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
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
