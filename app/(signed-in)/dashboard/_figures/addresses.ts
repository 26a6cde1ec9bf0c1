// Where figures live: a board and a period, and the very entries behind a meeting's.
import type { BoardId, MeetingId } from "#domain/ids.ts";

export type Place = { readonly board: BoardId; readonly period: string };

export function dashboardAt({ board, period }: Place): string {
  return `/dashboard?${asked({ board, period })}`;
}

/** All twenty-eight, on one page. */
export function allAt({ board, period }: Place): string {
  return `/dashboard/all?${asked({ board, period })}`;
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

type Asked = {
  readonly board: string;
  readonly period: string;
  readonly meeting?: string;
  readonly every?: "";
};

function asked({ period, ...rest }: Asked): string {
  // all of time is what a bare address means
  return new URLSearchParams(period === "all" ? rest : { ...rest, period }).toString();
}
