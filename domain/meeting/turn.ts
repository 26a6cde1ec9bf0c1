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

export type Turn = Spell & {
  readonly seq: number;
  readonly itemId: ItemId;
  readonly speaker: Speaker;
  readonly kind: TurnKind;
  readonly invited: boolean;
};
