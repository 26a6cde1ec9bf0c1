// The yearly self-assessment of a board: when it is open, who is asked, and what it came to. Answers go into the boxes
// of `sealed-answers.ts` through the functions of the migration: what is written here tells neither who has answered
// nor when (`docs/decisions/0021`).
import { and, desc, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import * as z from "zod";
import type { AssessmentResult, SectorGroup } from "#domain/assessment/scoring.ts";
import type { BoardId, BoxId, PersonId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database, LogClient } from "./client.ts";
import { answered } from "./deadline.ts";
import {
  type AssessmentPool,
  assessmentLinks,
  assessments,
  lettersStopped,
  people,
} from "./schema/tables.ts";

export type AssessmentRow = {
  readonly id: string;
  readonly boardId: BoardId;
  readonly year: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly madeBy: PersonId | null;
  readonly box: BoxId;
  /** Null where chair and clerks are not asked. */
  readonly officersBox: BoxId | null;
  readonly asked: number;
  readonly invitedAt: number | null;
  readonly remindedAt: number | null;
  readonly endedAt: number | null;
  readonly result: AssessmentResult | null;
};

export type AssessmentLink = {
  readonly id: string;
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly pool: AssessmentPool;
  readonly sectorGroup: SectorGroup;
  readonly revokedAt: number | null;
};

const linkColumns = {
  id: assessmentLinks.id,
  assessmentId: assessmentLinks.assessmentId,
  personId: assessmentLinks.personId,
  pool: assessmentLinks.pool,
  sectorGroup: assessmentLinks.sectorGroup,
  revokedAt: assessmentLinks.revokedAt,
};

type NewLink = Omit<AssessmentLink, "assessmentId" | "revokedAt"> & { readonly tokenHash: string };

/** With the links of all who are asked, in the same statement. Violates `assessments_year` where the board has one. */
export async function insertAssessment(
  db: Database,
  assessment: AssessmentRow,
  links: readonly NewLink[],
  change: Change,
): Promise<void> {
  const rows = links.map((link) => ({ ...link, assessmentId: assessment.id }));
  await audited(
    db,
    db
      .insert(assessments)
      .values(assessment)
      .returning({ subject: subject(assessments.boardId) }),
    change,
    rows.length > 0 ? { links: db.insert(assessmentLinks).values(rows) } : {}, // an insert of nothing is no statement
  );
}

/** The newest year first. */
export async function assessmentsOf(db: Database, boardId: BoardId): Promise<readonly AssessmentRow[]> {
  return db
    .select()
    .from(assessments)
    .where(eq(assessments.boardId, boardId))
    .orderBy(desc(assessments.year));
}

export async function assessmentById(db: Database, id: string): Promise<AssessmentRow | undefined> {
  const [row] = await db.select().from(assessments).where(eq(assessments.id, id));
  return row;
}

/** All that are not done with: to be begun, reminded of, ended or counted. */
export async function assessmentsUnderWay(db: Database): Promise<readonly AssessmentRow[]> {
  return db.select().from(assessments).where(isNull(assessments.result));
}

/** The link with this token, whether or not it opens anything, and whether its holder may be let in. */
export async function linkOfToken(
  db: Database,
  tokenHash: string,
): Promise<(AssessmentLink & { readonly disabledAt: number | null }) | undefined> {
  const [row] = await db
    .select({ ...linkColumns, disabledAt: people.disabledAt })
    .from(assessmentLinks)
    .innerJoin(people, eq(people.id, assessmentLinks.personId))
    .where(eq(assessmentLinks.tokenHash, tokenHash));
  return row;
}

/** The link of one person, while it is theirs to use. */
export async function linkOfPerson(
  db: Database,
  assessmentId: string,
  personId: PersonId,
): Promise<AssessmentLink | undefined> {
  const [row] = await db
    .select(linkColumns)
    .from(assessmentLinks)
    .where(
      and(
        eq(assessmentLinks.assessmentId, assessmentId),
        eq(assessmentLinks.personId, personId),
        isNull(assessmentLinks.revokedAt),
      ),
    );
  return row;
}

/** Who is asked and not asked any more, by name. */
export async function linksOf(
  db: Database,
  assessmentId: string,
): Promise<
  readonly (AssessmentLink & {
    readonly name: string;
    readonly hasAddress: boolean;
    readonly letters: boolean;
  })[]
> {
  const rows = await db
    .select({ ...linkColumns, name: people.name, email: people.email, stopped: lettersStopped.personId })
    .from(assessmentLinks)
    .innerJoin(people, eq(people.id, assessmentLinks.personId))
    .leftJoin(lettersStopped, eq(lettersStopped.personId, people.id))
    .where(eq(assessmentLinks.assessmentId, assessmentId))
    .orderBy(people.name, assessmentLinks.id);
  return rows.map(({ email, stopped, ...link }) => ({
    ...link,
    hasAddress: email !== null,
    letters: stopped === null,
  }));
}

/** The boards and years of which a person holds a link. */
export async function askedInAssessments(
  db: Database,
  personId: PersonId,
): Promise<readonly { readonly boardId: BoardId; readonly year: number }[]> {
  return db
    .select({ boardId: assessments.boardId, year: assessments.year })
    .from(assessmentLinks)
    .innerJoin(assessments, eq(assessments.id, assessmentLinks.assessmentId))
    .where(eq(assessmentLinks.personId, personId))
    .orderBy(desc(assessments.year), assessments.boardId);
}

/** False when it has ended meanwhile. */
export async function moveAssessment(
  db: Database,
  id: string,
  closesAt: number,
  change: Change,
): Promise<boolean> {
  const moved = await audited(
    db,
    db
      .update(assessments)
      .set({ closesAt })
      .where(and(eq(assessments.id, id), isNull(assessments.endedAt)))
      .returning({ subject: subject(assessments.boardId) }),
    change,
  );
  return moved.length > 0;
}

/** False when it was not open to be used. */
export async function revokeAssessmentLink(
  db: Database,
  { assessmentId, linkId }: { readonly assessmentId: string; readonly linkId: string },
  change: Change,
): Promise<boolean> {
  const revoked = await audited(
    db,
    db
      .update(assessmentLinks)
      .set({ revokedAt: change.at })
      .where(
        and(
          eq(assessmentLinks.id, linkId),
          eq(assessmentLinks.assessmentId, assessmentId),
          isNull(assessmentLinks.revokedAt),
        ),
      )
      .returning({ subject: subject(assessmentLinks.personId) }),
    change,
  );
  return revoked.length > 0;
}

/**
 * What a link is known by; another one when the server's secret has been replaced since. A row that is right already is
 * not written: it would tell that a reminder went out to it.
 */
export async function rehashLink(db: Database, linkId: string, tokenHash: string): Promise<void> {
  await db
    .update(assessmentLinks)
    .set({ tokenHash })
    .where(and(eq(assessmentLinks.id, linkId), ne(assessmentLinks.tokenHash, tokenHash)));
}

/** Of several who would write at once, one may: whoever finds nobody else to have written since `before`. */
export async function claimLetters(
  db: Database,
  { id, before }: { readonly id: string; readonly before: number },
  what: "invitedAt" | "remindedAt",
  change: Change,
): Promise<boolean> {
  const column = assessments[what];
  const free = what === "invitedAt" ? isNull(column) : or(isNull(column), lt(column, before));
  const claimed = await audited(
    db,
    db
      .update(assessments)
      .set({ [what]: change.at })
      .where(and(eq(assessments.id, id), isNull(assessments.endedAt), free))
      .returning({ subject: subject(assessments.boardId) }),
    change,
  );
  return claimed.length > 0;
}

/** Gives a claim back of which no letter came: as if it had not been made, with what was there before. */
export async function releaseLetters(
  db: Database,
  {
    id,
    claimedAt,
    before,
  }: { readonly id: string; readonly claimedAt: number; readonly before: number | null },
  what: "invitedAt" | "remindedAt",
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .update(assessments)
      .set({ [what]: before })
      .where(and(eq(assessments.id, id), eq(assessments[what], claimedAt)))
      .returning({ subject: subject(assessments.boardId) }),
    change,
  );
}

const LetterTo = z.object({ link_id: z.string(), name: z.string(), email: z.string() });

export type LetterTo = { readonly linkId: string; readonly name: string; readonly email: string };

/** Whom a letter goes to; of a reminder only those who have not answered. Not to be kept, told or logged. */
export async function lettersTo(
  log: LogClient,
  assessmentId: string,
  { unanswered }: { readonly unanswered: boolean },
): Promise<readonly LetterTo[]> {
  const rows = await answered(log`select * from letters_to(${assessmentId}, ${unanswered})`);
  return z
    .array(LetterTo)
    .parse(rows)
    .map(({ link_id: linkId, name, email }) => ({ linkId, name, email }));
}

const Cast = z.enum(["taken", "already", "closed"]);
export type AssessmentCast = z.infer<typeof Cast>;

/** Taken once for each person, however often it is sent; the first that arrives is the one that counts. */
export async function castAssessment(
  log: LogClient,
  { linkId, at, sealed }: { readonly linkId: string; readonly at: number; readonly sealed: Uint8Array },
): Promise<AssessmentCast> {
  const [row] = await answered(
    log`select cast_assessment(${linkId}, ${new Date(at).toISOString()}, decode(${Buffer.from(sealed).toString("hex")}, 'hex')) as outcome`,
  );
  return Cast.parse(row?.["outcome"]);
}

/** How many have answered into a box; none into one that is not there. */
export async function answeredInto(log: LogClient, box: BoxId | null): Promise<number> {
  if (box === null) return 0;
  const [row] = await answered(log`select answered_into(${box}) as many`);
  return z.number().parse(row?.["many"]);
}

/** False when somebody has ended it before. */
export async function endAssessment(db: Database, id: string, change: Change): Promise<boolean> {
  const at = new Date(change.at).toISOString();
  const ended = sql`select ended::text as subject from end_assessment(${id}::uuid, ${at}::timestamptz) as ended`;
  return (await audited(db, ended, change)).length > 0;
}

/** False when letters have gone out, or somebody has answered or ended it. */
export async function takeBackAssessment(db: Database, id: string, change: Change): Promise<boolean> {
  const gone = sql`select gone::text as subject from take_back_assessment(${id}::uuid) as gone`;
  return (await audited(db, gone, change)).length > 0;
}

type Counted = {
  /** Of `sealedIn` of the two boxes, all of them. */
  readonly keys: readonly string[];
  readonly officers: readonly string[];
  readonly result: AssessmentResult;
};

/** Puts the result in the place of the answers, whole and once. False when somebody else has. */
export async function countAssessment(
  log: LogClient,
  id: string,
  { keys, officers, result }: Counted,
): Promise<boolean> {
  const [row] = await answered(log`
    select count_assessment(
      ${id}, ${`{${keys.join(",")}}`}::text::uuid[], ${`{${officers.join(",")}}`}::text::uuid[],
      ${keys.length}, ${officers.length}, ${JSON.stringify(result)}::text::jsonb
    ) as done`);
  return row?.["done"] === true;
}

export async function hasStoppedLetters(db: Database, personId: PersonId): Promise<boolean> {
  return (await db.$count(lettersStopped, eq(lettersStopped.personId, personId))) > 0;
}

export async function stopLetters(db: Database, personId: PersonId, stopped: boolean): Promise<void> {
  if (stopped) await db.insert(lettersStopped).values({ personId }).onConflictDoNothing();
  else await db.delete(lettersStopped).where(inArray(lettersStopped.personId, [personId]));
}
