"use client";

import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import { useAgenda } from "./agenda-context.tsx";
import { ItemActs } from "./item-acts.tsx";
import { clashText, closedWords, itemMeta, itemTimes } from "./item-words.ts";
import { clockText } from "./timing.ts";

export function ItemRow({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const { mayChange, timing } = useAgenda();
  const start = timing.starts.get(item.id);
  const isPart = item.parent !== null;
  const Title = isPart ? "h3" : "h2";
  const closed = closedWords(item);
  const className = ["row aitem", isPart && "part", isRestricted(meeting, item) && "closed"]
    .filter(Boolean)
    .join(" ");

  return (
    <article className={className} id={`item-${item.id}`}>
      <div className="g">
        <span className="gno">{item.number}</span>
      </div>
      <div className="w">
        <div className="line">
          <Title>{item.title}</Title>
          <span className="num when">{itemTimes(item, start)}</span>
        </div>
        <p className="meta">{itemMeta(meeting, item)}</p>
        {closed && <p className="meta">{closed}</p>}
        {item.carriedFrom && <p className="meta">Put off at an earlier meeting, and taken up here.</p>}
        {start?.clash && mayChange && (
          <p className="problem no-print">
            This begins at {clockText(start.at)}, {clashText(start.clash)}.
          </p>
        )}
        <ItemBriefing item={item} />
        <Writing item={item} />
        {mayChange && <ItemActs item={item} />}
      </div>
    </article>
  );
}

function ItemBriefing({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const { description, papers, objectives } = item;
  const titleOf = (id: string) =>
    meeting.registers.objectives.find((objective) => objective.id === id)?.title;
  return (
    <>
      {description !== "" && <p className="ask">{description}</p>}
      {papers.length > 0 && (
        <ul className="papers">
          {papers.map(({ title, address, pages }) => (
            <li key={`${title} ${address} ${pages}`}>
              {address === "" ? (
                title
              ) : (
                <a href={address} rel="noreferrer">
                  {title}
                </a>
              )}
              {pages !== "" && <span className="muted">, pages {pages}</span>}
              {address !== "" && <span className="print-only">, {address}</span>}
            </li>
          ))}
        </ul>
      )}
      {objectives.map(({ objectiveId, reason }) => (
        <p key={objectiveId} className="meta">
          For: {titleOf(objectiveId) ?? "a former objective"}
          {reason !== "" && `. ${reason}`}
        </p>
      ))}
    </>
  );
}

/** Who is writing here now, or has just changed it. */
function Writing({ item }: { item: AgendaItem }) {
  const { here, people, you } = useRoom();
  const { changedBy } = useAgenda();
  const writer = here.find(({ person, typing }) => typing === item.id && person !== you);
  const name = writer && people[writer.person]?.name;
  if (name) return <p className="meta no-print">{name} is changing this.</p>;
  const changer = changedBy.get(item.id);
  return changer ? (
    <p className="meta no-print">
      <span className="hl">{changer} has just changed this.</span>
    </p>
  ) : null;
}
