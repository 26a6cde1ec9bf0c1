// Whatever a board holds, what is said of it is a sentence: no hole in it, and nothing that a program would say.
import fc from "fast-check";
import { expect, test } from "vitest";
import { INDICATORS } from "#domain/indicators/all.ts";
import { ALWAYS, pooledOver, trendOf } from "#domain/indicators/period.ts";
import { anyBoard } from "#tests/support/any-facts.ts";
import { DAY } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { indicatorWords } from "./indicator-text.ts";
import { onTheChart, pooledText, saidOf } from "./reading-text.ts";
import { captionText, figureText, silenceText } from "./result-text.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`every-figure.property.test.ts: FC_SEED=${seed}`);
const asOf = OPENED_AT + 500 * DAY;
const NOT_WORDS = /NaN|undefined|Infinity|null|\[object|  |\.\.|^ | $/;

test("every figure, its caption, its silence and its year read as words", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(anyBoard, ({ board, kept }) => {
      const said = INDICATORS.flatMap((indicator) => {
        const { id, unit } = indicator;
        const trend = trendOf(indicator, board, asOf, { kept });
        const pooled = pooledOver(indicator, board, ALWAYS, asOf, kept);
        const each = trend.points.flatMap(({ result }, place) =>
          result.kind === "value"
            ? [figureText(id, result).figure, figureText(id, result).of, captionText(id, result)]
            : [silenceText(result).head, silenceText(result).why, onTheChart(trend, place)],
        );
        const whole = pooledText(id, pooled, unit, "over the last year");
        return [...each, whole, ...saidOf(trend, unit).sentences].map((words) => `${id}: ${words}`);
      });
      expect(said.filter((words) => NOT_WORDS.test(words.replace(/^[a-z-]+: /, "")))).toEqual([]);
    }),
    { seed, numRuns: 40 },
  );
});

test("every one has its words: a question, what is divided, when it speaks, how it may mislead", () => {
  for (const { id } of INDICATORS) {
    const { question, name, top, bottom, saysNothingUntil, couldMislead, columns } = indicatorWords[id];
    expect(question, id).toMatch(/\?$/);
    for (const sentence of [top, bottom, saysNothingUntil, couldMislead]) expect(sentence, id).toMatch(/\.$/);
    for (const word of [name, columns[0]]) expect(word, id).not.toBe("");
  }
});
