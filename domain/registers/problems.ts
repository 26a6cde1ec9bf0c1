// What stands in the way of a change to the registers, as codes; a sentence for each is in the screens' text.
import type * as z from "zod";

export type ProblemCode =
  // of a field
  | "needed"
  | "tooLong"
  | "notPlain"
  | "notAnAddress"
  | "notUsable"
  | "addressTaken"
  | "codeTaken"
  | "partnerNotFound"
  | "personNotFound"
  | "reasonNeeded"
  | "principalAlsoSubstitute"
  | "quorumAboveSeats"
  // of a password
  | "passwordTooShort"
  | "passwordTooLong"
  | "passwordKnown"
  | "passwordOfLocalWords"
  | "passwordRepeats"
  | "passwordSequence"
  | "passwordGuessable"
  | "passwordWrong"
  // of the whole
  | "notSignedIn"
  | "notFound"
  | "notYours"
  | "ownRole"
  | "ownAccount"
  | "roleMayNot"
  | "lastChair"
  | "lastAdministrator"
  | "noAddress"
  | "personDisabled"
  | "linkSpent"
  | "meetingOver"
  | "tooManyTries"
  | "meetingBehind"
  | "unavailable";

/** `field` is null when it is about the whole. */
export type Problem = { readonly field: string | null; readonly code: ProblemCode };

export type Problems = { readonly ok: false; readonly problems: readonly Problem[] };

/** What a use case answers, and what travels back to the form. */
export type Answer<Done extends object = object> = ({ readonly ok: true } & Done) | Problems;

export function problem(code: ProblemCode, field: string | null = null): Problems {
  return { ok: false, problems: [{ field, code }] };
}

/** The first problem of each field, from what zod found. */
export function problemsOf(error: z.ZodError): Problems {
  const byField = new Map<string | null, ProblemCode>();
  for (const issue of error.issues) {
    const [first] = issue.path;
    const field = first === undefined ? null : String(first);
    if (!byField.has(field)) byField.set(field, codeOf(issue));
  }
  return { ok: false, problems: [...byField].map(([field, code]) => ({ field, code })) };
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  switch (issue.code) {
    case "too_small":
      return "needed";
    case "too_big":
      return "tooLong";
    case "custom":
      return issue.message === "notPlain" ? "notPlain" : "notUsable";
    case "invalid_format":
      return issue.format === "email" ? "notAnAddress" : "notUsable";
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "needed" : "notUsable";
    default:
      return "notUsable";
  }
}
