import { SectorLetter } from "#app/_marks/sector.tsx";
import { counted } from "#app/_text/numbers.ts";
import { partyWords } from "#app/_text/year-text.ts";
import type { Party } from "#domain/year/challenge-matrix.ts";

/** A sector at the edge of a table: letters, name, and its seats, which decide how much it could do. */
export function SectorHead({ party, seats }: { party: Party; seats: number | null }) {
  return (
    <>
      {typeof party !== "string" && party.map((sector) => <SectorLetter key={sector} sector={sector} />)}{" "}
      <span className="name">{partyWords(party)}</span>
      {seats !== null && <span className="muted what">{counted(seats, "seat")}</span>}
    </>
  );
}
