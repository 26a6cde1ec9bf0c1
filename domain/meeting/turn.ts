// NOUNS. Time that passes in a meeting, and who has the floor.
import * as z from "zod";
import { type ItemId, SeatId } from "../ids.ts";

/** From when to when, in milliseconds; `to` is null while it lasts. */
export type Spell = { readonly from: number; readonly to: number | null };

/** Ends whatever still lasts. A spell that would end before it began ends when it began. */
export function endSpells<S extends Spell>(spells: readonly S[], at: number): readonly S[] {
  return spells.map((spell) => (spell.to === null ? { ...spell, to: Math.max(at, spell.from) } : spell));
}

/** For whom something is said: a seat, whoever presides, the board's officers, a guest, the public. */
export const Speaker = z.discriminatedUnion("as", [
  z.object({ as: z.literal("seat"), seat: SeatId }),
  z.object({ as: z.literal("chair") }),
  z.object({ as: z.literal("officer") }),
  z.object({ as: z.literal("guest") }),
  z.object({ as: z.literal("public") }),
]);
export type Speaker = z.infer<typeof Speaker>;

export const TurnKind = z.enum(["discussion", "presenting"]);
export type TurnKind = z.infer<typeof TurnKind>;

/** What somebody wants to say; a point of order and a point of information go before the rest. */
export const RequestKind = z.enum(["contribution", "question", "challenge", "information", "pointOfOrder"]);
export type RequestKind = z.infer<typeof RequestKind>;

/** A hand that is up: `seq` is the event that raised it, `at` when. */
export type SpeakRequest = {
  readonly seq: number;
  readonly at: number;
  readonly speaker: Speaker;
  readonly kind: RequestKind;
};

export type Turn = Spell & {
  readonly seq: number;
  readonly itemId: ItemId;
  readonly speaker: Speaker;
  readonly kind: TurnKind;
  readonly invited: boolean;
  /** While the clock stood still: the floor was kept, and nothing charged. */
  readonly pauses: readonly Spell[];
  /** Milliseconds granted beyond what the board allows. */
  readonly extraMs: number;
};

/** A turn without its pauses: what is charged, to the speaker and to their sector. */
export function spokenSpells({ from, to, pauses }: Turn): readonly Spell[] {
  const spoken: Spell[] = [];
  let begins = from;
  for (const pause of pauses) {
    spoken.push({ from: begins, to: Math.max(begins, pause.from) });
    if (pause.to === null) return spoken;
    begins = Math.max(begins, pause.to);
  }
  return [...spoken, { from: begins, to }];
}

/** The one clock for all: milliseconds for which somebody has spoken. */
export function spokenMs(turn: Turn, now: number): number {
  return spokenSpells(turn).reduce((ms, { from, to }) => ms + Math.max(0, (to ?? now) - from), 0);
}

export function isPaused({ pauses }: Turn): boolean {
  return pauses.at(-1)?.to === null;
}
