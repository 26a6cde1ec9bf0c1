const notLetIn: Readonly<Record<string, string>> = {
  CredentialsSignin:
    "This address and this password do not go together, or the account is closed. Try again, or ask the clerk of your board for a link to set a new password.",
  tooManyTries:
    "There were too many tries. Wait 15 minutes, or ask the clerk of your board for a link to set a new password.",
};

/** Why somebody was not let in, by what next-auth calls it. */
export function signInText(error: string | null | undefined): string {
  return notLetIn[error ?? ""] ?? "You could not be signed in just now. Try again in a moment.";
}
