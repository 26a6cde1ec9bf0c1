import { fileName } from "#app/_tables/csv.ts";
import { BoardId } from "#domain/ids.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { type Downloaded, downloading } from "#server/exports/downloading.ts";
import { loadFacts } from "#server/exports/load-facts.ts";

/** The facts of a period, as `/api/facts-schema` describes them. */
export const GET = downloading(async (house, asker, { params, query }): Promise<Downloaded> => {
  const boardId = BoardId.safeParse(params["boardId"]);
  const allowed = boardId.success && (await allowedBoard(house.database.db, asker, boardId.data));
  if (!allowed) return "notThere";
  const period = query.get("period") ?? undefined;
  const facts = await loadFacts(house.database, allowed, { period, asOf: house.clock.now() });
  if (!facts) return "notThere";
  return {
    name: fileName([facts.board.name, facts.period, "facts"], "json"),
    type: "application/json",
    body: `${JSON.stringify(facts, null, 1)}\n`,
  };
});
