"use client";

import { minutes } from "#app/_text/dates.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { unreachable } from "#domain/unreachable.ts";
import { useAgenda } from "./agenda-context.tsx";
import { itemName } from "./item-words.ts";
import { type Missing, missingIn } from "./missing.ts";

/** Publishing, with what is still missing said before. Nothing but an empty agenda stands in its way. */
export function PublishButton({ isMain }: { isMain: boolean }) {
  const { meeting, whyNot, act } = useRoom();
  const { timing } = useAgenda();
  const announce = useAnnounce();
  const missing = missingIn(meeting, timing);
  const why = whyNot({ type: "publishAgenda" });

  return (
    <DialogButton
      title="Publish the agenda"
      label="Publish…"
      {...(isMain && meeting.items.length > 0 && { look: "filled" as const })}
    >
      {(close) => (
        <>
          <p>
            Everybody with a role on {meeting.registers.board.name} can read it from then on, and every change
            to it shows at once. It can still be changed.
          </p>
          {missing.length === 0 ? (
            <p className="nothing">
              <b>Nothing is missing.</b> Every item has its time, its lead and its papers.
            </p>
          ) : (
            <ul className="missing">
              {missing.map((lack) => (
                <li key={lack.code}>{missingText(lack)}</li>
              ))}
            </ul>
          )}
          <div className="actions">
            <Button
              look="filled"
              whyNot={why}
              onClick={() => {
                void act({ type: "publishAgenda" }).then(({ status }) => {
                  if (status === "recorded") announce("The agenda is published.");
                });
                close();
              }}
            >
              {missing.length === 0 ? "Publish" : "Publish as it is"}
            </Button>
            <Button onClick={close}>Not yet</Button>
          </div>
        </>
      )}
    </DialogButton>
  );
}

const LACKS = {
  minutes: "No time is planned for",
  lead: "No partner leads",
  focus: "No focus is planned for",
  address: "A paper has no address yet in",
  reviewDay: "No day is set to review why it is closed:",
  reason: "It is not said how the objective is served by",
  backwards: "A time goes backwards at",
} as const;

function missingText(lack: Missing): string {
  switch (lack.code) {
    case "items":
      return "Nothing is on the agenda yet.";
    case "tooLong":
      return `It is ${minutes(lack.by * 60_000)} longer than the meeting.`;
    case "minutes":
    case "backwards":
    case "lead":
    case "focus":
    case "address":
    case "reason":
    case "reviewDay":
      return `${LACKS[lack.code]} ${listed(lack.items)}.`;
    default:
      return unreachable(lack);
  }
}

function listed(items: readonly AgendaItem[]): string {
  const names = items.map(itemName);
  if (names.length > 6) return `${names.length} items`;
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}
