import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingId } from "#domain/ids.ts";
import { Wall } from "./_wall/wall.tsx";

// whose it is, and whether there is such a meeting, is known to the socket alone: this page tells nothing
export const metadata: Metadata = {
  title: "Second screen",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function ScreenPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const meetingId = MeetingId.safeParse((await params).meetingId);
  return meetingId.success ? <Wall meetingId={meetingId.data} /> : notFound();
}
