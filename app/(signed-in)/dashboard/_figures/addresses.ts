// Where figures live: a board and a period, and the very entries behind a meeting's.
import type { BoardId, MeetingId } from "#domain/ids.ts";

export type Place = { readonly board: BoardId; readonly period: string };

export function dashboardAt({ board, period }: Place): string {
  return `/dashboard?${asked({ board, period })}`;
}

export function indicatorAt(id: string, { board, period }: Place): string {
  return `/dashboard/${id}?${asked({ board, period })}`;
}

export function behindAt(id: string, { board, period }: Place, meeting: MeetingId): string {
  return `/dashboard/${id}?${asked({ board, period, meeting })}#behind`;
}

function asked({ period, ...rest }: { board: string; period: string; meeting?: string }): string {
  // all of time is what a bare address means
  return new URLSearchParams(period === "all" ? rest : { ...rest, period }).toString();
}
