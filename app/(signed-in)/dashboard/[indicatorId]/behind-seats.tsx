import { MarkStrip } from "#app/_charts/mark-strip.tsx";
import { SeatMark } from "#app/_marks/seat-box.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { counted, listed } from "#app/_text/numbers.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { stripText } from "#app/_text/result-text.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Table } from "#app/_ui/table.tsx";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import { fillingOf } from "#domain/indicators/senior-commitment.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";

const fillings = {
  vacant: { words: "Vacant, not counted", filled: "nobody" },
  apologies: { words: "Apologies", filled: "nobody" },
  absent: { words: "Nobody", filled: "nobody" },
  partly: { words: "Filled for less than half", filled: "substitute" },
  principalAtLevel: { words: "Principal, at level", filled: "principal" },
  substituteAtLevel: { words: "Substitute, at level", filled: "principal" },
  principalBelow: { words: "Principal, below level", filled: "substitute" },
  substituteBelow: { words: "Substitute, below level", filled: "substitute" },
} as const;

/** Seat by seat for the chair and the clerks; by sector for everybody else. */
export function SeatsBehind({ behind, seesSeats }: { behind: Behind; seesSeats: boolean }) {
  return seesSeats ? <SeatBySeat behind={behind} /> : <BySector behind={behind} />;
}

function SeatBySeat({ behind: { facts, meeting } }: { behind: Behind }) {
  const held = { ...meeting, registers: meeting.registersHeld ?? meeting.registers };
  return (
    <Table caption="Full seats; only the chair and the clerks see them one by one">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Agreed level</th>
          <th scope="col">Filled</th>
        </tr>
      </thead>
      <tbody>
        {facts.seats
          .filter(({ full }) => full)
          .map((seat) => {
            const { words, filled } = fillings[fillingOf(seat, facts.businessMs)];
            return (
              <tr key={seat.seat}>
                <th scope="row">{seatName(held, seat.seat)}</th>
                <td>{levelWords[seat.level]}</td>
                <td>
                  <span className="stated">
                    <SeatMark filled={filled} />
                    {words}
                  </span>
                </td>
              </tr>
            );
          })}
      </tbody>
    </Table>
  );
}

function BySector({ behind: { facts, evidence } }: { behind: Behind }) {
  const full = facts.seats.filter((seat) => seat.full);
  return (
    <Table caption="Full seats by sector; the chair and the clerks see them one by one">
      <thead>
        <tr>
          <th scope="col">Sector</th>
          <th scope="col">Filled</th>
        </tr>
      </thead>
      <tbody>
        {sectorGroups(full).map((group) => {
          const own = new Set<string | null>(
            full.filter(({ sector }) => group.includes(sector)).map(({ seat }) => seat),
          );
          const fills = evidence.filter(({ seat }) => own.has(seat)).map(({ fill }) => fill);
          if (own.size === 0) return null;
          return (
            <tr key={group.join()}>
              <th scope="row">
                <span className="stated">
                  {group.map((sector) => (
                    <SectorLetter key={sector} sector={sector} />
                  ))}
                  {listed(group.map((sector) => sectorWord[sector]))}, {counted(own.size, "seat")}
                </span>
              </th>
              <td>
                <MarkStrip kind="seat" fills={fills} label={stripText("senior-commitment", fills)} />
                <span aria-hidden="true">{stripText("senior-commitment", fills)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
