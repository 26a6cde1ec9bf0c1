import type { Added } from "#domain/meeting/extensions.ts";

/** "30 planned, 10 added for debate"; empty where nothing was added. The plan is as it was. */
export function addedText(planned: number | null, { minutes, forDebate }: Added): string {
  if (minutes === 0) return "";
  const plan = planned === null ? "none planned" : `${planned} planned`;
  if (forDebate === minutes) return `${plan}, ${minutes} added for debate`;
  return `${plan}, ${minutes} added${forDebate > 0 ? `, ${forDebate} of them for debate` : ""}`;
}
