// Links by which a wall is opened: made, looked through, turned up or down and ended by whoever runs the meeting.
import { randomBytes, randomUUID } from "node:crypto";
import {
  insertScreenLink,
  revokeScreenLink,
  screenLinksOf,
  setScreenLevel as setLevel,
} from "#db/screen-links.ts";
import type { MeetingId } from "#domain/ids.ts";
import { runsScreens, takesScreens } from "#domain/meeting/screen.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import type {
  EndScreen,
  ListScreens,
  MakeScreen,
  ScreenRow,
  SetScreenLevel,
} from "#domain/registers/screens.ts";
import { allowedMeeting, hashOfToken } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { changeBy, type House } from "../registers/house.ts";

/** A link lasts this long after the meeting was to end, or after it was made, if that is later. */
const LASTS_AFTER_MS = 12 * 60 * 60 * 1000;
const MOST_LINKS = 12;

export async function listScreens(
  house: House,
  asker: Asker,
  { meetingId }: ListScreens,
): Promise<Answer<{ readonly screens: readonly ScreenRow[] }>> {
  const runs = await running(house, asker, meetingId);
  if (!runs.ok) return runs;
  return { ok: true, screens: await rowsOf(house, meetingId) };
}

/** The token is in this answer and nowhere else. */
export async function makeScreen(
  house: House,
  asker: Asker,
  { meetingId, level }: MakeScreen,
): Promise<Answer<{ readonly screen: ScreenRow; readonly token: string }>> {
  const runs = await running(house, asker, meetingId);
  if (!runs.ok) return runs;
  const { meeting } = runs;
  if (!takesScreens(meeting)) return problem("screensNotNow");
  if ((await rowsOf(house, meetingId)).length >= MOST_LINKS) return problem("tooManyScreens");

  const at = house.clock.now();
  const token = randomBytes(32).toString("base64url");
  const id = randomUUID();
  const expiresAt = Math.max(at, meeting.startsAt + meeting.lengthMinutes * 60_000) + LASTS_AFTER_MS;
  await insertScreenLink(
    house.database.db,
    { id, tokenHash: hashOfToken(token), meetingId, level, expiresAt },
    { by: asker.personId, at, what: "screenLinkMade", detail: { screenId: id, level } },
  );
  const screen = { id, level, madeBy: asker.name, madeAt: at, expiresAt, showing: 0 };
  return { ok: true, screen, token };
}

export async function setScreenLevel(
  house: House,
  asker: Asker,
  { meetingId, screenId: id, level }: SetScreenLevel,
): Promise<Answer> {
  const runs = await running(house, asker, meetingId);
  if (!runs.ok) return runs;
  const change = changeBy(house, asker, "screenLevelSet", { screenId: id, level });
  if (!(await setLevel(house.database.db, { id, meetingId, level }, change))) return problem("notFound");
  await house.sockets.screens.lookAgain();
  return { ok: true };
}

/** Whatever shows by this link is cut at once, and elsewhere within a second. */
export async function endScreen(
  house: House,
  asker: Asker,
  { meetingId, screenId: id }: EndScreen,
): Promise<Answer> {
  const runs = await running(house, asker, meetingId);
  if (!runs.ok) return runs;
  const change = changeBy(house, asker, "screenLinkRevoked", { screenId: id });
  if (!(await revokeScreenLink(house.database.db, { id, meetingId }, change))) return problem("notFound");
  await house.sockets.screens.lookAgain();
  return { ok: true };
}

/** The meeting as it stands, for whoever runs it at this moment: a vice-chair who presides, and not the chair then. */
async function running(
  { database: { db }, sockets }: House,
  asker: Asker,
  meetingId: MeetingId,
): Promise<{ readonly ok: true; readonly meeting: Meeting } | Problems> {
  if ((await allowedMeeting(db, asker, meetingId)) === null) return problem("notFound");
  const { meeting } = await sockets.desks.at(meetingId).copy();
  return runsScreens(meeting, asker.personId) ? { ok: true, meeting } : problem("roleMayNot");
}

async function rowsOf({ database, clock, sockets }: House, meetingId: MeetingId): Promise<ScreenRow[]> {
  const links = await screenLinksOf(database.db, meetingId, clock.now());
  return links.map(({ id, level, madeBy, madeAt, expiresAt }) => {
    return { id, level, madeBy, madeAt, expiresAt, showing: sockets.screens.showing(id) };
  });
}
