"use client";

import { SeatMark } from "#app/_marks/seat-box.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { time } from "#app/_text/dates.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { commitmentWords, sectorWord } from "#app/_text/words.ts";
import { Table } from "#app/_ui/table.tsx";
import type { SeatAttendance } from "#domain/meeting/presence.ts";
import { presentFor } from "#domain/meeting/present-for.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { earlierText, nameOf } from "../../_room/floor/attendance-words.ts";
import { presentText } from "../../_room/floor/present-words.ts";
import { useRoom } from "../../_room/room-context.ts";
import { heldWith } from "./record-head.tsx";

/** Seat by seat: who sat in it, for whom, and from when to when. */
export function Attendance() {
  const { meeting } = useRoom();
  const { seats } = heldWith(meeting);
  return (
    <div className="row sect" id="who-was-there" tabIndex={-1}>
      <div className="w">
        <h2>Who was there</h2>
        <Table caption="By seat, as marked at the meeting">
          <thead>
            <tr>
              <th scope="col">Seat</th>
              <th scope="col">Sector</th>
              <th scope="col">Filled by</th>
              <th scope="col">Times</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <SeatRow
                key={seat.id}
                seat={seat}
                marked={meeting.attendance.find((each) => each.seat === seat.id)}
              />
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}

const outcomeWord = {
  principal: "Principal",
  substitute: "Substitute",
  apologies: "Apologies",
  absent: "Nobody",
} as const;

const filledBy = {
  principal: "principal",
  substitute: "substitute",
  apologies: "nobody",
  absent: "nobody",
} as const;

function SeatRow({ seat, marked }: { seat: Seat; marked: SeatAttendance | undefined }) {
  const { meeting, people, now } = useRoom();
  const sector = heldWith(meeting).partners.find(({ id }) => id === seat.partnerId)?.sector ?? "other";
  const outcome = marked?.outcome ?? "absent";
  const sat = [
    ...new Set(marked?.sittings.map(({ person }) => people[person]?.name ?? "Somebody who has left")),
  ];
  const isStandIn = marked?.sittings.some(({ as }) => as === "standIn") ?? false;
  const said = marked?.sittings.findLast(({ commitment }) => commitment !== null)?.commitment ?? null;
  const heard = presentText(presentFor(meeting, seat.id, meeting.closedAt ?? now()));
  const isVacant = !marked && seat.principal === null;
  return (
    <tr>
      <th scope="row">{seatName(meeting, seat.id)}</th>
      <td>
        <span className="stated">
          <SectorLetter sector={sector} />
          {sectorWord[sector]}
        </span>
      </td>
      <td>
        <span className="stated">
          <SeatMark filled={filledBy[outcome]} />
          {isVacant ? "Vacant" : outcomeWord[outcome]}
          {sat.length > 0 && `, ${sat.join(", ")}`}
          {isStandIn && " (stand-in)"}
          {outcome === "apologies" && marked?.reason ? `: ${marked.reason}` : ""}
        </span>
      </td>
      <td>
        {marked?.sittings.map(({ from, to }) => timesText(from, to ?? meeting.closedAt)).join(", ")}
        {heard !== "" && <span className="muted what">{heard}</span>}
        {said && <span className="muted what">Said: {commitmentWords[said]}</span>}
        {marked && marked.history.length > 0 && <Earlier seat={seat} marked={marked} />}
      </td>
    </tr>
  );
}

/** What the record said of the seat before it was put right, and why. */
function Earlier({ seat, marked }: { seat: Seat; marked: SeatAttendance }) {
  const { people } = useRoom();
  return (
    <ul className="muted">
      {marked.history.map((earlier) => (
        <li key={earlier.seq}>
          Put right at {time(earlier.at)} by {nameOf(earlier.by, people)}
          {earlier.why !== "" && ` (${earlier.why})`}; before: {earlierText(earlier, seat, people)}
        </li>
      ))}
    </ul>
  );
}

/** Whoever did not leave stayed to the close. */
function timesText(from: number, to: number | null): string {
  return to === null ? `from ${time(from)}` : `${time(from)} to ${time(to)}`;
}
