// Two clients, one budget of ten connections: the registers' (drizzle) and the log's (SQL as written).
// There are no transactions anywhere, only single statements: postgres.js lets the statements after a lost
// connection run outside their transaction (`reliability.md` §0.1). drizzle's proxy driver cannot begin one.
import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import postgres from "postgres";
import { answered } from "./deadline.ts";
import * as schema from "./schema/tables.ts";

const CONNECTIONS = { registers: 5, log: 5 };

const settings = {
  connect_timeout: 3,
  // the default grows with each try and stalls the pool after a few lost connections
  backoff: () => 0.05,
  onnotice: () => {},
  // the question a new connection asks by itself has nobody to hear it fail: a process would end for it
  fetch_types: false,
  connection: {
    application_name: "candour",
    role: "candour_server", // owns nothing, and may add to the log through its function alone
    statement_timeout: 3000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 5000,
  },
};

// drizzle writes and reads these itself; postgres.js must leave them as they are
const drizzleTypes = {
  json: { to: 3802, from: [114, 3802], serialize: (written: string) => written, parse: JSON.parse },
  date: {
    to: 1184,
    from: [1082, 1114, 1184],
    serialize: (written: string) => written,
    parse: (read: string) => read,
  },
};

// bigint comes as text; a counter beyond the safe integers would be a broken log, not a large one
const logTypes = {
  bigint: { to: 20, from: [20], serialize: String, parse: safeInteger },
};

function safeInteger(read: string): number {
  const value = Number(read);
  if (!Number.isSafeInteger(value)) throw new Error("unsafeInteger");
  return value;
}

/** The registers and everything else that surrounds meetings; every query has its deadline. */
export type Database = PgRemoteDatabase<typeof schema>;
/** For what is written through SQL functions: `event-log.ts`, `sealed-answers.ts`. */
export type LogClient = postgres.Sql<{ bigint: number }>;

export type OpenDatabase = {
  readonly db: Database;
  readonly log: LogClient;
  /** Lets the statements in flight finish, five seconds at most. */
  readonly close: () => Promise<void>;
};

/** Connections are made when the first query asks for one. */
export function openDatabase(url: string): OpenDatabase {
  const registers = postgres(url, { ...settings, max: CONNECTIONS.registers, types: drizzleTypes });
  const log = postgres(url, { ...settings, max: CONNECTIONS.log, types: logTypes });

  const db = drizzle(
    async (sql, params, method) => {
      const query = registers.unsafe(sql, params);
      return {
        rows: await answered<unknown[] & { command: string }>(method === "all" ? query.values() : query),
      };
    },
    { schema, casing: "snake_case" },
  );

  return {
    db,
    log,
    close: async () => {
      await Promise.all([registers.end({ timeout: 5 }), log.end({ timeout: 5 })]);
    },
  };
}
