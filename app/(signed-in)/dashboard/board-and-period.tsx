import { periodChoice } from "#app/_text/period-text.ts";
import { Choices } from "#app/_ui/choices.tsx";
import type { Asker } from "#server/auth/asker.ts";
import type { LookedAt } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { dashboardAt, indicatorAt } from "./_figures/addresses.ts";

type Props = {
  boards: Asker["boards"];
  looked: Pick<LookedAt, "board" | "periods" | "period">;
  /** On an indicator's own page. */
  indicator?: string;
};

/** The boards one has a role on, and the spans of time that make sense for the one chosen. */
export function BoardAndPeriod({ boards, looked, indicator }: Props) {
  const { board, periods } = looked;
  const period = periodKey(looked.period);
  const at = (place: { board: typeof board.id; period: string }) =>
    indicator === undefined ? dashboardAt(place) : indicatorAt(indicator, place);
  return (
    <div className="looks no-print">
      {boards.length > 1 && (
        <Choices
          label="Board"
          chosen={board.id}
          choices={boards.map(({ boardId, name }) => ({
            key: boardId,
            words: name,
            href: at({ board: boardId, period: "all" }),
          }))}
        />
      )}
      {periods.length > 1 && (
        <Choices
          label="Period"
          chosen={period}
          choices={[...periods, ...(looked.period.of === "span" ? [looked.period] : [])].map((name) => ({
            key: periodKey(name),
            words: periodChoice(name),
            href: at({ board: board.id, period: periodKey(name) }),
          }))}
        />
      )}
    </div>
  );
}
