// What stands behind the objectives of the joint strategy: their evidence, their champions, what partners are known to
// spend on them, and the pots of money. A partner's own total is for that partner, the chair and the clerk.

import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { allObjectives } from "#db/objectives.ts";
import { allPartners, type PartnerRow } from "#db/partners.ts";
import { personById } from "#db/people.ts";
import { allPots } from "#db/pots.ts";
import { type Line, linesOf } from "#db/register-lines.ts";
import { seatsOf } from "#db/seats.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId, ObjectiveId, PotId, SeatId } from "#domain/ids.ts";
import { financialYearOf, type Known, knownInAll } from "#domain/registers/resources.ts";
import type { Day } from "#domain/words.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { type ChangeShown, changesShown, type Names, namesFor, ofKind, standing } from "./line-view.ts";

export type ObjectiveShown = {
  readonly id: ObjectiveId;
  readonly title: string;
  /** It is on no agenda any more. */
  readonly hasEnded: boolean;
  readonly term: Line<"objectiveTerm"> | null;
  readonly evidence: readonly Line<"objectiveEvidence">[];
  /** The latest first. */
  readonly champions: readonly Line<"objectiveChampion">[];
  /** Of the year shown. */
  readonly resources: readonly Line<"resource">[];
  readonly known: Known;
};

export type PotShown = {
  readonly id: PotId;
  readonly name: string;
  readonly hasEnded: boolean;
  readonly line: Line<"pot"> | null;
};

export type ObjectivesView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly names: Names;
  readonly today: Day;
  readonly objectives: readonly ObjectiveShown[];
  /** Financial years of which something is known, and this one; the latest first. */
  readonly years: readonly number[];
  readonly year: number;
  readonly known: Known;
  /** What partners put in over all objectives, as far as the reader may see it. */
  readonly byPartner: readonly { readonly partner: PartnerRow; readonly known: Known }[];
  readonly pots: readonly PotShown[];
  readonly changes: readonly ChangeShown[];
  readonly partners: readonly PartnerRow[];
  readonly seats: readonly { readonly id: SeatId; readonly label: string }[];
  /** Where a line of a kind of which there is one stood once: it is put back, not put down anew. */
  readonly struck: {
    readonly terms: readonly Line<"objectiveTerm">[];
    readonly pots: readonly Line<"pot">[];
  };
};

type Asked = {
  readonly now: number;
  /** A financial year, by the year in which it begins; null for the latest of which something is known. */
  readonly year: number | null;
};

export async function objectivesView(
  db: Database,
  { boardId, personId, role }: AllowedBoard,
  { now, year: asked }: Asked,
): Promise<ObjectivesView | null> {
  const [board, reader, names, objectives, pots, partners, seats, lines] = await Promise.all([
    boardById(db, boardId),
    personById(db, personId),
    namesFor(db, boardId),
    allObjectives(db),
    allPots(db),
    allPartners(db),
    seatsOf(db, boardId),
    linesOf(db, {
      boardId,
      kinds: ["objectiveTerm", "objectiveEvidence", "objectiveChampion", "resource", "pot"],
    }),
  ]);
  if (!board) return null;
  const resources = standing(ofKind(lines, "resource"));
  const thisYear = financialYearOf(dayOf(now));
  const years = [...new Set([thisYear, ...resources.map(({ holds }) => holds.year)])].toSorted(
    (a, b) => b - a,
  );
  const latest = years.find((one) => resources.some(({ holds }) => holds.year === one));
  const year = years.find((one) => one === asked) ?? latest ?? thisYear;
  const ofYear = resources.filter(({ holds }) => holds.year === year);
  const seesPartners = role === "clerk" || role === "chair";
  const terms = ofKind(lines, "objectiveTerm");
  const potLines = ofKind(lines, "pot");
  return {
    boardId,
    name: board.name,
    names,
    today: dayOf(now),
    objectives: objectives.map(({ id, title, endedAt }): ObjectiveShown => {
      const of = <L extends { readonly holds: { readonly objectiveId: ObjectiveId } }>(list: readonly L[]) =>
        list.filter(({ holds }) => holds.objectiveId === id);
      const own = of(ofYear);
      return {
        id,
        title,
        hasEnded: endedAt !== null,
        term: of(standing(terms))[0] ?? null,
        evidence: of(standing(ofKind(lines, "objectiveEvidence"))),
        champions: of(standing(ofKind(lines, "objectiveChampion"))).toSorted((one, other) =>
          one.holds.from < other.holds.from ? 1 : -1,
        ),
        resources: own,
        known: knownInAll(own.map(({ holds }) => holds)),
      };
    }),
    years,
    year,
    known: knownInAll(ofYear.map(({ holds }) => holds)),
    byPartner: partners
      .filter(({ id }) => seesPartners || id === reader?.partnerId)
      .flatMap((partner) => {
        const own = ofYear.filter(({ holds }) => holds.partnerId === partner.id);
        return own.length > 0 ? [{ partner, known: knownInAll(own.map(({ holds }) => holds)) }] : [];
      }),
    pots: pots.map(({ id, name, endedAt }) => ({
      id,
      name,
      hasEnded: endedAt !== null,
      line: standing(potLines).find(({ holds }) => holds.potId === id) ?? null,
    })),
    changes: await changesShown(db, lines),
    partners,
    seats: seats.map(({ id, label }) => ({ id, label })),
    struck: {
      terms: terms.filter(({ struckAt }) => struckAt !== null),
      pots: potLines.filter(({ struckAt }) => struckAt !== null),
    },
  };
}
