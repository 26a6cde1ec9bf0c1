// What the readers write down, a line at once for each, in a folder of their own: the checker reads it afterwards.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { CommandId, MeetingId, PersonId } from "#domain/ids.ts";

export const SentLine = z.object({
  commandId: CommandId,
  meetingId: MeetingId,
  /** Whose outbox, and the place in it. */
  by: z.number(),
  nth: z.number(),
  /** How far its sender had read. */
  seen: z.number(),
});
export const AckLine = z.object({ commandId: CommandId, meetingId: MeetingId, seq: z.number() });
export const ViewLine = z.object({
  person: PersonId,
  meetingId: MeetingId,
  seq: z.number(),
  sha256: z.string(),
  /** Whether they may read restricted items. */
  isOpenTo: z.boolean(),
  /** All that is shown to those who may not. */
  text: z.string(),
});
export const LeakLine = z.object({ person: PersonId, meetingId: MeetingId });

export const FILES = { sent: "sent", acks: "acks", views: "views", leaks: "leaks" } as const;

export type Evidence = {
  readonly folder: string;
  readonly sent: (line: z.infer<typeof SentLine>) => void;
  readonly acked: (line: z.infer<typeof AckLine>) => void;
  readonly shown: (line: z.infer<typeof ViewLine>) => void;
  readonly leaked: (line: z.infer<typeof LeakLine>) => void;
};

export function openEvidence(folder: string): Evidence {
  const into = (file: string) => (line: object) =>
    appendFileSync(join(folder, `${file}.ndjson`), `${JSON.stringify(line)}\n`);
  return {
    folder,
    sent: into(FILES.sent),
    acked: into(FILES.acks),
    shown: into(FILES.views),
    leaked: into(FILES.leaks),
  };
}
