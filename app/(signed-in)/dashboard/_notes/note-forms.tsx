"use client";

import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { happenedWord } from "#app/_text/line-text.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { BoardId, MeetingId } from "#domain/ids.ts";
import type { SignalAt } from "#domain/indicators/findings.ts";
import type { IndicatorId } from "#domain/indicators/indicator-id.ts";
import { HappeningKind, type HoldsOf, type LineKind } from "#domain/registers/lines.ts";
import { Of, wired } from "../../boards/_registers/fields.tsx";
import { type Kept, LineDialog } from "../../boards/_registers/line-dialog.tsx";

type Written<Kind extends LineKind> = Kept & { readonly holds: HoldsOf<Kind> };

/** What a signal means, in an officer's words: with them it is a finding. */
export function FindingButton(props: {
  boardId: BoardId;
  indicator: IndicatorId;
  at: SignalAt;
  /** The signal in words, for the ear and above the form. */
  of: string;
  note?: Written<"finding">;
}) {
  const { boardId, indicator, at, of, note } = props;
  return (
    <LineDialog
      boardId={boardId}
      kind="finding"
      line={note}
      quiet
      label={<Of what={note ? "Change the note" : "Say what it means"} of={of} />}
      title="What this signal means"
      strike="Take the note back"
      read={(fields) => ({ indicator, ...at, words: textOf(fields, "words") })}
      act="Save the note"
    >
      {(problemOf) => (
        <>
          <p>{of}</p>
          <TextArea
            label="What it means"
            hint="What changed, and how you know. Everybody with a role on the board reads it, with your name; leave out what was closed."
            record
            rows={5}
            {...wired("words", note?.holds, problemOf)}
          />
        </>
      )}
    </LineDialog>
  );
}

const KINDS = HappeningKind.options.map((value) => ({ value, label: happenedWord[value] }));

export function HappeningButton(props: { boardId: BoardId; note?: Written<"happening">; today: string }) {
  const { boardId, note, today } = props;
  const held = note?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="happening"
      line={note}
      label={held ? <Of what="Change" of={held.what} /> : "Add what happened"}
      title={held ? "What happened outside" : "Add what happened outside"}
      strike="Take it off the charts"
      read={(fields) => ({
        happened: textOrNull(fields, "happened"),
        what: textOf(fields, "what"),
        on: textOrNull(fields, "on"),
      })}
      act={held ? "Save" : "Put it on the charts"}
    >
      {(problemOf) => (
        <>
          <RadioGroup
            label="Kind"
            name="happened"
            defaultValue={held?.happened ?? "chair"}
            choices={KINDS}
            problem={problemOf("happened")}
          />
          <TextField
            label="What happened"
            hint="In a few words, which stand beside every chart of this board."
            record
            {...wired("what", held, problemOf)}
          />
          <DateField label="On" name="on" defaultValue={held?.on ?? today} problem={problemOf("on")} />
        </>
      )}
    </LineDialog>
  );
}

export type MeetingChoice = { readonly value: MeetingId; readonly label: string };

/** From which meeting on the lines are computed afresh, and why. */
export function PartitionButton(props: {
  boardId: BoardId;
  indicator: IndicatorId;
  of: string;
  meetings: readonly MeetingChoice[];
  note?: Written<"partition">;
}) {
  const { boardId, indicator, of, meetings, note } = props;
  const held = note?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="partition"
      line={note}
      quiet
      label={<Of what={held ? "Change the reason" : "Recalculate from a meeting on"} of={of} />}
      title="Recalculate the lines"
      strike="Take the recalculation back"
      read={(fields) => ({
        indicator,
        meetingId: held?.meetingId ?? textOrNull(fields, "meetingId"),
        reason: textOf(fields, "reason"),
        trial: fields.get("trial") !== null,
      })}
      act={held ? "Save" : "Recalculate"}
    >
      {(problemOf) => (
        <>
          <p>
            For a real, explained and lasting change, and never to make a signal go away. Twelve meetings with
            a value are needed on each side.
          </p>
          {!held && (
            <Select
              label="From which meeting on"
              hint="How many have a value before it and from it on stands beside each."
              name="meetingId"
              options={meetings}
              problem={problemOf("meetingId")}
            />
          )}
          <TextArea
            label="Why"
            hint="It is drawn in the chart and stands under it, with your name."
            record
            {...wired("reason", held, problemOf)}
          />
          <Checkbox name="trial" defaultSelected={held?.trial ?? false}>
            As a trial: fewer than twelve on one side, dashed limits and no signals there until there are
            twelve
          </Checkbox>
          {held && <Refused problem={problemOf("meetingId")} />}
        </>
      )}
    </LineDialog>
  );
}

/** Of a field that is not shown any more. */
function Refused({ problem }: { problem: string | undefined }) {
  return problem ? (
    <p className="problem" role="alert">
      {problem}
    </p>
  ) : null;
}
