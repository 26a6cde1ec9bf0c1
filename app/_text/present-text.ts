// Who was in the room when something was agreed: seats by sector, never people.
import type { Decision } from "#domain/meeting/entry.ts";
import { partnerOfSeat } from "#domain/meeting/look-up.ts";
import { Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { counted } from "./numbers.ts";
import { sectorWord } from "./words.ts";

type Agreed = Pick<NonNullable<Decision["agreed"]>, "present" | "quorate">;

/** "9 seats: council 3, business 2, voluntary 4; without a quorum"; empty where nobody was marked as there. */
export function presentText(meeting: Meeting, { present, quorate }: Agreed): string {
  if (present.length === 0 && quorate !== false) return "";
  const sectors = present.map((seat) => partnerOfSeat(meeting, seat)?.sector ?? "other");
  const bySector = Sector.options
    .map((sector) => ({ sector, seats: sectors.filter((each) => each === sector).length }))
    .filter(({ seats }) => seats > 0)
    .map(({ sector, seats }) => `${sectorWord[sector].toLowerCase()} ${seats}`);
  const told = bySector.length === 0 ? "" : `: ${bySector.join(", ")}`;
  return `${counted(present.length, "seat")}${told}${quorate === false ? "; without a quorum" : ""}`;
}
