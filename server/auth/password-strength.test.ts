import { describe, expect, test } from "vitest";
import { weaknessOf } from "./password-strength.ts";

const theirs = ["Ruth Calloway", "ruth.calloway@example.org", "City Council"];

describe("a password", () => {
  test.each([
    ["odd x7#k", "passwordTooShort"],
    ["x".repeat(129), "passwordTooLong"],
    ["password12345", "passwordKnown"],
    ["oxfordcouncil", "passwordOfLocalWords"],
    ["RuthCalloway1", "passwordOfLocalWords"],
    ["Candour2026!", "passwordOfLocalWords"],
    ["abababababababab", "passwordRepeats"],
    ["abcdefghijklmnop", "passwordSequence"],
    ["12345678901234", "passwordSequence"],
  ] as const)("%j is refused: %s", (password, code) => {
    expect(weaknessOf(password, theirs)).toBe(code);
  });

  test.each([
    "umbrella teapot glacier",
    "🦉🫖🧊🦊🌂🪗🧵🪵🛶🧭🪁🎏",
    "x7#kQ2!vLm9@",
    "fjord wq3z kettle spoon",
  ])("%j is taken", (password) => {
    expect(weaknessOf(password, theirs)).toBeNull();
  });

  test("128 signs are taken, emoji among them counted as one each", () => {
    const words = "umbrella teapot glacier kettle spoon fjord lantern ".repeat(3);
    expect(weaknessOf(`${words.slice(0, 127)}🦉`, theirs)).toBeNull();
  });
});
