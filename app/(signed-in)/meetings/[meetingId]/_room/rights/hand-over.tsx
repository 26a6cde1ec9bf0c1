"use client";

import { itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { chairIsBarred } from "#domain/meeting/interests.ts";
import { itemOf, presidingNow } from "#domain/meeting/look-up.ts";
import { isBarred } from "#domain/meeting/rights.ts";
import { nextItem } from "../pace.ts";
import { useRoom } from "../room-context.ts";
import { nameOf } from "./declared.tsx";

/** A chair with an interest hands over: asked of whoever can see to it, before the item and while it is open. */
export function HandOver() {
  const { meeting, you, people, may, act, whyNot } = useRoom();
  const item = meeting.current === null ? nextItem(meeting) : itemOf(meeting, meeting.current);
  const chair = presidingNow(meeting)?.person;
  const isUnderWay = meeting.phase === "inSession" || meeting.phase === "adjourned";
  if (!isUnderWay || !item || !chair || !chairIsBarred(meeting, item.id)) return null;

  const others = meeting.registers.roles.filter(
    ({ personId, role }) =>
      personId !== chair &&
      (role === "chair" || role === "viceChair") &&
      !isBarred(meeting, item.id, personId) &&
      may({ type: "takeChair", presiding: personId }),
  );
  if (others.length === 0 && chair !== you) return null;
  const whose = chair === you ? "You have" : "The chair has";
  return (
    <section className="offline handover" aria-label="The chair hands over">
      <div className="g" />
      <p className="w">
        <b>
          {whose} an interest in {itemLabel(item)}.
        </b>{" "}
        {item.status === "open"
          ? "Somebody else takes the chair before it goes on."
          : "Somebody else takes the chair before it is opened."}{" "}
        {others.map(({ personId }) => (
          <Button
            key={personId}
            short
            whyNot={whyNot({ type: "takeChair", presiding: personId })}
            onClick={() => void act({ type: "takeChair", presiding: personId })}
          >
            {personId === you ? "Take the chair" : `${nameOf(people, { person: personId })} takes the chair`}
          </Button>
        ))}
        {others.length === 0 && "Nobody else who can preside is free of one: the clerk sees to it."}
      </p>
    </section>
  );
}
