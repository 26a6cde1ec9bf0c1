import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingId } from "#domain/ids.ts";
import { signedIn } from "#server/auth/identify.ts";
import { loadRecord } from "#server/meetings/load-record.ts";
import { runtime } from "#server/runtime.ts";
import { LiveRecord } from "./_record/live-record.tsx";

type Props = { params: Promise<{ meetingId: string }> };

async function recordOf({ params }: Props) {
  const asker = await signedIn();
  const meetingId = MeetingId.safeParse((await params).meetingId);
  const loaded = meetingId.success ? await loadRecord(runtime(), asker, meetingId.data) : null;
  return loaded ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { start } = await recordOf(props);
  return { title: `Record, ${start.meeting.title}` };
}

export default async function RecordPage(props: Props) {
  const { start, heardIn } = await recordOf(props);
  return <LiveRecord start={start} heardIn={heardIn} />;
}
