"use client";

import { useRouter } from "next/navigation";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";

/** The way back from the last change of a line. */
export function UndoChange({ lineId, turn, of }: { lineId: string; turn: number; of: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <Act
      way={{ method: "POST", path: `/api/register-lines/${lineId}/undo`, reads: nothingMore }}
      asked={{ basis: turn }}
      act={`Undo: ${of}`}
      look="plain"
      onDone={() => {
        announce("Undone.");
        router.refresh();
      }}
    />
  );
}
