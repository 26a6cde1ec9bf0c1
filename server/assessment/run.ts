// Sees to it that a self-assessment takes its course: letters go out, its end comes when its days have passed, and what
// was answered is counted. Each step may be tried by several processes at once, and be left half-way by one that dies.
import {
  type AssessmentRow,
  answeredInto,
  assessmentsUnderWay,
  claimLetters,
  countAssessment,
  endAssessment,
  type LetterTo,
  lettersTo,
  releaseLetters,
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
  await writeOnce(needs, row, {
    claim: { what: "invitedAt", before: 0, change: changeOf(row, null, needs, "assessmentInvited") },
    words: invitation,
    whom: { unanswered: false },
  });
}

/** False when there was a reminder within a day. */
export async function remind(
  needs: AssessmentNeeds,
  row: AssessmentRow,
  by: PersonId | null,
): Promise<boolean> {
  const change = changeOf(row, by, needs, "assessmentReminded");
  return writeOnce(needs, row, {
    claim: { what: "remindedAt", before: change.at - BETWEEN_REMINDERS_MS, change },
    words: reminder,
    whom: { unanswered: true },
  });
}

function changeOf(
  { id }: AssessmentRow,
  by: PersonId | null,
  { clock }: Pick<AssessmentNeeds, "clock">,
  what: string,
) {
  return { by, at: clock.now(), what, detail: { assessmentId: id } };
}

type Writing = {
  readonly claim: {
    readonly what: "invitedAt" | "remindedAt";
    readonly before: number;
    readonly change: ReturnType<typeof changeOf>;
  };
  readonly words: typeof invitation;
  readonly whom: { readonly unanswered: boolean };
};

/**
 * One process writes, and the others leave it to that one; false where another has. Where not one letter went out the
 * claim is given back, so that they are tried again. Rejects when any could not be sent, however it was tried.
 */
async function writeOnce(
  needs: AssessmentNeeds,
  row: AssessmentRow,
  { claim, words, whom }: Writing,
): Promise<boolean> {
  const { db } = needs.database;
  const { what, before, change } = claim;
  if (!(await claimLetters(db, { id: row.id, before }, what, change))) return false;
  const { sent, failed } = await write(needs, row, words, whom).catch(async (error: unknown) => {
    await giveBack(needs, row, claim);
    throw error;
  });
  if (failed === 0) return true;
  if (sent === 0) await giveBack(needs, row, claim);
  throw new Error(`${failed} of ${sent + failed} letters of a self-assessment not sent`);
}

async function giveBack(
  { database: { db }, clock }: AssessmentNeeds,
  row: AssessmentRow,
  { what, change }: Writing["claim"],
): Promise<void> {
  const told = { ...change, at: clock.now(), what: "assessmentLettersNotSent" };
  await releaseLetters(db, { id: row.id, claimedAt: change.at, before: row[what] }, what, told);
}

type Tried = { readonly sent: number; readonly failed: number };

/** Each letter by itself, and those that fail once more when all have been tried. */
async function write(
  needs: AssessmentNeeds,
  { id, boardId, year, closesAt }: AssessmentRow,
  words: Writing["words"],
  whom: Writing["whom"],
): Promise<Tried> {
  const { database, mail, env } = needs;
  if (!mail.isOn) return { sent: 0, failed: 0 };
  const board = await boardById(database.db, boardId);
  const isSent = async ({ linkId, name, email }: LetterTo) => {
    try {
      const link = `${env.publicUrl}/self-assessment#${await workingTokenOf(needs, linkId)}`;
      return await mail.send({
        to: email,
        ...words({ name, board: board?.name ?? "", year, closesAt, link }),
      });
    } catch {
      return false; // an error's words may repeat the address
    }
  };

  const letters = await lettersTo(database.log, id, whom);
  const failed: LetterTo[] = [];
  for (const letter of letters) if (!(await isSent(letter))) failed.push(letter);
  let left = 0;
  for (const letter of failed) if (!(await isSent(letter))) left += 1;
  return { sent: letters.length - left, failed: left };
}
