import { counted } from "#app/_text/numbers.ts";
import { Table } from "#app/_ui/table.tsx";
import type { ItemFact } from "#domain/facts/facts.ts";
import { plannedOf } from "#domain/indicators/agenda-discipline.ts";
import { evidenceOn, qualifies, restingItems } from "#domain/indicators/shared-data-use.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";
import { EntriesBehind } from "./behind-entries.tsx";
import { ItemLink } from "./behind-time.tsx";

function minutes(count: number): string {
  return String(Math.round(count));
}

function businessItems({ facts }: Behind): readonly ItemFact[] {
  return facts.items.filter(({ business, parent }) => business && parent === null);
}

/** Planned beside used, item by item. */
export function PlansBehind({ behind }: { behind: Behind }) {
  const { meeting, facts } = behind;
  return (
    <Table caption="Business items as planned when the meeting was opened, and as taken, in minutes">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" className="r">
            Planned
          </th>
          <th scope="col" className="r">
            Used
          </th>
          <th scope="col" className="r extra">
            Given for debate
          </th>
        </tr>
      </thead>
      <tbody>
        {businessItems(behind).map((item) => {
          const planned = plannedOf(item, facts.items);
          return (
            <tr key={item.item}>
              <th scope="row">
                <ItemLink meeting={meeting} itemId={item.item} />
              </th>
              <td className="r">{planned === null ? "No plan" : minutes(planned)}</td>
              <td className="r">{item.reached ? minutes(item.openMs / 60_000) : "Not reached"}</td>
              <td className="r extra">{item.addedForDebate === 0 ? "–" : minutes(item.addedForDebate)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Which objectives an item was linked to before the meeting, and its time. */
export function LinksBehind({ behind }: { behind: Behind }) {
  const { meeting } = behind;
  const titles = new Map(
    (meeting.registersHeld ?? meeting.registers).objectives.map(({ id, title }) => [id, title]),
  );
  return (
    <Table caption="Business items, the objectives they were linked to before the meeting, and their time">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Objectives</th>
          <th scope="col" className="r">
            Minutes
          </th>
        </tr>
      </thead>
      <tbody>
        {businessItems(behind).map(({ item, objectives, openMs }) => (
          <tr key={item}>
            <th scope="row">
              <ItemLink meeting={meeting} itemId={item} />
            </th>
            <td>{objectives.map((id) => titles.get(id) ?? "An earlier objective").join(", ") || "–"}</td>
            <td className="r">{minutes(openMs / 60_000)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Items taken to decide or discuss, and the evidence on each. */
export function RestingBehind({ behind }: { behind: Behind }) {
  const { meeting, facts, view } = behind;
  return (
    <>
      <Table caption="Items taken to decide or to discuss, and what they rested on">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Rested on</th>
          </tr>
        </thead>
        <tbody>
          {restingItems(facts).map((item) => {
            const told = evidenceOn(facts, item, view.asOf);
            const shared = told.filter(qualifies).length;
            return (
              <tr key={item.item}>
                <th scope="row">
                  <ItemLink meeting={meeting} itemId={item.item} />
                </th>
                <td>
                  {shared > 0
                    ? counted(shared, "shared source")
                    : told.length > 0
                      ? "Nothing shared by all"
                      : "Nothing recorded"}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {behind.evidence.length > 0 && <EntriesBehind behind={behind} />}
    </>
  );
}
