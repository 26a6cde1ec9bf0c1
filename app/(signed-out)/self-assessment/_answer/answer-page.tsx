"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ask } from "#app/_forms/ask.ts";
import { longDate } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { LinkOpens } from "#domain/registers/assessments.ts";
import { AnswerSheet } from "./answer-sheet.tsx";
import { takeToken } from "./kept-token.ts";
import { LettersSwitch } from "./letters-switch.tsx";

type Found = { readonly token: string; readonly opens: LinkOpens };
type Looked =
  | { readonly state: "looking" }
  | { readonly state: "cut" }
  | { readonly state: "noLink" }
  | ({ readonly state: "found" } & Found)
  | ({ readonly state: "sent" } & Found);

/** From one's link to one's answers: looks what the link opens, and says so where that is nothing. */
export function AnswerPage() {
  const [looked, setLooked] = useState<Looked>({ state: "looking" });

  useEffect(() => void look().then(setLooked), []);

  if (looked.state === "looking") return <Whole title="Self-assessment">One moment.</Whole>;
  if (looked.state === "noLink") {
    return (
      <Whole title="This link opens nothing">
        It may not be whole: copy it from the letter once more. Or it is not in use any more: the clerk of
        your board knows. With an account you can also answer from your board’s own page.
      </Whole>
    );
  }
  if (looked.state === "cut") {
    return (
      <Whole
        title="No line to the server"
        act={<Button onClick={() => void look().then(setLooked)}>Try again</Button>}
      >
        What your link opens could not be asked for.
      </Whole>
    );
  }
  const { opens, token } = looked;
  const letters = <LettersSwitch token={token} stopped={opens.lettersStopped} />;
  if (looked.state === "sent") {
    return (
      <Whole title="Thank you" isNew after={letters}>
        Your answers are sealed, and gone from this device. What everybody’s come to is shown to the{" "}
        {opens.board} after {longDate(opens.closesAt - 1)}, if at least five have answered. You can close this
        page.
      </Whole>
    );
  }
  if (opens.answered) {
    return (
      <Whole title="Your answers are there" after={letters}>
        They came by this link, and cannot be changed: nobody can find them again, not even for you. What
        everybody’s come to is shown to the {opens.board} after {longDate(opens.closesAt - 1)}.
      </Whole>
    );
  }
  if (opens.phase !== "open") {
    return (
      <Whole
        title={opens.phase === "coming" ? "Not open yet" : "No answers are taken any more"}
        after={letters}
      >
        {opens.phase === "coming"
          ? `The self-assessment of the ${opens.board} has not begun. You will get a letter when it does.`
          : `The self-assessment of the ${opens.board} for ${opens.year} is closed. Those with a role on the board see what it came to on the board’s page.`}
      </Whole>
    );
  }
  return (
    <AnswerSheet
      token={token}
      opens={opens}
      onSent={() => setLooked({ state: "sent", token, opens: { ...opens, answered: true } })}
    >
      {letters}
    </AnswerSheet>
  );
}

async function look(): Promise<Looked> {
  const token = takeToken();
  if (token === null) return { state: "noLink" };
  const way = { method: "POST", path: "/api/self-assessment/opens", reads: LinkOpens } as const;
  const answer = await ask(way, { token });
  if (answer.ok) return { state: "found", token, opens: answer };
  const [problem] = answer.problems;
  return { state: problem?.code === "unavailable" ? "cut" : "noLink" };
}

function Whole(props: {
  title: string;
  children: ReactNode;
  act?: ReactNode;
  after?: ReactNode;
  isNew?: boolean;
}) {
  const { title, children, act, after, isNew = false } = props;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1 tabIndex={-1} ref={isNew ? (head) => head?.focus() : undefined}>
            {title}
          </h1>
          <p className="lede">{children}</p>
          {act && <div className="actions">{act}</div>}
        </div>
      </div>
      {after}
    </main>
  );
}
