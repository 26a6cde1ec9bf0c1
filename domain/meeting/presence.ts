// NOUNS. Who is there: by seat, and who presides and records.
import * as z from "zod";
import type { PersonId, SeatId } from "../ids.ts";
import type { Spell } from "./turn.ts";

export const AttendanceOutcome = z.enum(["principal", "substitute", "apologies", "absent"]);
export type AttendanceOutcome = z.infer<typeof AttendanceOutcome>;

export const Mode = z.enum(["inPerson", "remote"]);
export type Mode = z.infer<typeof Mode>;

/** What somebody says, on joining, of whether they can commit their organisation today. */
export const Commitment = z.enum(["yes", "withinLimits", "no"]);
export type Commitment = z.infer<typeof Commitment>;

export type Sitting = Spell & {
  /** The event that marked the arrival: by it a sitting is named. */
  readonly seq: number;
  readonly person: PersonId;
  /** A stand-in is a substitute not on the seat's list. */
  readonly as: "principal" | "substitute" | "standIn";
  readonly mode: Mode;
  /** Null until it is said, and for a reader from whom it is withheld. */
  readonly commitment: Commitment | null;
};

export type SeatAttendance = {
  readonly seat: SeatId;
  readonly outcome: AttendanceOutcome;
  readonly reason: string;
  readonly sittings: readonly Sitting[];
  readonly seq: number;
  /** How it stood before each change that replaced it instead of following on, the earliest first. */
  readonly history: readonly EarlierAttendance[];
};

/** `seq`, `at` and `by` are of the change, `why` is its reason; the rest is what it replaced. */
export type EarlierAttendance = Pick<SeatAttendance, "outcome" | "reason" | "sittings"> & {
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly why: string;
};

export type Presiding = Spell & { readonly person: PersonId; readonly seat: SeatId | null };
export type Recording = Spell & { readonly person: PersonId };
