// Who comes to an evening. The Retail Forum sends its deputy and then nobody; two more business partners send theirs while
// the meetings go down the tables; tenants come when they can, and the others nearly always.
import type { SeatId } from "#domain/ids.ts";
import type { MarkAttendance } from "#domain/meeting/attendance.ts";
import { personId } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { SampleSeat } from "./partnership.ts";
import { type Evening, TURNS } from "./story.ts";

export type Coming =
  | { readonly as: "principal" | "apologies" | "absent" }
  | { readonly as: "substitute"; readonly person: string };

/** Null for a seat nobody is named for. */
export function whoComes(seat: SampleSeat, { board, number, chair }: Evening, chance: Chance): Coming | null {
  const luck = chance.next();
  if (seat.principal === null) return null;
  if (seat.principal === chair) return { as: "principal" };
  const [substitute] = seat.substitutes;
  const sent: Coming =
    substitute && substitute !== chair ? { as: "substitute", person: substitute } : { as: "apologies" };
  if (board.key === "strategic" && seat.code === "RET" && number >= TURNS.partnerLeft)
    return { as: number < TURNS.partnerLeft + 4 ? "apologies" : "absent" };
  const [comes, sends] = habits(seat, board.key === "strategic" ? number : null);
  if (luck < comes) return { as: "principal" };
  if (luck < comes + sends) return sent;
  return { as: luck < 0.99 ? "apologies" : "absent" };
}

/** The shares of meetings to which a seat's principal comes, and to which its substitute is sent. */
function habits({ partner }: SampleSeat, strategic: number | null): readonly [comes: number, sends: number] {
  const isBusiness = partner === "CHA" || partner === "SCI" || partner === "RET";
  if (isBusiness && strategic !== null && strategic >= TURNS.businessCools && strategic < TURNS.hardYear)
    return strategic < TURNS.partnerLeft ? [0.26, 0.7] : [0.24, 0.48];
  if (partner === "TEN")
    return strategic !== null && strategic >= TURNS.partnerLeft ? [0.74, 0.12] : [0.8, 0.15];
  if (partner === "JCP") return [0.84, 0.13];
  return [0.91, 0.065];
}

export function markOf(seat: SeatId, coming: Coming, chance: Chance): MarkAttendance {
  const marked = { type: "markAttendance" as const, seat };
  switch (coming.as) {
    case "principal":
      return {
        ...marked,
        outcome: "principal",
        mode: chance.isOnce(0.15) ? "remote" : "inPerson",
        from: null,
      };
    case "substitute":
      return {
        ...marked,
        outcome: "substitute",
        person: personId(coming.person),
        mode: "inPerson",
        from: null,
      };
    default:
      return { ...marked, outcome: coming.as, reason: "" };
  }
}
