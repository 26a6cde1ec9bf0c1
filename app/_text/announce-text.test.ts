import { describe, expect, test } from "vitest";
import type { MeetingEvent } from "#domain/meeting/events.ts";
import { evolve, replay } from "#domain/meeting/meeting.ts";
import * as board from "#tests/support/board.ts";
import { envelop, type Happened, logOf } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, newcomer, police, viceChair } from "#tests/support/people.ts";
import { announceText } from "./announce-text.ts";

const { items, seats } = board;

/** What this person is told of an event that follows on these. */
function told(you: typeof county, by: typeof county, event: MeetingEvent, ...before: readonly Happened[]) {
  const log = logOf([...board.onBudget, ...before]);
  const [recorded] = envelop([event], log.length, { by, at: board.EVENING + board.MINUTE });
  if (!recorded) throw new Error("an event was recorded");
  return announceText(recorded, evolve(replay(log), recorded), you);
}

describe("who presides", () => {
  const taken = (
    presiding: typeof county,
    seat: (typeof seats)[keyof typeof seats] | null,
  ): MeetingEvent => ({
    type: "chairTaken",
    presiding,
    seat,
  });

  test("is said by partner, and to whoever took the chair as theirs", () => {
    expect(told(county, viceChair, taken(viceChair, seats.cityTwo))).toBe("City, CIT2 takes the chair.");
    expect(told(viceChair, viceChair, taken(viceChair, seats.cityTwo))).toBe("You preside now.");
    expect(told(county, clerk, taken(police, null))).toBe("Somebody else presides now.");
  });

  test("the board's chair is said to be back", () => {
    const away: Happened = [viceChair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }];
    expect(told(county, chair, taken(chair, seats.city), away)).toBe("The chair presides again.");
  });

  test("a clerk who stands in is nobody in the chair", () => {
    expect(told(county, clerk, taken(clerk, null))).toBe(
      "No chair is named. The clerk stands in, and nothing is agreed meanwhile.",
    );
  });
});

test("time added is said with the item it was added to, and that it is for debate", () => {
  const added = { type: "itemExtended", itemId: items.budget, minutes: 5 } as const;
  expect(told(county, chair, { ...added, forDebate: false })).toBe("5 more minutes for item 2.");
  expect(told(county, chair, { ...added, minutes: 1, forDebate: true })).toBe(
    "1 more minute for item 2, for debate.",
  );
});

test("who comes and goes, and what they can commit to, is not said aloud", () => {
  const came = board.present(seats.charity, newcomer);
  expect(told(county, clerk, came)).toBeNull();
  const here: Happened = [clerk, came];
  const said = { type: "commitmentSaid", seat: seats.charity, person: newcomer, commitment: "no" } as const;
  expect(told(county, newcomer, said, here)).toBeNull();
});
