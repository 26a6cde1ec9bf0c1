// Whoever holds a link looks into it, answers once, and can have letters stopped. What a link does not open is as if it
// were not there. Nothing of an answer is logged or counted by a meter, and none has a moment.
import {
  type AssessmentLink,
  type AssessmentRow,
  assessmentById,
  castAssessment,
  hasStoppedLetters,
  linkOfPerson,
  linkOfToken,
  stopLetters as stopFor,
} from "#db/assessments.ts";
import { boardById } from "#db/boards.ts";
import { hasAnswered } from "#db/sealed-answers.ts";
import { phaseOf } from "#domain/assessment/assessment.ts";
import type { SealedAnswers } from "#domain/assessment/scoring.ts";
import { type BoxId, PersonId } from "#domain/ids.ts";
import type {
  AnswerAssessment,
  LinkOpens,
  LookIntoLink,
  OwnLink,
  StopLetters,
  StopOwnLetters,
} from "#domain/registers/assessments.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { hashOfToken } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { openSealer } from "../sealed/sealer.ts";
import { type AssessmentNeeds, workingTokenOf } from "./needs.ts";
import { runningOf } from "./run.ts";

type Opened = { readonly link: AssessmentLink; readonly row: AssessmentRow };

export async function lookIntoLink(
  needs: AssessmentNeeds,
  { token }: LookIntoLink,
): Promise<Answer<LinkOpens>> {
  const opened = await opens(needs, token);
  if (opened === null) return problem("notFound");
  const { link, row } = opened;
  const { db, log } = needs.database;
  const [board, running, answered, lettersStopped] = await Promise.all([
    boardById(db, row.boardId),
    runningOf(needs, row),
    hasAnswered(log, boxOf(opened), link.personId),
    hasStoppedLetters(db, link.personId),
  ]);
  return {
    ok: true,
    board: board?.name ?? "",
    year: row.year,
    closesAt: row.closesAt,
    phase: phaseOf(running, needs.clock.now()),
    answered,
    pool: link.pool,
    draftKey: PersonId.parse(link.id),
    lettersStopped,
  };
}

export async function answerAssessment(
  needs: AssessmentNeeds,
  { token, answers }: AnswerAssessment,
): Promise<Answer> {
  const opened = await opens(needs, token);
  if (opened === null) return problem("notFound");
  const { link } = opened;
  const words: SealedAnswers = { group: link.sectorGroup, answers };
  const sealed = openSealer(needs.authSecret).seal(boxOf(opened), words);
  const at = needs.clock.now();
  const cast = await castAssessment(needs.database.log, { linkId: link.id, at, sealed });
  if (cast === "taken") return { ok: true };
  return problem(cast === "already" ? "assessmentAnswered" : "assessmentClosed");
}

export async function stopLetters(needs: AssessmentNeeds, { token, stopped }: StopLetters): Promise<Answer> {
  const opened = await opens(needs, token);
  if (opened === null) return problem("notFound");
  await stopFor(needs.database.db, opened.link.personId, stopped);
  return { ok: true };
}

/** Whether whoever is signed in wants none. */
export async function lettersStopped(
  { database: { db } }: Pick<AssessmentNeeds, "database">,
  { personId }: Asker,
): Promise<boolean> {
  return hasStoppedLetters(db, personId);
}

/** For oneself, signed in. */
export async function stopOwnLetters(
  { database: { db } }: Pick<AssessmentNeeds, "database">,
  { personId }: Asker,
  { stopped }: StopOwnLetters,
): Promise<Answer> {
  await stopFor(db, personId, stopped);
  return { ok: true };
}

/** For whoever is asked and signed in: the same link as in their letter, to nobody else. */
export async function ownLink(
  needs: AssessmentNeeds,
  { personId }: Asker,
  { boardId, assessmentId }: OwnLink,
): Promise<Answer<{ readonly token: string }>> {
  const { db } = needs.database;
  const [row, link] = await Promise.all([
    assessmentById(db, assessmentId),
    linkOfPerson(db, assessmentId, personId),
  ]);
  if (row?.boardId !== boardId || link === undefined) return problem("notFound");
  return { ok: true, token: await workingTokenOf(needs, link.id) };
}

async function opens(
  { database: { db } }: Pick<AssessmentNeeds, "database">,
  token: string,
): Promise<Opened | null> {
  const link = await linkOfToken(db, hashOfToken(token));
  if (!link || link.revokedAt !== null || link.disabledAt !== null) return null;
  const row = await assessmentById(db, link.assessmentId);
  return row ? { link, row } : null;
}

function boxOf({ link, row }: Opened): BoxId {
  return link.pool === "officers" && row.officersBox !== null ? row.officersBox : row.box;
}
