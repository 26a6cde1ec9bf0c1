// A meeting played by socket clients: everybody of a board of a journey's own at a socket of theirs, each giving the
// commands that are theirs to give.
import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { BoxId, EntryId, type ItemId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { PulseSlip } from "#domain/meeting/pulse.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { partnerId, personId } from "#server/sample/cast.ts";
import { expect } from "./journey.ts";
import type { OwnBoard, SeatCode } from "./own-board.ts";
import { givingTo, type Held, openWire, recordOf, type Wire } from "./wire.ts";

/** Who is signed in at which browser, by the short name. */
export type Browsers = ReadonlyMap<string, BrowserContext>;

type Command<Type extends SentCommand["type"]> = Extract<SentCommand, { type: Type }>;
type Fields<Type extends SentCommand["type"]> = Omit<
  Command<Type>,
  "type" | "entryId" | "itemId" | "speaker" | "text"
>;
export type Said = { readonly entryId: EntryId; readonly text: string };

const nothing: Fields<"proposeDecision"> = {
  substantive: null,
  objectives: [],
  contributing: [],
  owner: null,
  due: null,
  reasons: "",
  options: "",
  moneyEffect: "",
  reportBack: null,
};

export type Room = Awaited<ReturnType<typeof enterAll>>;

/** A socket for each of them. */
export async function enterAll(browsers: Browsers, url: string, board: OwnBoard, held: Held) {
  const wires = new Map<string, Wire>();
  for (const [key, context] of browsers) wires.set(key, await openWire(context, url));
  function wireOf(key: string): Wire {
    const wire = wires.get(key);
    if (!wire) throw new Error(`${key} is not here`);
    return wire;
  }
  const by = (key: string, command: SentCommand) => givingTo(wireOf(key), held.meetingId)(command);
  const as = (code: SeatCode): Speaker => ({ as: "seat", seat: board.seat(code) });

  /** Recorded by whoever says it. */
  async function say(
    key: string,
    place: { readonly itemId: ItemId; readonly speaker: Speaker; readonly text: string },
    fields: (place: { entryId: EntryId; itemId: ItemId; speaker: Speaker; text: string }) => SentCommand,
  ): Promise<Said> {
    const entryId = EntryId.parse(randomUUID());
    await by(key, fields({ ...place, entryId }));
    return { entryId, text: place.text };
  }

  return {
    by,
    as,
    wire: wireOf("field"),
    here: (key: string, code: SeatCode) =>
      by(key, {
        type: "markAttendance",
        seat: board.seat(code),
        outcome: "principal",
        mode: "inPerson",
        from: null,
      }),
    hereFor: (key: string, code: SeatCode) =>
      by(key, {
        type: "markAttendance",
        seat: board.seat(code),
        outcome: "substitute",
        person: personId(key),
        mode: "inPerson",
        from: null,
      }),
    /** The chair gives the floor. */
    floor: (speaker: Speaker) =>
      by("haldane", { type: "giveFloor", speaker, kind: "discussion", invited: false }),
    /** To a partner, by its code, or to the partnership. */
    challenge: (
      key: string,
      itemId: ItemId,
      from: SeatCode | "officer",
      to: string,
      topic: Fields<"recordChallenge">["topic"],
    ) => {
      const speaker: Speaker = from === "officer" ? { as: "officer" } : as(from);
      const text = `${from} asks ${to} about ${topic}, ${randomUUID().slice(0, 8)}`;
      const target = to === "partnership" ? to : partnerId(to);
      return say(key, { itemId, speaker, text }, (said) => ({
        type: "recordChallenge",
        ...said,
        target,
        topic,
      }));
    },
    money: (key: string, itemId: ItemId, code: SeatCode, text: string, pressure = false) =>
      say(key, { itemId, speaker: as(code), text }, (said) => ({
        type: "recordMoneyPoint",
        ...said,
        ownPartner: partnerId(code),
        moneyKind: pressure ? "pressure" : "pooled",
        amount: { kind: "stated", pence: 1_200_000 },
        period: "2026/27",
        source: "budget",
        pot: null,
        stage: "mentioned",
      })),
    action: (
      itemId: ItemId,
      text: string,
      { due = null, owner = null, decision = null, size = "small" }: Partial<Fields<"recordAction">>,
    ) =>
      say("field", { itemId, speaker: { as: "officer" }, text }, (said) => ({
        type: "recordAction",
        ...said,
        owner,
        due,
        size,
        decision,
      })),
    evidence: (key: string, itemId: ItemId, code: SeatCode, fields: Fields<"recordEvidence">) =>
      say(key, { itemId, speaker: as(code), text: `The table ${code} keeps` }, (said) => ({
        type: "recordEvidence",
        ...said,
        ...fields,
      })),
    /** Proposed, read back and agreed. */
    decide: async (itemId: ItemId, text: string, fields: Partial<Fields<"proposeDecision">>) => {
      const said = await say("haldane", { itemId, speaker: { as: "chair" }, text }, (place) => ({
        type: "proposeDecision",
        ...place,
        ...nothing,
        ...fields,
      }));
      await by("haldane", { type: "readBackDecision", entryId: said.entryId });
      await by("haldane", { type: "agreeDecision", entryId: said.entryId, method: "consensus" });
      return said;
    },
    /** Everybody named answers the six statements, and it is counted. */
    pulse: async (taps: Readonly<Record<string, readonly (number | null)[]>>) => {
      const box = BoxId.parse(randomUUID());
      await by("field", { type: "openPulse", box });
      for (const [key, own] of Object.entries(taps)) {
        const slip: PulseSlip = { kind: "pulse", taps: [...own], line: "" };
        const asked = { meetingId: held.meetingId, box, slip };
        expect(await wireOf(key).timeout(10_000).emitWithAck("meeting:answer", asked)).toMatchObject({
          status: "answered",
        });
      }
      await by("field", { type: "closePulse" });
      await expect
        .poll(async () => (await recordOf(wireOf("field"), held.meetingId)).map(({ event }) => event.type))
        .toContain("pulseCounted");
    },
    leave: () => {
      for (const wire of wires.values()) wire.disconnect();
    },
  };
}
