"use client";

import type { ReactNode } from "react";
import { uncapital } from "#app/_text/numbers.ts";
import { requestWord } from "#app/_text/queue-text.ts";
import { bandWord, ruleReach, ruleWord, usualText } from "#app/_text/rules-text.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { BANDED, type Rules } from "#domain/meeting/board-rules.ts";
import { RequestKind } from "#domain/meeting/turn.ts";
import { fieldOfBand, fieldOfKind } from "./rules-read.ts";

type Fields = { readonly rules: Rules; readonly problemOf: (field: string) => string | undefined };
type Rule = keyof Rules;

/** How the board decides, and who counts when it does. */
export function Deciding({ rules, seatsCounted, problemOf }: Fields & { seatsCounted: number }) {
  return (
    <Group title="Deciding">
      <Figure
        rule="quorum"
        what={`How many of the ${seatsCounted} counted seats must be filled for the board to decide.`}
        value={rules.quorum}
        problem={problemOf("quorum") && `A whole number from 0 to ${seatsCounted}.`}
      />
      <Tick rule="remoteCounts" isTicked={rules.remoteCounts}>
        Those who take part from elsewhere count for the quorum
      </Tick>
      <Tick rule="castingVote" isTicked={rules.castingVote}>
        The chair has a casting vote when votes are equal
      </Tick>
    </Group>
  );
}

/** The queue, and how long somebody speaks. */
export function Asking({ rules, problemOf }: Fields) {
  const others = RequestKind.options.filter((kind) => kind !== "contribution");
  return (
    <Group title="Asking to speak">
      <fieldset className="fieldset">
        <legend>{ruleWord.queueKinds}</legend>
        <p className="hint">{hintOf("queueKinds", "What a partner’s page and the clerk’s offer.")}</p>
        <Checkbox name={fieldOfKind("contribution")} isSelected isReadOnly>
          {requestWord.contribution}, which is always there
        </Checkbox>
        {others.map((kind) => (
          <Checkbox key={kind} name={fieldOfKind(kind)} defaultSelected={rules.queueKinds.includes(kind)}>
            {requestWord[kind]}
          </Checkbox>
        ))}
      </fieldset>
      <div className="pair">
        <Figure
          rule="turnSeconds"
          label="Time for a turn, in seconds"
          what="In discussion; presenting a paper is not counted. Empty for no allowance."
          value={rules.turnSeconds}
          problem={problemOf("turnSeconds") && "Whole seconds, from 30 to 3600, or nothing."}
        />
        <Figure
          rule="sectorMinutes"
          label="Time for a sector on an item, in minutes"
          what="For all seats of the sector together. Empty for no allowance."
          value={rules.sectorMinutes}
          problem={problemOf("sectorMinutes") && "Whole minutes, from 1 to 240, or nothing."}
        />
      </div>
    </Group>
  );
}

/** What the board wants to be told of, and where it wants to be. */
export function Watching({ rules, problemOf }: Fields) {
  return (
    <Group title="What the board watches">
      <Figure
        rule="detailLimit"
        label="Most time on performance detail, in per cent of business time"
        what="Above it the chair is told, quietly. Empty for no limit."
        value={rules.detailLimit}
        problem={problemOf("detailLimit") && "Whole per cent, from 1 to 100, or nothing."}
      />
      <fieldset className="fieldset">
        <legend>{ruleWord.bands}</legend>
        <p className="hint">
          {hintOf(
            "bands",
            "Where neither the one end nor the other is good. There is no sound benchmark: a board sets its own after a year of figures. Empty for none.",
          )}
        </p>
        {BANDED.map((indicator) => (
          <Band key={indicator} indicator={indicator} rules={rules} />
        ))}
        {problemOf("bands") && (
          <p className="problem">
            Give both ends of a band, the smaller first: shares from 0 to 100, the council’s excess from -100
            to 100.
          </p>
        )}
      </fieldset>
    </Group>
  );
}

function Band({ indicator, rules }: { indicator: (typeof BANDED)[number]; rules: Rules }) {
  const band = rules.bands.find((one) => one.indicator === indicator);
  const unit = indicator === "council-voice-excess" ? "points" : "per cent";
  return (
    <div className="pair">
      <TextField
        label={`${bandWord[indicator]}, from`}
        hint={`In ${unit}.`}
        name={fieldOfBand(indicator, "from")}
        inputMode="text"
        defaultValue={band?.from ?? ""}
      />
      <TextField
        label="to"
        aria-label={`${bandWord[indicator]}, to`}
        name={fieldOfBand(indicator, "to")}
        inputMode="text"
        defaultValue={band?.to ?? ""}
      />
    </div>
  );
}

/** What is shown of a pulse, and how long the record is kept. */
export function Afterwards({ rules, problemOf }: Fields) {
  return (
    <Group title="Afterwards">
      <Figure
        rule="pulseFloor"
        label="Answers from which a pulse is shown"
        what="Never fewer than five, or one could tell who answered what."
        value={rules.pulseFloor}
        problem={problemOf("pulseFloor") && "A whole number from 5 to 40."}
      />
      <Figure
        rule="retentionYears"
        label="Years for which the record is kept"
        what="From the close of a meeting. Empty for no end."
        value={rules.retentionYears}
        problem={problemOf("retentionYears") && "Whole years, from 1 to 100, or nothing."}
      />
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rulegroup" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Figure(props: {
  rule: Rule;
  label?: string;
  what: string;
  value: number | null;
  problem: string | undefined;
}) {
  const { rule, label = ruleWord[rule], what, value, problem } = props;
  return (
    <TextField
      label={label}
      hint={hintOf(rule, what)}
      name={rule}
      inputMode="numeric"
      defaultValue={value ?? ""}
      problem={problem}
    />
  );
}

function Tick({ rule, isTicked, children }: { rule: Rule; isTicked: boolean; children: string }) {
  return (
    <div className="field">
      <Checkbox name={rule} defaultSelected={isTicked}>
        {children}
        <span className="hint">{hintOf(rule, "")}</span>
      </Checkbox>
    </div>
  );
}

/** What it is, what it is by default, and from when a change counts. */
function hintOf(rule: Rule, what: string): string {
  return [
    what,
    `By default: ${uncapital(usualText(rule))}.`,
    `A change counts: ${uncapital(ruleReach[rule])}`,
  ]
    .filter(Boolean)
    .join(" ");
}
