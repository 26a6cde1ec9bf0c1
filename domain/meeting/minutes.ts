// What follows the close: the minutes are drafted, and approved at a later meeting.
import * as z from "zod";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Meeting } from "./state.ts";

export const DraftMinutes = z.strictObject({ type: z.literal("draftMinutes") });
export type DraftMinutes = z.infer<typeof DraftMinutes>;

export const ApproveMinutes = z.strictObject({ type: z.literal("approveMinutes") });
export type ApproveMinutes = z.infer<typeof ApproveMinutes>;

export function draftMinutes(meeting: Meeting): Decision {
  if (meeting.phase === "minutesDrafted") return refuse({ code: "alreadyRecorded" });
  return accept({ type: "minutesDrafted" });
}

export function approveMinutes(meeting: Meeting): Decision {
  if (meeting.phase !== "minutesDrafted") return refuse({ code: "wrongPhase", phase: meeting.phase });
  return accept({ type: "minutesApproved" });
}

export function applyMinutesDrafted(meeting: Meeting, at: number): Meeting {
  return { ...meeting, phase: "minutesDrafted", minutesDraftedAt: at };
}

export function applyMinutesApproved(meeting: Meeting, at: number): Meeting {
  // what was approved stands: nothing done before it can be taken back any more
  return { ...meeting, phase: "minutesApproved", minutesApprovedAt: at, recent: [] };
}
