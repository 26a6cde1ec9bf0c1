// Words for what the registers hold.
import type { Level, Tier } from "#domain/meeting/registers.ts";

/** What somebody at this level may commit their organisation to. */
export const levelWords: Readonly<Record<Level, string>> = {
  4: "Head of the organisation",
  3: "Director or deputy",
  2: "Head of service",
  1: "Other",
};

export const tierWord: Readonly<Record<Tier, string>> = {
  lower: "City or district",
  upper: "County",
  unitary: "Unitary",
};

const changeWords: Readonly<Record<string, string>> = {
  "sample loaded": "Loaded with the sample",
  personAdded: "Added to the register",
  personChanged: "Entry changed",
  personDisabled: "No longer let in",
  personEnabled: "Let in again",
  walkedIn: "Added on walking into a meeting",
  linkMade: "Link to set a password made",
  passwordSetByLink: "Password set",
  passwordChanged: "Password changed",
  signedIn: "Signed in",
  signedOut: "Signed out",
  sessionEnded: "Signed out of one place",
  sessionsEnded: "Signed out everywhere",
  roleGiven: "Role on a board given",
  roleTaken: "Role on a board taken",
  noticeRead: "Notice of what is recorded read",
  assessmentLinkRevoked: "No longer asked in a self-assessment",
};

/** What the audit trail calls a change, as its person reads it. */
export function changeWord(what: string): string {
  return changeWords[what] ?? "Changed";
}
