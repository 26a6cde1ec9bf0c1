import { marginDate } from "#app/_text/dates.ts";

/** The day left of the rule; the words right of it say it to those who hear the page. */
export function DayInMargin({ of }: { of: number }) {
  const { day, month } = marginDate(of);
  return (
    <div className="g" aria-hidden="true">
      <span className="day">{day}</span>
      {month}
    </div>
  );
}
