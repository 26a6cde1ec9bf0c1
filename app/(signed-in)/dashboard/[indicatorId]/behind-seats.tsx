import { MarkStrip } from "#app/_charts/mark-strip.tsx";
import { SeatMark } from "#app/_marks/seat-box.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { capital, counted, listed } from "#app/_text/numbers.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { stripText } from "#app/_text/result-text.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Table } from "#app/_ui/table.tsx";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
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

type Props = { id: IndicatorId; behind: Behind; seesSeats: boolean };

/** Seat by seat for the chair and the clerks; by sector for everybody else. */
export function SeatsBehind({ id, behind, seesSeats }: Props) {
  if (!seesSeats) return <BySector id={id} behind={behind} />;
  return id === "senior-commitment" ? <SeatBySeat behind={behind} /> : <FillBySeat id={id} behind={behind} />;
}

const FILLED = { full: "principal", half: "substitute", open: "nobody", gone: "nobody" } as const;

/** Each seat that was counted, and as what. */
function FillBySeat({ id, behind: { evidence, meeting } }: Omit<Props, "seesSeats">) {
  const held = { ...meeting, registers: meeting.registersHeld ?? meeting.registers };
  if (evidence.length === 0) return <p className="nothing">No seat was counted at this meeting.</p>;
  return (
    <Table caption="Only the chair and the clerks see seats one by one">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Counted as</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(
          ({ seat, fill }) =>
            seat && (
              <tr key={seat}>
                <th scope="row">{seatName(held, seat)}</th>
                <td>
                  <span className="stated">
                    <SeatMark filled={FILLED[fill]} />
                    {capital(indicatorWords[id].marks[fill])}
                  </span>
                </td>
              </tr>
            ),
        )}
      </tbody>
    </Table>
  );
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

function BySector({ id, behind: { facts, evidence } }: Omit<Props, "seesSeats">) {
  const full = facts.seats.filter((seat) => seat.full);
  return (
    <Table caption="Seats by sector; the chair and the clerks see them one by one">
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
          if (own.size === 0 || fills.length === 0) return null;
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
                <MarkStrip kind="seat" fills={fills} label={stripText(id, fills)} />
                <span aria-hidden="true">{stripText(id, fills)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
