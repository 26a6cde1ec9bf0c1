// NOUNS. Who is there: by seat, and who presides and records.
import * as z from "zod";
import type { PersonId, SeatId } from "../ids.ts";
import type { Spell } from "./turn.ts";

export const AttendanceOutcome = z.enum(["principal", "substitute", "apologies", "absent"]);
export type AttendanceOutcome = z.infer<typeof AttendanceOutcome>;

export const Mode = z.enum(["inPerson", "remote"]);
export type Mode = z.infer<typeof Mode>;

export type Sitting = Spell & {
  readonly person: PersonId;
  /** A stand-in is a substitute not on the seat's list. */
  readonly as: "principal" | "substitute" | "standIn";
  readonly mode: Mode;
};

export type SeatAttendance = {
  readonly seat: SeatId;
  readonly outcome: AttendanceOutcome;
  readonly reason: string;
  readonly sittings: readonly Sitting[];
  readonly seq: number;
};

export type Presiding = Spell & { readonly person: PersonId; readonly seat: SeatId | null };
export type Recording = Spell & { readonly person: PersonId };
