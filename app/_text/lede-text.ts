// The page of figures in one paragraph, written from the results of its last meeting.
import { figure } from "#app/_charts/figures.ts";
import type { IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { capital, inWords } from "./numbers.ts";

type Figure = Extract<Result, { kind: "value" }>;
export type Latest = ReadonlyMap<IndicatorId, Result>;

const month = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", month: "long", year: "numeric" });

export function ledeText(latest: Latest, heldAt: number): string {
  const sentences = [
    challenges(valueOf(latest, "challenge-rate"), valueOf(latest, "challenge-response")),
    moneyPoints(valueOf(latest, "money-candour")),
    detail(valueOf(latest, "performance-detail-share")),
    seats(valueOf(latest, "senior-commitment")),
  ].filter((sentence) => sentence !== "");
  const start = `At the meeting of ${month.format(heldAt)}`;
  const [first, ...rest] = sentences;
  return first
    ? `${start} ${first}. ${rest.map((each) => `${capital(each)}. `).join("")}`.trim()
    : `${start} nothing was recorded that these figures count.`;
}

function valueOf(latest: Latest, id: IndicatorId): Figure | null {
  const result = latest.get(id);
  return result?.kind === "value" ? result : null;
}

function challenges(rate: Figure | null, response: Figure | null): string {
  const raised = rate?.numerator;
  if (raised === null || raised === undefined) return "";
  const put = `partners put ${inWords(raised)} ${raised === 1 ? "challenge" : "challenges"} to one another`;
  if (!response) return put;
  const answered = response.numerator ?? 0;
  const were = answered === 1 ? "was" : "were";
  return `${put} and ${answered === 0 ? "none" : inWords(answered)} ${were} answered${response.provisional ? " so far" : ""}`;
}

function moneyPoints(candour: Figure | null): string {
  const { entries = 0, unstated = 0 } = candour?.companions ?? {};
  if (entries === 0) return "";
  if (unstated === 0) return `every one of ${inWords(entries)} money points had a figure`;
  return `${inWords(unstated)} of ${inWords(entries)} money points had no figure`;
}

function detail(share: Figure | null): string {
  return share ? `performance detail took ${figure(share.value, "percent")} of the time` : "";
}

function seats(level: Figure | null): string {
  if (!level) return "";
  return `${inWords(level.numerator ?? 0)} of ${inWords(level.denominator ?? 0)} seats were filled at the agreed level`;
}
