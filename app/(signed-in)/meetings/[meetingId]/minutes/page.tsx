import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkButton } from "#app/_ui/button.tsx";
import { MeetingId } from "#domain/ids.ts";
import { signedIn } from "#server/auth/identify.ts";
import { type LoadedMinutes, loadMinutes } from "#server/documents/load-minutes.ts";
import { enterRoom } from "#server/meetings/enter-room.ts";
import { runtime } from "#server/runtime.ts";
import { MinutesActButton } from "./_minutes/minutes-act.tsx";
import { PrintButton } from "./_minutes/print-button.tsx";
import { MinutesDocument } from "./minutes-document.tsx";

export const metadata: Metadata = { title: "Minutes" };

type Props = {
  params: Promise<{ meetingId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MinutesPage({ params, searchParams }: Props) {
  const asker = await signedIn();
  const meetingId = MeetingId.safeParse((await params).meetingId);
  const form = (await searchParams)["form"] === "public" ? "public" : "whole";
  const loaded = meetingId.success
    ? await loadMinutes(runtime(), asker, { meetingId: meetingId.data, form })
    : null;
  if (!loaded) notFound();

  const act = loaded.act && (
    <MinutesActButton
      act={loaded.act}
      start={(await enterRoom(runtime(), asker, loaded.meetingId))?.start ?? notFound()}
    />
  );
  const { phase, minutes } = loaded;
  const isWritten = phase === "minutesDrafted" || phase === "minutesApproved";
  if (!isWritten) return <NotYet loaded={loaded}>{act}</NotYet>;
  return (
    <main className="page minutes" id="main">
      <MinutesDocument loaded={loaded}>
        {act}
        {minutes.items.some(({ isClosed }) => isClosed) && loaded.isCleared && <OtherForm loaded={loaded} />}
        <PrintButton />
      </MinutesDocument>
    </main>
  );
}

function OtherForm({ loaded: { meetingId, form } }: { loaded: LoadedMinutes }) {
  return form === "whole" ? (
    <LinkButton href={`/meetings/${meetingId}/minutes?form=public`}>Public form</LinkButton>
  ) : (
    <LinkButton href={`/meetings/${meetingId}/minutes`}>With closed items</LinkButton>
  );
}

const waiting = {
  beforeTheClose: "Minutes are written from the record once the meeting has closed.",
  forTheClerk:
    "The meeting has closed. One press writes the minutes from its record; they stay a draft until the chair approves them.",
  forOthers:
    "The meeting has closed. Its minutes appear here when the clerk has drafted them; the record is there already.",
} as const;

function NotYet({ loaded, children }: { loaded: LoadedMinutes; children: React.ReactNode }) {
  const { phase, act, meetingId, minutes } = loaded;
  const words = phase !== "closed" ? waiting.beforeTheClose : act ? waiting.forTheClerk : waiting.forOthers;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>No minutes yet: {minutes.title}</h1>
          <p className="lede">{words}</p>
          <div className="actions">{children}</div>
          <p className="meta">
            <Link href={phase === "closed" ? `/meetings/${meetingId}/record` : `/meetings/${meetingId}`}>
              {phase === "closed" ? "The record" : "The meeting"}
            </Link>
          </p>
        </div>
      </div>
    </main>
  );
}
