"use client";

import type { AgendaItem } from "#domain/meeting/item.ts";
import { isBarred } from "#domain/meeting/rights.ts";
import { useRoom } from "../room-context.ts";
import { ClosedDialog } from "./closed-dialog.tsx";
import { DeclareInterest } from "./declare-interest.tsx";
import { Declared } from "./declared.tsx";
import { InterestsDialog } from "./interests-dialog.tsx";

/** Who has something at stake in an item, and whose it is to read. */
export function ItemRights({ item }: { item: AgendaItem }) {
  const { meeting, you } = useRoom();
  // who is out already has the way back beside it
  const isOut = isBarred(meeting, item.id, you);
  return (
    <div className="rights">
      <Declared item={item} />
      <div className="actions">
        {!isOut && <DeclareInterest item={item} />}
        <InterestsDialog item={item} />
        <ClosedDialog item={item} />
      </div>
    </div>
  );
}
