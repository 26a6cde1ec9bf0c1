import { expect, test, vi } from "vitest";
import { newMeeting } from "#tests/support/ids.ts";
import { sharedPages } from "./pages.ts";

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
