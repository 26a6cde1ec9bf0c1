"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { time } from "#app/_text/dates.ts";
import { failureText } from "#app/_text/failure-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import { allWordsOf } from "./entries/unsent-words.ts";
import { Outdated } from "./outdated.tsx";
import { useRoom } from "./room-context.ts";
import { Strip } from "./strip.tsx";

/** Under the head: what is kept on this device while the line is down, and that all has gone once it is back. */
export function ConnectionStrip() {
  const { connection, cutSince, restored, waiting, status } = useRoom();
  const [isSeen, setIsSeen] = useState(false);
  const announce = useAnnounce();
  const unsent = waiting.filter(({ ended }) => ended === null);
  const kept = unsent.length;
  const stored = unsent.filter((each) => each.kept === "stored").length;
  const words = allWordsOf(unsent);
  const isAlarm = connection.strip && kept > 0;

  useEffect(() => {
    if (isAlarm) announce("The connection is lost. Some entries are not sent yet.", "assertive");
  }, [isAlarm, announce]);

  if (typeof status === "object" && status.failed === "reloadNeeded") return <Outdated />;
  if (typeof status === "object") return <Stopped reason={status.failed} />;
  if (connection.back) {
    return <Strip figure={null}>{backText(connection.back.sent)}</Strip>;
  }
  if (restored && !isSeen && !connection.strip) {
    return (
      <Strip figure={null}>
        <b>The record was restored from a backup.</b> What stands here was read again; what you have not sent
        goes now. Look whether your last entries are there.{" "}
        <Button look="plain" onClick={() => setIsSeen(true)}>
          Put away
        </Button>
      </Strip>
    );
  }
  if (!connection.strip || cutSince === null) return null;
  return (
    <Strip figure={kept === 0 ? null : kept}>
      <b>No connection since {time(cutSince)}.</b> {connection.why && `${failureText(connection.why)} `}
      {keptText(stored, kept - stored)} You can go on writing. {words !== "" && <CopyWords words={words} />}
    </Strip>
  );
}

function Stopped({ reason }: { reason: Parameters<typeof failureText>[0] | "anotherPerson" }) {
  const { reload } = useRoom();
  const isOther = reason === "anotherPerson";
  return (
    <Strip figure={null}>
      <b>{isOther ? "Somebody else is signed in on this device now." : failureText(reason)}</b>{" "}
      {reason === "notSignedIn" ? (
        <Link href="/sign-in">Sign in</Link>
      ) : (
        <Button look="plain" onClick={() => void reload()}>
          Load the page again
        </Button>
      )}
    </Strip>
  );
}

function backText(sent: number): string {
  if (sent === 0) return "Back.";
  return sent === 1 ? "Back. 1 entry sent." : `Back. ${sent} entries sent.`;
}

function keptText(stored: number, onlyHere: number): string {
  const kept =
    stored === 1
      ? "One entry is kept on this device and goes when it is back."
      : `${stored} entries are kept on this device and go when it is back.`;
  const here =
    onlyHere === 1
      ? "One entry is on this page only, and goes if the page stays open until then."
      : `${onlyHere} entries are on this page only, and go if the page stays open until then.`;
  if (stored + onlyHere === 0) return "Nothing is waiting on this device.";
  return [stored > 0 && kept, onlyHere > 0 && here].filter(Boolean).join(" ");
}
