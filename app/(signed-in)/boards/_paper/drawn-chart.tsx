import { drawingOf, SHEET, type Shape } from "#domain/paper/chart-drawing.ts";
import type { Chart } from "#domain/paper/paper.ts";

/** The drawing of the printed paper, in the colours of the screen. */
export function DrawnChart({ chart }: { chart: Chart }) {
  return (
    <figure className="papered">
      <svg className="chart" viewBox={`0 0 ${SHEET.width} ${SHEET.height}`} role="img" aria-label={chart.alt}>
        {drawingOf(chart).map((shape, place) => {
          // a drawing has no order but its own
          const key = `${place} ${shape.kind}`;
          return <Drawn key={key} shape={shape} />;
        })}
      </svg>
      <figcaption>{chart.caption}</figcaption>
    </figure>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "line":
      return (
        <polyline
          className={`t-${shape.tone}`}
          points={shape.points.map((point) => point.join(",")).join(" ")}
          fill="none"
          strokeWidth={shape.width}
          strokeDasharray={shape.dashed ? "3 3" : undefined}
        />
      );
    case "area":
      return (
        <polygon
          className={`f-${shape.tone}`}
          points={shape.points.map((point) => point.join(",")).join(" ")}
        />
      );
    case "dot":
      return (
        <circle
          className={shape.hollow ? `t-${shape.tone} hollow` : `f-${shape.tone}`}
          cx={shape.x}
          cy={shape.y}
          r={shape.r}
        />
      );
    default:
      return (
        <text
          className={shape.strong ? "strong" : undefined}
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
        >
          {shape.words}
        </text>
      );
  }
}
