// What the clerk of a board does with its self-assessment: opens it, gives it another last day, ends it. None of it
// tells who has answered.
import { randomUUID } from "node:crypto";
import {
  type AssessmentRow,
  assessmentById,
  insertAssessment,
  moveAssessment as moveRow,
  revokeAssessmentLink,
  takeBackAssessment as takeBackRow,
} from "#db/assessments.ts";
import { LONGEST_DAYS, phaseOf, spanOf, yearOf } from "#domain/assessment/assessment.ts";
import { dayOf, endOfDay } from "#domain/calendar.ts";
import { type BoardId, BoxId } from "#domain/ids.ts";
import type {
  EndAssessment,
  MoveAssessment,
  OpenAssessment,
  RemindAssessment,
  RevokeLink,
  TakeBackAssessment,
} from "#domain/registers/assessments.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import { allowedBoard, hashOfToken } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { unlessBroken } from "../registers/constraint.ts";
import { changeBy } from "../registers/house.ts";
import { askableOn } from "./askable.ts";
import { type AssessmentNeeds, tokenOf } from "./needs.ts";
import { endAndCount, remind, runningOf } from "./run.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** One a year of each board. Letters go out on its first day; today, as soon as it can no longer be taken back. */
export async function openAssessment(
  needs: AssessmentNeeds,
  asker: Asker,
  { boardId, firstDay, lastDay, people, officers }: OpenAssessment,
): Promise<Answer<{ readonly assessmentId: string }>> {
  const refused = await onlyItsClerk(needs, asker, boardId);
  if (refused) return refused;
  const { db } = needs.database;
  const now = needs.clock.now();
  if (firstDay < dayOf(now)) return problem("dayTooSoon", "firstDay");
  const { opensAt, closesAt } = spanOf({ firstDay, lastDay }, now);
  if (closesAt <= opensAt) return problem("dayTooLate", "lastDay");

  const askable = await askableOn(db, boardId);
  const members = askable.partners.flatMap(({ group, people: own }) =>
    own
      .filter(({ id }) => people.includes(id))
      .map(({ id }) => ({ personId: id, pool: "members" as const, group })),
  );
  if (members.length !== new Set(people).size) return problem("personNotFound", "people");
  if (officers && !askable.officersEnough) return problem("officersTooFew", "officers");
  const pool = officers ? askable.officers : [];
  const asked = [
    ...members,
    ...pool.map(({ id }) => ({ personId: id, pool: "officers" as const, group: "public" as const })),
  ];

  const assessment: AssessmentRow = {
    id: randomUUID(),
    boardId,
    year: yearOf(opensAt),
    opensAt,
    closesAt,
    madeBy: asker.personId,
    box: BoxId.parse(randomUUID()),
    officersBox: officers ? BoxId.parse(randomUUID()) : null,
    asked: asked.length,
    invitedAt: null,
    remindedAt: null,
    endedAt: null,
    result: null,
  };
  const links = asked.map(({ group: sectorGroup, ...each }) => {
    const id = randomUUID();
    return { ...each, id, sectorGroup, tokenHash: hashOfToken(tokenOf(needs, id)) };
  });
  const detail = { assessmentId: assessment.id, firstDay, lastDay, asked: asked.length, officers };
  const change = { by: asker.personId, at: now, what: "assessmentOpened", detail };
  return unlessBroken<Answer<{ readonly assessmentId: string }>>(
    "assessments_year",
    async () => {
      await insertAssessment(db, assessment, links, change);
      return { ok: true, assessmentId: assessment.id };
    },
    problem("assessmentThisYear"),
  );
}

/** Also what brings one that too few had answered back to life. */
export async function moveAssessment(
  needs: AssessmentNeeds,
  asker: Asker,
  { lastDay, ...of }: MoveAssessment,
): Promise<Answer> {
  const found = await itsClerks(needs, asker, of);
  if ("ok" in found) return found;
  const now = needs.clock.now();
  const phase = phaseOf(await runningOf(needs, found), now);
  if (phase === "told" || phase === "counting") return problem("assessmentNotNow");
  const closesAt = endOfDay(lastDay);
  if (closesAt <= now || closesAt <= found.opensAt) return problem("dayTooSoon", "lastDay");
  if (closesAt > found.opensAt + (2 * LONGEST_DAYS + 1) * DAY_MS) return problem("dayTooLate", "lastDay");
  const change = changeBy(needs, asker, "assessmentMoved", { assessmentId: found.id, lastDay });
  return (await moveRow(needs.database.db, found.id, closesAt, change))
    ? { ok: true }
    : problem("assessmentNotNow");
}

export async function takeBackAssessment(
  needs: AssessmentNeeds,
  asker: Asker,
  of: TakeBackAssessment,
): Promise<Answer> {
  const found = await itsClerks(needs, asker, of);
  if ("ok" in found) return found;
  const change = changeBy(needs, asker, "assessmentTakenBack", { boardId: found.boardId, year: found.year });
  return (await takeBackRow(needs.database.db, found.id, change))
    ? { ok: true }
    : problem("assessmentNotNow");
}

/** Before its day, too. With fewer than five answers they are removed unread. */
export async function endAssessment(
  needs: AssessmentNeeds,
  asker: Asker,
  of: EndAssessment,
): Promise<Answer> {
  const found = await itsClerks(needs, asker, of);
  if ("ok" in found) return found;
  if (found.endedAt !== null || needs.clock.now() < found.opensAt) return problem("assessmentNotNow");
  await endAndCount(needs, found, asker.personId);
  return { ok: true };
}

export async function remindOfAssessment(
  needs: AssessmentNeeds,
  asker: Asker,
  of: RemindAssessment,
): Promise<Answer> {
  const found = await itsClerks(needs, asker, of);
  if ("ok" in found) return found;
  const phase = phaseOf(await runningOf(needs, found), needs.clock.now());
  if (phase !== "open" || found.invitedAt === null) return problem("assessmentNotNow");
  return (await remind(needs, found, asker.personId)) ? { ok: true } : problem("remindedToday");
}

export async function revokeLink(
  needs: AssessmentNeeds,
  asker: Asker,
  { linkId, ...of }: RevokeLink,
): Promise<Answer> {
  const found = await itsClerks(needs, asker, of);
  if ("ok" in found) return found;
  if (found.endedAt !== null) return problem("assessmentNotNow");
  const change = changeBy(needs, asker, "assessmentLinkRevoked", { assessmentId: found.id });
  const revoked = await revokeAssessmentLink(needs.database.db, { assessmentId: found.id, linkId }, change);
  return revoked ? { ok: true } : problem("notFound");
}

/** Of another board it is as if it were not there. */
async function itsClerks(
  needs: AssessmentNeeds,
  asker: Asker,
  { boardId, assessmentId }: { readonly boardId: BoardId; readonly assessmentId: string },
): Promise<AssessmentRow | Problems> {
  const refused = await onlyItsClerk(needs, asker, boardId);
  if (refused) return refused;
  const found = await assessmentById(needs.database.db, assessmentId);
  return found?.boardId === boardId ? found : problem("notFound");
}

async function onlyItsClerk(
  { database: { db } }: Pick<AssessmentNeeds, "database">,
  asker: Asker,
  boardId: BoardId,
): Promise<Problems | null> {
  const allowed = await allowedBoard(db, asker, boardId);
  if (allowed === null) return problem("notFound");
  return allowed.role === "clerk" ? null : problem("roleMayNot");
}
