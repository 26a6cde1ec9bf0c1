import type { Ended, Waiting } from "#app/_live/outbox.ts";
import { failureText } from "#app/_text/failure-text.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Meeting } from "#domain/meeting/state.ts";

/** How one's own words stand that are not on the record: never as saved before the record has answered. */
export function stateText({ ended, isSending, kept }: Waiting): string {
  if (ended) return "Not recorded";
  if (isSending) return "Sending…";
  // nothing is promised before it is written down
  if (kept === "storing") return "Being kept… ";
  if (kept === "notStored") return "Waiting, not stored on this device. ";
  return kept === "memory" ? "Waiting, on this page only. " : "Waiting, on this device. ";
}

export function endedText(ended: Ended, meeting: Meeting): string {
  if (ended.status === "refused") return refusalText(ended.refusal, meeting);
  return ended.status === "failed" ? failureText(ended.reason) : "No answer came.";
}

/** All that was written in a command, a line each; empty for what was only chosen. */
export function wordsOf(command: SentCommand): string {
  const written = [
    "text" in command && command.text,
    "result" in command && command.result,
    "reason" in command && command.reason,
    "reasons" in command && command.reasons,
    "options" in command && command.options,
    "moneyEffect" in command && command.moneyEffect,
  ];
  return written.filter(Boolean).join("\n");
}

/** All that was written in these, one after the other, with a line between. */
export function allWordsOf(waiting: readonly Waiting[]): string {
  return waiting
    .map(({ command }) => wordsOf(command))
    .filter((words) => words !== "")
    .join("\n\n");
}

/** What is done to an entry, as a noun; undefined for what stands in the list by itself. */
export const actWord: Readonly<Partial<Record<SentCommand["type"], string>>> = {
  agreeDecision: "Agreement",
  completeDecision: "Completion",
  markReportBack: "Report back",
  respondToChallenge: "Answer",
  markRaiserView: "View of the answer",
  advanceMoney: "Stage",
  progressAction: "Progress",
  amendDecision: "Amendment",
  amendChallenge: "Amendment",
  amendMoneyPoint: "Amendment",
  amendAction: "Amendment",
  amendEvidence: "Amendment",
  amendNote: "Amendment",
  convertEntry: "Change of kind",
  withdrawEntry: "Withdrawal",
  strikeOutEntry: "Striking out",
  disputeEntry: "Dispute",
  settleDispute: "Word on the dispute",
};
