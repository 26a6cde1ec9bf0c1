// The one way in from a socket: parsed, within its allowance, from somebody still signed in, and always answered.
import type * as z from "zod";
import { Failed, type FailureReason } from "#domain/wire.ts";
import type { Log } from "../log.ts";
import type { Allowance, Limiter } from "./limits.ts";
import type { SignedIn, Wire } from "./wires.ts";

export type AnsweringNeeds = {
  readonly lines: Log;
  readonly limiter: Limiter;
  /** Whether a sign-in still stands; asked before anything is done for it. */
  readonly stillStands: (signedIn: SignedIn) => Promise<boolean>;
};

export type Message<Payload, Reply> = {
  /** Strict: it looks no deeper than what it knows, so that no nesting costs more than its bytes. */
  readonly schema: z.ZodType<Payload>;
  readonly allowance: Allowance;
  readonly act: (payload: Payload, wire: Wire) => Promise<Reply>;
};

/** A handler for one message. It never rejects: in Node that would be a crash. */
export function answering<Payload, Reply>(
  wire: Wire,
  { lines, limiter, stillStands }: AnsweringNeeds,
  { schema, allowance, act }: Message<Payload, Reply>,
): (payload: unknown, answer: unknown) => Promise<void> {
  async function reply(payload: unknown): Promise<Reply | Failed> {
    if (!(await limiter(allowance, wire.data.personId))) return failed("tooFast");
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return failed("malformed");
    if (!(await stillStands(wire.data))) return failed("notSignedIn");
    return act(parsed.data, wire);
  }

  async function answered(payload: unknown): Promise<Reply | Failed> {
    try {
      return await reply(payload);
    } catch (error) {
      lines.error({ reason: error instanceof Error ? error.message : "unknown" }, "message not answered");
      return failed("unavailable");
    }
  }

  return async (payload, answer) => {
    // who does not listen for the answer cannot tell what became of it: nothing is done
    if (typeof answer !== "function") return;
    const given = await answered(payload);
    answer(given);
    if (isSignedOut(given)) {
      wire.emit("signedOut");
      wire.disconnect(true);
    }
  };
}

/** As `answering`, for a sign of life nobody waits for: what is wrong with it is its sender's affair. */
export function noticing<Payload>(
  wire: Wire,
  { limiter }: Pick<AnsweringNeeds, "limiter">,
  schema: z.ZodType<Payload>,
  act: (payload: Payload, wire: Wire) => void,
): (payload: unknown) => void {
  return (payload) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return;
    void limiter("sign", wire.data.personId).then((allowed) => allowed && act(parsed.data, wire));
  };
}

function failed(reason: FailureReason): Failed {
  return { status: "failed", reason };
}

function isSignedOut(given: unknown): boolean {
  return Failed.safeParse(given).data?.reason === "notSignedIn";
}
