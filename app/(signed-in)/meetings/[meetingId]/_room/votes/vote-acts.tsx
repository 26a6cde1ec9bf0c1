"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { Vote } from "#domain/meeting/vote.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";
import { QuestionForm } from "./question-form.tsx";

/** What the chair does with a vote that is not over. */
export function VoteActs({ vote }: { vote: Vote }) {
  const { act, may, whyNot } = useRoom();
  const [form, setForm] = useState<"amend" | "cancel" | null>(null);
  const { id: voteId, status, kind, text } = vote;
  const close = { type: "closeVote", voteId } as const;
  const more = { type: "extendVote", voteId, seconds: 60 } as const;
  const reveal = { type: "revealVotes", voteId } as const;
  const asIs = { type: "amendVote", voteId, kind, text } as const;
  if (!may({ type: "cancelVote", voteId, reason: "" })) return null;
  if (form === "amend") return <QuestionForm vote={vote} onClose={() => setForm(null)} />;
  if (form === "cancel") return <CancelForm vote={vote} onClose={() => setForm(null)} />;
  const mayAmend = status === "open" && !vote.secret && vote.ballots.length === 0 && may(asIs);
  return (
    <div className="actions">
      {status === "open" && (
        <Button short whyNot={whyNot(close)} onClick={() => void act(close)}>
          Close the vote
        </Button>
      )}
      {status === "open" && (
        <Button look="plain" whyNot={whyNot(more)} onClick={() => void act(more)}>
          {vote.closesAt === null ? "Close it in one minute" : "One minute more"}
        </Button>
      )}
      {status === "closed" && (
        <Button short whyNot={whyNot(reveal)} onClick={() => void act(reveal)}>
          Reveal the result
        </Button>
      )}
      {mayAmend && (
        <Button look="plain" onClick={() => setForm("amend")}>
          Change the question
        </Button>
      )}
      <Button look="plain" onClick={() => setForm("cancel")}>
        Cancel the vote
      </Button>
    </div>
  );
}

function CancelForm({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const { act } = useRoom();
  const [reason, setReason] = useState("");
  return (
    <InlineForm
      label="Cancel the vote"
      act="Cancel the vote"
      onClose={onClose}
      onSubmit={() => {
        void act({ type: "cancelVote", voteId: vote.id, reason: reason.trim() });
        onClose();
      }}
    >
      <TextField
        label="Why, if there is more to say"
        hint="What the seats have answered is then never made known."
        maxLength={300}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </InlineForm>
  );
}
