import { DownloadLink } from "#app/_ui/download-link.tsx";
import type { BoardId } from "#domain/ids.ts";

/** A register of the page as a file: by its name, and in words. */
export function TakeAway({ boardId, table, of }: { boardId: BoardId; table: string; of: string }) {
  return (
    <p className="taken">
      <DownloadLink href={`/api/boards/${boardId}/tables/${table}`} of={of} />
    </p>
  );
}
