// The sample's registers as rows, in the order in which they need one another.
import type { Board } from "#db/boards.ts";
import type { Objective } from "#db/objectives.ts";
import type { PartnerRow } from "#db/partners.ts";
import type { NewPerson } from "#db/people.ts";
import type { Pot } from "#db/pots.ts";
import type { SeatRow } from "#db/seats.ts";
import { boardId, objectiveId, partnerId, personId, potId, seatId } from "./cast.ts";
import { BOARDS, OBJECTIVES, PARTNERS, PEOPLE, POTS, type SampleBoard } from "./partnership.ts";

export function partnerRows(): readonly PartnerRow[] {
  return PARTNERS.map(({ code, name, sector, tier }) => ({ id: partnerId(code), name, code, sector, tier }));
}

export function personRows(): readonly NewPerson[] {
  return PEOPLE.map(({ key, name, partner, level, post, elected }) => ({
    id: personId(key),
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@sample.example`,
    post,
    level,
    electedOffice: elected,
    partnerId: partnerId(partner),
    siteAdmin: key === "brand",
    passwordHash: null,
  }));
}

export function objectiveRows(): readonly Objective[] {
  return OBJECTIVES.map((title, position) => ({ id: objectiveId(title), title, position, endedAt: null }));
}

export function potRows(): readonly Pot[] {
  return POTS.map((name) => ({ id: potId(name), name, endedAt: null }));
}

export function boardRows(): readonly Board[] {
  return BOARDS.map(({ key, name, layer, quorum, detailLimit }, position) => {
    const rules = { quorum, remoteCounts: true, detailLimit };
    return { id: boardId(key), name, layer, rules, settings: {}, position };
  });
}

export function seatRows({ key, seats }: SampleBoard): readonly SeatRow[] {
  return seats.map(({ code, label, partner, level, full, principal, substitutes }, position) => ({
    id: seatId(key, code),
    boardId: boardId(key),
    partnerId: partnerId(partner),
    label,
    code,
    level,
    fullMember: full,
    position,
    principalId: principal === null ? null : personId(principal),
    endedAt: null,
    substitutes: substitutes.map(personId),
  }));
}
