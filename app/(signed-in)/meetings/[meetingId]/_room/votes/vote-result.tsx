"use client";

import { SectorLetter } from "#app/_marks/sector.tsx";
import { counted, listed } from "#app/_text/numbers.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { choiceWord, resultText } from "#app/_text/vote-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { partnerOfSeat } from "#domain/meeting/look-up.ts";
import { Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Ballot, Choice, Vote } from "#domain/meeting/vote.ts";
import { useRoom } from "../room-context.ts";

/** What a vote came to: in words, then as a quiet table; by sector where it was recorded. */
export function VoteResult({ vote }: { vote: Vote }) {
  const { meeting } = useRoom();
  const counts = vote.counts ?? [];
  return (
    <div className="voteresult">
      <p className="came">{resultText(vote)}</p>
      <table className="tally">
        <caption>{captionOf(vote)}</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">{vote.secret ? "Ballots" : "Seats"}</th>
            {!vote.secret && <th scope="col">By sector</th>}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ choice, count }) => (
            <tr key={choice}>
              <th scope="row">{choiceWord[choice]}</th>
              <td className="n">{count}</td>
              {!vote.secret && <SectorsOf meeting={meeting} vote={vote} choice={choice} />}
            </tr>
          ))}
        </tbody>
      </table>
      {!vote.secret && vote.kind === "temperatureCheck" && <Objections vote={vote} />}
      {!vote.secret && vote.ballots.length > 0 && <BySeat vote={vote} />}
    </div>
  );
}

function captionOf({ secret, ballots, closed }: Vote): string {
  if (secret) return "Secret: only these totals are known.";
  const missing =
    closed?.present.filter((seat) => !ballots.some((ballot) => ballot.seat === seat)).length ?? 0;
  const silent = missing === 0 ? "" : ` ${counted(missing, "seat", "seats")} in the room did not vote.`;
  return `What each seat answered last before the vote was closed.${silent}`;
}

/** One letter a seat, sector by sector. */
function SectorsOf({ meeting, vote, choice }: { meeting: Meeting; vote: Vote; choice: Choice }) {
  const chose = vote.ballots.filter((ballot) => ballot.choice === choice);
  const rows = Sector.options
    .map((sector) => ({ sector, seats: chose.filter((ballot) => sectorOf(meeting, ballot) === sector) }))
    .filter(({ seats }) => seats.length > 0);
  return (
    <td className="seats">
      {rows.flatMap(({ sector, seats }) =>
        seats.map(({ seat }) => <SectorLetter key={seat} sector={sector} />),
      )}
      <span className="sr">
        {listed(rows.map(({ sector, seats }) => `${sectorWord[sector]} ${seats.length}`))}
      </span>
    </td>
  );
}

/** Who objects or blocks, and why: what a board reads before it goes on, so it is not folded away. */
function Objections({ vote }: { vote: Vote }) {
  const against = vote.ballots.filter(({ choice }) => choice === "object" || choice === "block");
  return against.length === 0 ? null : <SeatList ballots={against} />;
}

function BySeat({ vote }: { vote: Vote }) {
  return (
    <Disclosure title={vote.kind === "vote" ? "How each seat voted" : "How each seat answered"}>
      <SeatList ballots={vote.ballots} />
    </Disclosure>
  );
}

function SeatList({ ballots }: { ballots: readonly Ballot[] }) {
  const { meeting } = useRoom();
  const named = ballots
    .map((ballot) => ({ ...ballot, name: seatName(meeting, ballot.seat) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
  return (
    <ul className="byseat">
      {named.map(({ seat, name, choice, reason }) => (
        <li key={seat}>
          <SectorLetter sector={sectorOf(meeting, { seat })} />
          <span>
            {name}: <b>{choice && choiceWord[choice].toLowerCase()}</b>
            {reason !== "" && <q>{reason}</q>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function sectorOf(meeting: Meeting, { seat }: Pick<Ballot, "seat">): Sector {
  return partnerOfSeat(meeting, seat)?.sector ?? "other";
}
