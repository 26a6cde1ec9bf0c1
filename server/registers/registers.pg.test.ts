import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { auditOf } from "#db/audit.ts";
import { roleOn } from "#db/board-roles.ts";
import { changePerson as changeRow } from "#db/people.ts";
import { registersOf } from "#db/registers.ts";
import { seatById } from "#db/seats.ts";
import { insertSession, liveSession } from "#db/sessions.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import type { ChangeSeat } from "#domain/registers/boards.ts";
import { asking, openHouse, personIn, type TestHouse } from "#tests/support/house.ts";
import { newPerson } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { byPassword } from "../auth/sign-in.ts";
import { openTries } from "../auth/tries.ts";
import { addPerson } from "./add-person.ts";
import { makeBoard } from "./boards.ts";
import { boardView } from "./boards-view.ts";
import { changePassword } from "./change-password.ts";
import { changePerson } from "./change-person.ts";
import { setDisabled } from "./disable-person.ts";
import { endSession, endSessions } from "./end-sessions.ts";
import { heldAbout } from "./held.ts";
import { makeLink, useLink, whoseLink } from "./links.ts";
import { hasReadNotice, markNoticeRead } from "./notice.ts";
import { changePartner } from "./partners.ts";
import { peopleView } from "./people-view.ts";
import { giveRole, takeRole } from "./roles.ts";
import { changeSeat, endSeat } from "./seats.ts";
import { addWalkIn } from "./walk-in.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const done = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, problems: [{ field, code }] });
const password = "umbrella teapot glacier";

/** A board whose meeting is in session, and its people as those who ask. */
async function evening() {
  const board = await storedBoard(house.database, { memberCount: 3 });
  const { meetingId } = await inSession(house.sockets.desks, board);
  const clerk = await asking(house, board.clerk);
  const [member = board.chair, other = board.chair] = board.members;
  return { ...board, meetingId, clerk, member, other };
}
const meetingNow = async (meetingId: MeetingId) => (await house.sockets.desks.at(meetingId).copy()).meeting;
const entryOf = async (personId: PersonId) => {
  const { name, post, level, electedOffice, partnerId, email, siteAdmin } = await personIn(house, personId);
  return { personId, name, post, level, electedOffice, partnerId, email, siteAdmin };
};
const administrator = async () => {
  const { stranger } = await storedBoard(house.database);
  await changeRow(
    house.database.db,
    stranger,
    { siteAdmin: true },
    { by: null, at: house.clock.now(), what: "prepared" },
  );
  return asking(house, stranger);
};

describe("what a meeting must know is written into its log", () => {
  test("another level, with its reason; a principal and substitutes", async () => {
    const { clerk, meetingId, seats, member, other, boardId } = await evening();
    const [seatId] = seats;
    if (seatId === undefined) throw new Error("no seat");
    const asked = {
      seatId,
      label: "The city",
      code: "CIT",
      level: 4,
      fullMember: true,
      principalId: other,
      substitutes: [member],
      reason: "",
    } satisfies ChangeSeat;
    expect(await changeSeat(house, clerk, asked)).toEqual(refused("reasonNeeded", "reason"));
    expect(await changeSeat(house, clerk, { ...asked, reason: "Agreed on 3 November" })).toEqual(done);

    const { registers } = await meetingNow(meetingId);
    expect(registers.seats[0]).toMatchObject({
      level: 4,
      principal: other,
      substitutes: [member],
      code: "CIT",
    });
    expect(registers).toEqual(await registersOf(house.database.db, boardId));
    const [trail] = await auditOf(house.database.db, { about: seatId, most: 1 });
    expect(trail).toMatchObject({
      by: clerk.personId,
      what: "seatChanged",
      detail: { reason: "Agreed on 3 November" },
    });

    // another change that leaves the level as it was is none of the level's history
    await changeSeat(house, clerk, { ...asked, label: "The city council" });
    const allowed = await allowedBoard(house.database.db, clerk, boardId);
    const view = allowed && (await boardView(house.database.db, allowed));
    expect(view?.seats.find(({ id }) => id === seatId)?.levels).toMatchObject([
      { from: 3, to: 4, by: "Clerk", reason: "Agreed on 3 November" },
    ]);
  });

  test("a seat that has ended, and a partner’s other sector", async () => {
    const { clerk, meetingId, seats } = await evening();
    const [seatId] = seats;
    if (seatId === undefined) throw new Error("no seat");
    const seat = await seatById(house.database.db, seatId);
    if (seat === undefined) throw new Error("no seat");
    const partner = { name: "Museum", code: seat.partnerId.slice(0, 4), tier: "upper" } as const;
    expect(
      await changePartner(house, clerk, {
        ...partner,
        partnerId: seat.partnerId,
        sector: "voluntary-community",
      }),
    ).toEqual(done);
    expect(await endSeat(house, clerk, { seatId, reason: "Left" })).toEqual(done);

    const { registers } = await meetingNow(meetingId);
    expect(registers.seats.map(({ id }) => id)).not.toContain(seatId);
    expect(registers.partners.find(({ id }) => id === seat.partnerId)).toMatchObject({
      sector: "voluntary-community",
      tier: null,
    });
  });

  test("a role given lets somebody into the meetings of before, and taken keeps them out of all", async () => {
    const { boardId, clerk, chair, meetingId, stranger } = await evening();
    await carriedOut(house.sockets.desks, meetingId, chair, {
      type: "closeItem",
      itemId: await currentItem(meetingId),
      confirmed: [],
    } as never);
    await carriedOut(house.sockets.desks, meetingId, chair, { type: "closeMeeting" } as never);
    expect(mayView(await meetingNow(meetingId), stranger)).toBe(false);

    expect(await giveRole(house, clerk, { boardId, personId: stranger, role: "observer" })).toEqual(done);
    expect(mayView(await meetingNow(meetingId), stranger)).toBe(true);
    expect(await takeRole(house, clerk, { boardId, personId: stranger })).toEqual(done);
    expect(mayView(await meetingNow(meetingId), stranger)).toBe(false);
  });

  test("somebody who walked in can be seated as a stand-in, and has no account", async () => {
    const { boardId, clerk, meetingId, seats } = await evening();
    const walkIn = {
      name: "Ada Fenn",
      post: "Planner",
      level: 2,
      electedOffice: null,
      partnerId: null,
    } as const;
    const added = await addWalkIn(house, clerk, { boardId, meetingId, ...walkIn });
    if (!added.ok) throw new Error(JSON.stringify(added));
    const { personId } = added;
    const [seat] = seats;
    await carriedOut(house.sockets.desks, meetingId, clerk.personId, {
      type: "markAttendance",
      seat,
      outcome: "substitute",
      person: personId,
      mode: "inPerson",
      from: null,
    } as never);
    const { attendance } = await meetingNow(meetingId);
    expect(attendance[0]?.sittings[0]).toMatchObject({ person: personId, as: "standIn" });
    expect(await personIn(house, personId)).toMatchObject({ email: null, siteAdmin: false });
  });

  test("of a meeting of another board a clerk adds nobody", async () => {
    const [mine, theirs] = [await evening(), await evening()];
    const walkIn = { name: "Ada Fenn", post: "", level: 2, electedOffice: null, partnerId: null } as const;
    const asked = { boardId: mine.boardId, meetingId: theirs.meetingId, ...walkIn };
    expect(await addWalkIn(house, mine.clerk, asked)).toEqual(refused("notFound"));
  });

  test("changes made at once leave the meeting with the last of them", async () => {
    const { boardId, clerk, meetingId, members, stranger } = await evening();
    await Promise.all([
      giveRole(house, clerk, { boardId, personId: stranger, role: "adviser" }),
      ...members.map((personId) => giveRole(house, clerk, { boardId, personId, role: "viceChair" })),
    ]);
    expect((await meetingNow(meetingId)).registers).toEqual(await registersOf(house.database.db, boardId));
  });
});

async function currentItem(meetingId: MeetingId) {
  return (await meetingNow(meetingId)).current;
}

describe("roles", () => {
  test("nobody changes their own, not a clerk and not an administrator", async () => {
    const { boardId, clerk } = await evening();
    const admin = await administrator();
    expect(await giveRole(house, clerk, { boardId, personId: clerk.personId, role: "chair" })).toEqual(
      refused("ownRole"),
    );
    expect(await takeRole(house, clerk, { boardId, personId: clerk.personId })).toEqual(refused("ownRole"));
    expect(await giveRole(house, admin, { boardId, personId: admin.personId, role: "clerk" })).toEqual(
      refused("ownRole"),
    );
  });

  test("the last chair stays: neither taken away, changed, nor shut out", async () => {
    const { boardId, clerk, chair, member } = await evening();
    expect(await takeRole(house, clerk, { boardId, personId: chair })).toEqual(refused("lastChair"));
    expect(await giveRole(house, clerk, { boardId, personId: chair, role: "member" })).toEqual(
      refused("lastChair", "role"),
    );
    expect(await setDisabled(house, clerk, { personId: chair, disabled: true })).toEqual(
      refused("lastChair"),
    );

    expect(await giveRole(house, clerk, { boardId, personId: member, role: "chair" })).toEqual(done);
    expect(await takeRole(house, clerk, { boardId, personId: chair })).toEqual(done);
    expect(await roleOn(house.database.db, boardId, chair)).toBeUndefined();
  });

  test("members, the chair and clerks of other boards give none; an administrator appoints clerks only", async () => {
    const { boardId, chair, member, stranger } = await evening();
    const { clerk: elsewhere } = await evening();
    const asked = { boardId, personId: stranger, role: "member" } as const;
    expect(await giveRole(house, await asking(house, member), asked)).toEqual(refused("roleMayNot"));
    expect(await giveRole(house, await asking(house, chair), asked)).toEqual(refused("roleMayNot"));
    expect(await giveRole(house, elsewhere, asked)).toEqual(refused("notFound"));
    const admin = await administrator();
    expect(await giveRole(house, admin, asked)).toEqual(refused("notFound"));
    expect(await giveRole(house, admin, { ...asked, role: "clerk" })).toEqual(done);
  });

  test("only an administrator makes a board, and is not its chair", async () => {
    const { clerk, chair, member } = await evening();
    const admin = await administrator();
    const asked = { name: "Theme group", layer: "operational", chairId: chair, clerkId: member } as const;
    expect(await makeBoard(house, clerk, asked)).toEqual(refused("notYours"));
    expect(await makeBoard(house, admin, { ...asked, chairId: admin.personId })).toEqual(
      refused("ownRole", "chairId"),
    );
    const made = await makeBoard(house, admin, asked);
    if (!made.ok) throw new Error(JSON.stringify(made));
    expect(await roleOn(house.database.db, made.boardId, chair)).toBe("chair");
    expect(await roleOn(house.database.db, made.boardId, member)).toBe("clerk");
  });
});

describe("people and their accounts", () => {
  test("a link sets a password once, signs everything else out, and then is spent", async () => {
    const { clerk, member } = await evening();
    const { db } = house.database;
    await insertSession(db, crypto.randomUUID(), member, {
      by: member,
      at: house.clock.now(),
      what: "signedIn",
    });
    const made = await makeLink(house, clerk, { personId: member });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { token } = made;

    expect(await useLink(house, { token, password: "short" })).toEqual(
      refused("passwordTooShort", "password"),
    );
    expect(await useLink(house, { token, password })).toEqual({ ok: true, email: `${member}@example.org` });
    expect(house.cut.people).toContain(member);
    const signedIn = await byPassword(
      { db, tries: openTries() },
      { email: `${member}@example.org`, password },
      "",
    );
    expect(signedIn).toEqual({ status: "known", personId: member });

    expect(await useLink(house, { token, password: "lantern fjord kettle" })).toEqual(refused("linkSpent"));
    expect(await whoseLink(house, token)).toBeUndefined();
  });

  test("of two who press at once one sets the password", async () => {
    const { clerk, member } = await evening();
    const made = await makeLink(house, clerk, { personId: member });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const both = await Promise.all(
      [password, "lantern fjord kettle"].map((chosen) =>
        useLink(house, { token: made.token, password: chosen }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a newer link ends the one before it, and seven days end any", async () => {
    const { clerk, member } = await evening();
    const first = await makeLink(house, clerk, { personId: member });
    const second = await makeLink(house, clerk, { personId: member });
    if (!first.ok || !second.ok) throw new Error("no links");
    expect(await useLink(house, { token: first.token, password })).toEqual(refused("linkSpent"));

    const eightDays = 8 * 24 * 60 * 60 * 1000;
    const later: TestHouse = {
      ...house,
      clock: { ...house.clock, now: () => house.clock.now() + eightDays },
    };
    expect(await useLink(later, { token: second.token, password })).toEqual(refused("linkSpent"));
  });

  test("a clerk makes no link for an administrator, for one of other boards, or for themselves", async () => {
    const { clerk, boardId } = await evening();
    const there = await evening();
    const admin = await administrator();
    expect(await makeLink(house, clerk, { personId: admin.personId })).toEqual(refused("notYours"));
    expect(await makeLink(house, clerk, { personId: there.member })).toEqual(refused("notYours"));
    await giveRole(house, clerk, { boardId, personId: there.member, role: "member" });
    expect(await makeLink(house, clerk, { personId: there.member })).toEqual(refused("notYours"));
    expect(await makeLink(house, clerk, { personId: clerk.personId })).toEqual(refused("ownAccount"));
    expect(await makeLink(house, await asking(house, there.member), { personId: there.other })).toEqual(
      refused("notYours"),
    );
  });

  test("nobody makes themselves an administrator, and a clerk makes nobody one", async () => {
    const { clerk, member } = await evening();
    const own = await entryOf(clerk.personId);
    expect(await changePerson(house, clerk, { ...own, siteAdmin: true })).toEqual(
      refused("notYours", "siteAdmin"),
    );
    expect(await changePerson(house, clerk, { ...(await entryOf(member)), siteAdmin: true })).toEqual(
      refused("notYours", "siteAdmin"),
    );
    const admin = await administrator();
    expect(
      await changePerson(house, admin, { ...(await entryOf(admin.personId)), siteAdmin: false }),
    ).toEqual(refused("ownAccount", "siteAdmin"));
  });

  test("a person’s level reaches the meeting; an address somebody has is refused", async () => {
    const { clerk, member, other, meetingId } = await evening();
    const entry = await entryOf(member);
    expect(await changePerson(house, clerk, { ...entry, level: 4 })).toEqual(done);
    const { registers } = await meetingNow(meetingId);
    expect(registers.people.find(({ id }) => id === member)?.level).toBe(4);
    expect(await changePerson(house, clerk, { ...entry, email: `${other}@example.org` })).toEqual(
      refused("addressTaken", "email"),
    );
    expect(await addPerson(house, clerk, { ...newEntry, email: `${other}@example.org` })).toEqual(
      refused("addressTaken", "email"),
    );
    expect(await addPerson(house, await asking(house, member), newEntry)).toEqual(refused("notYours"));
  });

  test("who is shut out is out at once: sessions ended, sockets cut, no new link", async () => {
    const { clerk, member } = await evening();
    const sid = crypto.randomUUID();
    await insertSession(house.database.db, sid, member, {
      by: member,
      at: house.clock.now(),
      what: "signedIn",
    });
    expect(await setDisabled(house, clerk, { personId: member, disabled: true })).toEqual(done);
    expect(await liveSession(house.database.db, sid)).toBeUndefined();
    expect(house.cut.people).toContain(member);
    expect(await makeLink(house, clerk, { personId: member })).toEqual(refused("personDisabled"));

    expect(await setDisabled(house, clerk, { personId: member, disabled: false })).toEqual(done);
    expect(await liveSession(house.database.db, sid)).toBeUndefined();
  });

  test("one ends one’s own sessions and not another’s", async () => {
    const { member, other } = await evening();
    const { db } = house.database;
    const [here, there] = [crypto.randomUUID(), crypto.randomUUID()];
    const change = { by: member, at: house.clock.now(), what: "signedIn" };
    for (const sid of [here, there]) await insertSession(db, sid, member, change);
    const asker = await asking(house, member, here);

    expect(
      await endSession(house, await asking(house, other), { personId: member, sessionId: there }),
    ).toEqual(refused("notFound"));
    expect(await endSessions(house, asker, { personId: member, but: "this" })).toEqual(done);
    expect(await liveSession(db, there)).toBeUndefined();
    expect(await liveSession(db, here)).toBeDefined();
    expect(house.cut.sessions).toContain(there);
    expect(house.cut.sessions).not.toContain(here);
  });

  test("one’s own password is changed by knowing the old one", async () => {
    const { clerk, member } = await evening();
    const made = await makeLink(house, clerk, { personId: member });
    if (!made.ok) throw new Error("no link");
    await useLink(house, { token: made.token, password });
    const asker = await asking(house, member);
    expect(
      await changePassword(house, asker, { current: "wrong", password: "lantern fjord kettle" }),
    ).toEqual(refused("passwordWrong", "current"));
    expect(
      await changePassword(house, asker, { current: password, password: "lantern fjord kettle" }),
    ).toEqual(done);
  });

  test("addresses are for those who keep the register, and for oneself", async () => {
    const { clerk, member } = await evening();
    const shown = async (asker: typeof clerk) => {
      const { sectors } = await peopleView(house.database.db, asker);
      return sectors.flatMap(({ partners }) => partners.flatMap(({ people }) => people));
    };
    const asMember = await shown(await asking(house, member));
    expect(asMember.filter(({ email }) => email !== null).map(({ id }) => id)).toEqual([member]);
    expect((await shown(clerk)).find(({ id }) => id === member)?.email).toBe(`${member}@example.org`);
  });
});

const newEntry = {
  name: "Ada Fenn",
  post: "",
  level: 1,
  electedOffice: null,
  partnerId: null,
  email: null,
} as const;

describe("what is held", () => {
  test("tells a person the meetings that name them or that they recorded, and what was changed about them", async () => {
    const { clerk, member, meetingId, seats, other } = await evening();
    const [seat] = seats;
    await carriedOut(house.sockets.desks, meetingId, clerk.personId, {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    } as never);
    const held = await heldAbout(house, await asking(house, member));
    expect(held?.traces).toEqual([
      expect.objectContaining({ meetingId, recorded: 0, named: 1, mayOpen: true }),
    ]);
    expect(held?.changes.map(({ what }) => what)).toContain("testPrepared");

    const byClerk = await heldAbout(house, clerk);
    expect(byClerk?.traces[0]?.recorded).toBeGreaterThan(4);
    const untouched = await heldAbout(house, await asking(house, other));
    expect(untouched?.traces).toEqual([]);
  });

  test("the notice is read once for a board one has a role on", async () => {
    const { boardId, member, stranger } = await evening();
    expect(await hasReadNotice(house.database.db, member, boardId)).toBe(false);
    expect(await markNoticeRead(house, await asking(house, member), { boardId })).toEqual(done);
    expect(await hasReadNotice(house.database.db, member, boardId)).toBe(true);
    expect(await markNoticeRead(house, await asking(house, stranger), { boardId })).toEqual(
      refused("notFound"),
    );
  });
});

test("of somebody who is not there nothing is changed", async () => {
  const { clerk } = await evening();
  expect(await setDisabled(house, clerk, { personId: newPerson(), disabled: true })).toEqual(
    refused("notFound"),
  );
});
