"use client";

import { useState } from "react";
import * as z from "zod";
import { ask } from "#app/_forms/ask.ts";
import { plainDate, time } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import type { PaperId } from "#domain/ids.ts";
import { Saving } from "#domain/registers/papers.ts";

type Props = {
  paperId: PaperId;
  blockKey: string;
  /** What the records wrote, for savings that took it. */
  written: string;
  onPutBack: (words: string) => void;
};

const reads = z.object({ savings: z.array(Saving) });

/** Who saved this paragraph when, with the way back to each. */
export function Savings({ paperId, blockKey, written, onPutBack }: Props) {
  const [savings, setSavings] = useState<readonly Saving[] | "asking" | "unavailable" | null>(null);
  const look = async () => {
    setSavings("asking");
    const answer = await ask(
      { method: "GET", path: `/api/papers/${paperId}/paragraphs/${blockKey}`, reads },
      {},
    );
    setSavings(answer.ok ? answer.savings : "unavailable");
  };
  if (savings === null)
    return (
      <Button look="plain" short onClick={() => void look()}>
        Earlier words of this paragraph
      </Button>
    );
  if (savings === "asking") return <p className="cap">Looking.</p>;
  if (savings === "unavailable")
    return (
      <p className="problem" role="alert">
        They could not be read. Try again in a moment.
      </p>
    );
  if (savings.length === 0) return <p className="cap">Nobody has put it in other words yet.</p>;
  return (
    <ol className="savings" reversed>
      {savings.map(({ no, text, by, at }) => (
        <li key={no}>
          <p className="cap">
            {by}, {plainDate(at)}, {time(at)}
          </p>
          <p>{text === null ? "The words of the records." : text === "" ? "Left out of the paper." : text}</p>
          <Button look="plain" short onClick={() => onPutBack(text ?? written)}>
            Put back
            <span className="sr">
              {" "}
              the words of {plainDate(at)}, {time(at)}
            </span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
