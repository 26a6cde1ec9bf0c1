"use client";

import { mattersItem } from "#domain/agenda-text/matters-arising.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isBarred } from "#domain/meeting/rights.ts";
import type { Vote } from "#domain/meeting/vote.ts";
import type { Draft } from "./capture/draft.ts";
import { CarriedOver } from "./carried/carried-over.tsx";
import { ItemActs } from "./chair/item-acts.tsx";
import { EntryList } from "./entries/entry-list.tsx";
import { ItemHead } from "./item-head.tsx";
import { ItemPace } from "./item-pace.tsx";
import { Barred } from "./rights/barred.tsx";
import { ItemRights } from "./rights/item-rights.tsx";
import { useFromRoom, useRoom } from "./room-context.ts";
import { OpenVote } from "./votes/open-vote.tsx";
import { VotesOfItem } from "./votes/votes-of-item.tsx";

/** One item: its head, its clock, and its record. */
export function ItemSheet(props: {
  item: AgendaItem;
  /** What stands above it already. */
  votesNow: readonly Vote[];
  onEdit: (draft: Draft) => void;
}) {
  const { item, votesNow, onEdit } = props;
  const { meeting, you } = useRoom();
  if (isBarred(meeting, item.id, you)) {
    return (
      <>
        <ItemHead item={item} />
        <Barred item={item} />
        <ItemRights item={item} />
        <ItemPace item={item} />
      </>
    );
  }
  return (
    <>
      <ItemHead item={item} />
      <ItemRights item={item} />
      <ItemPace item={item} />
      <ItemActs item={item} />
      {mattersItem(meeting.items)?.id === item.id && <CarriedOver item={item} />}
      <OpenVote key={`vote on ${item.id}`} item={item} />
      <EntryList key={item.id} item={item} onEdit={onEdit} />
      <VotesOfItem item={item} without={votesNow} />
      <Writing item={item} />
    </>
  );
}

/** Whose words are coming; the words themselves are not shown before they are on the record. */
function Writing({ item }: { item: AgendaItem }) {
  const told = useFromRoom(({ here, people, you }) => {
    const writing = here.filter(({ person, typing }) => typing === item.id && person !== you);
    const partners = [...new Set(writing.map(({ person }) => people[person]?.partner ?? ""))].filter(Boolean);
    return partners.length === 0
      ? null
      : `${partners.join(", ")} ${partners.length === 1 ? "is" : "are"} writing.`;
  });
  return told && <p className="writing muted">{told}</p>;
}
