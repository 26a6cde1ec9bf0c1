"use client";

import type { AgendaItem } from "#domain/meeting/item.ts";
import { ClosedDialog } from "./closed-dialog.tsx";
import { DeclareInterest } from "./declare-interest.tsx";
import { Declared } from "./declared.tsx";
import { InterestsDialog } from "./interests-dialog.tsx";

/** Who has something at stake in an item, and whose it is to read. */
export function ItemRights({ item }: { item: AgendaItem }) {
  return (
    <div className="rights">
      <Declared item={item} />
      <div className="actions">
        <DeclareInterest item={item} />
        <InterestsDialog item={item} />
        <ClosedDialog item={item} />
      </div>
    </div>
  );
}
