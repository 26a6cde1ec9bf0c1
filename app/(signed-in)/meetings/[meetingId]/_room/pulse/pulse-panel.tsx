"use client";

import { useEffect, useRef, useState } from "react";
import type { PulseView } from "#app/_live/pulse-answer.ts";
import { inWords } from "#app/_text/numbers.ts";
import { Button } from "#app/_ui/button.tsx";
import { isAsked } from "#domain/meeting/pulse.ts";
import type { Pulse } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import { useRoom } from "../room-context.ts";
import { PulseForm } from "./pulse-form.tsx";
import { PulseResults } from "./pulse-results.tsx";
import { usePulseAnswer } from "./use-pulse-answer.ts";

/** The pulse while the meeting goes on: to be answered by those who are here, then what it came to. */
export function PulsePanel() {
  const { meeting, you } = useRoom();
  const { pulse, phase } = meeting;
  const [isAway, setIsAway] = useState(false);
  if (!pulse || (phase !== "inSession" && phase !== "adjourned")) return null;
  if (pulse.result && isAway) return null;
  return (
    <section className="pulse" aria-labelledby="pulse">
      <div className="g" aria-hidden="true" />
      <div className="w">
        {isAsked(meeting, you) ? <Asked pulse={pulse} /> : <NotAsked pulse={pulse} />}
        {pulse.result && (
          <Button short onClick={() => setIsAway(true)}>
            Put away
          </Button>
        )}
      </div>
    </section>
  );
}

/** For a pulse that closed with the meeting: what became of an answer that had not gone by then, which is now gone. */
export function LateAnswer({ pulse }: { pulse: Pulse }) {
  const { view } = usePulseAnswer(pulse);
  return <Late state={view.state} floor={pulse.floor} />;
}

function Late({ state, floor }: Pick<PulseView, "state"> & Pick<Pulse, "floor">) {
  return state === "tooLate" || state === "unknown" ? <output>{toldText(state, { floor })}</output> : null;
}

function NotAsked({ pulse }: { pulse: Pulse }) {
  if (pulse.closedAt !== null) return <PulseResults pulse={pulse} id="pulse" />;
  return (
    <>
      <h2 id="pulse">The pulse is open</h2>
      <p>Those who sit at this meeting are saying, in secret, how it went. What it comes to is shown here.</p>
    </>
  );
}

function Asked({ pulse }: { pulse: Pulse }) {
  const { isCut } = useRoom();
  const { view, answer } = usePulseAnswer(pulse);
  const head = useRef<HTMLHeadingElement>(null);
  const wasWriting = useRef(false);
  const { state, notKept } = view;
  const isForm = state === "reading" || state === "writing";

  // the button that was pressed is gone: the keyboard goes to what is said instead of it
  useEffect(() => {
    if (wasWriting.current && !isForm) head.current?.focus();
    wasWriting.current = state === "writing";
  }, [state, isForm]);

  if (pulse.closedAt !== null) {
    return (
      <>
        <Late state={state} floor={pulse.floor} />
        <PulseResults pulse={pulse} id="pulse" />
      </>
    );
  }
  return (
    <>
      <h2 id="pulse" ref={head} tabIndex={-1}>
        {isForm ? "The pulse: how was this meeting?" : headText(state)}
      </h2>
      {isForm ? (
        <PulseForm view={view} answer={answer} isCut={isCut} floor={pulse.floor} />
      ) : (
        <output>{toldText(state, { notKept, floor: pulse.floor })}</output>
      )}
    </>
  );
}

type Told = Exclude<PulseView["state"], "reading" | "writing">;

function headText(state: Told): string {
  switch (state) {
    case "waiting":
    case "sending":
      return "Your answer is on its way";
    case "answered":
    case "before":
      return "Thank you";
    case "tooLate":
    case "unknown":
    case "none":
      return "The pulse has closed";
    case "notAsked":
      return "The pulse is open";
    default:
      return unreachable(state);
  }
}

function toldText(state: Told, { floor, notKept = false }: { floor: number; notKept?: boolean }): string {
  switch (state) {
    case "waiting":
    case "sending":
      return notKept
        ? "It goes as soon as there is a line. This device would not keep it: leave this page open until then."
        : "It waits on this device, under your seal, and goes as soon as there is a line. Then it is gone from here.";
    case "answered":
      return `Your answer is sealed, and gone from this device. Nobody sees it, or that it was you; what all of them come to is shown here once the pulse is closed, if at least ${inWords(floor)} have answered.`;
    case "before":
      return "You have answered already, here or on another device. That answer stands; nobody can look it up, you neither.";
    case "tooLate":
      return "Your answer had not left this device when the pulse closed. It was not counted, and is gone from here.";
    case "unknown":
      return "The pulse closed while your answer was on its way. Whether it was counted cannot be told any more: nobody knows whose answers there are.";
    case "notAsked":
      return "It is for those who sit at this meeting. If you do, say so first under who is here.";
    case "none":
      return "";
    default:
      return unreachable(state);
  }
}
