import Link from "next/link";
import type { ReactNode } from "react";
import { kindWord } from "#app/_text/words.ts";
import type { LoadedMinutes } from "#server/documents/load-minutes.ts";
import type { MinutedItem, Minutes, Paragraph } from "#server/documents/minutes.ts";

type Opens = {
  /** The address of the record, for those who may open it. */
  readonly record: string | null;
};

/** The printed agenda with what came of it: numbers in the margin, words right of the rule. */
export function MinutesDocument({ loaded, children }: { loaded: LoadedMinutes; children: ReactNode }) {
  const { minutes, meetingId, hasRecord } = loaded;
  const record = hasRecord ? `/meetings/${meetingId}/record` : null;
  return (
    <article>
      <div className="row title">
        <div className="w">
          {minutes.status === "draft" && <p className="stamp">DRAFT</p>}
          <h1>{minutes.title}: minutes</h1>
          <p className="lede">
            {minutes.board}, {minutes.heldOn}
            {minutes.place !== "" && `, ${minutes.place}`}
          </p>
          <p className="meta">
            {statusText(loaded)} {record && <Link href={record}>The record they are written from</Link>}
          </p>
          <div className="actions no-print">{children}</div>
        </div>
      </div>
      <Attended minutes={minutes} />
      {minutes.items.map((item) => (
        <Item key={item.itemId} item={item} record={record} />
      ))}
      {minutes.closing !== "" && (
        <div className="row sect last">
          <p className="w prose">{minutes.closing}</p>
        </div>
      )}
    </article>
  );
}

function statusText({ minutes, form, isCleared }: LoadedMinutes): string {
  const status =
    minutes.status === "draft" ? "Written from the record; not approved yet." : "Approved by the chair.";
  const hasClosed = minutes.items.some(({ isClosed }) => isClosed);
  if (!hasClosed) return status;
  if (form === "whole") return `${status} With what was taken without the public: not for publication.`;
  return isCleared ? `${status} Public form.` : `${status} Some items were taken without the public.`;
}

function Attended({ minutes: { opening, present, apologies, absent } }: { minutes: Minutes }) {
  const lists = [
    { word: "Present", names: present },
    { word: "Apologies", names: apologies },
    { word: "Not present", names: absent },
  ].filter(({ names }) => names.length > 0);
  return (
    <div className="row sect">
      <div className="w">
        <h2>Present and apologies</h2>
        <dl className="facts">
          {lists.map(({ word, names }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{names.join("; ")}</dd>
            </div>
          ))}
        </dl>
        <p className="prose">{opening}</p>
      </div>
    </div>
  );
}

function Item({ item, record }: { item: MinutedItem } & Opens) {
  const Heading = item.isPart ? "h3" : "h2";
  return (
    <section className="row sect">
      <div className="g gno" aria-hidden="true">
        {item.number}
      </div>
      <div className="w">
        <Heading>
          {item.number !== "" && <span className="sr">Item {item.number}. </span>}
          {item.isClosed || item.isWithheld ? <span className="closed patch">{item.title}</span> : item.title}
        </Heading>
        {item.told !== "" && <p className="cap">{item.told}</p>}
        {item.interests.map((told) => (
          <p className="prose" key={told}>
            {told}
          </p>
        ))}
        <div className="paragraphs">
          {item.paragraphs.map((paragraph) => (
            <MinutedParagraph key={paragraph.entryId} paragraph={paragraph} record={record} />
          ))}
          {item.votes.map(({ voteId, lead, words, after }) => (
            <div className="par vote" key={voteId}>
              <p className="no" />
              <p>
                {lead} {words} {after}
              </p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function MinutedParagraph({ paragraph, record }: { paragraph: Paragraph } & Opens) {
  const { entryId, number, kind, lead, words, after } = paragraph;
  return (
    <div className={`par ${kind}`}>
      <p className="no">
        {record ? (
          <Link href={`${record}#entry-${entryId}`} aria-label={`${kindWord[kind]} ${number} on the record`}>
            {number}
          </Link>
        ) : (
          number
        )}
      </p>
      <p>
        {lead} {kind === "decision" ? <b>{words}</b> : words} {after}
      </p>
    </div>
  );
}
