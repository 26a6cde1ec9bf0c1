import { recordTableOf } from "#app/_tables/record-tables.ts";
import { dayOf } from "#domain/calendar.ts";
import { fileName } from "#domain/exports/file-name.ts";
import { type Downloaded, downloading } from "#server/exports/downloading.ts";
import { loadRecordFile } from "#server/exports/load-record-file.ts";

/** One table of a meeting's record; `?form=whole` with what was taken without the public, for those who may. */
export const GET = downloading(async (house, asker, { params, query }): Promise<Downloaded> => {
  const table = recordTableOf(params["table"] ?? "");
  if (!table) return "notThere";
  const form = query.get("form") === "whole" ? "whole" : "public";
  const loaded = await loadRecordFile(house, asker, { meetingId: params["meetingId"] ?? "", form });
  if (typeof loaded === "string") return loaded;
  const { meeting, people, board } = loaded;
  const whole = form === "whole" ? ["with restricted items"] : [];
  return {
    name: fileName([board, dayOf(meeting.openedAt ?? meeting.startsAt), table.words, ...whole], "csv"),
    type: "text/csv",
    body: table.csv(meeting, (person) => people[person]?.name ?? null),
  };
});
