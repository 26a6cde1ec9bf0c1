// Thousands of people at one server, in two processes beside it.
import * as z from "zod";
import { type Errand, type PhaseReport, Reported } from "./errand.ts";
import { nextMessage, startProcess, stopped } from "./servers.ts";

const CROWDS = 2;
/** Open files a process needs beside its sockets. */
const OTHER_FILES = 200;

export type Crowds = {
  /** Through all phases; the answer has one report for each, of all crowds together. */
  readonly speak: () => Promise<PhaseReport[]>;
  readonly leave: () => Promise<void>;
};

/** Settles when everybody is in their seats. */
export async function seatCrowds(errand: Errand): Promise<Crowds> {
  const { meetings, phases } = errand;
  const crowds = Array.from({ length: CROWDS }, () => startProcess("./crowd.ts"));
  const share = Math.ceil(meetings.length / CROWDS);
  await Promise.all(
    crowds.map((crowd, place) => {
      const part: Errand = { ...errand, meetings: meetings.slice(place * share, (place + 1) * share) };
      crowd.send(part);
      return nextMessage(crowd);
    }),
  );
  return {
    async speak() {
      const done = crowds.map((crowd) => {
        crowd.send("begin");
        return nextMessage(crowd);
      });
      const reported = z.array(Reported).parse(await Promise.all(done));
      return phases.map((_, nth) => together(reported.flatMap((each) => each[nth] ?? [])));
    },
    leave: async () => void (await Promise.all(crowds.map(stopped))),
  };
}

/** Throws when one process may not have as many connections open. */
export function needFiles(sockets: number): void {
  const Report = z.object({
    userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal("unlimited")]) }) }),
  });
  const { soft } = Report.parse(process.report.getReport()).userLimits.open_files;
  const needed = sockets + OTHER_FILES;
  if (soft !== "unlimited" && soft < needed)
    throw new Error(`${soft} open files are too few: run ulimit -n ${needed} first`);
}

function together(reports: readonly PhaseReport[]): PhaseReport {
  return {
    took: reports.flatMap(({ took }) => took),
    admitted: reports.flatMap(({ admitted }) => admitted),
    sentAgain: reports.reduce((sum, { sentAgain }) => sum + sentAgain, 0),
    givenUp: reports.reduce((sum, { givenUp }) => sum + givenUp, 0),
  };
}
