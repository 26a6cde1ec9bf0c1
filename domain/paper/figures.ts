import { indicatorOf } from "../indicators/all.ts";
import { claimWords } from "./claim-words.ts";

/** Every figure there is words for, by its number in `indicators.md §7`. */
export const figuresTold = Object.keys(claimWords)
  .flatMap((id) => indicatorOf(id) ?? [])
  .toSorted((a, b) => a.no - b.no);
