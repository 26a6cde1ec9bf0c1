// A tagged PDF in the house's faces: what is put on it is put under a tag in the order in which it is read, and what
// only decorates is marked so. Lengths in points; a page is A4.
import Pdf from "pdfkit";
import { FACES, type Face, faceOf, type Letters, runsOf } from "./fonts.ts";
import { INK } from "./ink.ts";

export const PAGE = { width: 595.28, height: 841.89, side: 64, top: 62, bottom: 70 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

export type Element = PDFKit.PDFStructureElement;

/** What an element says of itself besides its text; newer than the library's published types. */
type Said = {
  readonly alt?: string;
  /** The same again, for readers that list an element's title and not its alternative. */
  readonly title?: string;
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: "Block";
  readonly scope?: "Column" | "Row";
};
export type TextLook = {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
  readonly gap?: number;
};

export type Sheet = ReturnType<typeof openSheet>;

type Of = { readonly title: string; readonly author: string; readonly subject: string; readonly at: number };

export function openSheet({ title, author, subject, at }: Of) {
  const options: PDFKit.PDFDocumentOptions = {
    size: "A4",
    margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: "", // the house's own are registered below; none of the viewer's is named
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  };
  Reflect.set(options, "subset", "PDF/UA"); // newer than the library's published types
  const doc = new Pdf(options);
  for (const face of FACES)
    for (const letters of ["latin", "latin-ext"] satisfies Letters[])
      doc.registerFont(`${face} ${letters}`, faceOf(face, letters).bytes);
  doc.addPage();
  /** Drawn at once when it is added to its parent; without draws it is open until it is ended. */
  const tag = (name: string, draws?: readonly (() => void)[], said: Said = {}): Element =>
    doc.struct(name, said, draws && [...draws]);
  const root = tag("Document");
  doc.addStructure(root);
  let linkWords = "";
  const plainLink = doc.link.bind(doc);
  // a link says where it leads to whoever hears the page
  doc.link = (x, y, w, h, url, of) =>
    plainLink(x, y, w, h, url, Object.assign({}, of, { Contents: new String(linkWords) }));

  const look = ({ face, colour = INK.ink, size }: TextLook, letters: Letters = "latin") =>
    doc.font(`${face} ${letters}`).fontSize(size).fillColor(colour);

  /** One stretch after another on the same lines; only the last ends them. */
  const words = (text: string, style: TextLook, more: PDFKit.Mixins.TextOptions = {}) => {
    const runs = runsOf(style.face, text);
    for (const [index, run] of runs.entries()) {
      const isLast = index === runs.length - 1;
      look(style, run.letters).text(run.text, {
        lineGap: style.gap ?? 0,
        ...more,
        continued: isLast ? (more.continued ?? false) : true,
      });
    }
  };

  return {
    doc,
    root,
    tag,
    look,
    words,

    /** Begins a page unless this much of the present one is left; whether it has. */
    room(height: number): boolean {
      const isFull = doc.y + height > PAGE.height - PAGE.bottom;
      if (isFull) doc.addPage();
      return isFull;
    },

    /** What a text takes up, in the letters of Western Europe. */
    height: (text: string, style: TextLook) =>
      look(style).heightOfString(text, { width: TEXT_WIDTH, lineGap: style.gap ?? 0 }),

    space(height: number) {
      doc.y = Math.min(doc.y + height, PAGE.height - PAGE.bottom);
    },

    /** A block of text under its own tag. */
    put(into: Element, name: string, text: string, style: TextLook) {
      doc.x = PAGE.side;
      into.add(tag(name, [() => words(text, style, { width: TEXT_WIDTH })]));
      doc.x = PAGE.side;
    },

    /** Plain words and links on the same lines. */
    putLinks(
      into: Element,
      parts: readonly { readonly words: string; readonly href: string | null }[],
      style: TextLook,
    ) {
      doc.x = PAGE.side;
      const paragraph = tag("P");
      into.add(paragraph);
      for (const [index, part] of parts.entries()) {
        const continued = index < parts.length - 1;
        const common = { width: TEXT_WIDTH, continued };
        if (part.href === null) {
          paragraph.add(() => words(part.words, style, { ...common, link: null, underline: false }));
          continue;
        }
        const link = tag("Link");
        paragraph.add(link);
        linkWords = part.words;
        link.add(() => words(part.words, style, { ...common, link: part.href, underline: true }));
        link.end();
      }
      paragraph.end();
      doc.x = PAGE.side;
    },

    /** Not read out: rules and the like, and what a page repeats. */
    decorate(draw: () => void, type: "Layout" | "Pagination" = "Layout") {
      doc.markContent("Artifact", { type });
      draw();
      doc.endMarkedContent();
    },

    async end(footer: string): Promise<Buffer> {
      root.end();
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        Reflect.set(doc.page.dictionary.data, "Tabs", "S");
        doc.page.margins.bottom = 0;
        doc.markContent("Artifact", { type: "Pagination" });
        look({ face: "sans", size: 8.5, colour: INK.quiet });
        const y = PAGE.height - 42;
        doc.text(footer, PAGE.side, y, { width: TEXT_WIDTH * 0.8, lineBreak: false });
        doc.text(`${page + 1} of ${count}`, PAGE.side, y, {
          width: TEXT_WIDTH,
          align: "right",
          lineBreak: false,
        });
        doc.endMarkedContent();
      }
      const chunks: Buffer[] = [];
      doc.on("data", (chunk: Buffer) => chunks.push(chunk));
      const ended = new Promise<void>((resolve, reject) => {
        doc.on("end", () => resolve());
        doc.on("error", reject);
      });
      doc.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
