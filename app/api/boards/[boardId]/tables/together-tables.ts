// The front page's tables of what is read together, as files.
import { type Column, csvOf } from "#app/_tables/csv.ts";
import { besideText, indicatorWords } from "#app/_text/indicator-text.ts";
import { pulseQuestions } from "#app/_text/pulse-text.ts";
import { figureText, silenceText } from "#app/_text/result-text.ts";
import type { IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { TWINS, type Twin } from "#domain/year/felt-over.ts";
import type { FrontPage } from "#server/dashboard/load-dashboard.ts";

export const togetherTables: Readonly<Record<string, { words: string; csv: (page: FrontPage) => string }>> = {
  "read-together": { words: "Read together", csv: pairsCsv },
  "recorded-and-felt": { words: "Recorded and felt", csv: feltCsv },
};

function pairsCsv(page: FrontPage): string {
  type Row = { readonly of: IndicatorId; readonly beside: IndicatorId; readonly why: string };
  const columns: readonly Column<Row>[] = [
    { head: "If this improves", as: "words", of: ({ of }) => indicatorWords[of].name },
    { head: "It came to", as: "words", of: ({ of }) => cameTo(page, of) },
    { head: "Look at this first", as: "words", of: ({ beside }) => indicatorWords[beside].name },
    { head: "That came to", as: "words", of: ({ beside }) => cameTo(page, beside) },
    { head: "Why", as: "words", of: ({ why }) => why },
  ];
  return csvOf(
    columns,
    page.headlines.flatMap(({ indicator: { id: of } }) =>
      besideText[of].map(({ id: beside, why }) => ({ of, beside, why })),
    ),
  );
}

function feltCsv(page: FrontPage): string {
  const told = ({ indicator }: Twin) => page.felt.get(indicator) ?? null;
  const columns: readonly Column<Twin>[] = [
    { head: "Recorded", as: "words", of: ({ indicator }) => indicatorWords[indicator].name },
    { head: "It came to", as: "words", of: ({ indicator }) => cameTo(page, indicator) },
    {
      head: "Felt",
      as: "words",
      of: ({ question }) => pulseQuestions.find((each) => each.question === question)?.statement ?? "",
    },
    ...[1, 2, 3, 4, 5].map(
      (answer): Column<Twin> => ({
        head: `Answered ${answer}`,
        as: "number",
        of: (twin) => told(twin)?.counts[answer - 1] ?? null,
      }),
    ),
    { head: "No view", as: "number", of: (twin) => told(twin)?.noView ?? null },
    { head: "Meetings that told it", as: "number", of: (twin) => told(twin)?.meetings ?? 0 },
  ];
  return csvOf(columns, TWINS);
}

function cameTo({ beside, headlines }: FrontPage, id: IndicatorId): string {
  const result: Result | undefined =
    beside.get(id) ?? headlines.find(({ indicator }) => indicator.id === id)?.pooled;
  if (!result) return "";
  if (result.kind !== "value") return `${silenceText(result).head}. ${silenceText(result).why}`;
  const { figure, of } = figureText(id, result);
  return `${figure} ${of}`;
}
