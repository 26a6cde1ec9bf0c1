import type { ProblemCode } from "#domain/registers/problems.ts";

/** What stands in the way of a change, and what one can do. */
export const problemText: Readonly<Record<ProblemCode, string>> = {
  needed: "This is needed.",
  tooLong: "This is too long. Shorten it.",
  notPlain: "There are signs in this that cannot be shown. Type it again without them.",
  notAnAddress: "Give one e-mail address, such as name@example.org.",
  notUsable: "This cannot be used. Look at what is expected here.",
  addressTaken: "Somebody else in the register has this address.",
  codeTaken: "This code is already in use. Choose another.",
  partnerNotFound: "This partner is not in the register. Choose another.",
  personNotFound: "This person is not in the register. Choose somebody else.",
  reasonNeeded: "The agreed level is another one now. Say why.",
  principalAlsoSubstitute: "The principal cannot stand in for themselves. Take them off this list.",
  quorumAboveSeats: "The board has fewer counted seats than this. Choose a lower number.",

  namesSomebody:
    "These words name somebody, so they cannot stand in the public version. Take the name out, or keep them to the board’s own.",
  restrictedSum:
    "These words give a sum that was named without the public. Take it out, or keep them to the board’s own.",
  nothingHeld: "The board held and closed no meeting in these twelve months. Choose others.",

  closedSum:
    "These words give a sum that was named without the public, and everybody with a role on the board reads them. Take it out.",
  dayToCome: "This has not happened yet. Choose a day up to today.",
  noSignal:
    "The rules mark nothing there any more, so there is no signal to explain. Load the page again to see the chart as it is.",
  notOnChart: "A new stretch begins at a meeting on this chart, and not at its first.",
  noLineYet:
    "There is no line to compute afresh yet: a median comes with ten meetings, limits with thirteen.",
  startsAlready: "A new stretch begins at this meeting already.",
  partTooShort:
    "This would leave fewer than twelve meetings with a value on one side. Wait until there are twelve, or make it a trial.",
  medianTooShort:
    "This would leave fewer than twelve meetings with a value on one side, and a median has no trial. Wait until there are twelve.",
  trialTooShort:
    "This would leave fewer than six meetings with a value on one side: too few even for a trial. Wait until there are six.",

  passwordTooShort:
    "Use at least 12 signs. Three or four words that do not belong together are easy to keep.",
  passwordTooLong: "Use at most 128 signs.",
  passwordKnown: "This is among the first that would be tried. Put unusual words together instead.",
  passwordOfLocalWords:
    "Somebody who knows you or this board would try these words. Use words that have nothing to do with either.",
  passwordRepeats: "The same signs come again and again in this. Put different words together.",
  passwordSequence: "Rows of letters or numbers and dates are guessed quickly. Put unusual words together.",
  passwordGuessable: "This could be guessed. Make it longer: another word or two is enough.",
  passwordWrong: "This is not the password you have now.",

  notSignedIn: "You are no longer signed in. Sign in again in another tab; what you wrote stays here.",
  notFound: "What this is about is no longer there. Load the page again.",
  notYours: "The board’s clerk or an administrator can do this.",
  ownRole: "Nobody changes their own role. Another clerk or an administrator can.",
  ownAccount: "You cannot do this to your own account. Somebody else who keeps the register can.",
  roleMayNot: "The clerk of this board can do this.",
  lastChair: "The board would be left without a chair. Make somebody else its chair first.",
  nothingChanges: "Nothing here is different from what holds already.",
  changedMeanwhile:
    "Somebody has changed this since you opened it. Load the page again to see what holds now.",
  noAddress: "Give them an e-mail address first: they sign in with it.",
  personDisabled: "They are not let in at present. Let them in again first.",
  linkSpent: "This link has been used or is over seven days old. Ask the clerk of your board for a new one.",
  meetingOver: "The meeting is closed. Add them to the register instead.",
  screensNotNow: "A second screen can be opened from when the agenda is published until the meeting is over.",
  tooManyScreens: "As many links as a meeting may have are open. Switch one of them off first.",
  tooManyKeys: "As many keys as a partnership may have are open. Revoke one that is not used any more first.",
  assessmentThisYear: "This board has a self-assessment of that year already. It is held once a year.",
  assessmentNotNow: "This is not possible any more. Load the page again to see how it stands.",
  assessmentClosed: "The self-assessment is closed: no answers are taken any more. Nothing was sent.",
  assessmentAnswered: "Your answers are there already. They cannot be changed: nobody can find them again.",
  dayTooSoon: "Choose a day that has not passed yet.",
  dayTooLate: "Choose a last day on or after the first, and at most 90 days later.",
  officersTooFew:
    "Chair and clerks are fewer than five, and could be told apart whatever they answer. Leave them out.",
  remindedToday: "A reminder has gone out within the last day. Wait a day before the next.",
  tooManyTries:
    "There were too many tries. Wait 15 minutes, or ask your clerk for a link to set a new password.",
  meetingBehind:
    "The register is changed, but a meeting could not be told of it yet. Save again in a moment.",
  unavailable: "This was not saved. Try again in a moment; what you wrote stays here.",
};
