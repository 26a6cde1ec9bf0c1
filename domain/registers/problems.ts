// What stands in the way of a change to the registers, as codes; a sentence for each is in the screens' text.
import * as z from "zod";

export const ProblemCode = z.enum([
  // of a field
  "needed",
  "tooLong",
  "notPlain",
  "notAnAddress",
  "notUsable",
  "addressTaken",
  "codeTaken",
  "partnerNotFound",
  "personNotFound",
  "reasonNeeded",
  "principalAlsoSubstitute",
  "quorumAboveSeats",
  "nothingHeld",
  "namesSomebody",
  "restrictedSum",
  "closedSum",
  "dayToCome",
  // of a note on a figure
  "noSignal",
  "notOnChart",
  "noLineYet",
  "startsAlready",
  "partTooShort",
  "medianTooShort",
  "trialTooShort",
  // of a password
  "passwordTooShort",
  "passwordTooLong",
  "passwordKnown",
  "passwordOfLocalWords",
  "passwordRepeats",
  "passwordSequence",
  "passwordGuessable",
  "passwordWrong",
  // of the whole
  "notSignedIn",
  "notFound",
  "notYours",
  "ownRole",
  "ownAccount",
  "roleMayNot",
  "lastChair",
  "nothingChanges",
  "changedMeanwhile",
  "noAddress",
  "personDisabled",
  "linkSpent",
  "meetingOver",
  "screensNotNow",
  "tooManyScreens",
  "tooManyKeys",
  "assessmentThisYear",
  "assessmentNotNow",
  "assessmentClosed",
  "assessmentAnswered",
  "dayTooSoon",
  "dayTooLate",
  "officersTooFew",
  "remindedToday",
  "tooManyTries",
  "meetingBehind",
  "unavailable",
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** `field` is null when it is about the whole. */
export const Problem = z.object({ field: z.string().nullable(), code: ProblemCode });
export type Problem = z.infer<typeof Problem>;

export const Problems = z.object({ ok: z.literal(false), problems: z.array(Problem) });
export type Problems = z.infer<typeof Problems>;

/** What a use case answers, and what travels back to the form. */
export type Answer<Done extends object = object> = ({ readonly ok: true } & Done) | Problems;

export function problem(code: ProblemCode, field: string | null = null): Problems {
  return { ok: false, problems: [{ field, code }] };
}

/** The first problem of each field, from what zod found when it was told to report its input. */
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
  if (issue.code === "too_small") return "needed";
  if (issue.code === "too_big") return "tooLong";
  if (issue.code === "custom" && issue.message === "notPlain") return "notPlain";
  if (issue.code === "invalid_format" && issue.format === "email") return "notAnAddress";
  // nothing was chosen
  if (issue.code === "invalid_type" && (issue.input === undefined || issue.input === null)) return "needed";
  return "notUsable";
}
