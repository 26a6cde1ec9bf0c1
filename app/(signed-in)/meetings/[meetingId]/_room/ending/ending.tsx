"use client";

import { useEffect, useRef } from "react";
import { capital, counted, inWords } from "#app/_text/numbers.ts";
import { purposeWords } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import type { ItemId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { type Lacking, type UnfinishedEntry, unfinished } from "#domain/meeting/unfinished.ts";
import { ItemActs } from "../chair/item-acts.tsx";
import { EntryLine } from "../entries/entry-line.tsx";
import { useWholeRoom } from "../room-context.ts";
import { EndingPulse } from "./ending-pulse.tsx";
import { PrintButton } from "./print-button.tsx";

const order: readonly Lacking[] = [
  "disputed",
  "unanswered",
  "notAgreed",
  "decisionWithoutOwner",
  "withoutFigure",
  "actionWithoutDay",
];

const titles: Readonly<Record<Lacking, string>> = {
  disputed: "Disputed, and not settled",
  unanswered: "Challenges without an answer",
  notAgreed: "Decisions not agreed",
  decisionWithoutOwner: "Decisions that are nobody’s to carry out",
  withoutFigure: "Money without a figure",
  actionWithoutDay: "Actions without a day",
};

type Props = { readonly onShow: (item: ItemId) => void; readonly onBack: () => void };

/** Before the close: what is unfinished, each to be settled here or left, and then the pulse. Nothing is forced. */
export function Ending({ onShow, onBack }: Props) {
  const { meeting, you, status } = useWholeRoom();
  const head = useRef<HTMLHeadingElement>(null);
  const left = unfinished(meeting, you);

  // it stands in the place of the item: whoever asked for it reads on from its head
  useEffect(() => {
    head.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);

  return (
    <>
      <div className="ihead ending">
        <div className="no" aria-hidden="true" />
        <div className="body">
          <h1 ref={head} tabIndex={-1}>
            Before the meeting closes
          </h1>
          <p className="ask">
            {left.count === 0
              ? status === "starting"
                ? "The record is being read."
                : "Nothing is unfinished."
              : `${capital(inWords(left.count))} ${left.count === 1 ? "thing is" : "things are"} unfinished. Settle what can be settled now, and leave the rest: it stays open on the record.`}
          </p>
          <div className="actions no-print">
            <Button short onClick={onBack}>
              Back to the meeting
            </Button>
            {left.count > 0 && <PrintButton />}
          </div>
        </div>
      </div>
      <LeftItems items={left.items} onShow={onShow} />
      {order.map((lacking) => (
        <LeftEntries key={lacking} title={titles[lacking]} left={left.entries[lacking]} />
      ))}
      <EndingPulse />
    </>
  );
}

function LeftItems({ items, onShow }: { items: readonly AgendaItem[]; onShow: Props["onShow"] }) {
  if (items.length === 0) return null;
  return (
    <section className="left" aria-labelledby="left-items">
      <h2 id="left-items">Items not taken to their end: {items.length}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <div className="g">
              <span className="no">{item.number}</span>
            </div>
            <div className="w">
              <p className="ttl">{item.title}</p>
              <p className="muted">
                {item.status === "open"
                  ? "Open now: close it first."
                  : `${purposeWords[item.kind]}, not taken.`}{" "}
                <Button look="plain" onClick={() => onShow(item.id)}>
                  {item.number === "" ? `Look at ${item.title}` : `Look at item ${item.number}`}
                </Button>
              </p>
              <ItemActs item={item} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftEntries({ title, left }: { title: string; left: readonly UnfinishedEntry[] }) {
  if (left.length === 0) return null;
  const id = title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return (
    <section className="left" aria-labelledby={id}>
      <h2 id={id}>
        {title}: {counted(left.length, "entry", "entries")}
      </h2>
      <ol className="entries">
        {left.map(({ item, entry }) => (
          <EntryLine key={entry.id} itemNumber={item.number} entry={entry} isNew={false} />
        ))}
      </ol>
    </section>
  );
}
