// Whether a password withstands guessing: its length, its patterns, and the words somebody who knows this
// partnership would try first.
import { type MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { PASSWORD_LEAST, PASSWORD_MOST } from "#domain/registers/people.ts";
import type { ProblemCode } from "#domain/registers/problems.ts";
import { lengthOf } from "./passwords.ts";

/** Ten thousand million guesses: out of reach of somebody trying at sign-in, costly for one who stole the hashes. */
const GUESSES_LOG10 = 10;

const often = `password passw0rd p@ssword pass word welcome letmein login access secret admin administrator
  qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm 1qaz2wsx qazwsx iloveyou sunshine princess dragon monkey
  football liverpool arsenal chelsea master shadow superman changeme trustno1 whatever starwars charlie
  spring summer autumn winter january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday england london britain`;
const local = `candour oxford oxfordshire partnership strategic executive board council councillor city county
  district chair clerk member meeting agenda minutes office officer public service university chamber commerce`;

const words = (list: string) => list.split(/\s+/);
const checker = new ZxcvbnFactory({ dictionary: { often: words(often), local: words(local) } });

/** What is wrong with it, or null. `theirs` are the person's own words: name, address, organisation. */
export function weaknessOf(password: string, theirs: readonly string[]): ProblemCode | null {
  if (lengthOf(password) < PASSWORD_LEAST) return "passwordTooShort";
  if (lengthOf(password) > PASSWORD_MOST) return "passwordTooLong";

  const own = theirs
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const { guessesLog10, sequence } = checker.check(password, own);
  return guessesLog10 >= GUESSES_LOG10 ? null : weakestOf(sequence);
}

function weakestOf(sequence: readonly MatchExtended[]): ProblemCode {
  const longest = sequence.toSorted((one, other) => other.token.length - one.token.length)[0];
  if (longest === undefined) return "passwordGuessable";
  switch (longest.pattern) {
    case "repeat":
      return "passwordRepeats";
    case "sequence":
    case "date":
      return "passwordSequence";
    case "dictionary":
      return longest.dictionaryName === "often" ? "passwordKnown" : "passwordOfLocalWords";
    default:
      return "passwordGuessable";
  }
}
