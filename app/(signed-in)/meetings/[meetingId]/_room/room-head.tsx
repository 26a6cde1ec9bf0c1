"use client";

import type { ReactNode } from "react";
import { longDate, time } from "#app/_text/dates.ts";
import { roleWord } from "#app/_text/words.ts";
import type { PersonMenuProps } from "#app/(signed-in)/_frame/person-menu.tsx";
import { lineOf, RoomBar } from "#app/(signed-in)/_frame/top-bar.tsx";
import { roleHeld } from "#domain/meeting/look-up.ts";
import { quorumText } from "./quorum.ts";
import { useRoom } from "./room-context.ts";
import { useMadeOfNow } from "./use-now.ts";

export function RoomHead({ person, children }: { person: PersonMenuProps; children: ReactNode }) {
  const { meeting, you, connection, role } = useRoom();
  const presidesNot = roleHeld(meeting, you) === "chair" && role !== "chair";
  return (
    <RoomBar
      person={person}
      board={meeting.registers.board.name}
      date={longDate(meeting.startsAt)}
      as={
        role
          ? `${person.name}, ${presidesNot ? "chair, not presiding" : roleWord[role].toLowerCase()}`
          : person.name
      }
      seats={quorumText(meeting)}
      line={lineOf(connection)}
      time={<TimeOfDay />}
    >
      {children}
    </RoomBar>
  );
}

/** On its own, so that a minute's passing draws nothing else. */
function TimeOfDay() {
  return useMadeOfNow(1000, time);
}
