import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { insertPartnership } from "#db/partnership.ts";
import { changePerson } from "#db/people.ts";
import { insertSession, revokeSession } from "#db/sessions.ts";
import type { PersonId } from "#domain/ids.ts";
import { openHouse, type TestHouse } from "#tests/support/house.ts";
import { storedBoard } from "#tests/support/stored-board.ts";
import { parseEnv } from "../env.ts";
import { hashPassword } from "./passwords.ts";
import { SESSION_SECONDS, sessionCookieName } from "./session-cookie.ts";
import { byPassword, byPress } from "./sign-in.ts";
import { personOfCookie } from "./socket-session.ts";
import { openTries } from "./tries.ts";

const password = "umbrella teapot glacier";
const authSecret = "a secret of the tests, long enough for anybody";

let house: TestHouse;
let person: PersonId;
let email: string;

beforeAll(async () => {
  house = await openHouse(inject("databaseUrl"));
  const board = await storedBoard(house.database);
  [person = board.clerk] = board.members;
  email = `${person}@example.org`;
  await changePerson(
    house.database.db,
    person,
    { passwordHash: await hashPassword(password) },
    change("prepared"),
  );
});
afterAll(() => house.close());

const change = (what: string) => ({ by: null, at: house.clock.now(), what });
const trying = (typed: unknown, tries = openTries(), from = "192.0.2.1") =>
  byPassword({ db: house.database.db, tries }, typed, from);

describe("signing in by password", () => {
  test("the right password says who it is, however the address is written", async () => {
    expect(await trying({ email: ` ${email.toUpperCase()} `, password })).toEqual({
      status: "known",
      personId: person,
    });
  });

  test("a wrong password, an address nobody has and one without a password get one answer", async () => {
    const { members } = await storedBoard(house.database);
    const answers = await Promise.all([
      trying({ email, password: "umbrella teapot glazier" }),
      trying({ email: "nobody@example.org", password }),
      trying({ email: `${members[0]}@example.org`, password }),
      trying({ email: `${email},eve@example.org`, password }),
      trying({ email, password: "" }),
      trying({ email, password: "x".repeat(2000) }),
      trying({ email: { $ne: "" }, password }),
      trying(undefined),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"status":"unknown"}']),
    );
  });

  test("it takes a hash to find out that there is no account", async () => {
    const quickest = async (typed: unknown) => {
      const taken: number[] = [];
      for (let n = 0; n < 4; n += 1) {
        const began = performance.now();
        await trying(typed);
        taken.push(performance.now() - began);
      }
      return Math.min(...taken);
    };
    const wrong = await quickest({ email, password: "umbrella teapot glazier" });
    const nobody = await quickest({ email: "nobody@example.org", password });
    expect(nobody).toBeGreaterThan(wrong / 2);
  });

  test("the sixth try within the quarter of an hour is refused, the right password too, but elsewhere it counts anew", async () => {
    const tries = openTries();
    for (let n = 0; n < 5; n += 1) {
      expect(await trying({ email, password: "wrong" }, tries)).toEqual({ status: "unknown" });
    }
    expect(await trying({ email, password }, tries)).toEqual({ status: "tooManyTries" });
    expect(await trying({ email, password }, tries, "198.51.100.7")).toMatchObject({ status: "known" });
  });

  test("whoever forges addresses still gets thirty tries at an account and no more", async () => {
    const tries = openTries();
    const answers: boolean[] = [];
    for (let n = 0; n < 31; n += 1) answers.push(await tries.begin(email, `192.0.2.${n}`));
    expect(answers.lastIndexOf(true)).toBe(29);
  });

  test("the right password wipes out what was mistyped before", async () => {
    const tries = openTries();
    for (let n = 0; n < 4; n += 1) await trying({ email, password: "wrong" }, tries);
    expect(await trying({ email, password }, tries)).toMatchObject({ status: "known" });
    expect(await trying({ email, password: "wrong" }, tries)).toEqual({ status: "unknown" });
  });

  test("a disabled person is not let in", async () => {
    const { members } = await storedBoard(house.database);
    const [left = person] = members;
    const values = { passwordHash: await hashPassword(password), disabledAt: house.clock.now() };
    await changePerson(house.database.db, left, values, change("prepared"));
    expect(await trying({ email: `${left}@example.org`, password })).toEqual({ status: "unknown" });
  });
});

describe("signing in by a press", () => {
  test("with the sample on its people come in by one press, an administrator never", async () => {
    const { db } = house.database;
    await insertPartnership(
      db,
      { name: "Partnership", epoch: randomUUID(), sample: true },
      change("prepared"),
    );
    const pressed = { personId: person };
    expect(await byPress({ db, sample: true }, pressed)).toEqual({ status: "known", personId: person });

    const { members } = await storedBoard(house.database);
    const [administrator = person] = members;
    await changePerson(db, administrator, { siteAdmin: true }, change("prepared"));
    expect(await byPress({ db, sample: true }, { personId: administrator })).toEqual({ status: "unknown" });
  });

  test("with the sample off nobody comes in by pressing a name", async () => {
    expect(await byPress({ db: house.database.db, sample: false }, { personId: person })).toEqual({
      status: "unknown",
    });
  });
});

describe("the session cookie", () => {
  const cookieOf = async ({
    sid,
    sub,
    publicUrl = "http://localhost:3000",
    maxAge = SESSION_SECONDS,
    secret = authSecret,
  }: {
    sid: string;
    sub: string;
    publicUrl?: string;
    maxAge?: number;
    secret?: string;
  }) => `${sessionCookieName(publicUrl)}=${await encode({ token: { sid, sub }, secret, maxAge })}`;
  const newSession = async (of = person, at = house.clock.now()) => {
    const sid = randomUUID();
    await insertSession(house.database.db, sid, of, { by: of, at, what: "signedIn" });
    return sid;
  };
  const whose = (header: string | undefined, publicUrl = "http://localhost:3000") => {
    const parsed = parseEnv({ AUTH_SECRET: authSecret, PUBLIC_URL: publicUrl, NODE_ENV: "test" });
    if (!parsed.ok) throw new Error(parsed.sentence);
    const { database, clock } = house;
    return personOfCookie(header, { env: parsed.env, authSecret, database, clock });
  };

  test("says who it is, over http and over https", async () => {
    const sid = await newSession();
    expect(await whose(await cookieOf({ sid, sub: person }))).toEqual({ personId: person, sid });
    const publicUrl = "https://board.example.org";
    expect(await whose(await cookieOf({ sid, sub: person, publicUrl }), publicUrl)).toEqual({
      personId: person,
      sid,
    });
  });

  test("is refused once its session is revoked, its person disabled, or its time is up", async () => {
    const revoked = await newSession();
    await revokeSession(house.database.db, revoked, change("ended"));
    expect(await whose(await cookieOf({ sid: revoked, sub: person }))).toBeNull();

    const { members } = await storedBoard(house.database);
    const [left = person] = members;
    const sid = await newSession(left);
    await changePerson(house.database.db, left, { disabledAt: house.clock.now() }, change("disabled"));
    expect(await whose(await cookieOf({ sid, sub: left }))).toBeNull();

    const old = await newSession(person, house.clock.now() - SESSION_SECONDS * 1000);
    expect(await whose(await cookieOf({ sid: old, sub: person }))).toBeNull();
    const live = await newSession();
    expect(await whose(await cookieOf({ sid: live, sub: person, maxAge: -5 }))).toBeNull();
  });

  test("altered, signed by another, of another person or in plain text, it is nobody's", async () => {
    const sid = await newSession();
    const cookie = await cookieOf({ sid, sub: person });
    const altered = cookie.slice(0, -3) + (cookie.at(-3) === "A" ? "B" : "A") + cookie.slice(-2);
    const board = await storedBoard(house.database);
    const claims = Buffer.from(JSON.stringify({ sid, sub: person, exp: 9_999_999_999 })).toString(
      "base64url",
    );
    const headers = [
      undefined,
      "",
      altered,
      await cookieOf({ sid, sub: person, secret: "another secret, as long as the first one is" }),
      await cookieOf({ sid, sub: board.chair }),
      `candour.session=${Buffer.from('{"alg":"none"}').toString("base64url")}.${claims}.`,
      `next-auth.session-token=${cookie.split("=")[1]}`,
    ];
    for (const header of headers) expect(await whose(header)).toBeNull();
  });
});
