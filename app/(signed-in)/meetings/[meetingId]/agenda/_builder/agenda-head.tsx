"use client";

import { longDate, minutes, time } from "#app/_text/dates.ts";
import { phaseWord } from "#app/_text/words.ts";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { permit } from "#domain/meeting/permissions.ts";
import { openerOf, useAgenda } from "./agenda-context.tsx";
import { DetailsForm } from "./details-form.tsx";
import { PublishButton } from "./publish-button.tsx";

const MINUTE = 60_000;

export function AgendaHead() {
  const { meeting, you, now } = useRoom();
  const { open } = useAgenda();
  const mayRename = permit(meeting, "changeDetails", { by: you, at: now() }).outcome === "permitted";
  const { title, startsAt, lengthMinutes, place, registers, phase } = meeting;
  const ends = startsAt + lengthMinutes * MINUTE;

  return (
    <header className="row title">
      <div className="w">
        <p className="meta of">{registers.board.name}</p>
        <h1>Agenda: {title}</h1>
        {mayRename && open?.form === "details" ? (
          <DetailsForm />
        ) : (
          <p className="lede">
            {longDate(startsAt)}, {time(startsAt)} to {time(ends)}
            {place !== "" && `, ${place}`}
          </p>
        )}
        <p className="meta no-print">
          {phaseWord[phase]}. {minutes(lengthMinutes * MINUTE)} are set aside. <AlsoHere />
        </p>
        <Acts mayRename={mayRename} />
      </div>
    </header>
  );
}

function Acts({ mayRename }: { mayRename: boolean }) {
  const { meeting, meetingId, role } = useRoom();
  const { mayChange, open, setOpen } = useAgenda();
  const mayImport = mayRename;
  const mayOrder = mayChange && meeting.items.length > 1;
  const press = (form: "details" | "order" | "paste", name: string) => (
    <Button
      id={openerOf({ form })}
      aria-expanded={open?.form === form}
      onClick={() => setOpen(open?.form === form ? null : { form })}
    >
      {name}
    </Button>
  );
  return (
    <div className="actions no-print">
      {meeting.phase === "draft" && mayChange && <PublishButton isMain={open === null} />}
      {meeting.phase !== "draft" && meeting.closedAt === null && (
        <LinkButton href={`/meetings/${meetingId}`} {...(open === null && { look: "filled" as const })}>
          {role === "observer" || role === "scrutiny" ? "Follow the meeting" : "Enter the meeting"}
        </LinkButton>
      )}
      {mayRename && press("details", "Change title, time or place")}
      {mayImport && press("paste", "Paste an agenda")}
      {mayOrder && press("order", open?.form === "order" ? "Done with the order" : "Change the order")}
      <Button onClick={() => window.print()}>Print</Button>
    </div>
  );
}

/** Others who have this meeting open, by name; said in words, never announced. */
function AlsoHere() {
  const { here, people, you } = useRoom();
  const names = [...new Set(here.map(({ person }) => person))]
    .filter((person) => person !== you)
    .flatMap((person) => people[person]?.name ?? []);
  if (names.length === 0) return null;
  const shown = names.slice(0, 4);
  const rest = names.length - shown.length;
  return (
    <>
      Also here: {shown.join(", ")}
      {rest > 0 && ` and ${rest} more`}.
    </>
  );
}
