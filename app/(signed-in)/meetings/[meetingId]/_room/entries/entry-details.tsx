"use client";

import type { Entry } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";
import { detailsOf } from "./entry-words.ts";

/** What makes an entry one that can be scrutinised: reasons, options, where a figure comes from. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const { meeting } = useRoom();
  return detailsOf(entry, meeting).map(([name, words]) => (
    <p key={name} className="cap told">
      {name}: {words}
    </p>
  ));
}
