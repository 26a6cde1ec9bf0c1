// The shape of what is stored and of what may be sent, reviewed like code: a stored event's shape only
// grows. `vitest -u` writes the file anew; read its difference before committing it.
import { expect, test } from "vitest";
import * as z from "zod";
import { Command, SentCommand } from "./meeting/commands.ts";
import { EVENT_VERSION, RecordedEvent, WithheldEvent } from "./meeting/events.ts";
import { PROTOCOL_VERSION } from "./wire.ts";

test("commands, events and their versions are the reviewed ones", async () => {
  // of a command what is sent, before it is trimmed; of an event what is stored
  const contract = {
    protocolVersion: PROTOCOL_VERSION,
    eventVersion: EVENT_VERSION,
    sentCommand: z.toJSONSchema(SentCommand, { io: "input" }),
    recordedEvent: z.toJSONSchema(RecordedEvent),
    withheldEvent: z.toJSONSchema(WithheldEvent),
  };

  await expect(`${JSON.stringify(contract, null, 2)}\n`).toMatchFileSnapshot("contract.json");
});

test("a browser may send every command but the server's own", () => {
  const types = (schema: typeof Command | typeof SentCommand) =>
    schema.options.flatMap((option) =>
      "shape" in option ? [...option.shape.type.values] : ["markAttendance"],
    );
  const sent = new Set<string>(types(SentCommand));

  expect(types(Command).filter((type) => !sent.has(type))).toEqual([
    "createMeeting",
    "recordRegisters",
    "recordPulse",
    "countBallots",
    "closeVoteOnTime",
  ]);
});
