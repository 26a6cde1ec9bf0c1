"use client";

import { useId, useState } from "react";
import * as z from "zod";
import { ask } from "#app/_forms/ask.ts";
import { problemText } from "#app/_text/problem-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { PersonId } from "#domain/ids.ts";
import type { Level, Seat } from "#domain/meeting/state.ts";
import { useRoom } from "../room-context.ts";

const levels = [
  { value: "4", label: "Head of the organisation" },
  { value: "3", label: "Director or deputy" },
  { value: "2", label: "Head of service" },
  { value: "1", label: "Another post" },
] as const;
const levelOf: Readonly<Record<(typeof levels)[number]["value"], Level>> = { "4": 4, "3": 3, "2": 2, "1": 1 };

/** Somebody just walked in: enough is asked to seat them, and they are in the room. */
export function WalkIn({ seat, onAdded }: { seat: Seat; onAdded: (person: PersonId) => void }) {
  const { meeting, meetingId } = useRoom();
  const [name, setName] = useState("");
  const [post, setPost] = useState("");
  const [level, setLevel] = useState<keyof typeof levelOf>("1");
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  async function add() {
    const boardId = meeting.registers.board.id;
    const way = {
      method: "POST",
      path: `/api/boards/${boardId}/walk-ins`,
      reads: z.object({ personId: PersonId }),
    } as const;
    const entry = { name, post, level: levelOf[level], electedOffice: null, partnerId: seat.partnerId };
    const answer = await ask(way, { meetingId, ...entry });
    if (answer.ok) onAdded(answer.personId);
    else setProblem(answer.problems.map(({ code }) => problemText[code]).join(" "));
  }
  return (
    <Disclosure title="Somebody just walked in" level={3}>
      <div className="form" id={id}>
        <TextField label="Name" value={name} onChange={({ target }) => setName(target.value)} />
        <TextField label="Post" value={post} onChange={({ target }) => setPost(target.value)} />
        <Select label="Can commit as" options={levels} value={level} onChange={setLevel} />
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <Button onClick={() => void add()}>Add and seat them</Button>
        </div>
      </div>
    </Disclosure>
  );
}
