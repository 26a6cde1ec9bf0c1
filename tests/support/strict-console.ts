// What a test did not expect to go wrong makes it fail, even where the code carried on.
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => void vi.spyOn(console, "error"));

afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(complaints, "console.error was called").toEqual([]);
});
