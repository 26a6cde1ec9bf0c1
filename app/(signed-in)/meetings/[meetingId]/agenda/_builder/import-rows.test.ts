import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAgenda } from "#domain/agenda-text/parse-agenda.ts";
import { newItem, newPartner } from "#tests/support/ids.ts";
import { importOf, partnerNamed, rowsOf } from "./import-rows.ts";

const agenda = (name: string) => readFileSync(`tests/fixtures/agendas/${name}.txt`, "utf8");
const partners = [
  { id: newPartner(), name: "City Council", code: "CTY" },
  { id: newPartner(), name: "Oxford City Council Housing", code: "HOU" },
  { id: newPartner(), name: "The University", code: "UNI" },
];
const [city, housing, university] = partners.map(({ id }) => id);
const rowsIn = (text: string) => rowsOf(parseAgenda(text), partners, newItem);

describe("what a pasted agenda becomes", () => {
  test("Cambridge gives five items with the times as written", () => {
    const rows = rowsIn(agenda("cambridge-lsp-2011-04-11"));
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ startsAt: "14:00", isPart: false, isNumbered: true });
    const made = importOf(rows);
    expect(made.ok && made.command.items.map(({ heading }) => heading.startsAt)).toEqual(
      rows.map(({ startsAt }) => startsAt),
    );
  });

  test("Epping gives three items, the third with four parts", () => {
    const made = importOf(rowsIn(agenda("epping-forest-lsp-2008-12-18")));
    if (!made.ok) throw new Error("not importable");
    const tops = made.command.items.filter(({ parent }) => parent === null);
    expect(tops).toHaveLength(3);
    expect(made.command.items.filter(({ parent }) => parent === tops[2]?.itemId)).toHaveLength(4);
  });

  test("Huntingdonshire gives eleven items, the apologies unnumbered, the fifth with two parts", () => {
    const rows = rowsIn(agenda("huntingdonshire-sp-2009-07-08"));
    const tops = rows.filter(({ isPart }) => !isPart);
    expect(tops).toHaveLength(11);
    expect(tops[0]).toMatchObject({ isNumbered: false });
    expect(rows.filter(({ isPart }) => isPart)).toHaveLength(2);
  });

  test("an agenda without any numbers is numbered throughout", () => {
    expect(rowsIn("AGENDA\n\n- Welcome\n- Budget\n- Close").every(({ isNumbered }) => isNumbered)).toBe(true);
  });
});

describe("a lead as written", () => {
  test("is the partner whose name stands in it, the longest where several do", () => {
    expect(partnerNamed("Cllr Jane Hill, City Council", partners)).toBe(city);
    expect(partnerNamed("Oxford City Council Housing team", partners)).toBe(housing);
    expect(partnerNamed("University", partners)).toBe(university);
    expect(partnerNamed("UNI", partners)).toBe(university);
  });

  test("is nobody’s when no name stands in it", () => {
    expect(partnerNamed("Jane Hill", partners)).toBeNull();
    expect(partnerNamed("Unity Church", partners)).toBeNull();
    expect(partnerNamed("", partners)).toBeNull();
  });
});

describe("taking it in", () => {
  const rows = rowsIn(agenda("epping-forest-lsp-2008-12-18"));

  test("what is not ticked stays out, and a part without its item stands alone", () => {
    const last = rows.findLast(({ isPart }) => !isPart);
    const made = importOf(rows.map((row) => (row === last ? { ...row, isTaken: false } : row)));
    expect(made.ok && made.command.items).toHaveLength(rows.length - 1);
    expect(made.ok && made.command.items.every(({ parent }) => parent === null)).toBe(true);
  });

  test("what stands in the way is named by row and field", () => {
    const [first, ...rest] = rows;
    if (!first) throw new Error("no rows");
    const wrong = (change: object) => importOf([{ ...first, ...change }, ...rest]);
    expect(wrong({ title: " " })).toEqual({ ok: false, row: first.id, field: "title" });
    expect(wrong({ minutes: "ten" })).toEqual({ ok: false, row: first.id, field: "minutes" });
    expect(wrong({ isRestricted: true, ground: "" })).toEqual({ ok: false, row: first.id, field: "ground" });
    expect(importOf(rows.map((row) => ({ ...row, isTaken: false })))).toMatchObject({ ok: false, row: null });
  });
});
