// The code broken on purpose, one thing at a time, and for each the test that is there for it.

type Edit = { readonly file: string; readonly from: string; readonly to: string };
export type Mutation = {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly caughtBy: { readonly file: string; readonly test: string };
};

const desk = "server/meetings/desk.ts";
const deskTests = "server/meetings/desk.pg.test.ts";
const sealedMigration = "db/migrations/0003_sealed_answers.sql";
const sealedTests = "db/sealed-answers.pg.test.ts";
const deadlineMigration = "db/migrations/0007_deadlines.sql";
const deadlineTests = "server/meetings/deadlines.pg.test.ts";
const uniqueId = `CONSTRAINT "meeting_events_command" UNIQUE("meeting_id","command_id","nth")`;
const append = "const answer = await this.#append(copy, draft);";

export const mutations: readonly Mutation[] = [
  {
    title: "acknowledge before the commit",
    edits: [
      {
        file: desk,
        from: append,
        to: `for (const { request } of draft.decided) done(request, { status: "recorded", seq: copy.seq + 1 });\n    ${append}`,
      },
    ],
    caughtBy: {
      file: deskTests,
      test: "a command is answered within five seconds, published to nobody, and recorded once when sent again",
    },
  },
  {
    title: "publish before the commit",
    edits: [{ file: desk, from: append, to: `this.#take(draft.events, copy, draft.copy);\n    ${append}` }],
    caughtBy: {
      file: deskTests,
      test: "a command is answered within five seconds, published to nobody, and recorded once when sent again",
    },
  },
  {
    title: "acknowledge before publishing",
    edits: [
      {
        file: desk,
        from: "this.#take(draft.events, copy, draft.copy);\n      this.#needs",
        to: "setTimeout(() => this.#take(draft.events, copy, draft.copy), 50);\n      this.#needs",
      },
    ],
    caughtBy: {
      file: deskTests,
      test: "commands given together share commits, are published in order and before they are acknowledged",
    },
  },
  {
    title: "drop the unique command id from the table",
    edits: [
      {
        file: "db/migrations/0000_tables.sql",
        from: uniqueId,
        to: uniqueId.replace("UNIQUE", "CHECK").replace(/\(".*\)/, "(true)"),
      },
    ],
    caughtBy: {
      file: "db/event-log.pg.test.ts",
      test: "the table itself takes no command id twice, whoever writes",
    },
  },
  {
    title: "forget to look for a command's id before appending",
    edits: [
      {
        file: "db/migrations/0001_log_functions.sql",
        from: "WHERE held.answer IS NOT NULL;",
        to: "WHERE held.answer IS NULL AND false;",
      },
    ],
    caughtBy: {
      file: "db/event-log.pg.test.ts",
      test: "two hundred sendings of one command, fifty at once, record it once and are all told where",
    },
  },
  {
    title: "append although the log has moved on",
    edits: [
      {
        file: "db/migrations/0001_log_functions.sql",
        from: "IF known IS NOT NULL OR ended.last_seq <> p_expected THEN",
        to: "p_expected := ended.last_seq;\n\tIF known IS NOT NULL THEN",
      },
    ],
    caughtBy: {
      file: "db/event-log.pg.test.ts",
      test: "a log that ends elsewhere is stale, and what follows comes with the answer",
    },
  },
  {
    title: "`<` for `<=` in the replica: what was applied already is not skipped",
    edits: [
      {
        file: "domain/meeting/replica.ts",
        from: "if (event.seq <= seq) continue;",
        to: "if (event.seq < seq) continue;",
      },
    ],
    caughtBy: { file: "domain/meeting/replica.test.ts", test: "what was applied already is skipped" },
  },
  {
    title: "`<=` for `=` in the replica: a gap is stepped over",
    edits: [
      {
        file: "domain/meeting/replica.ts",
        from: "if (event.seq !== seq + 1)",
        to: "if (event.seq <= seq + 0)",
      },
    ],
    caughtBy: {
      file: "domain/meeting/replica.test.ts",
      test: "at a gap it stops and says so, with what came before it applied",
    },
  },
  {
    title: "skip one audience when publishing",
    edits: [
      {
        file: "server/realtime/rooms.ts",
        from: "of audiences.values()",
        to: "of [...audiences.values()].slice(0, 1)",
      },
    ],
    caughtBy: {
      file: "server/realtime/sockets.pg.test.ts",
      test: "read a restricted item gets its events withheld, with their numbers, by every way",
    },
  },
  {
    title: "one audience for everybody",
    edits: [
      {
        file: "domain/meeting/visibility.ts",
        from: `cleared ? "cleared" : "open"`,
        to: `"cleared"`,
      },
    ],
    caughtBy: {
      file: "domain/meeting/visibility.property.test.ts",
      test: "readers with one key get the same events",
    },
  },
  {
    title: "one kind of event's words for everybody",
    edits: [
      { file: "domain/meeting/visibility.ts", from: `    case "noteAmended":\n`, to: "" },
      {
        file: "domain/meeting/visibility.ts",
        from: `    case "meetingCreated":\n`,
        to: `    case "meetingCreated":\n    case "noteAmended":\n`,
      },
    ],
    caughtBy: {
      file: "domain/meeting/visibility.property.test.ts",
      test: "nobody's copy holds a word of what is restricted, said without the public, or of an interest of theirs",
    },
  },
  {
    title: "let an interest close nothing",
    edits: [
      { file: "domain/meeting/visibility.ts", from: "  if (barred.has(itemId)) return true;\n", to: "" },
    ],
    caughtBy: {
      file: "domain/meeting/visibility.property.test.ts",
      test: "nobody's copy holds a word of what is restricted, said without the public, or of an interest of theirs",
    },
  },
  {
    title: "forget what the parts of an item were parts of",
    edits: [
      {
        file: "domain/meeting/rights.ts",
        from: "if (parent === itemId && !items.some((item) => item.id === id)) set.add(id);",
        to: "set.size;",
      },
    ],
    caughtBy: {
      file: "domain/meeting/interests.test.ts",
      test: "an interest in an item is one in its parts, those taken off the agenda too",
    },
  },
  {
    title: "let whoever has an interest speak",
    edits: [
      {
        file: "domain/meeting/item-gate.ts",
        from: `if (interest === "barred" && isBarred(meeting, itemId, by))`,
        to: `if (interest === "free" && isBarred(meeting, itemId, by))`,
      },
    ],
    caughtBy: {
      file: "domain/meeting/item-gate.test.ts",
      test: "bars from the record of it after the meeting",
    },
  },
  {
    title: "agree without counting who is there",
    edits: [
      {
        file: "domain/meeting/decisions.ts",
        from: "!isQuorate && !withoutQuorum",
        to: "false && !withoutQuorum",
      },
    ],
    caughtBy: {
      file: "domain/meeting/reading-back.test.ts",
      test: "is refused until the warning has been seen, and recorded as what it is",
    },
  },
  {
    title: "take a bundle that somebody has just changed",
    edits: [
      {
        file: "domain/meeting/bundles.ts",
        from: `return refuse({ code: "bundleChanged" })`,
        to: `return accept({ type: "bundleTaken", itemIds })`,
      },
    ],
    caughtBy: {
      file: "domain/meeting/bundles.test.ts",
      test: "one pulled out while the chair presses is not taken with the rest",
    },
  },
  {
    title: "forget the outbox's wait: no answer taken for the end",
    edits: [
      {
        file: "app/_live/outbox.ts",
        from: "if (reply === undefined) return null;",
        to: `if (reply === undefined) return { status: "lapsed" };`,
      },
    ],
    caughtBy: {
      file: "app/_live/outbox.test.ts",
      test: "tries again under the same id after no answer, and after a failure that may pass",
    },
  },
  {
    title: "forget the outbox's wait: sent before it is written down",
    edits: [
      { file: "app/_live/outbox.ts", from: `if (each.kept !== "storing") return each;`, to: "return each;" },
    ],
    caughtBy: { file: "app/_live/outbox.test.ts", test: "sends nothing before it is written down" },
  },
  {
    title: "let a draft be overtaken, and keep the older words",
    edits: [
      {
        file: "app/_live/kept-drafts.ts",
        from: "if (keeping.wanted !== wanted && !isStopped) return write(slot, keeping);",
        to: "",
      },
    ],
    caughtBy: {
      file: "app/_live/kept-drafts.test.ts",
      test: "that is overtaken while it is written gives way to the newest alone",
    },
  },
  {
    title: "write a draft down after its person has left",
    edits: [
      {
        file: "app/_live/kept-drafts.ts",
        from: "if (isStopped) return Promise.resolve();",
        to: "",
      },
    ],
    caughtBy: {
      file: "app/_live/kept-drafts.test.ts",
      test: "written after the person has left is not kept",
    },
  },
  {
    title: "ask the database about each session by itself",
    edits: [
      {
        file: "server/realtime/one-question.ts",
        from: "next ??= open.then(",
        to: "next = Promise.resolve().then(",
      },
    ],
    caughtBy: {
      file: "server/realtime/one-question.test.ts",
      test: "while one question is open, everybody who comes shares the next",
    },
  },
  {
    title: "take in more commands than can be worked off",
    edits: [
      {
        file: "server/meetings/desks.ts",
        from: "if (isTooMuch(now)) return",
        to: "if (isTooMuch(now) && now < 0) return",
      },
    ],
    caughtBy: {
      file: deskTests,
      test: "beyond what a process can have in hand a command is busy at once, and records nothing",
    },
  },
  {
    title: "hand one text of a page to readers who may not read the same",
    edits: [
      {
        file: "server/realtime/pages.ts",
        from: "audienceKey(meeting, person, page.events),",
        to: "audienceKey(meeting, person, []),",
      },
    ],
    caughtBy: {
      file: "server/realtime/pages.test.ts",
      test: "what a raiser thinks of a response is in no text but theirs",
    },
  },
  {
    title: "hand out the text of a page as the meeting stood before",
    edits: [
      {
        file: "server/realtime/pages.ts",
        from: "remembered(ofPage, meeting, () => new Map())",
        to: "remembered(ofPage, Object.prototype as Meeting, () => new Map())",
      },
    ],
    caughtBy: {
      file: "server/realtime/pages.test.ts",
      test: "who may read the same shares one text, until the meeting is another",
    },
  },
  {
    title: "tell everybody what each can commit to",
    edits: [
      {
        file: "domain/meeting/visibility.ts",
        from: `event.type === "commitmentSaid" && event.person !== person && !runs(meeting, person)`,
        to: `event.type === "commitmentSaid" && event.person !== person && runs(meeting, person) === null`,
      },
    ],
    caughtBy: {
      file: "domain/meeting/visibility.test.ts",
      test: "is for them and for those who run the meeting or may have to",
    },
  },
  {
    title: "let a clerk who stands in for the chair agree a decision",
    edits: [
      {
        file: "domain/meeting/decisions.ts",
        from: "  if (!isChaired(meeting))",
        to: "  if (!isChaired(meeting) && entryId === itemId)",
      },
    ],
    caughtBy: {
      file: "domain/meeting/session.test.ts",
      test: "agrees nothing: a decision waits for a chair",
    },
  },
  {
    title: "charge a pause to whoever speaks",
    edits: [
      {
        file: "domain/meeting/turn.ts",
        from: "begins = Math.max(begins, pause.to);",
        to: "begins = pause.from;",
      },
    ],
    caughtBy: {
      file: "domain/meeting/floor.test.ts",
      test: "stopped, it charges nothing while the floor is kept; started again, it goes on from where it stood",
    },
  },
  {
    title: "hold a meeting that is over to the rules of today",
    edits: [
      {
        file: "domain/meeting/board-rules.ts",
        from: "(registersHeld ?? registers).board.rules",
        to: "(registers ?? registersHeld).board.rules",
      },
    ],
    caughtBy: {
      file: "domain/meeting/board-rules.test.ts",
      test: "a meeting follows a change until it closes, and stays as it was held",
    },
  },
  {
    title: "let whoever has not seen the last change of the rules undo it by saving",
    edits: [
      {
        file: "db/boards.ts",
        from: "sql`${boards.rules} = ${JSON.stringify(from)}::jsonb`",
        to: "sql`${JSON.stringify(from)}::jsonb is not null`",
      },
    ],
    caughtBy: {
      file: "server/registers/rules.pg.test.ts",
      test: "are not overwritten by whoever has not seen the last change, however close the two come",
    },
  },
  {
    title: "leave those who stop reading connected",
    edits: [
      {
        file: "server/realtime/wires.ts",
        from: "  if (isStuck) {",
        to: "  if (isStuck && wiresIn.length < 0) {",
      },
      { file: "server/realtime/wires.ts", from: "  return isStuck;", to: "  return false;" },
    ],
    caughtBy: {
      file: "tests/gate/slow-reader.gate.test.ts",
      test: "50 readers who stop reading are cut, and the others read 8000 entries",
    },
  },
  {
    title: "write sealed answers in the receipts' own transaction",
    edits: [
      {
        file: sealedMigration,
        from: "EXCEPTION\n\tWHEN assert_failure THEN RAISE; -- never: it is the clause that makes the block a transaction\n",
        to: "",
      },
    ],
    caughtBy: {
      file: sealedTests,
      test: "not by the transaction that wrote them: after every cast a join on xmin finds nothing",
    },
  },
  {
    title: "leave sealed answers in the order in which they came",
    edits: [
      {
        file: sealedMigration,
        from: "FROM unnest(p_sealed) AS sealed ORDER BY gen_random_uuid();",
        to: "FROM unnest(p_sealed) AS sealed;",
      },
    ],
    caughtBy: {
      file: sealedTests,
      test: "nor by their place: one lies beside the other as often as chance would have it",
    },
  },
  {
    title: "take an answer without waiting for the close",
    edits: [
      {
        file: sealedMigration,
        from: "FROM answer_boxes WHERE id = p_box FOR UPDATE;\n\tIF box.state",
        to: "FROM answer_boxes WHERE id = p_box;\n\tIF box.state",
      },
      { file: deadlineMigration, from: "\tPERFORM FROM answer_boxes WHERE id = p_box FOR UPDATE;\n", to: "" },
    ],
    caughtBy: {
      file: sealedTests,
      test: "counted if and only if it came before the close: two hundred races over two connections",
    },
  },
  {
    title: "take an answer when its time is up, if the process believes it is earlier",
    edits: [{ file: deadlineMigration, from: ' OR sent."until" <= moment', to: "" }],
    caughtBy: {
      file: deadlineTests,
      test: "takes no answer after it from a process that believes it is earlier, recorded or secret",
    },
  },
  {
    title: "take a secret ballot when its time is up, if the process believes it is earlier",
    edits: [
      {
        file: deadlineMigration,
        from: "epoch_ms(clock_timestamp()) >= p_until",
        to: "epoch_ms(clock_timestamp()) >= p_until + 3600000",
      },
    ],
    caughtBy: {
      file: deadlineTests,
      test: "takes no answer after it from a process that believes it is earlier, recorded or secret",
    },
  },
  {
    title: "close a vote before its time, if the process believes it is later",
    edits: [{ file: deadlineMigration, from: 'sent."notBefore" > moment OR ', to: "" }],
    caughtBy: {
      file: deadlineTests,
      test: "is not closed before it by a process that believes it is later",
    },
  },
  {
    title: "forget a deadline that passed while no server was there",
    edits: [
      {
        file: "db/event-log.ts",
        from: "order by due_at limit",
        to: "and due_at > asked.at - interval '100 milliseconds' order by due_at limit",
      },
    ],
    caughtBy: {
      file: deadlineTests,
      test: "a process that begins after a deadline has passed keeps it at once",
    },
  },
  {
    title: "let an answer be taken back once time is up",
    edits: [
      {
        file: "domain/meeting/undo.ts",
        from: "return vote !== undefined && isTimeUp(vote, at);",
        to: "return vote !== undefined && isTimeUp(vote, at - 60_000);",
      },
    ],
    caughtBy: {
      file: "domain/meeting/vote-time.test.ts",
      test: "lets an answer stand that nobody took back in time",
    },
  },
  {
    title: "ask a seat to vote whose person may not",
    edits: [
      {
        file: "domain/meeting/turnout.ts",
        from: "person !== undefined && !isBarred(meeting, itemId, person)",
        to: "person !== undefined",
      },
    ],
    caughtBy: {
      file: "domain/meeting/votes.test.ts",
      test: "is of the full seats in which somebody sits who may vote: no vacant one, no adviser’s, none barred",
    },
  },
];
