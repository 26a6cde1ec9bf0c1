// Sees to it that a self-assessment takes its course: letters go out, its end comes when its days have passed, and what
// was answered is counted. Each step may be tried by several processes at once, and be left half-way by one that dies.
import {
  type AssessmentRow,
  answeredInto,
  assessmentsUnderWay,
  claimLetters,
  countAssessment,
  endAssessment,
  lettersTo,
} from "#db/assessments.ts";
import { boardById } from "#db/boards.ts";
import { sealedIn } from "#db/sealed-answers.ts";
import { BETWEEN_REMINDERS_MS, isOver, isReminderDue, type Running } from "#domain/assessment/assessment.ts";
import {
  assessed,
  FLOOR,
  MEMBERS_BESIDE_OFFICERS,
  SealedAnswers,
  tooFew,
} from "#domain/assessment/scoring.ts";
import type { BoxId, PersonId } from "#domain/ids.ts";
import { invitation, reminder } from "../documents/assessment-letters.ts";
import { openSealer } from "../sealed/sealer.ts";
import { type AssessmentNeeds, workingTokenOf } from "./needs.ts";

/** Whatever is due of any board, at this moment. What goes wrong with one is told when all others have been seen to. */
export async function runAssessments(needs: AssessmentNeeds): Promise<void> {
  const broken: unknown[] = [];
  for (const row of await assessmentsUnderWay(needs.database.db))
    await runAssessment(needs, row).catch((error: unknown) => broken.push(error));
  if (broken.length > 0) throw broken[0];
}

/** Whatever is due of one. */
export async function runAssessment(needs: AssessmentNeeds, row: AssessmentRow): Promise<void> {
  const { clock } = needs;
  if (row.endedAt !== null) return count(needs, row);
  const now = clock.now();
  const running = await runningOf(needs, row);
  if (isOver(running, now)) return endAndCount(needs, row, null);
  if (row.invitedAt === null && now >= row.opensAt && now < row.closesAt) return invite(needs, row);
  if (isReminderDue({ ...running, ...row }, now)) await remind(needs, row, null);
  return undefined;
}

/** How it stands, with how many members have answered. */
export async function runningOf(
  { database: { log } }: Pick<AssessmentNeeds, "database">,
  { box, opensAt, closesAt, endedAt, result }: AssessmentRow,
): Promise<Running> {
  return { opensAt, closesAt, endedAt, result, answered: await answeredInto(log, box) };
}

/** Nobody answers any more, and what was answered becomes a result, or goes unread. */
export async function endAndCount(
  needs: AssessmentNeeds,
  row: AssessmentRow,
  by: PersonId | null,
): Promise<void> {
  const change = { by, at: needs.clock.now(), what: "assessmentEnded", detail: { assessmentId: row.id } };
  await endAssessment(needs.database.db, row.id, change);
  await count(needs, row);
}

async function count(
  { database: { log }, authSecret }: AssessmentNeeds,
  { id, box, officersBox }: AssessmentRow,
): Promise<void> {
  const [members, officers] = await Promise.all([
    sealedIn(log, box),
    officersBox === null ? null : sealedIn(log, officersBox),
  ]);
  if (members?.state !== "closed") return; // somebody else has counted it
  const sealer = openSealer(authSecret);
  const opened = (of: BoxId, sealed: readonly { readonly sealed: Uint8Array }[]) =>
    sealed.flatMap((each) => SealedAnswers.safeParse(sealer.open(of, each.sealed)).data ?? []);

  const answered = members.sealed.length;
  const theirs = officers?.sealed ?? [];
  // too few: they go without ever having been opened
  const mayOpen = answered >= FLOOR;
  const mayOpenOfficers =
    officersBox !== null && theirs.length >= FLOOR && answered >= MEMBERS_BESIDE_OFFICERS;
  const read = mayOpen ? opened(box, members.sealed) : [];
  const result = mayOpen
    ? assessed(read, mayOpenOfficers ? opened(officersBox, theirs) : [], answered - read.length)
    : tooFew(answered);
  await countAssessment(log, id, {
    keys: members.sealed.map(({ key }) => key),
    officers: theirs.map(({ key }) => key),
    result,
  });
}

async function invite(needs: AssessmentNeeds, row: AssessmentRow): Promise<void> {
  const change = {
    by: null,
    at: needs.clock.now(),
    what: "assessmentInvited",
    detail: { assessmentId: row.id },
  };
  const isOurs = await claimLetters(needs.database.db, { id: row.id, before: 0 }, "invitedAt", change);
  if (isOurs) await write(needs, row, invitation, { unanswered: false });
}

/** False when there was a reminder within a day. */
export async function remind(
  needs: AssessmentNeeds,
  row: AssessmentRow,
  by: PersonId | null,
): Promise<boolean> {
  const at = needs.clock.now();
  const before = at - BETWEEN_REMINDERS_MS;
  const change = { by, at, what: "assessmentReminded", detail: { assessmentId: row.id } };
  const isOurs = await claimLetters(needs.database.db, { id: row.id, before }, "remindedAt", change);
  if (isOurs) await write(needs, row, reminder, { unanswered: true });
  return isOurs;
}

async function write(
  needs: AssessmentNeeds,
  { id, boardId, year, closesAt }: AssessmentRow,
  words: typeof invitation,
  whom: { readonly unanswered: boolean },
): Promise<void> {
  const { database, mail, env } = needs;
  if (!mail.isOn) return;
  const board = await boardById(database.db, boardId);
  const letters = await lettersTo(database.log, id, whom);
  for (const { linkId, name, email } of letters) {
    const link = `${env.publicUrl}/self-assessment#${await workingTokenOf(needs, linkId)}`;
    const letter = words({ name, board: board?.name ?? "", year, closesAt, link });
    await mail.send({ to: email, ...letter });
  }
}
