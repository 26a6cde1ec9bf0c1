"use client";

import { useState } from "react";
import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { answeredWord } from "#app/_text/line-text.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { BoardId } from "#domain/ids.ts";
import { Answered, type HoldsOf } from "#domain/registers/lines.ts";
import { Of, wired } from "./fields.tsx";
import { type Kept, LineDialog } from "./line-dialog.tsx";

export type Option = { readonly value: string; readonly label: string };

export function RecommendationButton(props: {
  boardId: BoardId;
  line?: Kept & { readonly holds: HoldsOf<"recommendation"> };
  /** Decisions it may be linked to, as "meeting/entry". */
  decisions: readonly Option[];
  today: string;
}) {
  const { boardId, line, decisions, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="recommendation"
      line={line}
      label={
        held ? (
          <Of what={held.response === null ? "Answer or change" : "Change"} of={held.text} />
        ) : (
          "Add a recommendation"
        )
      }
      title={held ? "A recommendation of scrutiny" : "Add a recommendation"}
      read={(fields) => ({
        text: textOf(fields, "text"),
        committee: textOf(fields, "committee"),
        received: textOrNull(fields, "received"),
        due: textOrNull(fields, "due"),
        response: responseIn(fields),
        decision: decisionIn(fields),
      })}
      act={held ? "Save" : "Add the recommendation"}
    >
      {(problemOf) => (
        <>
          <TextArea label="What is recommended" record {...wired("text", held, problemOf)} />
          <TextField label="By which committee" {...wired("committee", held, problemOf)} />
          <div className="pair">
            <DateField
              label="Received"
              name="received"
              defaultValue={held?.received ?? today}
              problem={problemOf("received")}
            />
            <DateField
              label="Answer due"
              name="due"
              defaultValue={held?.due}
              problem={problemOf("due") && "A day, and none before it was received."}
            />
          </div>
          <Response held={held} problem={problemOf("response")} today={today} />
          <Combobox
            label="The decision it led to"
            hint="If there is one on the record."
            name="decision"
            options={decisions}
            {...(held?.decision && { defaultValue: `${held.decision.meetingId}/${held.decision.entryId}` })}
            none="No decision has these words"
            problem={problemOf("decision")}
          />
        </>
      )}
    </LineDialog>
  );
}

const NONE = "none";

function Response(props: {
  held: HoldsOf<"recommendation"> | undefined;
  problem: string | undefined;
  today: string;
}) {
  const { held, problem, today } = props;
  const given = held?.response ?? null;
  const [answer, setAnswer] = useState<Answered | typeof NONE>(given?.answer ?? NONE);
  return (
    <>
      <RadioGroup
        label="Response"
        name="answer"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: NONE, label: "None yet" } as const,
          ...Answered.options.map((value) => ({ value, label: answeredWord[value] })),
        ]}
        problem={problem && "A response has a day, and none before the recommendation was received."}
      />
      {answer !== NONE && (
        <>
          <DateField label="Answered on" name="on" defaultValue={given?.on ?? today} />
          <TextArea label="In these words" name="words" record defaultValue={given?.words ?? ""} />
        </>
      )}
    </>
  );
}

function responseIn(fields: FormData) {
  const answer = textOrNull(fields, "answer");
  if (answer === null || answer === NONE) return null;
  return { answer, on: textOrNull(fields, "on"), words: textOf(fields, "words") };
}

function decisionIn(fields: FormData) {
  const [meetingId, entryId] = textOf(fields, "decision").split("/");
  return meetingId && entryId ? { meetingId, entryId } : null;
}

export function ReadingButton(props: {
  boardId: BoardId;
  line?: Kept & { readonly holds: HoldsOf<"sampleReading"> };
  meetings: readonly Option[];
  today: string;
}) {
  const { boardId, line, meetings, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="sampleReading"
      line={line}
      label={held ? <Of what="Change" of={`what ${held.readBy} found`} /> : "Add a reading"}
      title="A record read again"
      read={(fields) => ({
        meetingId: textOrNull(fields, "meetingId"),
        readBy: textOf(fields, "readBy"),
        on: textOrNull(fields, "on"),
        found: textOf(fields, "found"),
      })}
      act={held ? "Save" : "Add the reading"}
    >
      {(problemOf) => (
        <>
          <Combobox
            label="Which meeting’s record"
            name="meetingId"
            options={meetings}
            {...(held && { defaultValue: held.meetingId })}
            none="No meeting is called that"
            problem={problemOf("meetingId")}
          />
          <TextField
            label="Read by"
            hint="A name, or an office: the scrutiny officer."
            {...wired("readBy", held, problemOf)}
          />
          <DateField label="On" name="on" defaultValue={held?.on ?? today} problem={problemOf("on")} />
          <TextArea label="What they found" record {...wired("found", held, problemOf)} />
        </>
      )}
    </LineDialog>
  );
}

export function TakenUpButton(props: {
  boardId: BoardId;
  line?: Kept & { readonly holds: HoldsOf<"scrutinyItem"> };
  meetings: readonly Option[];
  today: string;
}) {
  const { boardId, line, meetings, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="scrutinyItem"
      line={line}
      label={held ? <Of what="Change" of={held.what} /> : "Add an item"}
      title="An item scrutiny took up"
      read={(fields) => ({
        what: textOf(fields, "what"),
        committee: textOf(fields, "committee"),
        on: textOrNull(fields, "on"),
        meetingId: textOrNull(fields, "meetingId"),
      })}
      act={held ? "Save" : "Add the item"}
    >
      {(problemOf) => (
        <>
          <TextField label="What" record {...wired("what", held, problemOf)} />
          <TextField label="Which committee" {...wired("committee", held, problemOf)} />
          <DateField label="On" name="on" defaultValue={held?.on ?? today} problem={problemOf("on")} />
          <Combobox
            label="The meeting where it was decided"
            hint="If it is known."
            name="meetingId"
            options={meetings}
            {...(held?.meetingId && { defaultValue: held.meetingId })}
            none="No meeting is called that"
            problem={problemOf("meetingId")}
          />
        </>
      )}
    </LineDialog>
  );
}
