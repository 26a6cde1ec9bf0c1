// The only reader of process.env. Every setting is parsed once, here; a wrong one stops the start with one
// sentence that names it and says what to write instead. `.env.example` explains each.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";

export type Env = {
  readonly mode: "development" | "production" | "test";
  /** Undefined: every address this machine has. */
  readonly host: string | undefined;
  readonly port: number;
  /** The address people use, an origin without a path: `https://board.example.org`. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Without it the server keeps its own Postgres in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Where several processes of one house hear of one another; one process needs none. */
  readonly redisUrl: string | undefined;
  /** Where figures for a monitor are read, on this machine only; undefined: nowhere. */
  readonly metricsPort: number | undefined;
  /** Without it (development and sample only) one is made and kept in `dataDir`. */
  readonly authSecret: string | undefined;
  /** The mail server letters go out by, and whom they come from; undefined: none are sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Whether the invented partnership is loaded and its people may be picked at sign-in. */
  readonly sample: boolean;
  /** Where the clock starts (milliseconds; undefined: now) and how many seconds pass in one. */
  readonly clock: { readonly start: number | undefined; readonly rate: number };
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug";
};

export type EnvAnswer =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly sentence: string };

/** What to write in each variable; the second half of the sentence that stops a start. */
const expected = {
  NODE_ENV: "development, production or test",
  PORT: "a port number from 1 to 65535, such as 3000",
  HOST: "the address to listen on, such as 0.0.0.0 or 127.0.0.1",
  PUBLIC_URL: "the address people use, without a path, such as https://board.example.org",
  DATA_DIR: "a folder, such as ./data",
  DATABASE_URL: "an address such as postgres://name:password@localhost:5432/candour",
  REDIS_URL: "an address such as redis://localhost:6379",
  METRICS_PORT: "a port number from 1 to 65535, such as 9464",
  AUTH_SECRET: "at least 32 characters, such as the output of: openssl rand -base64 32",
  MAIL_URL: "an address such as smtp://name:password@mail.example.org:587",
  MAIL_FROM: "one e-mail address, such as board@example.org",
  SAMPLE: "on or off",
  CLOCK_START: "a moment such as 2026-11-24T18:00:00Z",
  CLOCK_RATE: "how many seconds pass in one, a number from 1 to 100000",
  LOG_LEVEL: "fatal, error, warn, info or debug",
} as const;

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.parse(url)?.pathname === "/")
    .transform((url) => new URL(url).origin)
    .optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  SAMPLE: z.enum(["on", "off"]).optional(),
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  CLOCK_RATE: z.coerce.number().min(1).max(100_000).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});

/** Settings from named strings; an empty string counts as not set. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): EnvAnswer {
  const set = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== "");
  const parsed = Settings.safeParse(Object.fromEntries(set));
  if (!parsed.success) return { ok: false, sentence: wrongSetting(parsed.error) };

  const settings = parsed.data;
  const { CLOCK_START, CLOCK_RATE, DATABASE_URL } = settings;
  const sample = (settings.SAMPLE ?? (DATABASE_URL === undefined ? "on" : "off")) === "on";
  if ((CLOCK_START !== undefined || CLOCK_RATE !== undefined) && !sample && !isTestDatabase(DATABASE_URL)) {
    const name = CLOCK_START === undefined ? "CLOCK_RATE" : "CLOCK_START";
    return refuse(`${name} is for the sample and for test databases only: remove it, or set SAMPLE=on.`);
  }
  if (settings.NODE_ENV === "production" && !sample && settings.AUTH_SECRET === undefined) {
    return refuse(`AUTH_SECRET is not set: it must be ${expected.AUTH_SECRET}.`);
  }
  const { MAIL_URL, MAIL_FROM } = settings;
  if (MAIL_URL !== undefined && MAIL_FROM === undefined) {
    return refuse(`MAIL_FROM is not set, and MAIL_URL is: it must be ${expected.MAIL_FROM}.`);
  }

  return {
    ok: true,
    env: {
      mode: settings.NODE_ENV,
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
      dataDir: resolve(settings.DATA_DIR),
      databaseUrl: DATABASE_URL,
      redisUrl: settings.REDIS_URL,
      metricsPort: settings.METRICS_PORT,
      authSecret: settings.AUTH_SECRET,
      mail:
        MAIL_URL === undefined || MAIL_FROM === undefined ? undefined : { url: MAIL_URL, from: MAIL_FROM },
      sample,
      clock: {
        start: CLOCK_START === undefined ? undefined : Date.parse(CLOCK_START),
        rate: CLOCK_RATE ?? 1,
      },
      logLevel: settings.LOG_LEVEL,
    },
  };
}

function refuse(sentence: string): EnvAnswer {
  return { ok: false, sentence };
}

function wrongSetting(error: z.ZodError): string {
  const name = z.enum(Object.keys(expected)).parse(error.issues[0]?.path[0]);
  return `${name} is not usable: it must be ${Reflect.get(expected, name)}.`;
}

/** A database whose name says so (`candour_test`) may run on a shifted clock. */
function isTestDatabase(url: string | undefined): boolean {
  return url !== undefined && /(^|[_-])test([_-]|$)/.test(new URL(url).pathname.slice(1));
}

/** The process's settings, an `.env` file beside them read first; the real environment wins over the file. */
export function readEnv(): EnvAnswer {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseEnv(process.env);
}

/** What libraries read from the environment by themselves, told in the names they know. */
export function handOver(env: Env, authSecret: string): void {
  process.env.NEXTAUTH_URL = env.publicUrl;
  process.env.NEXTAUTH_SECRET = authSecret;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}

/** For a start that serves what was built; must come before anything that reads it is loaded. */
export function serveAsProduction(): void {
  Object.assign(process.env, { NODE_ENV: "production" });
}

/** The environment a child process is started in: ours, with changes. */
export function childEnv(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
