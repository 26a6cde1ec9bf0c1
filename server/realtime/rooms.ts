// What a room is told: each reader what their rights let them read, made once for all who have the same.
import type { PersonId } from "#domain/ids.ts";
import { audienceChange, audienceKey, mayView, redact } from "#domain/meeting/visibility.ts";
import type { Growth } from "../meetings/desk.ts";
import type { Meters } from "../meters.ts";
import { cutIfStuck, roomOf, type Wire, type Wires, wiresIn } from "./wires.ts";

/** Sends what a log has gained to everybody here who has the meeting open. */
export function publish(
  io: Wires,
  { meetingId, events, before, after }: Growth,
  meters: Pick<Meters, "cut">,
): void {
  const audiences = new Map<string, Wire[]>();
  const keys = new Map<PersonId, string | null>();
  const isChangedFor = audienceChange(before, after);

  for (const wire of wiresIn(io, meetingId)) {
    if (cutIfStuck(wire)) {
      meters.cut();
      continue;
    }
    const { personId } = wire.data;
    if (isChangedFor(personId)) {
      // out first: nothing more arrives until they have asked anew
      void wire.leave(roomOf(meetingId));
      wire.emit("meeting:rejoin", { meetingId, reason: "audienceChanged" });
      continue;
    }
    let key = keys.get(personId);
    if (key === undefined) {
      key = mayView(after, personId) ? audienceKey(after, personId, events) : null;
      keys.set(personId, key);
    }
    // in the room but not yet let in: the answer to their joining is on its way
    if (key === null) continue;
    const audience = audiences.get(key);
    if (audience) audience.push(wire);
    else audiences.set(key, [wire]);
  }

  for (const [reader, ...others] of audiences.values()) {
    if (reader === undefined) continue;
    const seen = redact(after, reader.data.personId, events);
    const ids = [reader, ...others].map(({ id }) => id);
    io.local.to(ids).emit("meeting:events", { meetingId, events: seen });
  }
}
