// What of a draft goes into a command of each kind, and what of it still has to be told.

import { parseAmount } from "#app/_text/parse-amount.ts";
import type { Decision } from "#domain/meeting/entry.ts";
import type { Draft } from "./draft.ts";

/** What still has to be chosen or written before it can go on the record. */
export type Missing = "text" | "speaker" | "ownPartner" | "moneyKind" | "amount" | "owner" | "reportBack";

export function missingFrom(draft: Draft): Missing | null {
  if (draft.text.trim() === "") return "text";
  if (draft.speaker === null) return "speaker";
  if (draft.kind === "money") {
    if (draft.ownPartner === null) return "ownPartner";
    if (draft.moneyKind === null) return "moneyKind";
    if (parseAmount(draft.amount) === null) return "amount";
  }
  const isHalf = (draft.reportBody.trim() === "") !== (draft.reportOn === null);
  if (draft.kind === "decision" && isHalf) return "reportBack";
  return draft.kind === "action" && draft.owner === undefined ? "owner" : null;
}

export function reportOf({ reportBack }: Pick<Decision, "reportBack">) {
  return { reportBody: reportBack?.body ?? "", reportOn: reportBack?.on ?? null };
}

export function decisionFields(draft: Draft) {
  const { substantive, objectives, contributing, due, reasons, options, moneyEffect, reportOn } = draft;
  const body = draft.reportBody.trim();
  const owner = draft.owner ?? null;
  const reportBack = body === "" || reportOn === null ? null : { body, on: reportOn };
  return { substantive, objectives, contributing, owner, due, reasons, options, moneyEffect, reportBack };
}

export function moneyFields({ ownPartner, moneyKind, amount: written, period, source, pot }: Draft) {
  const amount = parseAmount(written);
  if (ownPartner === null || moneyKind === null || amount === null) return null;
  return { ownPartner, moneyKind, amount, period, source, pot };
}

export function actionFields({ owner, due, size, decision }: Draft) {
  return { owner: owner ?? null, due, size, decision };
}

export function evidenceFields({ provider, circulated, commonDefinition, told, obstacle }: Draft) {
  return { provider, circulated, commonDefinition, told: told.trim(), obstacle };
}
