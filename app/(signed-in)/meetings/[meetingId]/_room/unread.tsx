"use client";

import { useRoom } from "./room-context.ts";

/** While there is nothing to show: the record is still on its way, or it is not this person's to read. */
export function Unread() {
  const { status } = useRoom();
  const isStopped = typeof status === "object";
  return (
    <div className="nothing">
      <h1>{isStopped ? "Nothing is shown here now" : "The record is being read"}</h1>
    </div>
  );
}
