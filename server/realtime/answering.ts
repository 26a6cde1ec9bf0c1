// The one way in from a socket: parsed, within its allowance, from somebody still signed in, and always answered.
import type * as z from "zod";
import type { Failed, FailureReason } from "#domain/wire.ts";
import type { Log } from "../log.ts";
import type { Allowance, Limiter } from "./limits.ts";
import type { SignedIn, Wire } from "./wires.ts";

const DEEPEST = 8;

export type AnsweringNeeds = {
  readonly lines: Log;
  readonly limiter: Limiter;
  /** Whether a sign-in still stands; asked before anything is done for it. */
  readonly stillStands: (signedIn: SignedIn) => Promise<boolean>;
};

export type Message<Payload, Reply> = {
  readonly schema: z.ZodType<Payload>;
  readonly allowance: Allowance;
  readonly act: (payload: Payload, wire: Wire) => Promise<Reply>;
};

/** A handler for one message. An async handler that rejects unanswered would be a crash in Node. */
export function answering<Payload, Reply>(
  wire: Wire,
  { lines, limiter, stillStands }: AnsweringNeeds,
  { schema, allowance, act }: Message<Payload, Reply>,
): (payload: unknown, answer: unknown) => void {
  async function reply(payload: unknown): Promise<Reply | Failed> {
    if (!(await limiter(allowance, wire.data.personId))) return failed("tooFast");
    if (depthOf(payload) > DEEPEST) return failed("malformed");
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return failed("malformed");
    if (!(await stillStands(wire.data))) {
      wire.emit("signedOut");
      wire.disconnect(true);
      return failed("notSignedIn");
    }
    return act(parsed.data, wire);
  }

  return (payload, answer) => {
    // who does not listen for the answer cannot tell what became of it: nothing is done
    if (typeof answer !== "function") return;
    void reply(payload)
      .catch((error: unknown) => {
        lines.error({ reason: error instanceof Error ? error.message : "unknown" }, "message not answered");
        return failed("unavailable");
      })
      .then((answered) => answer(answered));
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

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  // a message is 64 KB at most, so the recursion has its bound
  return 1 + Object.values(value).reduce((deepest: number, part) => Math.max(deepest, depthOf(part)), 0);
}
