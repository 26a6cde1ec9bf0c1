"use client";

import Link from "next/link";
import { useContext } from "react";
import { money, plainDate } from "#app/_text/dates.ts";
import { moneyStageWord, responseWord } from "#app/_text/words.ts";
import type { Entry, HeardAt } from "#domain/meeting/entry.ts";
import { useRoom } from "../../_room/room-context.ts";
import { HeardInContext } from "./heard-in.ts";

type Step = {
  readonly seq: number;
  readonly at: number;
  readonly words: string;
  readonly heardAt: HeardAt | null;
};

/** What became of it after the meeting, in order, with the meeting in which it was heard. */
export function Afterwards({ entry }: { entry: Entry }) {
  const { meeting } = useRoom();
  const heardIn = useContext(HeardInContext);
  const { closedAt } = meeting;
  if (closedAt === null) return null;
  const later = stepsOf(entry).filter(({ at, heardAt }) => at > closedAt || heardAt !== null);
  if (later.length === 0) return null;
  return (
    <ul className="later">
      {later.map(({ seq, at, words, heardAt }) => {
        const began = heardAt && heardIn[heardAt.meetingId];
        return (
          <li key={seq}>
            {words}{" "}
            {heardAt && began ? (
              <Link href={`/meetings/${heardAt.meetingId}/record#item-${heardAt.itemId}`}>
                at the meeting of {plainDate(began)}
              </Link>
            ) : (
              `on ${plainDate(at)}`
            )}
          </li>
        );
      })}
    </ul>
  );
}

const statusWord = { begun: "Begun", done: "Done", dropped: "Dropped", redated: "Re-dated" } as const;

function stepsOf(entry: Entry): readonly Step[] {
  switch (entry.kind) {
    case "challenge":
      return entry.responses.map(({ kind, ...step }) => ({ ...step, words: responseWord[kind] }));
    case "action":
      return entry.updates.map(({ status, ...step }) => ({ ...step, words: statusWord[status] }));
    case "decision":
      return entry.reported ? [{ ...entry.reported, words: "Reported back", heardAt: null }] : [];
    case "money":
      return entry.stages.map(({ stage, pence, ...step }) => ({
        ...step,
        words: pence === null ? moneyStageWord[stage] : `${moneyStageWord[stage]}, ${money(pence)}`,
      }));
    default:
      return [];
  }
}
