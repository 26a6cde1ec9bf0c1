import { describe, expect, test } from "vitest";
import type {
  Action,
  Challenge,
  ChallengeResponse,
  Decision,
  Evidence,
  MoneyPoint,
  Note,
} from "#domain/meeting/entry.ts";
import { markOf } from "./mark-of.ts";

// only what decides the mark; the rest of an entry is of no account to it
const challenge = (...kinds: ChallengeResponse["kind"][]) =>
  ({
    kind: "challenge",
    standing: "stands",
    responses: kinds.map((kind) => ({ kind })),
  }) as unknown as Challenge;
const decision = (status: Decision["status"]) =>
  ({ kind: "decision", standing: "stands", status }) as unknown as Decision;
const money = (kind: MoneyPoint["amount"]["kind"]) =>
  ({ kind: "money", standing: "stands", amount: { kind } }) as unknown as MoneyPoint;
const action = (status: Action["status"]) =>
  ({ kind: "action", standing: "stands", status }) as unknown as Action;
const note = (standing: Note["standing"]) => ({ kind: "note", standing }) as unknown as Note;

describe("an empty mark is an open question", () => {
  test("a challenge is empty until answered, half when an answer is promised", () => {
    expect(markOf(challenge())).toBe("empty");
    expect(markOf(challenge("notAnswered"))).toBe("empty");
    expect(markOf(challenge("deferred"))).toBe("half");
    expect(markOf(challenge("answered"))).toBe("full");
    expect(markOf(challenge("actionAgreed"))).toBe("full");
  });

  test("the last response stands", () => {
    expect(markOf(challenge("deferred", "answered"))).toBe("full");
    expect(markOf(challenge("deferred", "notAnswered"))).toBe("empty");
  });

  test("a decision is half while it is read back", () => {
    expect([markOf(decision("proposed")), markOf(decision("readBack")), markOf(decision("agreed"))]).toEqual([
      "empty",
      "half",
      "full",
    ]);
  });

  test("a money point is empty without a figure and half with a range", () => {
    expect([markOf(money("none")), markOf(money("range")), markOf(money("stated"))]).toEqual([
      "empty",
      "half",
      "full",
    ]);
  });

  test("an action put off is begun, and one dropped is struck", () => {
    expect([
      markOf(action("toDo")),
      markOf(action("redated")),
      markOf(action("done")),
      markOf(action("dropped")),
    ]).toEqual(["empty", "half", "full", "struck"]);
  });

  test("evidence is empty where there was none, and full when all had it and count it alike", () => {
    const evidence = (told: Partial<Evidence>) =>
      ({
        kind: "evidence",
        standing: "stands",
        obstacle: null,
        circulated: true,
        commonDefinition: true,
        ...told,
      }) as unknown as Evidence;
    expect([
      markOf(evidence({ obstacle: "systems" })),
      markOf(evidence({ circulated: false })),
      markOf(evidence({ commonDefinition: false })),
      markOf(evidence({})),
    ]).toEqual(["empty", "half", "half", "full"]);
  });

  test("what no longer stands is struck, whatever it was", () => {
    expect(markOf(note("stands"))).toBe("full");
    expect(markOf(note("withdrawn"))).toBe("struck");
    expect(markOf(note("struckOut"))).toBe("struck");
  });
});
