import type { Metadata } from "next";
import { dayOf } from "#domain/calendar.ts";
import { signedIn } from "#server/auth/identify.ts";
import { leftBy } from "#server/meetings/carried.ts";
import { runtime } from "#server/runtime.ts";
import { NewMeetingForm } from "./_form/new-meeting-form.tsx";

export const metadata: Metadata = { title: "New meeting" };

export default async function NewMeetingPage() {
  const { boards } = await signedIn();
  const own = await Promise.all(
    boards
      .filter(({ role }) => role === "clerk")
      .map(async ({ boardId, name }) => ({ id: boardId, name, left: await leftBy(runtime(), boardId) })),
  );
  return (
    <main id="main" className="page">
      <div className="row title">
        <div className="w">
          <h1>New meeting</h1>
          <p className="lede">
            It begins as a draft that only its board’s chair and clerks see, until its agenda is published.
          </p>
        </div>
      </div>
      <div className="row">
        <div className="w">
          {own.length > 0 ? (
            <NewMeetingForm boards={own} today={dayOf(runtime().clock.now())} />
          ) : (
            <p className="nothing">
              <b>You are no board’s clerk.</b> A board’s clerk makes its meetings; an administrator can give
              you that role.
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
