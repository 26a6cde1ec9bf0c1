// How far a long piece of work over the logs has come: a line a second on stderr, so that what a command answers with
// stands by itself on stdout.
import type { Folded } from "../meetings/fold-facts.ts";

const EVERY_MS = 1000;

type Surroundings = { readonly now?: () => number; readonly write?: (line: string) => void };

export function progressOf(
  logs: number,
  { now = () => performance.now(), write = (line) => process.stderr.write(line) }: Surroundings = {},
): { readonly tell: (soFar: Folded) => void; readonly whole: (folded: Folded) => string } {
  const began = now();
  let told = began;
  const pace = ({ events }: Folded) => {
    const seconds = (now() - began) / 1000;
    return `${counted(events)} events${seconds > 0 ? `, ${counted(events / seconds)} a second` : ""}`;
  };
  return {
    tell(soFar) {
      if (now() - told < EVERY_MS) return;
      told = now();
      write(`${counted(soFar.logs)} of ${counted(logs)} meetings, ${pace(soFar)}\n`);
    },
    whole: (folded) =>
      `${counted(folded.closed)} closed ${folded.closed === 1 ? "meeting" : "meetings"} rebuilt: ${pace(folded)}.`,
  };
}

function counted(number: number): string {
  return Math.round(number).toLocaleString("en-GB");
}
