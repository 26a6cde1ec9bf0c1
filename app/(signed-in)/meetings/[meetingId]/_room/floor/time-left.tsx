"use client";

import { allowanceText, isOver } from "#app/_text/allowance-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import {
  type Allowance,
  isLimited,
  sectorAllowance,
  sectorOf,
  turnAllowance,
} from "#domain/meeting/allowances.ts";
import type { Turn } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";

/** What is left of the time the board allows, to the speaker and to their sector; nothing where none is set. */
export function TimeLeft({ turn }: { turn: Turn }) {
  const { meeting } = useRoom();
  const now = useNow(500);
  if (!isLimited(meeting, turn)) return null;
  const sector = sectorOf(meeting, turn);
  const own = turnAllowance(meeting, now);
  const shared = sector && sectorAllowance(meeting, sector, now);
  return (
    <dl className="timeleft" aria-live="off">
      {own && <Line word="This turn" allowance={own} />}
      {shared && sector && <Line word={`${sectorWord[sector]}, on this item`} allowance={shared} />}
    </dl>
  );
}

function Line({ word, allowance }: { word: string; allowance: Allowance }) {
  const { allowedMs, usedMs } = allowance;
  const share = Math.min(1, usedMs / allowedMs);
  return (
    <div className={isOver(allowance) ? "over" : undefined}>
      <dt>{word}</dt>
      <dd>
        <span className="used" aria-hidden="true">
          <i style={{ width: `${100 * share}%` }} />
        </span>
        {allowanceText(allowance)}
      </dd>
    </div>
  );
}
