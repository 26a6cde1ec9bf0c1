// What is stored. Ids are made by the caller and every moment is the caller's clock's, so that a
// journey played at speed stores the times it played; no column reads the database's own clock.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AssessmentResult, SectorGroup } from "#domain/assessment/scoring.ts";
import type {
  BoardId,
  BoxId,
  CommandId,
  LineId,
  MeetingId,
  ObjectiveId,
  PaperId,
  PartnerId,
  PersonId,
  PotId,
  SeatId,
} from "#domain/ids.ts";
import type { BoardRules, Layer, Level, Role, Sector, Tier } from "#domain/meeting/registers.ts";
import type { ScreenLevel } from "#domain/meeting/screen.ts";
import type { Phase } from "#domain/meeting/state.ts";
import type { KeyScope } from "#domain/registers/keys.ts";
import type { LineKind } from "#domain/registers/lines.ts";
import { bytes, moment } from "./columns.ts";

const personId = () => uuid().$type<PersonId>();
const boardId = () => uuid().$type<BoardId>();
const partnerId = () => uuid().$type<PartnerId>();
const seatId = () => uuid().$type<SeatId>();
const meetingId = () => uuid().$type<MeetingId>();
const paperId = () => uuid().$type<PaperId>();
const boxId = () =>
  uuid()
    .$type<BoxId>()
    .notNull()
    .references(() => answerBoxes.id);

/** One row: the partnership this installation serves. Another `epoch` tells browsers that the database was restored. */
export const partnership = pgTable(
  "partnership",
  {
    only: boolean().primaryKey().default(true),
    name: text().notNull(),
    epoch: uuid().notNull(),
    sample: boolean().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [check("partnership_only", sql`${table.only}`)],
);

export const partners = pgTable("partners", {
  id: partnerId().primaryKey(),
  name: text().notNull(),
  code: text().notNull().unique("partners_code"),
  sector: text().$type<Sector>().notNull(),
  tier: text().$type<Tier>(),
});

export const people = pgTable(
  "people",
  {
    id: personId().primaryKey(),
    name: text().notNull(),
    email: text().unique("people_email"),
    post: text().notNull().default(""),
    level: smallint().$type<Level>().notNull().default(1),
    electedOffice: text(),
    partnerId: partnerId().references(() => partners.id),
    passwordHash: text(),
    siteAdmin: boolean().notNull().default(false),
    disabledAt: moment(),
    createdAt: moment().notNull(),
  },
  (table) => [
    check("people_email_lower_case", sql`${table.email} = lower(${table.email})`),
    check("people_level", sql`${table.level} between 1 and 4`),
  ],
);

export const loginSessions = pgTable(
  "login_sessions",
  {
    id: uuid().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index("login_sessions_person").on(table.personId)],
);

export const signInLinks = pgTable("sign_in_links", {
  tokenHash: text().primaryKey(),
  personId: personId()
    .notNull()
    .references(() => people.id),
  madeBy: personId().references(() => people.id),
  madeAt: moment().notNull(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
});

export const boards = pgTable("boards", {
  id: boardId().primaryKey(),
  name: text().notNull(),
  layer: text().$type<Layer>().notNull(),
  rules: jsonb().$type<BoardRules>().notNull(),
  settings: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  position: integer().notNull(),
});

export const seats = pgTable(
  "seats",
  {
    id: seatId().primaryKey(),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    partnerId: partnerId()
      .notNull()
      .references(() => partners.id),
    label: text().notNull(),
    code: text().notNull(),
    level: smallint().$type<Level>().notNull(),
    fullMember: boolean().notNull().default(true),
    position: integer().notNull(),
    principalId: personId().references(() => people.id),
    endedAt: moment(),
  },
  (table) => [
    index("seats_board").on(table.boardId),
    check("seats_level", sql`${table.level} between 1 and 4`),
  ],
);

export const seatSubstitutes = pgTable(
  "seat_substitutes",
  {
    seatId: seatId()
      .notNull()
      .references(() => seats.id),
    personId: personId()
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ name: "seat_substitutes_pkey", columns: [table.seatId, table.personId] })],
);

export const boardRoles = pgTable(
  "board_roles",
  {
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    personId: personId()
      .notNull()
      .references(() => people.id),
    role: text().$type<Role>().notNull(),
  },
  (table) => [
    primaryKey({ name: "board_roles_pkey", columns: [table.boardId, table.personId] }),
    index("board_roles_person").on(table.personId),
  ],
);

export const objectives = pgTable("objectives", {
  id: uuid().$type<ObjectiveId>().primaryKey(),
  title: text().notNull(),
  position: integer().notNull(),
  endedAt: moment(),
});

export const pots = pgTable("pots", {
  id: uuid().$type<PotId>().primaryKey(),
  name: text().notNull(),
  endedAt: moment(),
});

/**
 * What clerks keep beside the meetings, a line at a time: support and its cost, scrutiny, what stands behind an objective.
 * `holds` is the line as its kind has it; `slot` is what there may be one line of; `turn` counts its changes.
 */
export const registerLines = pgTable(
  "register_lines",
  {
    id: uuid().$type<LineId>().primaryKey(),
    /** Null for what is the whole partnership's. */
    boardId: boardId().references(() => boards.id),
    kind: text().$type<LineKind>().notNull(),
    slot: text().unique("register_lines_slot"),
    holds: jsonb().$type<unknown>().notNull(),
    turn: integer().notNull(),
    madeAt: moment().notNull(),
    /** Since when it counts nowhere: it was put down in error. */
    struckAt: moment(),
  },
  (table) => [index("register_lines_board").on(table.boardId, table.kind)],
);

/** What lists show of a meeting. `append_if` alone writes these rows: the counter, the end of the chain and the summary. */
export const meetings = pgTable(
  "meetings",
  {
    id: meetingId().primaryKey(),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    title: text().notNull(),
    startsAt: moment().notNull(),
    lengthMinutes: integer().notNull(),
    phase: text().$type<Phase>().notNull(),
    lastSeq: bigint({ mode: "number" }).notNull().default(0),
    lastHash: bytes().notNull().default(sql`''::bytea`),
    createdAt: moment().notNull(),
    closedAt: moment(),
    summary: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** When the first of its deadlines falls due; null when it has none. Told by the log, and no truth of its own. */
    dueAt: moment(),
  },
  (table) => [
    index("meetings_board").on(table.boardId, table.startsAt),
    index("meetings_due").on(table.dueAt).where(sql`due_at is not null`),
  ],
);

/**
 * The log. `event` and `salt` are null where words were withheld for good; `commandHash` stands on a
 * command's first row (`nth` 1) and tells a repeated command from another one under the same id.
 */
export const meetingEvents = pgTable(
  "meeting_events",
  {
    meetingId: meetingId().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    commandId: uuid().$type<CommandId>().notNull(),
    nth: smallint().notNull(),
    at: moment().notNull(),
    by: personId().notNull(),
    v: smallint().notNull(),
    event: jsonb().$type<unknown>(),
    salt: bytes(),
    commandHash: bytes(),
    contentHash: bytes().notNull(),
    chainHash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ name: "meeting_events_pkey", columns: [table.meetingId, table.seq] }),
    unique("meeting_events_command").on(table.meetingId, table.commandId, table.nth),
    foreignKey({ name: "meeting_events_meeting", columns: [table.meetingId], foreignColumns: [meetings.id] }),
  ],
);

/** What opens a second screen of a meeting: whoever has the token sees that screen, until the link is revoked or over. */
export const screenLinks = pgTable(
  "screen_links",
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique("screen_links_token"),
    meetingId: meetingId()
      .notNull()
      .references(() => meetings.id),
    level: text().$type<ScreenLevel>().notNull(),
    madeBy: personId()
      .notNull()
      .references(() => people.id),
    madeAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index("screen_links_meeting").on(table.meetingId)],
);

/** What a program reads by. The key itself is shown once; when it was last used is kept to the day. */
export const apiKeys = pgTable("api_keys", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  keyHash: text().notNull().unique("api_keys_hash"),
  boards: jsonb().$type<readonly BoardId[]>().notNull(),
  scopes: jsonb().$type<readonly KeyScope[]>().notNull(),
  madeBy: personId()
    .notNull()
    .references(() => people.id),
  madeAt: moment().notNull(),
  expiresAt: moment().notNull(),
  revokedAt: moment(),
  lastUsedOn: date({ mode: "string" }),
});

/** What one closed meeting contributes to the indicators: a pure fold of its log up to `throughSeq`. */
export const meetingFacts = pgTable(
  "meeting_facts",
  {
    meetingId: meetingId()
      .primaryKey()
      .references(() => meetings.id),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    closedAt: moment().notNull(),
    throughSeq: bigint({ mode: "number" }).notNull(),
    version: integer().notNull(),
    facts: jsonb().$type<unknown>().notNull(),
  },
  (table) => [index("meeting_facts_board").on(table.boardId, table.closedAt)],
);

/** The yearly paper of a board: twelve months by their first and last day. What is in it stands in the two tables below. */
export const papers = pgTable(
  "papers",
  {
    id: paperId().primaryKey(),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    madeBy: personId()
      .notNull()
      .references(() => people.id),
    madeAt: moment().notNull(),
  },
  (table) => [unique("papers_year").on(table.boardId, table.fromDay)],
);

/** What the records wrote, each time they were asked to; the last one is the paper's. Never changed. */
export const paperWritings = pgTable(
  "paper_writings",
  {
    paperId: paperId()
      .notNull()
      .references(() => papers.id),
    /** From 1. */
    no: integer().notNull(),
    content: jsonb().$type<unknown>().notNull(),
    by: personId()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ name: "paper_writings_pkey", columns: [table.paperId, table.no] })],
);

/** An officer's words, each time a paragraph was saved; the last one of a paragraph holds. Never changed. */
export const paperRevisions = pgTable(
  "paper_revisions",
  {
    paperId: paperId()
      .notNull()
      .references(() => papers.id),
    key: text().notNull(),
    /** From 1, for each paragraph by itself. */
    no: integer().notNull(),
    /** Null takes the words of the records. */
    text: text(),
    /** What the records had written when this was saved. */
    over: text().notNull(),
    isPublic: boolean().notNull(),
    by: personId()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ name: "paper_revisions_pkey", columns: [table.paperId, table.key, table.no] })],
);

/** Who changed what around meetings. `subject` is the id of what was changed; `by` is null when the house did it itself. */
export const audit = pgTable(
  "audit",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    by: personId(),
    what: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [index("audit_subject").on(table.subject)],
);

/** When a person read what is recorded, who sees it and for how long, on first entering a board's room. */
export const noticesRead = pgTable(
  "notices_read",
  {
    personId: personId()
      .notNull()
      .references(() => people.id),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    readAt: moment().notNull(),
  },
  (table) => [primaryKey({ name: "notices_read_pkey", columns: [table.personId, table.boardId] })],
);

/**
 * `pulse` and `ballot` belong to a meeting; `officers` to a board, whose id is its own, and is opened in batches;
 * `assessment` to a board's year.
 */
export type BoxKind = "pulse" | "ballot" | "officers" | "assessment";
export type BoxState = "open" | "closed" | "counted" | "told" | "void";

/**
 * What nobody may read singly (`reliability.md` §3.6), five tables that only the functions of their migration write.
 * No moment, no sequence, no order: a row says what, never when or after what.
 */
export const answerBoxes = pgTable("answer_boxes", {
  id: uuid().$type<BoxId>().primaryKey(),
  kind: text().$type<BoxKind>().notNull(),
  meetingId: meetingId().references(() => meetings.id),
  state: text().$type<BoxState>().notNull(),
  /** How many had answered when it was counted. */
  answered: integer(),
});

/** This person, or this seat, has answered; nothing else. Forgotten once the box is counted. */
export const answerReceipts = pgTable(
  "answer_receipts",
  { boxId: boxId(), who: text().notNull() },
  (table) => [primaryKey({ name: "answer_receipts_pkey", columns: [table.boxId, table.who] })],
);

/** An answer under the server's seal, which is not in the database; gone once it is counted. */
export const sealedAnswers = pgTable(
  "sealed_answers",
  { key: uuid().primaryKey(), boxId: boxId(), sealed: bytes().notNull() },
  (table) => [index("sealed_answers_box").on(table.boxId)],
);

export const answerCounts = pgTable(
  "answer_counts",
  { boxId: boxId(), question: text().notNull(), option: text().notNull(), count: integer().notNull() },
  (table) => [
    primaryKey({ name: "answer_counts_pkey", columns: [table.boxId, table.question, table.option] }),
  ],
);

/** Words given with an answer, each on its own and in no order. */
export const answerLines = pgTable(
  "answer_lines",
  { key: uuid().primaryKey(), boxId: boxId(), line: text().notNull() },
  (table) => [index("answer_lines_box").on(table.boxId)],
);

/**
 * The self-assessment of a board's year. It tells when it was open and whom letters went to in all, never who has
 * answered or when: that is in the boxes, whose rows bear no moment. Its end and its result are written by functions.
 */
export const assessments = pgTable(
  "assessments",
  {
    id: uuid().primaryKey(),
    boardId: boardId()
      .notNull()
      .references(() => boards.id),
    year: integer().notNull(),
    opensAt: moment().notNull(),
    closesAt: moment().notNull(),
    madeBy: personId().references(() => people.id),
    /** The boxes are made with the first answer; that of the officers is there only if they are asked. */
    box: uuid().$type<BoxId>().notNull(),
    officersBox: uuid().$type<BoxId>(),
    /** How many were asked, and when their letters and the last reminder went out. */
    asked: integer().notNull(),
    invitedAt: moment(),
    remindedAt: moment(),
    endedAt: moment(),
    result: jsonb().$type<AssessmentResult>(),
  },
  (table) => [unique("assessments_year").on(table.boardId, table.year)],
);

export type AssessmentPool = "members" | "officers";

/** Who is asked. Whoever has the token answers as this person, while it may be answered and until it is revoked. */
export const assessmentLinks = pgTable(
  "assessment_links",
  {
    id: uuid().primaryKey(),
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id, { onDelete: "cascade" }),
    personId: personId()
      .notNull()
      .references(() => people.id),
    pool: text().$type<AssessmentPool>().notNull(),
    /** Of the partner they are asked for. */
    sectorGroup: text().$type<SectorGroup>().notNull(),
    tokenHash: text().notNull().unique("assessment_links_token"),
    revokedAt: moment(),
  },
  (table) => [unique("assessment_links_person").on(table.assessmentId, table.personId)],
);

/** No letter of the house goes to them. Since when is nobody's business. */
export const lettersStopped = pgTable("letters_stopped", {
  personId: personId()
    .primaryKey()
    .references(() => people.id),
});
