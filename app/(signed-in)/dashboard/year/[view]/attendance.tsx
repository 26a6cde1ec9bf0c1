import Link from "next/link";
import { shortDate } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { namedSeat } from "#app/_text/speaker-text.ts";
import { signsText, signWord } from "#app/_text/year-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import {
  filledOf,
  isFilled,
  type SeatYear,
  type SectorYear,
  SIGNS,
  type Sign,
  seatYears,
  sectorYears,
} from "#domain/year/attendance.ts";
import { seatsIn } from "#domain/year/sectors.ts";
import { type SeatNames, seatNames, type Year } from "#server/dashboard/load-year.ts";
import { tableAt } from "../../_figures/addresses.ts";
import { SectorHead } from "./sector-head.tsx";
import { SignMark } from "./sign-mark.tsx";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const attendance: YearView = {
  over: "period",
  figures: ["senior-commitment", "substitute-rate", "sector-attendance-gap"],
  lede({ meetings }) {
    const { filled, of } = filledOf(seatYears(meetings).flatMap(({ signs }) => signs));
    return of === 0
      ? "Nobody’s attendance was marked at these meetings."
      : `Somebody came for ${filled} of the ${of} places that could have been filled over ${counted(meetings.length, "meeting")}.`;
  },
  async body(house, allowed, year) {
    const seats = seatsShown(year);
    const names = await seatNames(house.database, allowed, year.meetings);
    return (
      <>
        {seats.length > 0 && <BySeat year={year} seats={seats} names={names} />}
        <BySector year={year} />
      </>
    );
  },
};

/** Partner by partner for the chair and the clerks; their own partner's for everybody who sits for one. */
function seatsShown({ meetings, seesSeats, ownPartners }: Year): readonly SeatYear[] {
  return seatYears(meetings).filter(({ partner }) => seesSeats || ownPartners.has(partner));
}

function seatLabel(names: SeatNames, seat: SeatYear["seat"]): string {
  const { partner, label } = names.get(seat) ?? { partner: "", label: "" };
  return namedSeat(partner, label);
}

function BySeat({ year, seats, names }: { year: Year; seats: readonly SeatYear[]; names: SeatNames }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{year.seesSeats ? "Seat by seat" : "Your own partner’s seats"}</h2>
        <Table
          className="signs"
          caption={
            year.seesSeats
              ? "Only the chair and the clerks see seats one by one; newest meeting first"
              : "You, the chair and the clerks see these; newest meeting first"
          }
        >
          <Heads year={year} of="Seat" />
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.seat}>
                <th scope="row">{seatLabel(names, seat.seat)}</th>
                <td>
                  <b>{filledText(seat, !seat.signs.includes("notRecorded"))}</b>
                </td>
                {seat.signs.toReversed().map((sign, index) => (
                  <td key={year.meetings.at(-1 - index)?.meetingId}>
                    <span className="sign">
                      <SignMark sign={sign} />
                      {signWord[sign]}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="taken">
          <DownloadLink href={tableAt("seat-attendance", placeOf(year))} of="attendance seat by seat" />
        </p>
      </div>
    </section>
  );
}

/** Nothing that could be counted is not nought of nought. */
function filledText({ filled, of }: Pick<SeatYear, "filled" | "of">, isVacant: boolean): string {
  if (of > 0) return `${filled} of ${of}`;
  return isVacant ? signWord.vacant : signWord.notRecorded;
}

function Heads({ year, of }: { year: Year; of: "Seat" | "Sector" }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        <th scope="col">Filled</th>
        {year.meetings.toReversed().map(({ meetingId, openedAt }) => (
          <th key={meetingId} scope="col">
            <Link href={`/meetings/${meetingId}/record#who-was-there`}>{shortDate(openedAt)}</Link>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function BySector({ year }: { year: Year }) {
  const last = year.meetings.at(-1);
  const lines = sectorYears(year.meetings, year.sectors);
  return (
    <section className="row sect">
      <div className="w">
        <h2>By sector</h2>
        {lines.length === 0 ? (
          <p className="nothing">The board had no full seats at these meetings.</p>
        ) : (
          <Table className="signs" caption="Full seats filled at each meeting, newest first">
            <Heads year={year} of="Sector" />
            <tbody>
              {lines.map((line) => (
                <tr key={line.sectors.join()}>
                  <th scope="row">
                    <SectorHead party={line.sectors} seats={last ? seatsIn(last, line.sectors) : null} />
                  </th>
                  <td>
                    <b>
                      {filledText(
                        line,
                        line.meetings.every(({ notRecorded }) => notRecorded === 0),
                      )}
                    </b>
                  </td>
                  {line.meetings.toReversed().map((tally, index) => (
                    <td key={year.meetings.at(-1 - index)?.meetingId}>
                      <SectorAt tally={tally} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <p className="taken">
          <DownloadLink href={tableAt("sector-attendance", placeOf(year))} of="attendance by sector" />
        </p>
      </div>
    </section>
  );
}

type Tally = SectorYear["meetings"][number];

function SectorAt({ tally }: { tally: Tally }) {
  const { filled, of } = tallied(tally);
  const others = SIGNS.filter((sign) => sign !== "principal" && sign !== "none" && tally[sign] > 0);
  return (
    <>
      {filledText({ filled, of }, tally.notRecorded === 0)}
      {others.map((sign) => (
        <span key={sign} className="sign muted what">
          <SignMark sign={sign} />
          {signsText(sign, tally[sign])}
        </span>
      ))}
    </>
  );
}

function tallied(tally: Tally): { filled: number; of: number } {
  const count = (is: (sign: Sign) => boolean) =>
    SIGNS.filter(is).reduce((total, sign) => total + tally[sign], 0);
  return {
    filled: count(isFilled),
    of: count((sign) => isFilled(sign) || sign === "apologies" || sign === "absent"),
  };
}
