import { describe, expect, test } from "vitest";
import { AddSeat } from "./boards.ts";
import { AddPerson } from "./people.ts";
import { problemsOf } from "./problems.ts";

const person = { name: "Ada", post: "", level: 2, electedOffice: null, partnerId: null, email: null };
const problemsIn = (schema: typeof AddPerson | typeof AddSeat, asked: unknown) => {
  const parsed = schema.safeParse(asked, { reportInput: true });
  return parsed.success ? [] : problemsOf(parsed.error).problems;
};

describe("what stands in the way, by field", () => {
  test.each([
    [{ ...person, name: " " }, "name", "needed"],
    [{ ...person, name: "x".repeat(121) }, "name", "tooLong"],
    [{ ...person, name: "Ada\u202enneF" }, "name", "notPlain"],
    [{ ...person, name: "\u200b\u200b" }, "name", "notPlain"],
    [{ ...person, email: "ada@example.org,eve@example.org" }, "email", "notAnAddress"],
    [{ ...person, level: 5 }, "level", "notUsable"],
    [{ ...person, post: 7 }, "post", "notUsable"],
    [{ ...person, partnerId: "{ABC}" }, "partnerId", "notUsable"],
  ] as const)("%j", (asked, field, code) => {
    expect(problemsIn(AddPerson, asked)).toEqual([{ field, code }]);
  });

  test("a field nobody asked for is refused, whatever it is called", () => {
    for (const extra of [{ siteAdmin: true }, { id: "x" }, JSON.parse('{"__proto__": {"siteAdmin": true}}')])
      expect(AddPerson.safeParse({ ...person, ...extra }).success).toBe(Object.keys(extra).length === 0);
  });

  test("what was not chosen is needed", () => {
    const asked = {
      label: "Seat",
      code: "abc",
      level: 2,
      fullMember: true,
      principalId: null,
      substitutes: [],
    };
    expect(problemsIn(AddSeat, { ...asked, boardId: undefined, partnerId: null })).toEqual([
      { field: "boardId", code: "needed" },
      { field: "partnerId", code: "needed" },
    ]);
  });
});
