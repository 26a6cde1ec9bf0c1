import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import {
  ActionRow,
  AttendanceRow,
  actionRows,
  attendanceRows,
  ChallengeRow,
  challengeRows,
  DecisionRow,
  decisionRows,
  EntryRow,
  EvidenceRow,
  entryRows,
  evidenceRows,
  MoneyRow,
  moneyRows,
} from "#domain/exports/record-rows.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import { redactForScreen } from "#domain/meeting/visibility.ts";
import { everyMeeting } from "#tests/support/arbitraries.ts";
import { newEntry } from "#tests/support/ids.ts";
import { begun, business, logOf, registersWith } from "#tests/support/played-meeting.ts";
import { recordTableOf, recordTables } from "./record-tables.ts";

const { registers, seated } = registersWith([{ sector: "local-authority" }, { sector: "private" }]);
const council = seated[0]?.seat;
const partner = registers.partners[0]?.id;
if (!council || !partner) throw new Error("a seat is filled");
const said = { itemId: business, speaker: { as: "seat", seat: council } } as const;
const money = (no: number, text: string, pence: number) =>
  ({
    type: "moneyPointRecorded",
    entryId: newEntry(),
    ...said,
    no,
    text,
    ownPartner: partner,
    moneyKind: "saving",
    amount: { kind: "stated", pence },
    period: "2026/27",
    source: "=HYPERLINK(1)",
    pot: null,
    stage: "mentioned",
  }) as const;
const log = logOf([
  ...begun(registers, seated),
  [0, { type: "itemOpened", itemId: business }],
  [1, money(1, "-10% on last year", 1_250_050)],
  [2, { type: "publicExcluded", reason: "3" }],
  [3, money(2, "the land at Northgate", 987_654_321)],
  [4, { type: "publicReadmitted" }],
]);
const whole = replay(log);
const open = receive(emptyReplica, redactForScreen(whole, log)).replica.meeting;
const nobody = () => null;
const cells = (file: string) => Papa.parse<string[]>(file.slice(1).trimEnd()).data;

describe("the record as files", () => {
  test("keeps amounts as numbers in pounds, days as ISO, and somebody's words as words", () => {
    const [heads = [], first = []] = cells(recordTables.money.csv(whole, nobody));
    const of = (head: string) => first[heads.indexOf(head)];
    expect(of("Amount, £")).toBe("12500.50");
    expect(of("Words")).toBe("'-10% on last year");
    expect(of("Source")).toBe("'=HYPERLINK(1)");
    expect(of("Recorded")).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(of("Kind")).toBe("Saving");
  });

  test("holds nothing that its reader may not see", () => {
    for (const { csv } of Object.values(recordTables)) {
      expect(csv(open, nobody)).not.toMatch(/Northgate|987654/);
    }
    expect(recordTables.money.csv(whole, nobody)).toContain("Northgate");
    expect(recordTables.entries.csv(open, nobody)).toContain("10% on last year");
  });

  test("knows no table by another name, not even one that every object has", () => {
    for (const name of ["", "toString", "__proto__", "constructor", "Money"])
      expect(recordTableOf(name)).toBeNull();
  });
});

test(
  "every row of every meeting has the shape that is promised of it, and none has a silent mark",
  () =>
    everyMeeting((played) => {
      const meeting = replay(played.log);
      const made = [
        [EntryRow, entryRows(meeting)],
        [DecisionRow, decisionRows(meeting)],
        [ChallengeRow, challengeRows(meeting)],
        [MoneyRow, moneyRows(meeting)],
        [ActionRow, actionRows(meeting)],
        [EvidenceRow, evidenceRows(meeting)],
        [AttendanceRow, attendanceRows(meeting, nobody).map((row) => ({ ...row, person: undefined }))],
      ] as const;
      for (const [shape, rows] of made) {
        for (const row of rows) expect(shape.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
        expect(JSON.stringify(rows)).not.toMatch(/raiserView|notSatisfied|commitment/);
      }
    }),
  60_000,
);
