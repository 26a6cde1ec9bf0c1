"use client";

import { seatName } from "#app/_text/speaker-text.ts";
import { moneyKindWord, moneyStageWord, obstacleWord, topicWord } from "#app/_text/words.ts";
import { MoneyKind, MoneyStage, Obstacle, Topic } from "#domain/meeting/entry.ts";
import { useRoom, useWholeRoom } from "../room-context.ts";
import { ChoiceWord, type WordOption } from "./choice-word.tsx";
import type { Draft } from "./draft.ts";
import {
  decisionOptions,
  type Keyed,
  ownerOptions,
  partnerOptions,
  SUPPORT_TEAM,
  speakerKey,
  speakerOptions,
  targetOptions,
} from "./options.ts";

export type DraftProps = { readonly draft: Draft; readonly change: (to: Partial<Draft>) => void };

/** "Chamber of Commerce asked the partnership about delivery": what goes with the words, said as a sentence. */
export function DraftSentence({ draft, change, isAmending = false }: DraftProps & { isAmending?: boolean }) {
  return (
    <div className="fromto">
      {!isAmending && <SpeakerWord draft={draft} change={change} />}
      {draft.kind === "decision" && <span>proposed</span>}
      {draft.kind === "challenge" && <ChallengeWords draft={draft} change={change} />}
      {draft.kind === "money" && <MoneyWords draft={draft} change={change} isAmending={isAmending} />}
      {draft.kind === "action" && <ActionWords draft={draft} change={change} />}
      {draft.kind === "evidence" && <EvidenceWords draft={draft} change={change} />}
      {draft.kind === "note" && <span>said</span>}
    </div>
  );
}

function SpeakerWord({ draft, change }: DraftProps) {
  const { meeting, you, role } = useRoom();
  const options = speakerOptions(meeting, you, role);
  return (
    <ChoiceWord
      name="For whom"
      open="who?"
      chosen={draft.speaker && speakerKey(draft.speaker)}
      options={options}
      onChoose={choosing(options, (speaker) => change({ speaker }))}
    />
  );
}

function ChallengeWords({ draft, change }: DraftProps) {
  const { meeting } = useRoom();
  const targets = targetOptions(meeting);
  return (
    <>
      <span>asked</span>
      <ChoiceWord
        name="Whom"
        chosen={draft.target}
        options={targets}
        onChoose={choosing(targets, (target) => change({ target }))}
      />
      <span>about</span>
      <ChoiceWord
        name="About what"
        chosen={draft.topic}
        options={wordsOf(Topic.options, topicWord)}
        onChoose={(topic) => change({ topic })}
      />
    </>
  );
}

function MoneyWords({ draft, change, isAmending }: DraftProps & { isAmending: boolean }) {
  const { meeting } = useRoom();
  const partners = partnerOptions(meeting);
  const pots = meeting.registers.pots.map(({ id, title }) => ({ key: id, label: title, value: id }));
  return (
    <>
      {!isAmending && <span>spoke of money of</span>}
      <ChoiceWord
        name="Whose money"
        open="whose?"
        chosen={draft.ownPartner}
        options={partners}
        onChoose={choosing(partners, (ownPartner) => change({ ownPartner }))}
      />
      <ChoiceWord
        name="What kind"
        open="what kind?"
        chosen={draft.moneyKind}
        options={wordsOf(MoneyKind.options, moneyKindWord)}
        onChoose={(moneyKind) => change({ moneyKind })}
      />
      {!isAmending && (
        <ChoiceWord
          name="Stage"
          chosen={draft.stage}
          options={wordsOf(MoneyStage.options, moneyStageWord)}
          onChoose={(stage) => change({ stage })}
        />
      )}
      <input
        className="control amount"
        aria-label="How much"
        placeholder="£120,000 or 70-90k"
        value={draft.amount}
        onChange={({ target }) => change({ amount: target.value })}
      />
      <button type="button" onClick={() => change({ amount: "no figure given" })}>
        No figure given
      </button>
      <input
        className="control"
        aria-label="For when"
        placeholder="for when: 2026/27"
        maxLength={120}
        value={draft.period}
        onChange={({ target }) => change({ period: target.value })}
      />
      <input
        className="control"
        aria-label="Where the figure comes from"
        placeholder="from: a paper, a budget line"
        maxLength={200}
        value={draft.source}
        onChange={({ target }) => change({ source: target.value })}
      />
      {pots.length > 0 && (
        <ChoiceWord
          name="Common pot"
          chosen={draft.pot ?? NONE}
          options={[{ key: NONE, label: "no common pot" }, ...pots]}
          onChoose={(key) => change({ pot: pots.find((pot) => pot.key === key)?.value ?? null })}
        />
      )}
    </>
  );
}

function ActionWords({ draft, change }: DraftProps) {
  const { meeting } = useWholeRoom();
  const owners = ownerOptions(meeting);
  const decisions = decisionOptions(meeting);
  const chosen = draft.owner === undefined ? null : (draft.owner ?? SUPPORT_TEAM);
  return (
    <>
      <span>asked that</span>
      <ChoiceWord
        name="Who does it"
        open="who?"
        chosen={chosen}
        options={owners}
        onChoose={choosing(owners, (owner) => change({ owner }))}
      />
      <label>
        by{" "}
        <input
          type="date"
          className="control"
          value={draft.due ?? ""}
          onChange={({ target }) => change({ due: target.value || null })}
        />
      </label>
      <ChoiceWord
        name="Size"
        chosen={draft.size}
        options={[
          { key: "small", label: "small" },
          { key: "large", label: "large" },
        ]}
        onChoose={(size) => change({ size })}
      />
      {decisions.length > 0 && (
        <ChoiceWord
          name="Following from"
          chosen={draft.decision ?? NONE}
          options={[{ key: NONE, label: "no decision" }, ...decisions]}
          onChoose={(key) =>
            change({ decision: decisions.find((decision) => decision.key === key)?.value ?? null })
          }
        />
      )}
    </>
  );
}

function EvidenceWords({ draft, change }: DraftProps) {
  const { meeting } = useRoom();
  const seats = meeting.registers.seats.map(({ id }) => ({
    key: id,
    label: seatName(meeting, id),
    value: id,
  }));
  const isThere = draft.obstacle === null;
  return (
    <>
      <span>named evidence of</span>
      <ChoiceWord
        name="Who provides it"
        chosen={draft.provider ?? NONE}
        options={[{ key: NONE, label: "somebody outside the board" }, ...seats]}
        onChoose={(key) => change({ provider: seats.find((seat) => seat.key === key)?.value ?? null })}
      />
      <ChoiceWord
        name="Whether there was any"
        chosen={draft.obstacle ?? NONE}
        options={[{ key: NONE, label: "which was to be had" }, ...obstacles]}
        onChoose={(key) => change({ obstacle: obstacles.find((each) => each.key === key)?.value ?? null })}
      />
      {isThere && (
        <>
          <ChoiceWord
            name="Sent round"
            chosen={yesNo(draft.circulated)}
            options={circulatedOptions}
            onChoose={(key) => change({ circulated: key === "yes" })}
          />
          <ChoiceWord
            name="How it is counted"
            chosen={yesNo(draft.commonDefinition)}
            options={definitionOptions}
            onChoose={(key) => change({ commonDefinition: key === "yes" })}
          />
          <input
            className="control told"
            aria-label="What it told us"
            placeholder="what it told us"
            maxLength={300}
            value={draft.told}
            onChange={({ target }) => change({ told: target.value })}
          />
        </>
      )}
    </>
  );
}

const NONE = "none";
const obstacles = Obstacle.options.map((value) => ({
  key: value,
  label: `not to be had: ${obstacleWord[value]}`,
  value,
}));
const circulatedOptions = [
  { key: "yes", label: "sent to all before the meeting" },
  { key: "no", label: "not sent to all before" },
] as const;
const definitionOptions = [
  { key: "yes", label: "by a common definition" },
  { key: "no", label: "without a common definition" },
] as const;
const yesNo = (isSo: boolean) => (isSo ? "yes" : "no");

function wordsOf<Key extends string>(
  keys: readonly Key[],
  words: Readonly<Record<Key, string>>,
): WordOption<Key>[] {
  return keys.map((key) => ({ key, label: words[key] }));
}

function choosing<Value>(options: readonly Keyed<Value>[], choose: (value: Value) => void) {
  return (key: string) => {
    const option = options.find((each) => each.key === key);
    if (option) choose(option.value);
  };
}
