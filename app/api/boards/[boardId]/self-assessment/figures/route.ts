import { assessmentCsv } from "#app/_tables/assessment-table.ts";
import { fileName } from "#domain/exports/file-name.ts";
import { toldYears } from "#server/assessment/load-assessment.ts";
import { type Downloaded, downloadingOfBoard } from "#server/exports/downloading.ts";

/** Every figure of every year that was told: what the page shows, and nothing besides. */
export const GET = downloadingOfBoard(async ({ database }, allowed, { asker }): Promise<Downloaded> => {
  const name = asker.boards.find((own) => own.boardId === allowed.boardId)?.name ?? "";
  const body = assessmentCsv(await toldYears(database, allowed));
  return { name: fileName([name, "Self-assessment"], "csv"), type: "text/csv", body };
});
