import { earlierSignalsText, pooledText, type Signal, saidOf } from "#app/_text/reading-text.ts";
import type { Definition, Result } from "#domain/indicators/indicator.ts";
import type { NotedSignal } from "#domain/indicators/notes.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { SignalStanding } from "../_notes/signal-standing.tsx";

type Props = {
  indicator: Definition;
  trend: Trend;
  pooled: Result;
  /** "over the last year" */
  span: string;
  signals: readonly NotedSignal[];
};

/** What may be said of it, staged by how much there is. */
export function MayBeSaid({ indicator, trend, pooled, span, signals }: Props) {
  const { signal, sentences } = saidOf(trend, indicator.unit, indicator.over);
  const whole = pooledText(indicator.id, pooled, indicator.unit, span);
  const current = signals.filter(({ isCurrent }) => isCurrent);
  const earlier = signals.filter(({ isCurrent }) => !isCurrent);
  const told = earlierSignalsText(earlier.filter(({ notes }) => notes.length > 0).length, earlier.length);
  return (
    <div className="say">
      {signal && (
        <p>
          <SignalWord signal={signal} />
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {current.map((each) => (
        <SignalStanding key={`${each.from} ${each.side ?? ""}`} notes={each.notes} />
      ))}
      {told !== "" && <p>{told}</p>}
      {whole !== "" && <p>{whole}</p>}
    </div>
  );
}

const classes = { improvement: "better", concern: "worse", neither: "neither" } as const;
const shapes = { "+": "M2 13H14L8 2Z", "-": "M2 3H14L8 14Z" } as const;

/** Never by colour alone: a triangle in its direction, a square where no way is better, and the word. */
function SignalWord({ signal: { verdict, side, words } }: { signal: Signal }) {
  return (
    <span className={`sig ${classes[verdict]}`}>
      <svg className="mk" viewBox="0 0 16 16" aria-hidden="true">
        <path d={verdict === "neither" ? "M3 3H13V13H3Z" : shapes[side]} fill="currentColor" />
      </svg>
      <span>{words}</span>
    </span>
  );
}
