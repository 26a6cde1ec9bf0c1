import { assessmentCsv } from "#app/_tables/assessment-table.ts";
import { fileName } from "#app/_tables/csv.ts";
import { BoardId } from "#domain/ids.ts";
import { toldYears } from "#server/assessment/load-assessment.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { type Downloaded, downloading } from "#server/exports/downloading.ts";

/** Every figure of every year that was told: what the page shows, and nothing besides. */
export const GET = downloading(async ({ database }, asker, { params }): Promise<Downloaded> => {
  const boardId = BoardId.safeParse(params["boardId"]);
  const allowed = boardId.success && (await allowedBoard(database.db, asker, boardId.data));
  if (!allowed) return "notThere";
  const name = asker.boards.find((own) => own.boardId === allowed.boardId)?.name ?? "";
  const body = assessmentCsv(await toldYears(database, allowed));
  return { name: fileName([name, "Self-assessment"], "csv"), type: "text/csv", body };
});
