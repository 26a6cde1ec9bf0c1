import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { signedIn } from "#server/auth/identify.ts";
import { enterRoom } from "#server/meetings/enter-room.ts";
import { runtime } from "#server/runtime.ts";
import { AgendaPage } from "./_builder/agenda-page.tsx";

type Props = { readonly params: Promise<{ readonly meetingId: string }> };

async function agendaOf({ params }: Props) {
  const asker = await signedIn();
  const meetingId = MeetingId.safeParse((await params).meetingId);
  const entered = meetingId.success ? await enterRoom(runtime(), asker, meetingId.data) : null;
  return entered?.start ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { meeting } = await agendaOf(props);
  return { title: `Agenda: ${meeting.title}` };
}

export default async function MeetingAgendaPage(props: Props) {
  const start = await agendaOf(props);
  return <AgendaPage start={{ ...start, meeting: asAgenda(start.meeting) }} />;
}

/** What was said on the items is not painted here, so it is not sent with the page. */
function asAgenda(meeting: Meeting): Meeting {
  const items = meeting.items.map((item) => ({ ...item, entries: [], turns: [], focusSpells: [] }));
  return { ...meeting, items, attendance: [], recent: [] };
}
