import { elementWords, scoreText } from "#app/_text/assessment-text.ts";
import type { PoolTold } from "#domain/assessment/scoring.ts";
import { ELEMENTS } from "#domain/assessment/statements.ts";

export type Scores = {
  readonly members: PoolTold;
  readonly before: PoolTold | null;
  readonly officers: PoolTold | null;
};

type Frame = {
  readonly width: number;
  /** Where one and five stand. */
  readonly left: number;
  readonly right: number;
  readonly row: number;
  /** How far above its line an element's name stands; beside the line where there is room. */
  readonly name: "beside" | "above";
};

const TOP = 26;
const WIDE: Frame = { width: 920, left: 290, right: 800, row: 44, name: "beside" };
const NARROW: Frame = { width: 300, left: 4, right: 262, row: 62, name: "above" };

/** The seven elements from one to five: the score, where the middle half lies, and the year before. Drawn twice, never shrunk. */
export function ScoreChart(props: { scores: Scores; label: string }) {
  return (
    <>
      <div className="only-w">
        <Drawn {...props} frame={WIDE} />
      </div>
      <div className="only-n">
        <Drawn {...props} frame={NARROW} />
      </div>
    </>
  );
}

function Drawn({ scores, label, frame }: { scores: Scores; label: string; frame: Frame }) {
  const { width, left, right, row } = frame;
  const height = TOP + ELEMENTS.length * row;
  const x = (score: number) => Math.round((left + ((score - 1) / 4) * (right - left)) * 10) / 10;
  return (
    <svg className="chart scores" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map((value) => (
        <g key={value}>
          <path className={value === 1 ? "axis" : "grid"} d={`M${x(value)} ${TOP - 6}V${height}`} />
          <text x={x(value)} y={12} textAnchor={value === 1 && frame === NARROW ? "start" : "middle"}>
            {value}
          </text>
        </g>
      ))}
      {ELEMENTS.map((element, place) => (
        <ScoreRow key={element} {...{ element, scores, frame, x }} y={TOP + place * row} />
      ))}
    </svg>
  );
}

type RowProps = {
  element: (typeof ELEMENTS)[number];
  scores: Scores;
  frame: Frame;
  x: (score: number) => number;
  y: number;
};

function ScoreRow({ element, scores: { members, before, officers }, frame, x, y }: RowProps) {
  const of = (pool: PoolTold | null) => pool?.elements.find((each) => each.element === element);
  const [told, earlier, theirs] = [of(members), of(before), of(officers)];
  const line = frame.name === "beside" ? y + 20 : y + 38;
  const { name, short } = elementWords[element];
  return (
    <g>
      <text
        className="strong"
        x={frame.name === "beside" ? 0 : frame.left + 6}
        y={frame.name === "beside" ? line + 4.5 : y + 20}
      >
        {frame.name === "beside" ? name : short}
      </text>
      {told ? (
        <>
          <path className="half" d={`M${x(told.middleHalf[0])} ${line}H${x(told.middleHalf[1])}`} />
          {earlier && <circle className="pt hollow" cx={x(earlier.score)} cy={line} r={4.5} />}
          {theirs && <path className="pt last" d={diamond(x(theirs.score), line)} />}
          <circle className="pt last" cx={x(told.score)} cy={line} r={6} />
          <text className="strong serif" x={frame.right + 16} y={line + 4.5}>
            {scoreText(told.score)}
          </text>
        </>
      ) : (
        <text x={frame.left + 10} y={line + 4.5}>
          Too little yet
        </text>
      )}
    </g>
  );
}

function diamond(x: number, y: number): string {
  return `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`;
}
