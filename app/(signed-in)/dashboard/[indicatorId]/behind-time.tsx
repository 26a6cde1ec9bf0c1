import Link from "next/link";
import { SegmentBar } from "#app/_charts/segment-bar.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { minutes, stopwatch } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { focusWord, sectorWord } from "#app/_text/words.ts";
import { Table } from "#app/_ui/table.tsx";
import type { TalkFact } from "#domain/facts/facts.ts";
import type { ItemId } from "#domain/ids.ts";
import { partnerTalk, qualifyingSeats } from "#domain/indicators/counting.ts";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import type { Focus } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";

/** Which focus a figure is about. */
const MARKED: Readonly<Partial<Record<IndicatorId, { focus: Focus; words: string }>>> = {
  "resource-steering-balance": { focus: "resources", words: "resources" },
};
const DETAIL = { focus: "performance-detail", words: "performance detail" } as const;

/** The stretches between two flips of the focus, in their order. */
export function StretchesBehind({ id, behind: { meeting, facts } }: { id: IndicatorId; behind: Behind }) {
  const marked = MARKED[id] ?? DETAIL;
  if (facts.focus.length === 0) return <p className="nothing">The focus was not set at this meeting.</p>;
  return (
    <>
      <SegmentBar
        segments={facts.focus.map(({ seq, ms, focus }) => ({ seq, ms, on: focus === marked.focus }))}
        label={`The meeting from left to right, ${marked.words} filled`}
      />
      <Table caption={`Stretches of business time by focus, in their order; ${marked.words} in bold`}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Focus</th>
            <th scope="col" className="r">
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.focus.map(({ seq, item, focus, ms }) => (
            <tr key={seq}>
              <th scope="row">
                <ItemLink meeting={meeting} itemId={item} />
              </th>
              <td>{focus === marked.focus ? <b>{focusWord[focus]}</b> : focusWord[focus]}</td>
              <td className="r">{stopwatch(ms)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** The chair's talk beside all discussion, item by item. */
export function ChairBehind({ behind: { meeting, facts } }: { behind: Behind }) {
  const talk = facts.floor.talk.filter(({ kind }) => kind === "discussion");
  const items = facts.items.filter(({ item }) => talk.some((each) => each.item === item));
  if (items.length === 0) return <p className="nothing">Nobody’s turn in discussion was recorded.</p>;
  return (
    <Table caption="Discussion from the chair, and by everybody, in minutes and turns, by item">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" className="r">
            From the chair
          </th>
          <th scope="col" className="r">
            By everybody
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item }) => {
          const own = talk.filter((each) => each.item === item);
          return (
            <tr key={item}>
              <th scope="row">
                <ItemLink meeting={meeting} itemId={item} />
              </th>
              <td className="r">{heard(own.filter(({ voice }) => voice === "chair"))}</td>
              <td className="r">{heard(own)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

export function ItemLink({ meeting, itemId }: { meeting: Meeting; itemId: ItemId }) {
  const item = itemOf(meeting, itemId);
  if (!item) return "An item no longer on the agenda";
  return <Link href={`/meetings/${meeting.id}/record#item-${item.id}`}>{itemLabel(item)}</Link>;
}

/** Partners’ discussion by item and sector: sectors, never partners or people. */
export function TalkBehind({ behind: { meeting, facts } }: { behind: Behind }) {
  const talk = partnerTalk(facts.floor);
  if (talk.length === 0) return <p className="nothing">Nobody’s turn in discussion was recorded.</p>;
  const groups = sectorGroups(qualifyingSeats(facts)).filter((group) =>
    talk.some(({ sector }) => sector !== null && group.includes(sector)),
  );
  const items = facts.items.filter(({ item }) => talk.some((each) => each.item === item));
  return (
    <Table caption="Discussion by partners, in minutes and turns, by item and sector">
      <thead>
        <tr>
          <th scope="col">Item</th>
          {groups.map((group) => (
            <th key={group.join()} scope="col" className="r">
              {group.map((sector) => (
                <SectorLetter key={sector} sector={sector} />
              ))}{" "}
              {group.map((sector) => sectorWord[sector]).join(" and ")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ item }) => (
          <tr key={item}>
            <th scope="row">
              <ItemLink meeting={meeting} itemId={item} />
            </th>
            {groups.map((group) => (
              <td key={group.join()} className="r">
                {heard(talk.filter((each) => each.item === item && isOf(each, group)))}
              </td>
            ))}
          </tr>
        ))}
        <tr className="step">
          <th scope="row">In all</th>
          {groups.map((group) => (
            <td key={group.join()} className="r">
              {heard(talk.filter((each) => isOf(each, group)))}
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}

function isOf({ sector }: TalkFact, group: readonly Sector[]): boolean {
  return sector !== null && group.includes(sector);
}

function heard(talk: readonly TalkFact[]): string {
  const [ms, turns] = [
    talk.reduce((sum, each) => sum + each.ms, 0),
    talk.reduce((sum, each) => sum + each.turns, 0),
  ];
  return turns === 0
    ? "–"
    : `${minutes(ms).replace(" minutes", " min").replace(" minute", " min")}, ${counted(turns, "turn")}`;
}
