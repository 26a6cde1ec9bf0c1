import { fileName } from "#domain/exports/file-name.ts";
import { type Downloaded, downloadingOfBoard } from "#server/exports/downloading.ts";
import { loadFacts } from "#server/exports/load-facts.ts";

/** The facts of a period, as `/api/facts-schema` describes them. */
export const GET = downloadingOfBoard(async (house, allowed, { query }): Promise<Downloaded> => {
  const period = query.get("period") ?? undefined;
  const facts = await loadFacts(house.database, allowed, { period, asOf: house.clock.now() });
  if (!facts) return "notThere";
  return {
    name: fileName([facts.board.name, facts.period, "facts"], "json"),
    type: "application/json",
    body: `${JSON.stringify(facts, null, 1)}\n`,
  };
});
