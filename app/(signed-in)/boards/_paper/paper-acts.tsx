"use client";

import { useRouter } from "next/navigation";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { PaperId } from "#domain/ids.ts";

/** From the records as they stand now; an officer's words are kept. */
export function WriteAgainButton({ paperId, writing }: { paperId: PaperId; writing: number }) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <Act
      way={{ method: "POST", path: `/api/papers/${paperId}/writings`, reads: nothingMore }}
      asked={{ basis: writing }}
      act="Write again from the records"
      look="outline"
      onDone={() => {
        announce("Written again. Your words are kept.");
        router.refresh();
      }}
    />
  );
}

export function PrintButton() {
  return <Button onClick={() => window.print()}>Print</Button>;
}
