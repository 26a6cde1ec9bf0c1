// The paper as a tagged PDF: title, headings, paragraphs, lists, tables with their header cells, charts with what they
// show in words, and links that say where they lead.
import { drawingOf, SHEET, type Shape } from "#domain/paper/chart-drawing.ts";
import type { Block, Chart, Claim, Paper } from "#domain/paper/paper.ts";
import { spanWords } from "#domain/paper/write-paper.ts";
import { evidenceLead, waysDown } from "../evidence.ts";
import type { Printing } from "./docx.ts";
import { runsOf } from "./fonts.ts";
import { CHART_TEXT, INK } from "./ink.ts";
import { LOOKS } from "./looks.ts";
import { type Element, openSheet, PAGE, type Sheet, TEXT_WIDTH, type TextLook } from "./pdf-sheet.ts";
import { putTable } from "./pdf-table.ts";

export async function paperPdf(paper: Paper, printing: Printing): Promise<Buffer> {
  const span = spanWords(paper);
  const sheet = openSheet({
    title: `${paper.title} ${paper.board.name}, ${span}`,
    author: paper.board.name,
    subject: "The yearly paper of a partnership board, written from its records",
    at: paper.asOf,
  });
  const { doc, root, tag } = sheet;
  sheet.put(root, "H1", paper.title, LOOKS.title);
  sheet.put(root, "P", `${paper.board.name}, ${span}`, LOOKS.under);
  sheet.space(6);
  sheet.put(root, "P", printing.note, LOOKS.small);
  for (const { heading, blocks } of paper.sections) {
    const section = tag("Sect");
    root.add(section);
    sheet.room(60 + firstHeight(sheet, blocks));
    sheet.space(20);
    doc.outline.addItem(heading);
    sheet.put(section, "H2", heading, LOOKS.h2);
    for (const run of listsIn(blocks)) put(sheet, section, run, { paper, printing });
    section.end();
  }
  return sheet.end(`${paper.title} ${paper.board.name}, ${span}`);
}

/** Of what a heading announces, down to the first statement: it is never left alone on its page. */
function firstHeight(sheet: Sheet, blocks: readonly Block[]): number {
  const first = blocks.findIndex(({ kind }) => kind === "claim");
  return blocks
    .slice(0, Math.max(0, first) + 1)
    .reduce((sum, block) => sum + ("text" in block ? sheet.height(block.text, LOOKS.body) + 24 : 0), 0);
}

type Run = Exclude<Block, { kind: "bullet" }> | readonly string[];

/** Bullets that follow one another are one list. */
function listsIn(blocks: readonly Block[]): readonly Run[] {
  const runs: (Exclude<Block, { kind: "bullet" }> | string[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind !== "bullet") runs.push(block);
    else if (Array.isArray(last)) last.push(block.text);
    else runs.push([block.text]);
  }
  return runs;
}

function isList(run: Run): run is readonly string[] {
  return Array.isArray(run);
}

type Whole = { readonly paper: Paper; readonly printing: Printing };

function put(sheet: Sheet, into: Element, run: Run, whole: Whole): void {
  if (isList(run)) return putList(sheet, into, run);
  switch (run.kind) {
    case "finding":
      // never last on its page
      sheet.room(sheet.height(run.text, LOOKS.h3) + 90);
      sheet.space(11);
      return sheet.put(into, "H3", run.text, LOOKS.h3);
    case "chart":
      return putChart(sheet, into, run);
    case "table":
      return putTable(sheet, into, run);
    case "claim":
      // with its evidence on one page
      sheet.room(sheet.height(run.text, LOOKS.body) + 24);
      putWords(sheet, into, run.text);
      return putEvidence(sheet, into, run, whole);
    default:
      return putWords(sheet, into, run.text);
  }
}

function putWords(sheet: Sheet, into: Element, text: string): void {
  for (const part of text.split(/\n{2,}/)) {
    sheet.room(32);
    sheet.space(5);
    sheet.put(into, "P", part, LOOKS.body);
  }
}

function putEvidence(sheet: Sheet, into: Element, claim: Claim, { paper, printing }: Whole): void {
  const links = waysDown(paper, claim).flatMap(({ href, words }, index) => [
    { words: index === 0 ? " " : ", ", href: null },
    { words, href: new URL(href, printing.publicUrl).toString() },
  ]);
  sheet.space(1);
  sheet.putLinks(into, [{ words: evidenceLead(claim), href: null }, ...links], LOOKS.small);
  sheet.space(3);
}

const INDENT = 14;

function putList(sheet: Sheet, into: Element, items: readonly string[]): void {
  const { doc, look, tag } = sheet;
  const list = tag("L");
  into.add(list);
  for (const text of items) {
    sheet.room(32);
    sheet.space(4);
    const item = tag("LI");
    list.add(item);
    const y = doc.y;
    item.add(
      tag("Lbl", [
        () => look(LOOKS.body).text("–", PAGE.side, y, { width: INDENT, lineGap: LOOKS.body.gap }),
      ]),
    );
    doc.x = PAGE.side + INDENT;
    doc.y = y;
    item.add(tag("LBody", [() => sheet.words(text, LOOKS.body, { width: TEXT_WIDTH - INDENT })]));
    item.end();
    doc.x = PAGE.side;
  }
  list.end();
}

function putChart(sheet: Sheet, into: Element, chart: Chart): void {
  const { doc, tag } = sheet;
  const scale = TEXT_WIDTH / SHEET.width;
  const height = SHEET.height * scale;
  sheet.room(height + 40);
  sheet.space(8);
  const top = doc.y;
  const bbox = [PAGE.side, top, PAGE.side + TEXT_WIDTH, top + height] as const;
  into.add(
    tag(
      "Figure",
      [
        () => {
          doc.save();
          doc.translate(PAGE.side, top).scale(scale);
          for (const shape of drawingOf(chart)) draw(sheet, shape);
          doc.restore();
        },
      ],
      { alt: chart.alt, title: chart.alt, bbox, placement: "Block" },
    ),
  );
  doc.x = PAGE.side;
  doc.y = top + height;
  sheet.put(into, "Caption", chart.caption, LOOKS.small);
  sheet.space(6);
}

function draw({ doc, look }: Sheet, shape: Shape): void {
  switch (shape.kind) {
    case "line":
    case "area": {
      const [first, ...rest] = shape.points;
      if (!first) return;
      doc.moveTo(first[0], first[1]);
      for (const [x, y] of rest) doc.lineTo(x, y);
      if (shape.kind === "area") return void doc.closePath().fill(INK[shape.tone]);
      if (shape.dashed) doc.dash(3, { space: 3 });
      doc.lineWidth(shape.width).stroke(INK[shape.tone]);
      return void doc.undash();
    }
    case "dot":
      doc.circle(shape.x, shape.y, shape.r).lineWidth(1.5);
      return void (shape.hollow ? doc.fillAndStroke("#ffffff", INK[shape.tone]) : doc.fill(INK[shape.tone]));
    default: {
      const style: TextLook = {
        face: shape.strong ? "sansStrong" : "sans",
        size: CHART_TEXT,
        colour: shape.strong ? INK.ink : INK.quiet,
      };
      const runs = runsOf(style.face, shape.words);
      const width = runs.reduce(
        (sum, { letters, text }) => sum + look(style, letters).widthOfString(text),
        0,
      );
      let x = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor];
      for (const { letters, text } of runs) {
        look(style, letters).text(text, x, shape.y, { lineBreak: false, baseline: "alphabetic" });
        x += doc.widthOfString(text);
      }
    }
  }
}
