"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { plainDate, time } from "#app/_text/dates.ts";
import { standingWord } from "#app/_text/paper-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { PaperId } from "#domain/ids.ts";
import type { Laid } from "#domain/paper/edits.ts";
import { anchorOf } from "./anchor.ts";
import { EditParagraph } from "./edit-paragraph.tsx";
import { Moved } from "./moved.tsx";
import { useSaving } from "./use-saving.ts";

export type Way = { readonly href: string; readonly words: string };

export type ParagraphProps = {
  paperId: PaperId;
  writing: number;
  laid: Laid;
  mayWrite: boolean;
  /** "Evidence:" and the ways down; none for a paragraph that claims nothing. */
  evidence: { lead: string; ways: readonly Way[] } | null;
  /** Who saved it last, and when. */
  saved: { by: string; at: number } | null;
};

/** One paragraph as it reads, with its evidence; for the clerk, the way to put it in other words. */
export function Paragraph(props: ParagraphProps) {
  const { paperId, writing, laid, mayWrite, evidence, saved } = props;
  const { block } = laid;
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const saves = useSaving({ paperId, key: block.key, writing, basis: laid.basis });
  const isOwn = block.key.endsWith("/own-words");
  const isEmpty = laid.text === "";

  /** Null where nothing came of it that is to be said. */
  const done = (said: string | null) => {
    setIsOpen(false);
    if (said !== null) announce(said);
    router.refresh();
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>("button")?.focus());
  };
  if (isEmpty && !mayWrite) return null;
  return (
    <div className={`para ${laid.state}`} id={anchorOf(block.key)} ref={place}>
      {isOpen ? (
        <EditParagraph laid={laid} saves={saves} paperId={paperId} onDone={done} />
      ) : (
        <>
          {laid.text.split(/\n{2,}/).map((text, at) => {
            // paragraphs of one text have no identity but their place
            const key = `${at} ${text.slice(0, 20)}`;
            return <p key={key}>{text}</p>;
          })}
          {isEmpty && !isOwn && <p className="leftout">Left out of the paper.</p>}
          <p className="under">
            {block.kind === "claim" && block.standing !== "firm" && (
              <span className="thin">{standingWord[block.standing]}</span>
            )}
            {evidence && <Evidence {...evidence} />}
            {saved && laid.state !== "written" && (
              <span>
                {saved.by}, {plainDate(saved.at)}, {time(saved.at)}
                {laid.isPublic ? "" : "; not in the public version"}
              </span>
            )}
            {mayWrite && (
              <Button look="plain" short onClick={() => setIsOpen(true)}>
                {isOwn && isEmpty ? "Add words of your own" : "Edit"}
                <span className="sr"> {isOwn ? "" : ` “${laid.text.slice(0, 60)}”`}</span>
              </Button>
            )}
          </p>
        </>
      )}
      {laid.before !== null && laid.state !== "gone" && !isOpen && (
        <Moved laid={laid} mayWrite={mayWrite} saves={saves} onEdit={() => setIsOpen(true)} onDone={done} />
      )}
      {laid.state === "gone" && (
        <p className="moved">The records no longer have this paragraph. Your words are kept here.</p>
      )}
    </div>
  );
}

function Evidence({ lead, ways }: NonNullable<ParagraphProps["evidence"]>) {
  return (
    <span>
      {lead}{" "}
      {ways.map(({ href, words }, index) => (
        <span key={href}>
          {index > 0 && ", "}
          <a href={href}>{words}</a>
        </span>
      ))}
    </span>
  );
}
