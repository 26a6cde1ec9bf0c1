"use client";

import Link from "next/link";
import { partnerName } from "#app/_text/speaker-text.ts";
import { purposeWords } from "#app/_text/words.ts";
import type { HeardAt } from "#domain/meeting/entry.ts";
import { type AgendaItem } from "#domain/meeting/item.ts";
import { itemOf, topOf } from "#domain/meeting/look-up.ts";
import { moneySoFar } from "./money-so-far.ts";
import { useFromRoom, useRoom } from "./room-context.ts";

/** Number in the margin; title, purpose, lead and papers; what the board is asked. */
export function ItemHead({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const money = useFromRoom((room) => moneySoFar(itemOf(room.meeting, item.id) ?? item));
  // a part goes with its item
  const openness = item.openness.kind === "restricted" ? item.openness : topOf(meeting, item).openness;
  return (
    <div className="ihead">
      <div className="no" aria-hidden="true">
        {item.number}
      </div>
      <div className="body">
        <h1>
          {item.number !== "" && <span className="sr">Item {item.number}. </span>}
          {item.title}
        </h1>
        <p className="meta">
          {purposeWords[item.kind]}.{item.routineMoney && " A routine money report."}
          {item.lead && ` Led by ${partnerName(meeting, item.lead)}.`} <Papers item={item} />
        </p>
        {item.carriedFrom && <TakenUp from={item.carriedFrom} />}
        {openness.kind === "restricted" && (
          <p className="closed-note">Closed to the public: {openness.ground}.</p>
        )}
        {item.description !== "" && <p className="ask">{item.description}</p>}
        {money && <p className="meta">Money so far: {money}.</p>}
      </div>
    </div>
  );
}

/** What was put off before: its record says why. */
function TakenUp({ from }: { from: HeardAt }) {
  return (
    <p className="meta">
      <Link href={`/meetings/${from.meetingId}/record#item-${from.itemId}`}>
        Put off at an earlier meeting
      </Link>
      , and taken up here.
    </p>
  );
}

function Papers({ item }: { item: AgendaItem }) {
  return item.papers.map(({ title, address, pages }, place) => {
    const told = pages === "" ? title : `${title}, ${pages}`;
    return (
      <span key={`${title} ${address} ${pages}`}>
        {place > 0 && ", "}
        {address === "" ? (
          told
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {told}
          </a>
        )}
      </span>
    );
  });
}
