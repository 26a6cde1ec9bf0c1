// Logs of every shape ever written, frozen on the day they were. They must go on to parse and to replay:
// when one stops, the shape has changed and `upcast` has to lift it. A file is added, never edited.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MeetingEvent, RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { upcast } from "#domain/meeting/upcast.ts";

const folder = "tests/fixtures/logs";
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

type Stored = { readonly v: number; readonly event: unknown };

function read(file: string): readonly RecordedEvent[] {
  const { log }: { log: readonly Stored[] } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  return log.map((row) => RecordedEvent.parse({ ...row, event: upcast(row) }));
}

/** What a log came to when it was frozen, in few figures that no later shape may change. */
function cameTo(file: string) {
  const { cameTo: frozen }: { cameTo: unknown } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  return frozen;
}

describe.each(files)("%s", (file) => {
  test("parses, follows on without a gap, and comes to what it came to", () => {
    const log = read(file);
    const meeting = replay(log);

    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect({
      phase: meeting.phase,
      items: meeting.items.map(({ number, status, spells, entries }) => ({
        number,
        status,
        spells: spells.length,
        entries: entries.map(({ no, kind, standing, history }) => ({
          no,
          kind,
          standing,
          earlier: history.length,
        })),
      })),
      attendance: meeting.attendance.map(({ outcome, sittings }) => ({ outcome, sittings: sittings.length })),
      presided: meeting.presiding.length,
    }).toEqual(cameTo(file));
  });
});

test("among them is every event of the first shape", () => {
  const seen = files
    .filter((file) => file.startsWith("v1-"))
    .flatMap((file) => read(file).map(({ event }) => event.type));
  const types = MeetingEvent.options.map(({ shape }) => shape.type.value);

  expect(types.filter((type) => !seen.includes(type))).toEqual([]);
});
