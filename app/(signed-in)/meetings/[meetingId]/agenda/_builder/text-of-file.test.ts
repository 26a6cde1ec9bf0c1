import { expect, test } from "vitest";
import { textOfFile } from "./text-of-file.ts";

test("a file of today is read as UTF-8, its mark at the start left out", async () => {
  expect(await textOfFile(new Blob(["\u{feff}1. Café – apologies"]))).toBe("1. Café – apologies");
});

test("what is not UTF-8 is read as an older Windows would write it", async () => {
  const bytes = new Uint8Array([0x31, 0x2e, 0x20, 0x43, 0x61, 0x66, 0xe9, 0x20, 0x96]);
  expect(await textOfFile(new Blob([bytes]))).toBe("1. Café –");
});
