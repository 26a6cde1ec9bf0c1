import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { THEME_COOKIE, themeOf } from "#app/_ui/theme.ts";
import { MeetingId } from "#domain/ids.ts";
import { atFirstSight } from "#domain/meeting/first-sight.ts";
import { signedIn } from "#server/auth/identify.ts";
import { earlierMeetings } from "#server/meetings/carried.ts";
import { enterRoom } from "#server/meetings/enter-room.ts";
import { runtime } from "#server/runtime.ts";
import { MeetingRoom } from "./_room/meeting-room.tsx";

type Props = { params: Promise<{ meetingId: string }> };

async function roomOf({ params }: Props) {
  const asker = await signedIn();
  const meetingId = MeetingId.safeParse((await params).meetingId);
  const entered = meetingId.success ? await enterRoom(runtime(), asker, meetingId.data) : null;
  return entered ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { start } = await roomOf(props);
  return { title: start.meeting.title };
}

export default async function RoomPage(props: Props) {
  const asker = await signedIn();
  const { personId: id, name } = asker;
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  const { start, isFirst } = await roomOf(props);
  const earlier = await earlierMeetings(runtime(), asker, start.meeting);
  const shown = { ...start, meeting: atFirstSight(start.meeting) };
  return <MeetingRoom start={shown} isFirst={isFirst} earlier={earlier} person={{ id, name, theme }} />;
}
