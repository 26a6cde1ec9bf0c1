// Where figures live: a board and a period, and the very entries behind a meeting's.
import type { YearViewId } from "#app/_text/year-text.ts";
import type { BoardId, MeetingId } from "#domain/ids.ts";

export type Place = { readonly board: BoardId; readonly period: string };

export function dashboardAt({ board, period }: Place): string {
  return `/dashboard?${asked({ board, period })}`;
}

/** All twenty-eight, on one page. */
export function allAt({ board, period }: Place): string {
  return `/dashboard/all?${asked({ board, period })}`;
}

/** What happened outside the meetings, to read and to keep. */
export function outsideAt(board: BoardId): string {
  return `/dashboard/outside?${asked({ board, period: "all" })}`;
}

export function indicatorAt(id: string, { board, period }: Place): string {
  return `/dashboard/${id}?${asked({ board, period })}`;
}

/** With every meeting of the period in its table, however many there are. */
export function everyMeetingAt(id: string, { board, period }: Place): string {
  return `/dashboard/${id}?${asked({ board, period, every: "" })}#every-meeting`;
}

export function behindAt(id: string, { board, period }: Place, meeting: MeetingId): string {
  return `/dashboard/${id}?${asked({ board, period, meeting })}#behind`;
}

/** A table of the board's figures as a file; of one indicator, where it is named. */
export function tableAt(
  table: string,
  { board, period }: Place,
  indicator?: string,
  meeting?: MeetingId,
): string {
  const query = new URLSearchParams({
    ...(indicator !== undefined && { indicator }),
    ...(meeting !== undefined && { meeting }),
    ...(period !== "all" && { period }),
  }).toString();
  return `/api/boards/${board}/tables/${table}${query === "" ? "" : `?${query}`}`;
}

/** The facts behind the figures of a period, as a file for a program to read. */
export function factsAt({ board, period }: Place): string {
  return `/api/boards/${board}/facts${period === "all" ? "" : `?period=${period}`}`;
}

function asked({ period, ...rest }: { board: string; period: string; [more: string]: string }): string {
  // all of time is what a bare address means
  return new URLSearchParams(period === "all" ? rest : { ...rest, period }).toString();
}

/** A page that looks at a year of meetings; with a cell, at what was counted in it. */
export function yearAt(
  view: YearViewId,
  { board, period }: Place,
  more: Readonly<Record<string, string>> = {},
): string {
  const behind = "cell" in more ? "#behind" : "";
  return `/dashboard/year/${view}?${asked({ board, period, ...more })}${behind}`;
}
