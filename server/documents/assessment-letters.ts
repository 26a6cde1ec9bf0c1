// The letters of the yearly self-assessment, as plain text.

export type LetterAbout = {
  readonly name: string;
  readonly board: string;
  readonly year: number;
  readonly closesAt: number;
  /** Whose alone it is: whoever has it answers as this person. */
  readonly link: string;
};

export type LetterWords = { readonly subject: string; readonly text: string };

const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
});

export function invitation({ name, board, year, closesAt, link }: LetterAbout): LetterWords {
  return {
    subject: `${board}: how do we work together? Your answers, by ${lastDay(closesAt)}`,
    text: [
      `Dear ${name},`,
      `once a year everybody who takes part in the ${board} is asked how well it works: 26 statements, about eight minutes. This is the one for ${year}.`,
      link,
      "The link is yours alone: whoever has it can answer once, as you. Do not pass it on.",
      anonymity,
      `It can be answered until the end of ${lastDay(closesAt)}.`,
      ending,
    ].join("\n\n"),
  };
}

/** The same to everybody who has not answered; that they have not is known to nobody who could read it here. */
export function reminder({ name, board, closesAt, link }: LetterAbout): LetterWords {
  return {
    subject: `${board}: the self-assessment is open until ${lastDay(closesAt)}`,
    text: [
      `Dear ${name},`,
      `the self-assessment of the ${board} has not had your answers yet. It takes about eight minutes, and is open until the end of ${lastDay(closesAt)}.`,
      link,
      "It is the same link as before, and yours alone.",
      anonymity,
      ending,
    ].join("\n\n"),
  };
}

const anonymity =
  "Your answers are sealed as they come. Nobody of the partnership, the chair and the clerk included, can look up what you said. That you have answered is noted apart from them, so that you are not reminded again, and forgotten when it closes. Results are shown only where at least five people have answered.";

const ending = "You do not want letters like this? The page behind the link has a button that stops them.";

/** "Friday 11 December": the day before the moment at which it closes. */
function lastDay(closesAt: number): string {
  return day.format(closesAt - 1).replace(",", "");
}
