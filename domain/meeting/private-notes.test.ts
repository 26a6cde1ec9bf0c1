import { describe, expect, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened, logOf } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { replay } from "./meeting.ts";
import { audienceChanged, audienceKey, redact } from "./visibility.ts";

const { items, seats } = board;
const { adviser, chair, clerk, county, observer, otherClerk, viceChair } = people;

const text = "Call the police before the county.";
const write = { type: "writePrivateNote", itemId: items.budget, text } as const;
const written: Happened = [clerk, { type: "privateNoteWritten", itemId: items.budget, text }];
const noteOn = (meeting: ReturnType<typeof replay>) =>
  meeting.items.find(({ id }) => id === items.budget)?.privateNote?.text;

describe("writePrivateNote", () => {
  test("keeps one note on an item, the newest words of chair or clerk", () => {
    const meeting = given(...board.onBudget, written)
      .when(chair, { ...write, text: "The county first." })
      .thenRecorded({ type: "privateNoteWritten", itemId: items.budget, text: "The county first." });

    expect(noteOn(meeting)).toBe("The county first.");
  });

  test("empty, it is taken away", () => {
    const meeting = given(...board.onBudget, written)
      .when(chair, { ...write, text: "" })
      .thenRecorded({ type: "privateNoteWritten", itemId: items.budget, text: "" });

    expect(noteOn(meeting)).toBeUndefined();
  });

  test("the same words change nothing, and an item that is not there has none", () => {
    given(...board.onBudget, written)
      .when(chair, write)
      .thenRefused({ code: "nothingChanges" });
    given(...board.onBudget)
      .when(chair, { ...write, itemId: board.unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });

  test("within ten seconds the earlier words come back", () => {
    const happened: readonly Happened[] = [...board.onBudget, written];
    const meeting = given(...happened)
      .when(clerk, { type: "undo", seq: happened.length })
      .thenRecorded({ type: "actUndone", undoes: happened.length, itemId: items.budget });

    expect(noteOn(meeting)).toBeUndefined();
  });
});

describe("who reads it", () => {
  const everyone = [chair, viceChair, clerk, otherClerk, county, adviser, observer];
  const readers = (...happened: readonly Happened[]): readonly PersonId[] => {
    const log = logOf(happened);
    const meeting = replay(log);
    return everyone.filter((person) => JSON.stringify(redact(meeting, person, log)).includes(text));
  };

  test("the chair and the clerks", () => {
    expect(readers(...board.onBudget, written)).toEqual([chair, clerk, otherClerk]);
  });

  test("whoever presides instead of the chair, and not the chair meanwhile", () => {
    const taken: Happened = [chair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }];
    const [before, later] = [after(...board.onBudget, written), after(...board.onBudget, written, taken)];

    expect(readers(...board.onBudget, written, taken)).toEqual([viceChair, clerk, otherClerk]);
    expect(everyone.filter((person) => audienceChanged(before, later, person))).toEqual([chair, viceChair]);
  });

  test("not a chair with an interest in the item", () => {
    expect(readers(...board.onBudget, written, [chair, board.interested(items.budget, chair)])).toEqual([
      clerk,
      otherClerk,
    ]);
  });

  test("has a key of their own while there is a note among the events, and no other then", () => {
    const log = logOf([...board.onBudget, written]);
    const meeting = replay(log);

    expect(audienceKey(meeting, chair, log)).toBe(audienceKey(meeting, clerk, log));
    expect(audienceKey(meeting, chair, log)).not.toBe(audienceKey(meeting, county, log));
    expect(audienceKey(meeting, chair, log.slice(0, -1))).toBe(audienceKey(meeting, county, log));
  });
});
