"use client";

import type { ReactNode } from "react";
import type { AgendaItem } from "#domain/meeting/state.ts";
import type { Draft } from "./capture/draft.ts";
import { ItemActs } from "./chair/item-acts.tsx";
import { EntryList } from "./entries/entry-list.tsx";
import { ItemHead } from "./item-head.tsx";
import { ItemPace } from "./item-pace.tsx";

/** One item: its head, its clock, its record, and the line for the next entry. */
export function ItemSheet(props: { item: AgendaItem; onEdit: (draft: Draft) => void; children: ReactNode }) {
  const { item, onEdit, children } = props;
  return (
    <>
      <ItemHead item={item} />
      <ItemPace item={item} />
      <ItemActs item={item} />
      <EntryList key={item.id} item={item} onEdit={onEdit} />
      {children}
    </>
  );
}
