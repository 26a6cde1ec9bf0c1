"use client";

import { createContext, useContext } from "react";
import type { ItemId, MeetingId } from "#domain/ids.ts";

/** A meeting held before this one, of which something still waits. */
export type EarlierMeeting = {
  readonly meetingId: MeetingId;
  readonly title: string;
  readonly startsAt: number;
};

export const EarlierContext = createContext<readonly EarlierMeeting[]>([]);

/** Where something is said, when it is said in another meeting than the one whose record it goes to. */
export type Hearing = { readonly meetingId: MeetingId; readonly itemId: ItemId };

export const HearingContext = createContext<Hearing | null>(null);

export function useHearing(): Hearing | null {
  return useContext(HearingContext);
}
