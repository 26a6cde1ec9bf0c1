// What stands around the words of the yearly paper.
import type { Standing } from "#domain/paper/paper.ts";

/** How much is behind a claim, where that is not enough to stand by itself. */
export const standingWord: Readonly<Record<Standing, string>> = {
  firm: "",
  thin: "Few cases or not final.",
  tooLittle: "Too little yet.",
  notRecorded: "Not recorded.",
  nothing: "Nothing to count.",
};
