// The self-assessments of a board as a file: one row a statement and year.
import {
  agreement,
  elementWords,
  figuresOf,
  notKnown,
  numberOf,
  statementText,
} from "#app/_text/assessment-text.ts";
import type { AssessmentResult, StatementTold } from "#domain/assessment/scoring.ts";
import { STATEMENTS, type Statement } from "#domain/assessment/statements.ts";
import { type Column, csvOf } from "./csv.ts";

type Row = {
  readonly year: number;
  readonly answered: number;
  readonly statement: Statement;
  /** The score of its element; null where too few have answered. */
  readonly score: number | null;
  readonly told: StatementTold | undefined;
};

const columns: readonly Column<Row>[] = [
  { head: "Year", as: "number", of: ({ year }) => year },
  { head: "Members who answered", as: "number", of: ({ answered }) => answered },
  { head: "Element", as: "words", of: ({ statement }) => elementWords[statement.element].name },
  { head: "Element score, 1 to 5", as: "number", places: 2, of: ({ score }) => score },
  { head: "Number", as: "number", of: ({ statement }) => numberOf(statement.id) },
  { head: "Statement", as: "words", of: ({ statement }) => statementText[statement.id] },
  { head: "Turned round", as: "words", of: ({ statement }) => (statement.reversed ? "Yes" : "No") },
  ...agreement.map(
    (word, place): Column<Row> => ({
      head: `${place + 1}, ${word}`,
      as: "number",
      of: ({ told }) => told?.counts[place] ?? null,
    }),
  ),
  { head: notKnown, as: "number", of: ({ told }) => told?.unknown ?? null },
  { head: "Agree", as: "words", of: ({ told }) => (told && figuresOf(told).agree?.percent) ?? null },
  { head: "Middle half", as: "words", of: ({ told }) => (told ? figuresOf(told).middleHalf : null) },
];

/** The newest year first; what too few have answered is an empty cell. */
export function assessmentCsv(
  years: readonly { readonly year: number; readonly result: AssessmentResult }[],
): string {
  return csvOf(
    columns,
    years.flatMap(({ year, result: { members } }) =>
      STATEMENTS.map((statement) => ({
        year,
        answered: members.answered,
        statement,
        score: members.elements.find(({ element }) => element === statement.element)?.score ?? null,
        told: members.statements.find(({ id }) => id === statement.id),
      })),
    ),
  );
}
