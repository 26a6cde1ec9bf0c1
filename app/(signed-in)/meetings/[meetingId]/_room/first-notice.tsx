"use client";

import Link from "next/link";
import { ask, nothingMore } from "#app/_forms/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import { useRoom } from "./room-context.ts";

/** What is recorded, who sees it and for how long; told once, when a board's room is first entered. */
export function FirstNotice({ onRead }: { onRead: () => void }) {
  const { meeting } = useRoom();

  function read() {
    onRead();
    const { id: boardId } = meeting.registers.board;
    // told again next time if this does not arrive
    void ask({ method: "POST", path: "/api/notices", reads: nothingMore }, { boardId });
  }
  return (
    <section className="offline first" aria-label="What is recorded here">
      <div className="g" />
      <div className="w">
        What is said here is recorded by organisation and sector, with the name of whoever pressed the key,
        for as long as the partnership keeps its minutes. Everybody with a role on this board reads it, and
        totals of one partner are for that partner, the chair and the clerks.{" "}
        <Link href="/account/held">What is held about me</Link>{" "}
        <Button look="plain" onClick={read}>
          I have read this
        </Button>
      </div>
    </section>
  );
}
