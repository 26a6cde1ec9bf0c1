import { MarkColumns } from "#app/_charts/mark-columns.tsx";
import { MiniTrend } from "#app/_charts/mini-trend.tsx";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { happeningText } from "#app/_text/reading-text.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { Definition, Evidence } from "#domain/indicators/indicator.ts";
import type { Trend } from "#domain/indicators/period.ts";

/** As many columns of marks as can be told apart in a row's chart. */
const COLUMNS = 9;

type Props = {
  indicator: Definition;
  trend: Trend;
  counted: readonly { meetingId: MeetingId; at: number; evidence: readonly Evidence[] }[];
};

export function SmallChart({ indicator, trend, counted }: Props) {
  const { id, unit, range } = indicator;
  const { name } = indicatorWords[id];
  if (id !== "challenge-response" && id !== "money-candour")
    return <MiniTrend title={name} trend={trend} unit={unit} range={range} />;

  const columns = counted.slice(-COLUMNS).map(({ meetingId, at, evidence }) => ({
    meetingId,
    at,
    fills: evidence.map(({ fill }) => fill).filter((fill) => fill !== "gone"),
  }));
  const before = trend.points.length - columns.length;
  const happenings = trend.happenings.flatMap((each) =>
    each.position > before ? [{ ...each, position: each.position - before }] : [],
  );
  const outside = happenings.map((each) => ` Outside: ${happeningText(each)}.`).join("");
  const kind = id === "money-candour" ? "money" : "challenge";
  const what = kind === "money" ? "Money points by how plain they were" : "Challenges by what became of them";
  return (
    <MarkColumns
      kind={kind}
      columns={columns}
      happenings={happenings}
      label={`${name}. ${what}, ${columns.length} meetings.${outside}`}
    />
  );
}
