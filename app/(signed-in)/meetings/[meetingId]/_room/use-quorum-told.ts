"use client";

import { useEffect, useMemo, useRef } from "react";
import type { MeetingView } from "#app/_live/meeting-store.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { quorumOf } from "#domain/meeting/quorum.ts";
import { lackText } from "./quorum.ts";

/** Says once aloud that the board has lost its quorum while it sits, and once that it has it again. */
export function useQuorumTold({ meeting, status }: Pick<MeetingView, "meeting" | "status">): void {
  const announce = useAnnounce();
  const isSitting = status === "joined" && meeting.phase === "inSession";
  const { attendance, registers } = meeting;
  // oxlint-disable-next-line react/exhaustive-deps -- nothing else of a meeting bears on it
  const quorum = useMemo(() => quorumOf(meeting), [attendance, registers]);
  const { isQuorate } = quorum;
  const lack = lackText(quorum);
  const before = useRef<boolean | null>(null);

  useEffect(() => {
    if (!isSitting) return;
    const was = before.current;
    before.current = isQuorate;
    if (was === null || was === isQuorate) return;
    announce(isQuorate ? "There is a quorum." : `The quorum is lost: ${lack}`);
  }, [isSitting, isQuorate, lack, announce]);
}
