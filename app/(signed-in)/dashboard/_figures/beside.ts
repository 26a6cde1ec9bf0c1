import { besideText } from "#app/_text/indicator-text.ts";
import { HEADLINE } from "#domain/indicators/all.ts";
import type { IndicatorId } from "#domain/indicators/indicator.ts";

/** What is read beside the six. */
export const BESIDE: readonly IndicatorId[] = HEADLINE.flatMap(({ id }) =>
  besideText[id].map((each) => each.id),
);
