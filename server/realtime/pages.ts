// Pages of a log as the database gives them, read once for all who ask at the same moment: after a restart everybody in
// the room asks for the whole log at once.
import type { eventsAfter } from "#db/event-log.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { audienceKey, redact } from "#domain/meeting/visibility.ts";
import { ReadyText } from "./ready-text.ts";

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

/** The events of a page as one reader may see them, for the wire. */
export type Readable = readonly SentEvent[] | ReadyText;

/**
 * Withholds, and makes the text of a shared page once for all who may read the same of it. The text is of one page and
 * of the meeting as it stood: a right that changes makes another.
 */
export function readings(): (page: Page, meeting: Meeting, person: PersonId) => Readable {
  const texts = new WeakMap<Page, WeakMap<Meeting, Map<string, ReadyText>>>();

  return (page, meeting, person) => {
    if (!page.more) return redact(meeting, person, page.events);
    const ofPage = remembered(texts, page, () => new WeakMap());
    const byAudience = remembered(ofPage, meeting, () => new Map());
    return remembered(
      byAudience,
      audienceKey(meeting, person, page.events),
      () => new ReadyText(redact(meeting, person, page.events)),
    );
  };
}

type Keeps<Key, Value> = { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown };

function remembered<Key, Value>(values: Keeps<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}
