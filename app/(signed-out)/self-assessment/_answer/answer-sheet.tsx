"use client";

import { type ReactNode, type SubmitEvent, useRef, useState } from "react";
import { ask, nothingMore } from "#app/_forms/ask.ts";
import { agreement, elementWords, notKnown, numberOf, statementText } from "#app/_text/assessment-text.ts";
import { longDate } from "#app/_text/dates.ts";
import { counted, inWords } from "#app/_text/numbers.ts";
import { problemText } from "#app/_text/problem-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Taps } from "#app/_ui/taps.tsx";
import { FLOOR } from "#domain/assessment/scoring.ts";
import { ELEMENTS, STATEMENTS, statementsOf } from "#domain/assessment/statements.ts";
import type { LinkOpens } from "#domain/registers/assessments.ts";
import { answersOn, choiceOf, leftAlone, type Sheet } from "./sheet.ts";
import { useKeptSheet } from "./use-kept-sheet.ts";

type Props = { token: string; opens: LinkOpens; onSent: () => void; children: ReactNode };

/** Twenty-six statements by the seven S's, and one press that cannot be taken back. */
export function AnswerSheet({ token, opens, onSent, children }: Props) {
  const { sheet, change, isKept, forget } = useKeptSheet(opens.draftKey);
  const [problem, setProblem] = useState("");
  const [isSending, setIsSending] = useState(false);
  const [isWarned, setIsWarned] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const left = leftAlone(sheet);
  const given = STATEMENTS.length - left.length;

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const [first] = left;
    if (isSending) return;
    if (first !== undefined && !isWarned) {
      setIsWarned(true);
      // to the first that has no answer: it may have been passed over
      const groups = form.current?.querySelectorAll('[role="radiogroup"]');
      groups?.item(first).querySelector("input")?.focus();
      return;
    }
    setIsSending(true);
    setProblem("");
    const way = { method: "POST", path: "/api/self-assessment/answers", reads: nothingMore } as const;
    const answer = await ask(way, { token, answers: answersOn(sheet) });
    setIsSending(false);
    const code = answer.ok ? null : (answer.problems[0]?.code ?? "unavailable");
    // sent twice, because the first answer of the server was lost: it is there
    if (code === null || code === "assessmentAnswered") {
      await forget();
      onSent();
    } else setProblem(code === "unavailable" ? notSent : problemText[code]);
  }

  return (
    <main className="page assess" id="main">
      <div className="row title">
        <div className="w">
          <h1>How well does the {opens.board} work?</h1>
          <p className="lede">
            Twenty-six statements, about eight minutes. Say how far you agree, from 1 to 5, or that you don’t
            know: not knowing tells something, too. Open until the end of {longDate(opens.closesAt - 1)}.
          </p>
          <Promised pool={opens.pool} />
        </div>
      </div>
      <form ref={form} onSubmit={(event) => void send(event)} aria-label="Self-assessment">
        {ELEMENTS.map((element) => (
          <section key={element} className="row sect" aria-labelledby={element}>
            <div className="g gno" aria-hidden="true">
              {ELEMENTS.indexOf(element) + 1}
            </div>
            <div className="w">
              <h2 id={element}>{elementWords[element].name}</h2>
              <div className="taps">
                {statementsOf(element).map(({ id }) => (
                  <Taps
                    key={id}
                    number={numberOf(id)}
                    scale={agreement}
                    none={notKnown}
                    value={sheet[numberOf(id) - 1] ?? ""}
                    onChange={(value) => change(sheet.with(numberOf(id) - 1, choiceOf(value)))}
                  >
                    {statementText[id]}
                  </Taps>
                ))}
              </div>
            </div>
          </section>
        ))}
        <div className="row sect">
          <div className="w taps">
            <output className="meta">
              {isWarned && left.length > 0 ? warningText(sheet) : keptText(given, isKept)}
            </output>
            <div role="alert">{problem !== "" && <p className="problem">{problem}</p>}</div>
            <div className="actions">
              <Button
                type="submit"
                look="filled"
                aria-busy={isSending}
                whyNot={given === 0 && "answer a statement first"}
              >
                {isWarned && left.length > 0 ? "Send it as it is" : "Send my answers"}
              </Button>
              <span className="muted">They cannot be changed afterwards: nobody can find them again.</span>
            </div>
          </div>
        </div>
      </form>
      {children}
    </main>
  );
}

const notSent =
  "This was not sent: there is no line to the server. What you tapped stays on this device; send it again in a moment.";

function keptText(given: number, isKept: boolean): string {
  const kept = isKept
    ? "Kept on this device until you send it, and nowhere else."
    : "This device would not keep it: send it from this page.";
  return `${given} of ${STATEMENTS.length} answered. ${given > 0 ? kept : ""}`;
}

function warningText(sheet: Sheet): string {
  const left = leftAlone(sheet).map((place) => place + 1);
  const which = left.length <= 6 ? `: ${left.join(", ")}` : "";
  return `${counted(left.length, "statement has", "statements have")} no answer${which}. Answer what you passed over, or press once more to send it as it is.`;
}

function Promised({ pool }: { pool: LinkOpens["pool"] }) {
  return (
    <div className="prose after">
      <p>
        <b>Nobody of the partnership can see what you answer.</b> Your answers are sealed as they come, and
        opened together with all others when it closes; then only counts remain. Nothing is shown unless at
        least {inWords(FLOOR)} have answered.
      </p>
      <p>
        That you have answered is noted apart from it, so that you are not reminded again, and is forgotten at
        the close.{" "}
        {pool === "members"
          ? "Whether you come from a council, another public body, or business and the voluntary sector goes with your answers, and is shown only where each of these groups has five."
          : "Chair and clerks are counted apart from the members, and shown only from five of you and twenty of them."}{" "}
        If everybody says the same, that is then known of everybody.
      </p>
    </div>
  );
}
