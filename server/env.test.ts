import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Env, parseEnv } from "./env.ts";

const secret = "0123456789abcdef0123456789abcdef";

function settings(source: Record<string, string>): Env {
  const answer = parseEnv(source);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.env;
}

function sentence(source: Record<string, string>): string {
  const answer = parseEnv(source);
  return answer.ok ? "accepted" : answer.sentence;
}

describe("what is not set", () => {
  test("an empty environment starts the sample on port 3000", () => {
    expect(settings({})).toEqual({
      mode: "development",
      host: undefined,
      port: 3000,
      publicUrl: "http://localhost:3000",
      dataDir: resolve("data"),
      databaseUrl: undefined,
      redisUrl: undefined,
      metricsPort: undefined,
      authSecret: undefined,
      sample: true,
      clock: { start: undefined, rate: 1 },
      logLevel: "info",
    });
  });

  test("an empty string counts as not set", () => {
    expect(settings({ PORT: "", DATABASE_URL: " " })).toEqual(settings({}));
  });

  test("the public address follows the port", () => {
    expect(settings({ PORT: "4100" }).publicUrl).toBe("http://localhost:4100");
  });

  test("a database of one's own has no sample unless asked for", () => {
    const DATABASE_URL = "postgres://candour@localhost/candour";

    expect(settings({ DATABASE_URL }).sample).toBe(false);
    expect(settings({ DATABASE_URL, SAMPLE: "on" }).sample).toBe(true);
    expect(settings({ SAMPLE: "off" }).sample).toBe(false);
  });
});

describe("what is wrong", () => {
  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["HOST", "not a host"],
    ["PUBLIC_URL", "board.example.org"],
    ["PUBLIC_URL", "https://board.example.org/candour"],
    ["PUBLIC_URL", "ftp://board.example.org"],
    ["DATABASE_URL", "mysql://localhost/candour"],
    ["REDIS_URL", "localhost:6379"],
    ["METRICS_PORT", "0"],
    ["AUTH_SECRET", "short"],
    ["MAIL_URL", "mail.example.org"],
    ["MAIL_FROM", "a@example.org,b@example.org"],
    ["SAMPLE", "yes"],
    ["CLOCK_START", "tomorrow"],
    ["CLOCK_RATE", "0"],
    ["LOG_LEVEL", "loud"],
    ["NODE_ENV", "staging"],
  ])("%s=%s is refused with one sentence that names it and says what to write", (name, value) => {
    expect(sentence({ [name]: value })).toMatch(new RegExp(`^${name} is not usable: it must be .+\\.$`));
  });

  test("a production start without the sample needs a secret", () => {
    const own = { NODE_ENV: "production", SAMPLE: "off" };

    expect(sentence(own)).toMatch(/^AUTH_SECRET is not set: it must be at least 32 characters/);
    expect(settings({ ...own, AUTH_SECRET: secret }).authSecret).toBe(secret);
    expect(settings({ NODE_ENV: "production" }).authSecret).toBeUndefined();
  });
});

test("a mail server needs to know whom letters come from", () => {
  const MAIL_URL = "smtp://localhost:2525";

  expect(sentence({ MAIL_URL })).toMatch(
    /^MAIL_FROM is not set, and MAIL_URL is: it must be one e-mail address/,
  );
  expect(settings({ MAIL_URL, MAIL_FROM: "board@example.org" }).mail).toEqual({
    url: MAIL_URL,
    from: "board@example.org",
  });
  expect(settings({ MAIL_FROM: "board@example.org" }).mail).toBeUndefined();
});

describe("the clock", () => {
  const CLOCK_START = "2026-11-24T18:00:00Z";

  test("the sample may run on a shifted clock", () => {
    const { clock } = settings({ CLOCK_START, CLOCK_RATE: "60" });

    expect(clock).toEqual({ start: Date.parse(CLOCK_START), rate: 60 });
  });

  test.each([{ CLOCK_START }, { CLOCK_RATE: "60" }])("a real database keeps real time: %o", (clock) => {
    const DATABASE_URL = "postgres://candour@localhost/latest";

    expect(sentence({ ...clock, DATABASE_URL })).toMatch(/^CLOCK_(START|RATE) is for the sample/);
    expect(sentence({ ...clock, SAMPLE: "off" })).toMatch(/^CLOCK_(START|RATE) is for the sample/);
  });

  test("a database named as a test's may run on a shifted clock", () => {
    const DATABASE_URL = "postgres://candour@localhost/candour_test";

    expect(settings({ CLOCK_START, DATABASE_URL }).clock.start).toBe(Date.parse(CLOCK_START));
  });
});

test("an address is kept as an origin", () => {
  expect(settings({ PUBLIC_URL: "https://Board.example.org:443/" }).publicUrl).toBe(
    "https://board.example.org",
  );
});
