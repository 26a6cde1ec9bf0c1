import type { Flag } from "#domain/agenda-text/flags.ts";
import { unreachable } from "#domain/unreachable.ts";

/** What looks odd in a pasted agenda, to be looked at before it is taken in. */
export function flagText(flag: Flag): string {
  switch (flag.code) {
    case "empty":
      return "There are no words in it yet.";
    case "noItems":
      return "No items were found. Give each item a line of its own, with a number or a dash before it.";
    case "tooLong":
      return `The text is longer than can be read at once. What follows line ${flag.line} is left out: paste it separately.`;
    case "tooManyItems":
      return `An agenda holds ${flag.limit} items at most. What follows is left as description.`;
    case "titleTooLong":
      return `The title was longer than ${flag.limit} signs. The rest is in the description.`;
    case "descriptionTooLong":
      return `The description is longer than ${flag.limit} signs. Shorten it, or leave it to a paper.`;
    case "titleMissing":
      return "There is a number here and no title.";
    case "numberSkipped":
      return `The numbers go on with ${flag.found}, where ${flag.expected} would come next.`;
    case "numberRepeated":
      return `Number ${flag.found} is there twice.`;
    case "numberOutOfOrder":
      return `Number ${flag.found} is out of order.`;
    case "timeGoesBackwards":
      return `The time goes backwards, from ${flag.from} to ${flag.to}.`;
    default:
      return unreachable(flag);
  }
}
