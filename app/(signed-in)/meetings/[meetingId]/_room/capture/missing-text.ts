import type { Missing } from "./draft-fields.ts";

export const missingText: Readonly<Record<Missing, string>> = {
  text: "Write what was said.",
  speaker: "Choose for whom this is said.",
  ownPartner: "Choose whose money it is.",
  moneyKind: "Choose what kind of money it is.",
  amount: "Give an amount such as £120,000 or 70-90k, or say that no figure was given.",
  owner: "Choose who does it.",
  reportBack: "Say both to whom and when it is reported back, or neither.",
};
