// A year of a board's meetings, as its pages behind the front page look at it: the facts, who looks, and the records in
// which the counted things stand.
import type { OpenDatabase } from "#db/client.ts";
import { allPartners } from "#db/partners.ts";
import { everySeatOf, seatsOf } from "#db/seats.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { MeetingId, PartnerId, PersonId, SeatId } from "#domain/ids.ts";
import { type Viewed, viewOf } from "#domain/indicators/view.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Sectors, sectorsMerged, sectorsTold } from "#domain/year/sectors.ts";
import type { Told } from "#domain/year/told.ts";
import { type AllowedBoard, allowedMeeting } from "../auth/access.ts";
import { readRecord } from "../meetings/load-room.ts";
import type { LookingBack } from "../runtime.ts";
import { type Looked, type LookedAt, lookAt } from "./load-dashboard.ts";

/** Records opened for one page, the latest: more than a board meets in two years. */
const MOST_RECORDS = 24;

export type Year = LookedAt & {
  readonly looked: Looked;
  readonly viewed: readonly Viewed[];
  readonly reader: PersonId;
  /** Chair and clerks see partner by partner what everybody sees by sector (`indicators.md §6.2`, rule 14). */
  readonly seesSeats: boolean;
  /** Whom the reader sits for: their partner's own lines are theirs to see. */
  readonly ownPartners: ReadonlySet<PartnerId>;
  /** The sectors of lines that add up what seats did; of three seats and more for whoever may not see seats. */
  readonly sectors: readonly Sectors[];
};

type Asked = { readonly period: string | undefined };

/** Null when there is no such board. */
export async function loadYear(
  { database, clock }: Pick<LookingBack, "database" | "clock">,
  allowed: AllowedBoard,
  { period }: Asked,
): Promise<Year | null> {
  const [looked, seats] = await Promise.all([
    lookAt(database, allowed, { period, asOf: clock.now() }),
    seatsOf(database.db, allowed.boardId),
  ]);
  if (!looked) return null;
  const { all, shown, kept } = looked;
  const own = seats.filter(
    ({ principalId, substitutes }) =>
      principalId === allowed.personId || substitutes.includes(allowed.personId),
  );
  const seesSeats = allowed.role === "chair" || allowed.role === "clerk";
  return {
    ...shown,
    looked,
    viewed: shown.meetings.map((facts) => ({
      facts,
      view: viewOf(all, all.indexOf(facts), shown.asOf, kept),
    })),
    reader: allowed.personId,
    seesSeats,
    ownPartners: new Set(own.map(({ partnerId }) => partnerId)),
    sectors: (seesSeats ? sectorsTold : sectorsMerged)(shown.meetings),
  };
}

export type SeatNames = ReadonlyMap<SeatId, { readonly partner: string; readonly label: string }>;

/** What the board's seats are called, those that have ended, too; the label is empty where the partner is enough. */
export async function seatNames(
  { db }: OpenDatabase,
  { boardId }: AllowedBoard,
  meetings: readonly MeetingFacts[],
): Promise<SeatNames> {
  const [seats, partners] = await Promise.all([everySeatOf(db, boardId), allPartners(db)]);
  const holders = new Map(
    meetings.flatMap((facts) => facts.seats.map(({ seat, partner }) => [seat, partner])),
  );
  return new Map(
    seats.map(({ id, label }) => {
      const holder = holders.get(id);
      const isOneOfSeveral = [...holders].some(([seat, partner]) => seat !== id && partner === holder);
      const name = partners.find((partner) => partner.id === holder)?.name ?? "";
      return [id, { partner: name, label: isOneOfSeveral || name === "" ? label : "" }];
    }),
  );
}

export type BehindYear = {
  /** The latest meeting's first, each in the order of its record. */
  readonly told: readonly Told[];
  /** As this reader may see them: what was counted and is not in them is withheld from them. */
  readonly records: ReadonlyMap<MeetingId, Meeting>;
  /** Counted at meetings whose records are not opened here: a shorter period opens them. */
  readonly further: number;
};

export async function behindYear(
  { database }: Pick<LookingBack, "database">,
  { personId }: AllowedBoard,
  { meetings }: Pick<Year, "meetings">,
  told: readonly Told[],
): Promise<BehindYear> {
  const order = new Map(meetings.toReversed().map(({ meetingId }, index) => [meetingId, index]));
  const newest = told.toSorted(
    (a, b) => (order.get(a.meeting) ?? 0) - (order.get(b.meeting) ?? 0) || a.seq - b.seq,
  );
  const opened = [...new Set(newest.map(({ meeting }) => meeting))].slice(0, MOST_RECORDS);
  const records = new Map<MeetingId, Meeting>();
  for (const id of opened) {
    const allowed = await allowedMeeting(database.db, { personId }, id);
    if (allowed) records.set(id, await readRecord(database, allowed));
  }
  const shown = newest.filter(({ meeting }) => records.has(meeting));
  return { told: shown, records, further: newest.length - shown.length };
}
