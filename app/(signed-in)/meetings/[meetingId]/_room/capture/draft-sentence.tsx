"use client";

import { moneyKindWord, moneyStageWord, topicWord } from "#app/_text/words.ts";
import { MoneyKind, MoneyStage, Topic } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";
import { ChoiceWord, type WordOption } from "./choice-word.tsx";
import type { Draft } from "./draft.ts";
import {
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
    </>
  );
}

function ActionWords({ draft, change }: DraftProps) {
  const { meeting } = useRoom();
  const owners = ownerOptions(meeting);
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
    </>
  );
}

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
