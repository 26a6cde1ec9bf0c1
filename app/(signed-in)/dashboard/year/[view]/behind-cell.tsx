import Link from "next/link";
import type { ReactNode } from "react";
import { plainDate } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import type { ItemId, MeetingId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { BehindYear, Year } from "#server/dashboard/load-year.ts";
import { EntriesBehind } from "../../[indicatorId]/behind-entries.tsx";
import { ItemLink } from "../../[indicatorId]/behind-time.tsx";

type Props = { title: string; putAway: string; behind: BehindYear; children: ReactNode };

/** The way down from a cell: as many things as it counted, each opening its place on the record. */
export function BehindCell({ title, putAway, behind, children }: Props) {
  return (
    <section className="row sect behind" id="behind" tabIndex={-1}>
      <div className="w">
        <h2>{title}</h2>
        {children}
        {behind.further > 0 && (
          <p className="nothing">
            {counted(behind.further, "more was", "more were")} counted at earlier meetings. Choose a year to
            open {behind.further === 1 ? "it" : "them"}.
          </p>
        )}
        <p className="cap">
          <Link href={putAway}>Put this away</Link>
        </p>
      </div>
    </section>
  );
}

/** Entries in their own words; what the reader may not read is counted and withheld. */
export function EntriesOfYear({ year, behind }: { year: Year; behind: BehindYear }) {
  const [last, meeting] = [year.viewed.at(-1), [...behind.records.values()][0]];
  if (!last || !meeting) return <p className="nothing">Nothing was counted here.</p>;
  const view = { ...last.view, earlier: year.meetings };
  return (
    <EntriesBehind
      behind={{ facts: last.facts, view, evidence: behind.told, meeting, others: behind.records }}
    />
  );
}

/** Items, each by its heading on its meeting's record. */
export function ItemsOfYear({ year, behind }: { year: Year; behind: BehindYear }) {
  if (behind.told.length === 0) return <p className="nothing">Nothing was counted here.</p>;
  return (
    <ol className="counted">
      {behind.told.map(({ meeting: id, item }) => {
        const record = behind.records.get(id);
        return (
          <li key={`${id} ${item}`}>
            {record && item && <ItemOnRecord meeting={record} item={item} />}{" "}
            <span className="muted">{dateOf(year, id)}</span>
          </li>
        );
      })}
    </ol>
  );
}

type Record = NonNullable<ReturnType<BehindYear["records"]["get"]>>;

/** A heading that an interest or a restriction keeps from the reader is not told. */
function ItemOnRecord({ meeting, item }: { meeting: Record; item: ItemId }) {
  return itemOf(meeting, item) ? <ItemLink meeting={meeting} itemId={item} /> : "An item you may not read";
}

function dateOf({ meetings }: Pick<Year, "meetings">, id: MeetingId): string {
  const facts = meetings.find(({ meetingId }) => meetingId === id);
  return facts ? plainDate(facts.openedAt) : "";
}

/** Meetings, each by its day. */
export function MeetingsOfYear({ year, ids }: { year: Year; ids: readonly MeetingId[] }) {
  return (
    <ol className="counted">
      {ids.toReversed().map((id) => (
        <li key={id}>
          <Link href={`/meetings/${id}/record`}>{dateOf(year, id)}</Link>
        </li>
      ))}
    </ol>
  );
}
