// The printed paper: a PDF whose tags say what it is, and a Word file in Word's own styles, read back as files.
import { inflateRawSync, inflateSync } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, test } from "vitest";
import { printed, type Revision } from "#domain/paper/edits.ts";
import { figuresTold } from "#domain/paper/figures.ts";
import { blocksOf, type Paper } from "#domain/paper/paper.ts";
import { paperOf } from "#domain/paper/write-paper.ts";
import { NOTHING_KEPT } from "#domain/registers/kept.ts";
import { sampleFacts } from "#tests/support/played-sample.ts";
import { paperDocx } from "./docx.ts";
import { runsOf } from "./fonts.ts";
import { paperPdf } from "./pdf.ts";

const printing = { publicUrl: "https://board.example.org", note: "Written from the records." };
let paper: Paper;
beforeAll(() => {
  const facts = sampleFacts(Temporal.PlainDate.from("2026-11-24"), "strategic");
  const [first] = facts;
  const written =
    first &&
    paperOf({
      board: { id: first.boardId, name: "Strategic board", layer: "strategic" },
      facts,
      kept: NOTHING_KEPT,
      indicators: figuresTold,
      assessments: [],
      from: "2025-10-01",
      to: "2026-09-30",
      asOf: Date.UTC(2026, 10, 24),
    });
  if (!written) throw new Error("the sample has a year");
  const own: Revision = {
    key: "style/own-words",
    no: 1,
    text: "Fe’i cynhaliwyd yn Nhŷ’r Ddinas – Łódź.\n\nA second paragraph.",
    over: "",
    isPublic: true,
  };
  paper = printed(written, [own], "whole");
});

/** A zip file's entries by name: from its central directory, as any reader would. */
function unzipped(file: Buffer): ReadonlyMap<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  return new Map(
    Array.from({ length: file.readUInt16LE(end + 10) }, () => {
      const [method, size, names, extra, note, place] = [
        file.readUInt16LE(at + 10),
        file.readUInt32LE(at + 20),
        file.readUInt16LE(at + 28),
        file.readUInt16LE(at + 30),
        file.readUInt16LE(at + 32),
        file.readUInt32LE(at + 42),
      ];
      const name = file.toString("utf8", at + 46, at + 46 + names);
      at += 46 + names + extra + note;
      const from = place + 30 + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28);
      const packed = file.subarray(from, from + size);
      return [name, (method === 0 ? packed : inflateRawSync(packed)).toString("utf8")] as const;
    }),
  );
}

/** What is drawn on the pages of a PDF. */
function contentsOf(pdf: Buffer): string {
  const streams = [...pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g)];
  return streams
    .map(([, packed = ""]) => {
      try {
        return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
      } catch {
        return ""; // a face
      }
    })
    .join("\n");
}

const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

describe("as a Word file", () => {
  let parts: ReadonlyMap<string, string>;
  let body = "";
  beforeAll(async () => {
    parts = unzipped(await paperDocx(paper, printing));
    body = parts.get("word/document.xml") ?? "";
  });

  test("it has Word’s own headings, in their order, and a title", () => {
    expect(count(body, /<w:pStyle w:val="Title"\/>/g)).toBe(1);
    expect(count(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(paper.sections.length);
    const findings = blocksOf(paper).filter(({ kind }) => kind === "finding");
    expect(count(body, /<w:pStyle w:val="Heading2"\/>/g)).toBe(findings.length);
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>How is the partnership performing?");
    expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
  });

  test("its tables have header rows, its lists are lists and its charts say what they show", () => {
    const kinds = (kind: string) => blocksOf(paper).filter((block) => block.kind === kind);
    expect(count(body, /<w:tblHeader\/>/g)).toBe(kinds("table").length);
    expect(count(body, /<w:numId /g)).toBe(kinds("bullet").length);
    const alts = blocksOf(paper).flatMap((block) => (block.kind === "chart" ? [block.alt] : []));
    expect([...body.matchAll(/descr="([^"]+)"/g)].map(([, alt]) => alt)).toEqual(alts);
    expect([...parts.keys()].filter((name) => name.endsWith(".png"))).toHaveLength(kinds("chart").length);
  });

  test("every claim has a link, and each leads to this installation", () => {
    const links = [...(parts.get("word/_rels/document.xml.rels") ?? "").matchAll(/Target="(https?:[^"]+)"/g)];
    const claims = blocksOf(paper).filter(({ kind }) => kind === "claim");
    expect(links.length).toBeGreaterThanOrEqual(claims.length);
    for (const [, target = ""] of links) expect(target).toMatch(/^https:\/\/board\.example\.org\//);
  });
});

describe("as a PDF", () => {
  let pdf = "";
  beforeAll(async () => {
    pdf = (await paperPdf(paper, printing)).toString("latin1");
  });

  test("it is tagged, with its language and its title shown", () => {
    expect(pdf).toContain("/Marked true");
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  test("it has a tag for each thing it holds", () => {
    const tags = (name: string) => count(pdf, new RegExp(`/S /${name}\\b`, "g"));
    const kinds = (kind: string) => blocksOf(paper).filter((block) => block.kind === kind).length;
    expect([tags("H1"), tags("H2"), tags("H3")]).toEqual([1, paper.sections.length, kinds("finding")]);
    expect([tags("Table"), tags("LI"), tags("LBody")]).toEqual([
      kinds("table"),
      kinds("bullet"),
      kinds("bullet"),
    ]);
    expect(tags("Link")).toBeGreaterThanOrEqual(kinds("claim"));
    expect([tags("Figure"), count(pdf, /\/Alt \(/g)]).toEqual([kinds("chart"), kinds("chart")]);
    expect(tags("TH")).toBeGreaterThan(0);
  });

  test("a table longer than a page has its head on each page for the eye, and once for the ear", async () => {
    const rows = Array.from({ length: 90 }, (_, place) => [`Row ${place + 1}`, "1"]);
    const table = {
      kind: "table" as const,
      key: "records/long",
      caption: "Long",
      head: ["What", "How many"],
      rows,
    };
    const alone = (blocks: Paper["sections"][number]["blocks"]) =>
      paperPdf({ ...paper, sections: [{ key: "records", heading: "Records", blocks }] }, printing);
    const long = await alone([table]);
    const text = long.toString("latin1");
    const pages = count(text, /\/Type \/Page\b/g);
    expect(pages).toBeGreaterThan(2);
    expect(count(text, /\/Scope \/Column/g)).toBe(2);
    // of each page the footer, and of each page that goes on with the table its head
    expect(count(contentsOf(long), /\/Artifact <<\s*\/Type \/Pagination/g)).toBe(pages + (pages - 1 - 1));
    expect(count(text, /\/S \/TR\b/g)).toBe(rows.length + 1);
  });

  test("its faces are in it, and none is left to the reader’s machine", () => {
    expect(count(pdf, /\/FontFile[23]? /g)).toBeGreaterThan(2);
    expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });
});

test("letters beyond Western Europe come from the face’s other file, and what neither has is a question mark", () => {
  expect(runsOf("serif", "Tŷ 東")).toEqual([
    { letters: "latin", text: "T" },
    { letters: "latin-ext", text: "ŷ" },
    { letters: "latin", text: " ?" },
  ]);
});
