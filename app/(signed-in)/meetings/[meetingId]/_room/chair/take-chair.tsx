"use client";

import { useEffect, useState } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { presidingNow } from "#domain/meeting/look-up.ts";
import { useRoom } from "../room-context.ts";

const GONE_FOR = 20_000;

/** When whoever presides has been away for twenty seconds the deputy may take the chair; nobody is put there. */
export function TakeChair() {
  const { meeting, role, you, here, connection, act } = useRoom();
  const announce = useAnnounce();
  const [isDue, setIsDue] = useState(false);
  const chair = presidingNow(meeting)?.person;
  const isAway =
    role === "viceChair" &&
    meeting.phase === "inSession" &&
    connection.state === "live" &&
    here.length > 0 &&
    !here.some(({ person }) => person === chair);

  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setTimeout(() => {
      setIsDue(true);
      announce("The chair has lost the connection. You can take the chair.");
    }, GONE_FOR);
    return () => {
      clearTimeout(timer);
      setIsDue(false);
    };
  }, [isAway, announce]);

  if (!isDue) return null;
  return (
    <section className="offline" aria-label="The chair">
      <div className="g" />
      <p className="w">
        <b>The chair has lost the connection.</b>{" "}
        <Button short onClick={() => void act({ type: "takeChair", presiding: you })}>
          Take the chair
        </Button>
      </p>
    </section>
  );
}
