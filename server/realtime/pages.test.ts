import { expect, test, vi } from "vitest";
import { replay } from "#domain/meeting/meeting.ts";
import { redact } from "#domain/meeting/visibility.ts";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import * as board from "#tests/support/board.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { logOf } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { readings, sharedPages } from "./pages.ts";

type Page = Awaited<ReturnType<ReturnType<typeof sharedPages>>>;
const meetingId = newMeeting();
const page = (lastSeq: number, more: boolean) => ({ events: [], lastSeq, more });

test("thirty who ask for a long log at once have each page read once or twice", async () => {
  const read = vi.fn<() => Promise<Page>>(async () => page(5000, true));
  const pages = sharedPages(read);

  await Promise.all(Array.from({ length: 30 }, () => pages(meetingId, 0)));
  await Promise.all(Array.from({ length: 30 }, () => pages(meetingId, 500)));
  expect(read.mock.calls.length).toBeLessThanOrEqual(4);
});

test("the end of a log is read anew by everybody who asks while it is being read", async () => {
  let lastSeq = 7;
  const pages = sharedPages(async () => {
    const seen = lastSeq;
    await Promise.resolve();
    return page(seen, false);
  });

  const first = pages(meetingId, 0);
  lastSeq = 8;
  const second = pages(meetingId, 0);
  expect([(await first).lastSeq, (await second).lastSeq]).toEqual([7, 8]);
});

test("what could not be read is asked for again", async () => {
  const read = vi
    .fn<() => Promise<Page>>(async () => page(9, true))
    .mockRejectedValueOnce(new Error("deadlinePassed"));
  const pages = sharedPages(read);

  await expect(pages(meetingId, 0)).rejects.toThrow("deadlinePassed");
  expect(await pages(meetingId, 0)).toEqual(page(9, true));
});

const { chair, county, observer } = people;
const everyone = Object.values(people);
const asValue = (readable: unknown): unknown => JSON.parse(JSON.stringify(readable));

test(
  `whoever asks gets what is theirs to read then, whoever asked before them (seed ${SEED})`,
  () =>
    everyMeeting(({ log }) => {
      const read = readings();
      const events = log.slice(0, Math.ceil(log.length / 2));
      const shared = { events, lastSeq: log.length, more: true };
      // the page stays as it is, while rights and the agenda go on
      for (const meeting of [replay(events), replay(log)]) {
        for (const person of [...everyone, ...everyone.toReversed()])
          expect(asValue(read(shared, meeting, person))).toEqual(asValue(redact(meeting, person, events)));
      }
    }),
  60_000,
);

test("who may read the same shares one text, until the meeting is another", () => {
  const log = logOf(board.onBudget);
  const shared = { events: log, lastSeq: log.length + 1, more: true };
  const meeting = replay(log);
  const read = readings();
  const first = read(shared, meeting, county);

  expect(read(shared, meeting, chair)).toBe(first);
  expect(read(shared, meeting, observer)).not.toBe(first);
  expect(read(shared, replay(log), county)).not.toBe(first);
});

test("what a raiser thinks of a response is in no text but theirs", () => {
  const itemId = board.items.budget;
  const viewed = {
    type: "raiserViewMarked",
    itemId,
    entryId: board.entries.challenge,
    view: "notSatisfied",
  } as const;
  const log = logOf([...board.onBudget, [people.police, board.recorded.challenge], [county, viewed]]);
  const shared = { events: log, lastSeq: log.length + 1, more: true };
  const read = readings();
  const meeting = replay(log);
  const readers = everyone.filter((person) =>
    JSON.stringify(read(shared, meeting, person)).includes("notSatisfied"),
  );

  expect(readers).toEqual(
    everyone.filter((person) => JSON.stringify(redact(meeting, person, log)).includes("notSatisfied")),
  );
  expect(readers).toContain(county);
  expect(readers.length).toBeLessThan(everyone.length / 2);
});
