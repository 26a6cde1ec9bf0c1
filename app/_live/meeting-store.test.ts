import { expect, test, vi } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { type Joined, PROTOCOL_VERSION } from "#domain/wire.ts";
import { openStage } from "#tests/simulation/stage.ts";
import * as board from "#tests/support/board.ts";
import { after, logOf } from "#tests/support/meeting-spec.ts";
import { chair, observer } from "#tests/support/people.ts";
import type { Link } from "./link.ts";
import { openMeetingStore } from "./meeting-store.ts";

const log = logOf(board.onBudget);
const start = {
  meetingId: board.meetingId,
  meeting: after(...board.onBudget),
  seq: log.length,
  people: {},
  you: chair,
  serverTime: board.EVENING,
  rate: 1,
};

/** A line on which the server knows us as this person. */
function knownAs(you: PersonId): Link {
  const joined: Joined = {
    status: "joined",
    seq: log.length,
    epoch: "first",
    events: [...log],
    more: false,
    people: {},
    you,
    serverTime: board.EVENING,
    rate: 1,
  };
  return {
    isConnected: () => true,
    join: async ({ protocol }) => (protocol === PROTOCOL_VERSION ? joined : undefined),
    since: async () => undefined,
    command: async () => undefined,
    leave: () => undefined,
    answer: async () => undefined,
    answered: async () => undefined,
    lines: async () => undefined,
    typing: () => undefined,
    wake: () => undefined,
    close: () => undefined,
    listen: () => () => undefined,
  };
}

test("what the page came with is shown until the whole log is here", async () => {
  const store = openMeetingStore(start, { link: knownAs(chair), timers: openStage(1) });
  expect(store.current()).toMatchObject({ status: "starting", meeting: start.meeting });
  await vi.waitFor(() => expect(store.current().status).toBe("joined"));
  expect(store.current().meeting).toEqual(start.meeting);
});

test("when somebody else is signed in on this device, nothing of it stays in sight", async () => {
  const onJoined = vi.fn<(you: PersonId) => void>();
  const store = openMeetingStore(start, { link: knownAs(observer), timers: openStage(1), onJoined });
  const forgotten = vi.fn<() => void>();
  store.onDiscarded(forgotten);
  await vi.waitFor(() => expect(store.current().status).toEqual({ failed: "anotherPerson" }));
  expect(store.current().meeting.items).toEqual([]);
  expect(store.current().meeting.phase).toBe("none");
  expect(onJoined).not.toHaveBeenCalled();
  expect(forgotten, "whatever was made of it is told to forget").toHaveBeenCalled();
});
