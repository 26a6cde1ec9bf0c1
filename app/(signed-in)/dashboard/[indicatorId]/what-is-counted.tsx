import { indicatorWords } from "#app/_text/indicator-text.ts";
import type { Definition } from "#domain/indicators/indicator.ts";

/** The definition, beside every chart. */
export function WhatIsCounted({ indicator }: { indicator: Definition }) {
  const words = indicatorWords[indicator.id];
  const told = [
    ["Top", words.top],
    ["Bottom", words.bottom],
    ["Says nothing until", words.saysNothingUntil],
    ["How it could mislead", words.couldMislead],
  ];
  return (
    <aside className="defn" aria-labelledby="what-is-counted">
      <h2 id="what-is-counted">What is counted</h2>
      <dl>
        {told.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>Sentence it answers</dt>
          <dd className="rec">“{indicator.seed}”</dd>
        </div>
      </dl>
      <p className="cap">Definition {indicator.version}. A change of definition starts the chart afresh.</p>
    </aside>
  );
}
