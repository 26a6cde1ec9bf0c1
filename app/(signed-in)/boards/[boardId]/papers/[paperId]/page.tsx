import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { plainDate, time } from "#app/_text/dates.ts";
import { capital, counted, ordinal } from "#app/_text/numbers.ts";
import { BoardId, PaperId } from "#domain/ids.ts";
import { movesOf } from "#domain/paper/edits.ts";
import { spanWords } from "#domain/paper/write-paper.ts";
import { signedIn } from "#server/auth/identify.ts";
import { type LoadedPaper, loadPaper } from "#server/paper/load-paper.ts";
import { runtime } from "#server/runtime.ts";
import { anchorOf } from "../../../_paper/anchor.ts";
import { PrintButton, WriteAgainButton } from "../../../_paper/paper-acts.tsx";
import { PaperSection } from "./paper-section.tsx";

type Props = { readonly params: Promise<{ boardId: string; paperId: string }> };

/** For the board's clerk and chair; for all others it is as if there were no such page. */
const paperAt = cache(async (board: string, id: string): Promise<LoadedPaper> => {
  const [boardId, paperId] = [BoardId.safeParse(board), PaperId.safeParse(id)];
  if (!boardId.success || !paperId.success) notFound();
  const asked = { boardId: boardId.data, paperId: paperId.data };
  return (await loadPaper(runtime().database.db, await signedIn(), asked)) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { boardId, paperId } = await params;
  const { paper } = await paperAt(boardId, paperId);
  return { title: `${paper.title} ${spanWords(paper)}` };
}

export default async function PaperPage({ params }: Props) {
  const { boardId, paperId } = await params;
  const loaded = await paperAt(boardId, paperId);
  const { paper, sections, mayWrite, writing, writtenAt } = loaded;
  return (
    <main className="page paper" id="main">
      <div className="row title">
        <div className="w">
          <h1>{paper.title}</h1>
          <p className="lede">
            {paper.board.name}, {spanWords(paper)}
          </p>
          <p className="meta">
            Written from the records on {plainDate(writtenAt)} at {time(writtenAt)}
            {writing > 1 && ` for the ${nth(writing)} time`}.{" "}
            {mayWrite
              ? "Each paragraph can be put in other words; what is counted stays behind it."
              : "The clerk may put it in other words; what is counted stays behind it."}{" "}
            <Link className="no-print" href={`/boards/${paper.board.id}/papers`}>
              All papers of the board
            </Link>
          </p>
          <div className="actions no-print">
            {mayWrite && <WriteAgainButton paperId={loaded.paperId} writing={writing} />}
            <PrintButton />
          </div>
          <Files loaded={loaded} />
          <Moves loaded={loaded} />
        </div>
      </div>
      {sections.map((section) => (
        <PaperSection key={section.key} section={section} loaded={loaded} />
      ))}
    </main>
  );
}

const FILES = [
  { name: "paper.docx", words: "Word" },
  { name: "paper.pdf", words: "PDF" },
  { name: "paper-public.docx", words: "Word, public version" },
  { name: "paper-public.pdf", words: "PDF, public version" },
] as const;

function Files({ loaded: { paperId, sections } }: { loaded: LoadedPaper }) {
  const held = sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => "state" in block && block.edited !== null && !block.isPublic).length;
  return (
    <p className="meta files no-print">
      Download:{" "}
      {FILES.map(({ name, words }, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <a href={`/api/papers/${paperId}/files/${name}`} download>
            {words}
          </a>
        </span>
      ))}
      .{" "}
      {held > 0 &&
        `${capital(counted(held, "paragraph"))} put in other words ${held === 1 ? "is" : "are"} not in the public version, which has what the records wrote there.`}
    </p>
  );
}

/** What the last writing moved, and which of the clerk's words are to be looked at. */
function Moves({ loaded: { sections, mayWrite } }: { loaded: LoadedPaper }) {
  const { renewed, toDecide } = movesOf(sections);
  if (renewed.length + toDecide.length === 0) return null;
  return (
    <div className="moves no-print">
      {toDecide.length > 0 && (
        <p>
          <b>
            The records have moved under {counted(toDecide.length, "paragraph")}
            {mayWrite ? " of yours" : " of the clerk’s"}.
          </b>{" "}
          {toDecide.map(({ block }, index) => (
            <span key={block.key}>
              {index > 0 && ", "}
              <a href={`#${anchorOf(block.key)}`}>
                {mayWrite ? "decide" : "look"} {index + 1}
              </a>
            </span>
          ))}
        </p>
      )}
      {renewed.length > 0 && (
        <p>
          {capital(counted(renewed.length, "paragraph"))} of the records’ own{" "}
          {renewed.length === 1 ? "says" : "say"} something else than the time before; what moved is shown
          under each.
        </p>
      )}
    </div>
  );
}

/** "second", "21st" */
function nth(count: number): string {
  return ["", "first", "second", "third", "fourth", "fifth"][count] ?? ordinal(count);
}
