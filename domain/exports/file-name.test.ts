import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test("a file's name is plain, whatever its board is called", () => {
  expect(fileName(["Café & “Börd”/../x", "2026", "Every meeting"], "csv")).toBe(
    "cafe-bord-x-2026-every-meeting.csv",
  );
  expect(fileName(["…"], "csv")).toBe("table.csv");
  expect(fileName(["Strategic board", "2025-10 to 2026-09", "public"], "pdf")).toBe(
    "strategic-board-2025-10-to-2026-09-public.pdf",
  );
});
