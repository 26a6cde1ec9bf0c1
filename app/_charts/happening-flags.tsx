import type { PlacedHappening } from "#domain/indicators/happenings.ts";
import type { Form, Frame } from "./plot.ts";
import { at } from "./trend-layers.tsx";

type Lettered = Pick<PlacedHappening, "letter" | "position">;

type Props = {
  happenings: readonly Lettered[];
  /** The edge between a meeting and the one before. */
  edge: (position: number) => number;
  frame: Pick<Frame, "form" | "left" | "right" | "bottom">;
};

const BOX: Readonly<Record<Form, number>> = { wide: 17, narrow: 17, mini: 20 };
const BETWEEN = 3;
/** Down from the boxes, where a line may lean to the place it is of. */
const LEAN = 9;

/**
 * What happened outside the meetings: a letter in a box at the head of a line of dots, where it falls among them. Its words
 * stand beside the chart under that letter. Several between the same two meetings share a line; where there is no room for
 * all the letters the lines stand alone.
 */
export function HappeningFlags({ happenings, edge, frame }: Props) {
  const size = BOX[frame.form];
  const flags = apart(flagsOf(happenings, edge, size), frame);
  const hasRoom = flags.every(({ middle, width }) => middle - width / 2 >= frame.left - size);
  return flags.map(({ letters, x, middle, width }) => (
    <g key={letters} className="happened">
      <path d={`M${at(hasRoom ? middle : x)} 0L${at(x)} ${LEAN}V${frame.bottom}`} />
      {hasRoom && (
        <>
          <rect x={at(middle - width / 2)} y={-size - 1} width={width} height={size} />
          <text className="strong" x={at(middle)} y={at(4 - size / 2)} textAnchor="middle">
            {letters}
          </text>
        </>
      )}
    </g>
  ));
}

type Flag = {
  readonly letters: string;
  readonly x: number;
  /** Of its box, which may have to make room for its neighbours'. */
  readonly middle: number;
  readonly width: number;
};

function flagsOf(happenings: readonly Lettered[], edge: Props["edge"], size: number): readonly Flag[] {
  const positions = [...new Set(happenings.map(({ position }) => position))].toSorted((a, b) => a - b);
  return positions.map((position) => {
    const letters = happenings.flatMap((each) => (each.position === position ? [each.letter] : [])).join(" ");
    const x = edge(position);
    return { letters, x, middle: x, width: size + (letters.length - 1) * 8 };
  });
}

/** Each as near to its line as its neighbours allow, and none beyond the end of the drawing. */
function apart(flags: readonly Flag[], { right }: Props["frame"]): readonly Flag[] {
  const spread: Flag[] = [];
  for (const flag of flags) {
    const before = spread.at(-1);
    const least = before ? before.middle + (before.width + flag.width) / 2 + BETWEEN : flag.middle;
    spread.push({ ...flag, middle: Math.max(flag.middle, least) });
  }
  let most = right + 10;
  for (let index = spread.length - 1; index >= 0; index -= 1) {
    const flag = spread[index];
    if (!flag) break;
    const middle = Math.min(flag.middle, most - flag.width / 2);
    spread[index] = { ...flag, middle };
    most = middle - flag.width / 2 - BETWEEN;
  }
  return spread;
}
