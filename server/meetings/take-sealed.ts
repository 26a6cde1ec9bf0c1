// Takes an answer that nobody may read singly. Whether it may be given is decided on the meeting as its log stands; that
// it still stands so is checked by the statement that takes the answer, so that it counts if and only if it came before
// the close. Nothing of it is logged, counted by a meter or told to anybody.
import { setTimeout as wait } from "node:timers/promises";
import type { LogClient } from "#db/client.ts";
import { castSealed } from "#db/sealed-answers.ts";
import type { BoxId, MeetingId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { AnswerReply } from "#domain/wire.ts";
import type { Sealer } from "../sealed/sealer.ts";
import type { Desks } from "./desks.ts";

/** After as many changes of the log in between, the answer is to be sent again. */
const TRIES = 12;
const LONGEST_WAIT_MS = 20;

export type SealedNeeds = { readonly log: LogClient; readonly desks: Desks; readonly sealer: Sealer };

/** Of which meeting, and into which box. */
export type Asking = { readonly meetingId: MeetingId; readonly box: BoxId };

/** Whose receipt it is, what is sealed, and until when by the database's clock it may be taken. */
type Given = {
  readonly who: string;
  readonly words: Parameters<Sealer["seal"]>[1];
  readonly until?: number | null;
};

/** Taken once for each `who`, however often it is sent; the first that arrives is the one that counts. */
export async function takeSealed(
  { log, desks, sealer }: SealedNeeds,
  { meetingId, box, kind }: Asking & { readonly kind: "pulse" | "ballot" },
  given: (meeting: Meeting) => Given | AnswerReply,
): Promise<AnswerReply> {
  if (!desks.isOpen()) return { status: "failed", reason: "unavailable" };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { meeting, seq: asOf } = await desks.at(meetingId).catchUp();
    const answer = given(meeting);
    if ("status" in answer) return answer;

    const sealed = sealer.seal(box, answer.words);
    const { who, until = null } = answer;
    const cast = await castSealed(log, { box, meetingId, kind }, { who, sealed, asOf, until });
    if (cast === "closed") return { status: "closed" };
    if (cast !== "stale") return { status: "answered", before: cast === "already" };
    await wait(Math.random() * LONGEST_WAIT_MS * (tries + 1));
  }
  return { status: "failed", reason: "busy" };
}
