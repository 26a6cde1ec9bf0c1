import { allAnswersText } from "#app/_text/assessment-text.ts";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { StatementTold } from "#domain/assessment/scoring.ts";

/** The answers to one statement from left to right, one to five, and apart from them those who do not know. */
export function AnswerBar({ told }: { told: StatementTold }) {
  const numbers = told.counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className="answers">
      <VisuallyHidden>{allAnswersText(told)}</VisuallyHidden>
      <div className="bar" aria-hidden="true">
        <div className="numbers" style={{ flex: numbers }}>
          {told.counts.map(
            (count, place) =>
              count > 0 && (
                // oxlint-disable-next-line react/no-array-index-key -- its place is what it is: one to five
                <i key={place} className={`a${place + 1}`} style={{ flex: count }}>
                  <em>{place + 1}</em>
                </i>
              ),
          )}
        </div>
        {told.unknown > 0 && (
          <i className="unknown" style={{ flex: told.unknown }}>
            <em>?</em>
          </i>
        )}
      </div>
    </div>
  );
}
