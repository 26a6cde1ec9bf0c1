// Pages of a log as the database gives them, read once for all who ask at the same moment: after a restart everybody in
// the room asks for the whole log at once.
import type { eventsAfter } from "#db/event-log.ts";
import type { MeetingId } from "#domain/ids.ts";

type Page = Awaited<ReturnType<typeof eventsAfter>>;
type Read = (meetingId: MeetingId, afterSeq: number) => Promise<Page>;

/** Words that go for good are gone from here as soon as a right that was taken (`reliability.md` R23). */
const KEPT_MS = 1000;

/**
 * Only a page that more follows is shared: it will never be another. The last of a log is read anew for each, or one
 * who has just entered the room could miss what was recorded while an earlier reading was under way.
 */
export function sharedPages(read: Read): Read {
  const kept = new Map<string, Promise<Page>>();

  function begin(key: string, meetingId: MeetingId, afterSeq: number): Promise<Page> {
    const page = read(meetingId, afterSeq);
    kept.set(key, page);
    const forget = () => void (kept.get(key) === page && kept.delete(key));
    page.then(({ more }) => (more ? void setTimeout(forget, KEPT_MS).unref() : forget()), forget);
    return page;
  }

  return async (meetingId, afterSeq) => {
    const key = `${meetingId} ${afterSeq}`;
    const known = kept.get(key);
    if (known === undefined) return begin(key, meetingId, afterSeq);
    const earlier = await known.catch(() => undefined);
    return earlier?.more ? earlier : begin(key, meetingId, afterSeq);
  };
}
