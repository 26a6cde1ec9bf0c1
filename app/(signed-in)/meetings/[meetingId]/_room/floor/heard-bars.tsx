"use client";

import { SectorLetter, sectorClass } from "#app/_marks/sector.tsx";
import { sectorWord } from "#app/_text/words.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";
import { type SectorTalk, talkBySector } from "./talk.ts";

/** Talk on this item by sector, with a line at each sector's share of the seats in the room. */
export function HeardBars({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const now = useNow(2000);
  const rows = talkBySector(meeting, item, now);
  if (rows.length === 0) return null;
  // bars are drawn against the longest, so that a small share is still seen
  const longest = Math.max(...rows.flatMap(({ talk, seats }) => [talk, seats]), 0.01);
  return (
    <section>
      <h2>
        Heard on this item <span>line marks seats</span>
      </h2>
      <ul className="voices">
        {rows.map((row) => (
          <SectorRow key={row.sector} row={row} longest={longest} />
        ))}
      </ul>
    </section>
  );
}

function SectorRow({ row, longest }: { row: SectorTalk; longest: number }) {
  const { sector, talk, seats } = row;
  const width = (share: number) => `${Math.round((100 * share) / longest)}%`;
  return (
    <li>
      <SectorLetter sector={sector} />
      <span>{sectorWord[sector]}</span>
      {talk === 0 ? (
        <span className="quiet">Not heard yet</span>
      ) : (
        <>
          <span className={`bar ${sectorClass(sector)}`} aria-hidden="true">
            <i style={{ width: width(talk) }} />
            <b style={{ left: width(seats) }} />
          </span>
          <span className="v">{Math.round(talk * 100)}%</span>
        </>
      )}
      <span className="sr">, {Math.round(seats * 100)}% of the seats present</span>
    </li>
  );
}
