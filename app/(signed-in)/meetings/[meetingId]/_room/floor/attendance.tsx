"use client";

import { useState } from "react";
import { SeatMark } from "#app/_marks/seat-box.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { seatName } from "#app/_text/speaker-text.ts";
import { commitmentWords, sectorWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { partnerOfSeat, sittingIn } from "#domain/meeting/look-up.ts";
import { presentFor } from "#domain/meeting/present-for.ts";
import { type Seat, Sector } from "#domain/meeting/registers.ts";
import { quorumText } from "../quorum.ts";
import { useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";
import { attendanceText } from "./attendance-words.ts";
import { OwnArrival } from "./own-arrival.tsx";
import { presentText } from "./present-words.ts";
import { QuorumLack } from "./quorum-lack.tsx";
import { SeatMarking } from "./seat-marking.tsx";

/** Who is here, by seat; for the clerk, marking each. */
export function Attendance() {
  const { meeting } = useRoom();
  return (
    <section className="attendance">
      <h2>
        Here <span className="num">{quorumText(meeting)}</span>
      </h2>
      <QuorumLack />
      <OwnArrival />
      <DialogButton side look="plain" label="Who is here, by partner" title="Who is here">
        {() => <AttendanceList />}
      </DialogButton>
    </section>
  );
}

export function AttendanceList() {
  const { meeting } = useRoom();
  const [marking, setMarking] = useState<Seat | null>(null);
  const { seats } = meeting.registers;
  return (
    <>
      {Sector.options.map((sector) => {
        const ofSector = seats.filter(({ id }) => partnerOfSeat(meeting, id)?.sector === sector);
        if (ofSector.length === 0) return null;
        return (
          <section key={sector} className="ofsector">
            <h3>
              <SectorLetter sector={sector} /> {sectorWord[sector]}
            </h3>
            <ul>
              {ofSector.map((seat) => (
                <SeatRow key={seat.id} seat={seat} onMark={() => setMarking(seat)} />
              ))}
            </ul>
          </section>
        );
      })}
      {marking && <SeatMarking seat={marking} onClose={() => setMarking(null)} />}
    </>
  );
}

function SeatRow({ seat, onMark }: { seat: Seat; onMark: () => void }) {
  const { meeting, people, may } = useRoom();
  const sitting = sittingIn(meeting, seat.id);
  const filled = !sitting ? "nobody" : sitting.as === "principal" ? "principal" : "substitute";
  const marks = may({ type: "markAttendance", seat: seat.id, outcome: "absent", reason: "" });
  const said = sitting?.commitment;
  return (
    <li>
      <SeatMark filled={filled} />
      <span>
        {seatName(meeting, seat.id)}
        <span className="muted what">
          {attendanceText(meeting, seat, people)}
          {said && `; ${commitmentWords[said]}`}
        </span>
        <Heard seat={seat} />
      </span>
      {marks && (
        <Button short aria-label={`Mark ${seatName(meeting, seat.id)}`} onClick={onMark}>
          Mark
        </Button>
      )}
    </li>
  );
}

/** For which items the seat has been filled so far. */
function Heard({ seat }: { seat: Seat }) {
  const { meeting } = useRoom();
  const now = useNow(10_000);
  const told = presentText(presentFor(meeting, seat.id, meeting.closedAt ?? now));
  return told === "" ? null : <span className="muted what">{told}</span>;
}
