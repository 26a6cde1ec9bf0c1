import { Mark } from "#app/_marks/mark.tsx";
import { ruleText } from "#app/_text/reading-text.ts";

const lines = [
  { className: "mean", words: "Mean or median" },
  { className: "lim", words: "Process limits" },
  { className: "mean trial", words: "Trial" },
] as const;

export function Legend({ marks = false }: { marks?: boolean }) {
  return (
    <>
      <div className="legend">
        {marks && (
          <span>
            <Mark kind="challenge" state="empty" />
            <Mark kind="money" state="empty" />
            An empty mark is an open question
          </span>
        )}
        {lines.map(({ className, words }) => (
          <span key={words}>
            <svg viewBox="0 0 26 12" className="chart" aria-hidden="true">
              <path className={className} d="M0 6H26" />
            </svg>
            {words}
          </span>
        ))}
        <span>
          <svg viewBox="0 0 26 12" className="chart" aria-hidden="true">
            <path className="better" d="M6 10H16L11 1Z" />
          </svg>
          Improvement
        </span>
        <span>
          <svg viewBox="0 0 26 12" className="chart" aria-hidden="true">
            <path className="worse" d="M6 2H16L11 11Z" />
          </svg>
          Concern
        </span>
        <span>
          <svg viewBox="0 0 26 12" className="chart" aria-hidden="true">
            <circle className="pt hollow" cx="11" cy="6" r="4" />
          </svg>
          Of fewer than ten
        </span>
      </div>
      <p className="cap rules">{ruleText}</p>
    </>
  );
}
