"use client";

import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import type { PersonId } from "#domain/ids.ts";
import { isChaired, presidingNow, roleHeld, sittingIn } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { useFromRoom, useRoom, useWholeRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";

/** Milliseconds of server time. */
const GONE_FOR = 20_000;

/**
 * Whether the chair has been gone so long that those who may take it are told. It is watched in one place, because what is
 * read back fills the screen and offers the chair there, too, without waiting another twenty seconds.
 */
const ChairGone = createContext(false);

export function ChairWatched({ children }: { children: ReactNode }) {
  const { meeting } = useRoom();
  const [gone, setGone] = useState<PersonId | null>(null);
  const chair = isChaired(meeting) ? presidingNow(meeting)?.person : undefined;
  return (
    <ChairGone value={chair !== undefined && gone === chair}>
      {chair && <Watch key={chair} chair={chair} onGone={(isGone) => setGone(isGone ? chair : null)} />}
      {children}
    </ChairGone>
  );
}

/** Who may take the chair, or take it back, is told so; nobody is put there. */
export function TakeChair() {
  const { meeting, you } = useRoom();
  const isGone = useContext(ChairGone);
  const presiding = presidingNow(meeting);
  if (!isUnderWay(meeting) || !presiding) return null;
  if (!isChaired(meeting)) return <NoChair />;
  if (roleHeld(meeting, you) === "chair" && presiding.person !== you) return <TakeBack />;
  return isGone ? <ChairAway /> : null;
}

function isUnderWay({ phase }: Meeting): boolean {
  return phase === "inSession" || phase === "adjourned";
}

/** A clerk stands in: everybody is told that nothing is agreed, and those who may preside can end it. */
function NoChair() {
  const { meeting, you, people, whyNot, act } = useRoom();
  const clerk = presidingNow(meeting)?.person;
  const take = { type: "takeChair", presiding: you } as const;
  const held = roleHeld(meeting, you);
  return (
    <Told>
      <b>No chair is named.</b>{" "}
      {clerk === you ? "You open and close items" : `${nameIn(people, clerk)} opens and closes items`};
      nothing is agreed until somebody takes the chair. {held === "clerk" && <NameChair />}
      {(held === "chair" || held === "viceChair") && (
        <Button short whyNot={whyNot(take)} onClick={() => void act(take)}>
          {held === "chair" ? "Take the chair back" : "Take the chair"}
        </Button>
      )}
    </Told>
  );
}

/** The board's chair, while somebody else presides. */
function TakeBack() {
  const { meeting, you, people, whyNot, act } = useRoom();
  const take = { type: "takeChair", presiding: you } as const;
  return (
    <Told>
      <b>{nameIn(people, presidingNow(meeting)?.person)} presides.</b>{" "}
      <Button short whyNot={whyNot(take)} onClick={() => void act(take)}>
        Take the chair back
      </Button>
    </Told>
  );
}

type WatchProps = { readonly chair: PersonId; readonly onGone: (isGone: boolean) => void };

/**
 * Whoever presides has no longer the room open. A deputy is told whether or not they ever had; a clerk only of one who
 * had, because in a room where few have devices the chair need have none.
 */
function Watch({ chair, onGone }: WatchProps) {
  const { meeting, you, role, connection } = useRoom();
  const isHere = useFromRoom(({ here }) => here.some(({ person }) => person === chair));
  const isKnown = useFromRoom(({ here }) => here.length > 0);
  const [wasHere, setWasHere] = useState(isHere);
  if (isHere && !wasHere) setWasHere(true);
  const isAway = connection.state === "live" && isKnown && !isHere;
  const isOwn = roleHeld(meeting, you) === "chair";
  const isTold = !isOwn && (role === "viceChair" || (role === "clerk" && wasHere));
  return isAway && isTold && isUnderWay(meeting) ? <Waiting onGone={onGone} /> : null;
}

function Waiting({ onGone }: Pick<WatchProps, "onGone">) {
  const { role, now } = useRoom();
  const announce = useAnnounce();
  const [since] = useState(now);
  const isDue = useNow(500) - since >= GONE_FOR;
  const isClerk = role === "clerk";
  const tell = useEffectEvent(onGone);

  useEffect(() => {
    if (!isDue) return undefined;
    tell(true);
    announce(`The chair is not connected. You can ${isClerk ? "name who presides" : "take the chair"}.`);
    return () => tell(false);
  }, [isDue, isClerk, announce]);
  return null;
}

function ChairAway() {
  const { role, you, whyNot, act } = useRoom();
  const isClerk = role === "clerk";
  const take = { type: "takeChair", presiding: you } as const;
  return (
    <Told>
      <b>The chair is not connected.</b> {isClerk && <NameChair />}
      <Button short whyNot={whyNot(take)} onClick={() => void act(take)}>
        {isClerk ? "Stand in until a chair is named" : "Take the chair"}
      </Button>
    </Told>
  );
}

/** For the clerk: those who may preside and are here, in the room or at their seat. */
function NameChair() {
  const { meeting, people, here, isCut, act } = useWholeRoom();
  const presiding = presidingNow(meeting)?.person;
  const sitting = new Set(meeting.registers.seats.map(({ id }) => sittingIn(meeting, id)?.person));
  const isThere = (person: PersonId) => sitting.has(person) || here.some((each) => each.person === person);
  const able = (["chair", "viceChair", "member"] as const).flatMap((role) =>
    meeting.registers.roles.filter(
      (held) => held.role === role && held.personId !== presiding && isThere(held.personId),
    ),
  );
  if (able.length === 0) return null;
  return (
    <Menu label="Name who presides" short>
      {able.map(({ personId }) => (
        <MenuItem
          key={personId}
          isDisabled={isCut}
          onAction={() => void act({ type: "takeChair", presiding: personId })}
        >
          {nameIn(people, personId)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Told({ children }: { children: ReactNode }) {
  return (
    <section className="offline" aria-label="The chair">
      <div className="g" />
      <p className="w">{children}</p>
    </section>
  );
}

function nameIn(people: ReturnType<typeof useRoom>["people"], person: PersonId | undefined): string {
  return (person && people[person]?.name) ?? "Somebody";
}
