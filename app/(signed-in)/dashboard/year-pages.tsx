import Link from "next/link";
import { YEAR_VIEWS, yearWords } from "#app/_text/year-text.ts";
import type { LookedAt } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { yearAt } from "./_figures/addresses.ts";

/** The pages that look at a year of meetings; where no span is chosen, at the year to the last meeting. */
export function YearPages({ looked: { board, period, periods } }: { looked: LookedAt }) {
  const isYearOffered = periods.some((name) => name.of === "lastYear");
  const span = period.of === "all" && isYearOffered ? "last-year" : periodKey(period);
  return (
    <nav className="choices no-print" aria-label="A year of meetings">
      {YEAR_VIEWS.map((view) => (
        <Link key={view} href={yearAt(view, { board: board.id, period: span })}>
          {yearWords[view].name}
        </Link>
      ))}
    </nav>
  );
}
