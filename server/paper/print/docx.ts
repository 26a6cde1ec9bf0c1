// The paper as a Word file, in Word's own styles: whoever gets it can go on working with it.
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { SHEET } from "#domain/paper/chart-drawing.ts";
import type { Block, Chart, Claim, Paper, Table as PaperTable } from "#domain/paper/paper.ts";
import { spanWords } from "#domain/paper/write-paper.ts";
import { evidenceLead, waysDown } from "../evidence.ts";
import { chartPng, chartSvg } from "./chart-svg.ts";
import { widthsOf } from "./columns.ts";
import { INK } from "./ink.ts";

export type Printing = {
  /** Where this installation is reached, for its links. */
  readonly publicUrl: string;
  /** "Written from the records up to 24 November 2026." */
  readonly note: string;
};

/** Width of the words on A4 with its margins, in twentieths of a point. */
const TEXT_WIDTH = 9070;
const BULLETS = "bullets";

export async function paperDocx(paper: Paper, printing: Printing): Promise<Buffer> {
  const body: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
    new Paragraph({ style: "Subtitle", text: `${paper.board.name}, ${spanWords(paper)}` }),
    new Paragraph({ style: "Evidence", text: printing.note }),
  ];
  for (const { heading, blocks } of paper.sections) {
    body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading }));
    for (const block of blocks) body.push(...(await blockOf(block, paper, printing)));
  }
  return Packer.toBuffer(documentOf(paper, body));
}

async function blockOf(block: Block, paper: Paper, printing: Printing): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case "finding":
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
    case "bullet":
      return [
        new Paragraph({ style: "ListBullet", numbering: { reference: BULLETS, level: 0 }, text: block.text }),
      ];
    case "chart":
      return chartOf(block);
    case "table":
      return tableOf(block);
    case "claim":
      return [...wordsOf(block.text, true), evidenceOf(block, paper, printing)];
    default:
      // what announces a list stays with it, and what an element is with its first finding
      return wordsOf(block.text, block.text.endsWith(":") || block.key.endsWith("/about"));
  }
}

/** An empty line in an officer's words begins a paragraph. */
function wordsOf(text: string, keepNext: boolean): Paragraph[] {
  const parts = text.split(/\n{2,}/);
  return parts.map(
    (part, index) =>
      new Paragraph({
        style: "BodyText",
        keepNext: keepNext && index === parts.length - 1,
        children: part
          .split("\n")
          .map((line, place) => new TextRun({ text: line, ...(place > 0 && { break: 1 }) })),
      }),
  );
}

function evidenceOf(claim: Claim, paper: Paper, { publicUrl }: Printing): Paragraph {
  const links = waysDown(paper, claim).flatMap(({ href, words }, index): ParagraphChild[] => [
    new TextRun(index === 0 ? " " : ", "),
    new ExternalHyperlink({
      link: new URL(href, publicUrl).toString(),
      children: [new TextRun({ text: words, style: "Hyperlink" })],
    }),
  ]);
  return new Paragraph({ style: "Evidence", children: [new TextRun(evidenceLead(claim)), ...links] });
}

async function chartOf(chart: Chart): Promise<Paragraph[]> {
  const svg = chartSvg(chart);
  const transformation = { width: 604, height: Math.round((604 * SHEET.height) / SHEET.width) };
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: "svg",
          data: Buffer.from(svg),
          fallback: { type: "png", data: await chartPng(svg) },
          transformation,
          altText: { name: chart.key, title: chart.caption, description: chart.alt },
        }),
      ],
    }),
    new Paragraph({ style: "Caption", text: chart.caption }),
  ];
}

function tableOf({ caption, head, rows }: PaperTable): (Paragraph | Table)[] {
  const widths = widthsOf(head, rows).map((share) => Math.round(share * TEXT_WIDTH));
  const rule = { style: BorderStyle.SINGLE, size: 4, color: INK.hair.slice(1) };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (words, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
            margins: { top: 50, bottom: 50, left: index === 0 ? 0 : 80, right: 80 },
            children: [
              new Paragraph({
                style: "TableText",
                keepNext: true,
                children: [new TextRun({ text: words, bold: isHead })],
              }),
            ],
          }),
      ),
    });
  return [
    new Paragraph({ style: "Caption", keepNext: true, spacing: { before: 240, after: 60 }, text: caption }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: rule,
        bottom: rule,
        left: none,
        right: none,
        insideHorizontal: rule,
        insideVertical: none,
      },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ style: "BodyText", text: "" }),
  ];
}

function documentOf(paper: Paper, children: readonly (Paragraph | Table)[]): Document {
  const serif = "Georgia";
  const sans = "Arial";
  const ink = INK.ink.slice(1);
  const quiet = INK.quiet.slice(1);
  const heading = (size: number, before: number, after: number) => ({
    run: { font: serif, size, bold: true, color: ink },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  const style = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph,
  });
  return new Document({
    title: `${paper.title} ${paper.board.name}, ${spanWords(paper)}`,
    subject: "The yearly paper of a partnership board, written from its records",
    creator: paper.board.name,
    lastModifiedBy: paper.board.name,
    description: "",
    styles: {
      default: {
        document: {
          run: { font: serif, size: 22, color: ink, language: { value: "en-GB" } },
          paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: heading(44, 0, 80),
        heading1: heading(30, 400, 100),
        heading2: { ...heading(23, 260, 60), run: { font: serif, size: 23, bold: true, color: ink } },
      },
      paragraphStyles: [
        style("Subtitle", "Subtitle", { font: serif, size: 26, color: quiet }, { spacing: { after: 80 } }),
        style("BodyText", "Body Text", {}, { spacing: { after: 100 } }),
        style("ListBullet", "List Bullet", {}, { spacing: { after: 60 } }),
        style("Evidence", "Evidence", { font: sans, size: 17, color: quiet }, { spacing: { after: 140 } }),
        style("Caption", "caption", { font: sans, size: 17, color: quiet }, { spacing: { after: 200 } }),
        style(
          "TableText",
          "Table Text",
          { font: sans, size: 18 },
          { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
        ),
      ],
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "–",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1300, bottom: 1300, left: 1418, right: 1418 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: "Evidence",
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [...children],
      },
    ],
  });
}
