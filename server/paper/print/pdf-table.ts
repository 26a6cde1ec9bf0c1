// A table of the PDF: whole on one page where it fits on one, and with its head once more on each page where it does not.
import type { Table } from "#domain/paper/paper.ts";
import { widthsOf } from "./columns.ts";
import { INK } from "./ink.ts";
import { LOOKS } from "./looks.ts";
import { type Element, PAGE, type Sheet, TEXT_WIDTH, type TextLook } from "./pdf-sheet.ts";

const CELL = { x: 6, y: 3.5 } as const;

export function putTable(sheet: Sheet, into: Element, { caption, head, rows }: Table): void {
  const { doc, look, tag } = sheet;
  const widths = widthsOf(head, rows).map((share) => share * TEXT_WIDTH);
  const heightOf = (cells: readonly string[], style: TextLook) =>
    Math.max(
      ...cells.map((text, i) => look(style).heightOfString(text, { width: (widths[i] ?? 0) - CELL.x })),
    ) +
    2 * CELL.y;
  const heights = rows.map((cells) => heightOf(cells, LOOKS.cell));
  const whole = heightOf(head, LOOKS.headCell) + heights.reduce((sum, height) => sum + height, 0) + 40;
  // whole on a page of its own, where it would be cut
  sheet.room(Math.min(whole, PAGE.height - PAGE.top - PAGE.bottom));
  sheet.space(14);
  const table = tag("Table");
  into.add(table);
  sheet.put(table, "Caption", caption, LOOKS.small);
  sheet.space(2);

  const cell = (text: string, i: number, top: number, style: TextLook) => {
    doc.x = PAGE.side + widths.slice(0, i).reduce((sum, width) => sum + width, 0);
    doc.y = top + CELL.y;
    sheet.words(text, style, { width: (widths[i] ?? 0) - CELL.x });
  };
  const rule = (y: number, isHead: boolean) => {
    doc.x = PAGE.side;
    doc.y = y;
    doc
      .moveTo(PAGE.side, y)
      .lineTo(PAGE.side + TEXT_WIDTH, y)
      .lineWidth(isHead ? 0.9 : 0.4)
      .stroke(isHead ? INK.ink : INK.hair);
  };
  /** On each further page once more, for the eye alone: whoever hears the table has its head already. */
  const headAgain = () => {
    const [top, height] = [doc.y, heightOf(head, LOOKS.headCell)];
    sheet.decorate(() => {
      for (const [i, text] of head.entries()) cell(text, i, top, LOOKS.headCell);
      rule(top + height, true);
    }, "Pagination");
  };
  const row = (cells: readonly string[], isHead: boolean) => {
    const style = isHead ? LOOKS.headCell : LOOKS.cell;
    const height = heightOf(cells, style);
    if (sheet.room(height) && !isHead) headAgain();
    const top = doc.y;
    const line = tag("TR");
    table.add(line);
    for (const [i, text] of cells.entries()) {
      const isHeader = isHead || i === 0;
      const said = isHeader ? { scope: isHead ? ("Column" as const) : ("Row" as const) } : {};
      line.add(tag(isHeader ? "TH" : "TD", [() => cell(text, i, top, style)], said));
    }
    line.end();
    sheet.decorate(() => rule(top + height, isHead));
  };
  row(head, true);
  for (const cells of rows) row(cells, false);
  table.end();
  sheet.space(8);
}
