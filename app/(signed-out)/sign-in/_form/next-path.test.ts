import { describe, expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

describe("where one goes after signing in", () => {
  test.each(["/boards", "/meetings/1?item=2", "/people/new"])("%s is a page of ours", (asked) => {
    expect(nextPath(asked)).toBe(asked);
  });

  test.each([
    undefined,
    "",
    "boards",
    "//evil.example/boards",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/sign-in?next=/sign-in",
  ])("%j is not", (asked) => {
    expect(nextPath(asked)).toBe("/");
  });
});
