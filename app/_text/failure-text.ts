import { unreachable } from "#domain/unreachable.ts";
import type { FailureReason } from "#domain/wire.ts";

/** Why nothing was recorded although no rule stands in the way, and what happens now. */
export function failureText(reason: FailureReason): string {
  switch (reason) {
    case "notSignedIn":
      return "You are signed out. What you wrote stays on this device until you sign in again.";
    case "notFound":
      return "This meeting is not here, or it is not yours to read.";
    case "malformed":
      return "The server could not read this. Copy the words and load the page again.";
    case "idReused":
      return "The server holds something else under the same number. Write it once more.";
    case "tooFast":
      return "Much is being sent at once. It goes in a moment.";
    case "tooManyPages":
      return "Too many pages of Candour are open under your name. Close one, and this one goes on by itself.";
    case "busy":
      return "The meeting is busy. It goes in a moment.";
    case "unavailable":
      return "The server cannot record now. It is tried again.";
    case "storageFull":
      return "The server has no room left to record. What you wrote waits here; tell whoever runs the server.";
    case "reloadNeeded":
      return "There is a newer version of this page. Load it again; what you wrote is kept.";
    default:
      return unreachable(reason);
  }
}
