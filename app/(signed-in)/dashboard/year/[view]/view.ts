import type { ReactNode } from "react";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import type { AllowedBoard } from "#server/auth/access.ts";
import type { Asker } from "#server/auth/asker.ts";
import type { Year } from "#server/dashboard/load-year.ts";
import type { LookingBack } from "#server/runtime.ts";

/** What an address says beside board and period: `cell` opens what was counted in one. */
export type AskedOfView = { readonly cell?: string | undefined; readonly topic?: string | undefined };

export type YearView = {
  /** The chosen period, all of the board's years, or each board's own year to its last meeting. */
  readonly over: "period" | "allYears" | "eachYear";
  readonly figures: readonly IndicatorId[];
  readonly lede: (year: Year, asked: AskedOfView) => string;
  readonly body: (
    house: Pick<LookingBack, "database" | "clock">,
    allowed: AllowedBoard,
    year: Year,
    asked: AskedOfView,
    asker: Asker,
  ) => Promise<ReactNode>;
};
