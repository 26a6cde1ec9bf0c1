import type { ReactNode } from "react";
import { time } from "#app/_text/dates.ts";
import type { ScreenView } from "#domain/meeting/screen.ts";

export type OnWall<Shows extends ScreenView["shows"]> = {
  readonly view: Extract<ScreenView, { shows: Shows }>;
  /** Milliseconds of the one clock. */
  readonly now: number;
};

/** Number in the margin, and what it is. */
export function Top({ number = "", children }: { number?: string; children: ReactNode }) {
  return (
    <div className="r head">
      <div className={number.length > 2 ? "no long" : "no"} aria-hidden="true">
        {number}
      </div>
      <div className="w">{children}</div>
    </div>
  );
}

/** The time in the margin, and what else is so all the while. */
export function Foot({ now, children }: { now: number; children: ReactNode }) {
  return (
    <div className="r foot">
      <div className="g num">{time(now)}</div>
      <div className="w">{children}</div>
    </div>
  );
}

export function ItemTitle({ number, title }: { number: string; title: string }) {
  return (
    <h1>
      {number !== "" && <span className="sr">Item {number}. </span>}
      {title}
    </h1>
  );
}
