// The paper as a file: Word or PDF, whole or for the public.

import { dayOf } from "#domain/calendar.ts";
import { fileName } from "#domain/exports/file-name.ts";
import { PaperId } from "#domain/ids.ts";
import type { Form } from "#domain/paper/edits.ts";
import type { Paper } from "#domain/paper/paper.ts";
import { dayWords } from "#domain/paper/wording.ts";
import type { Asker } from "../auth/asker.ts";
import type { Downloaded } from "../exports/downloading.ts";
import type { Runtime } from "../runtime.ts";
import { paperInPrint } from "./load-paper.ts";
import { paperDocx } from "./print/docx.ts";
import { paperPdf } from "./print/pdf.ts";

type File = { readonly form: Form; readonly as: "docx" | "pdf" };

const FILES: ReadonlyMap<string, File> = new Map([
  ["paper.docx", { form: "whole", as: "docx" }],
  ["paper.pdf", { form: "whole", as: "pdf" }],
  ["paper-public.docx", { form: "public", as: "docx" }],
  ["paper-public.pdf", { form: "public", as: "pdf" }],
]);

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

/** For the board’s clerk and chair. */
export async function paperFile(
  { database, env }: Pick<Runtime, "database" | "env">,
  asker: Pick<Asker, "personId">,
  { params }: { readonly params: Readonly<Record<string, string>> },
): Promise<Downloaded> {
  const paperId = PaperId.safeParse(params["paperId"]);
  const file = FILES.get(params["name"] ?? "");
  if (!paperId.success || !file) return "notThere";
  const paper = await paperInPrint(database.db, asker, { paperId: paperId.data, form: file.form });
  if (!paper) return "notThere";
  return {
    name: nameOf(paper, file),
    type: TYPES[file.as],
    body: Uint8Array.from(await printedAs(paper, { ...file, publicUrl: env.publicUrl })),
  };
}

type As = File & { readonly publicUrl: string };

function printedAs(paper: Paper, { form, as, publicUrl }: As): Promise<Buffer> {
  const printing = { publicUrl, note: noteOf(paper, form) };
  return as === "docx" ? paperDocx(paper, printing) : paperPdf(paper, printing);
}

function noteOf({ asOf }: Paper, form: Form): string {
  const written = `Written from the records as they stood on ${dayWords(dayOf(asOf))}.`;
  return form === "public"
    ? `${written} Public version: without names of people and restricted amounts. Its links open for those with a part in the board.`
    : `${written} For the board: links open for those with a part in it.`;
}

/** "strategic-board-2025-10-to-2026-09.pdf". */
function nameOf({ board, from, to }: Paper, { form, as }: File): string {
  const months = `${from.slice(0, 7)} to ${to.slice(0, 7)}`;
  return fileName([board.name, months, form === "public" ? "public" : ""], as);
}
