"use client";

import { useCallback, useEffect, useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { ask, nothingMore } from "#app/_forms/ask.ts";
import { useAsking } from "#app/_forms/use-asking.ts";
import { dayMonth, time } from "#app/_text/dates.ts";
import { problemText } from "#app/_text/problem-text.ts";
import { levelWord } from "#app/_text/screen-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { QrCode } from "#app/_ui/qr-code.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { MeetingId } from "#domain/ids.ts";
import { ScreenLevel } from "#domain/meeting/screen.ts";
import {
  MadeScreen,
  MakeScreen,
  type ScreenRow,
  ScreenRows,
  SetScreenLevel,
} from "#domain/registers/screens.ts";
import { useRoom } from "../room-context.ts";

/** Every so often it is asked again which links there are, and what shows by them, while the dialog stands. */
const ASKED_EVERY_MS = 5000;

const levels = ScreenLevel.options.map((value) => ({ value, label: levelWord[value] }));

/** The screens of this meeting: a new one, those there are, how much each shows of who speaks, and their end. */
export function ScreensDialog({ onClose }: { onClose: () => void }) {
  const { meetingId } = useRoom();
  const { screens, problem, look } = useScreens(meetingId);
  return (
    <Dialog
      isOpen
      title="Second screen"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {() => (
        <div className="screens">
          <p>
            A page for the wall: the item, its clock, who is speaking, and each decision as it is read back.
            Whoever has the link sees that and nothing else.
          </p>
          <NewScreen meetingId={meetingId} onMade={look} />
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          {screens.length > 0 && (
            <section>
              <h3>Links that are open</h3>
              <ul>
                {screens.map((screen) => (
                  <li key={screen.id}>
                    <OpenScreen meetingId={meetingId} screen={screen} onChanged={look} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}

function useScreens(meetingId: MeetingId) {
  const [screens, setScreens] = useState<readonly ScreenRow[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(async () => {
    const path = `/api/meetings/${meetingId}/screens`;
    const answer = await ask({ method: "GET", path, reads: ScreenRows }, null);
    const [first] = answer.ok ? [] : answer.problems;
    setProblem(first ? problemText[first.code] : null);
    if (answer.ok) setScreens(answer.screens);
  }, [meetingId]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    const timer = setInterval(() => void look(), ASKED_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  return { screens, problem, look };
}

type Made = { readonly address: string; readonly until: number };

function NewScreen({ meetingId, onMade }: { meetingId: MeetingId; onMade: () => Promise<void> }) {
  const [level, setLevel] = useState<ScreenLevel>("next");
  const [made, setMade] = useState<Made | null>(null);
  const announce = useAnnounce();
  const { send, busy, problemOf } = useAsking({
    method: "POST",
    path: `/api/meetings/${meetingId}/screens`,
    reads: MadeScreen,
    schema: MakeScreen.omit({ meetingId: true }),
    onDone({ token, screen }) {
      const address = `${window.location.origin}/meetings/${meetingId}/screen#${token}`;
      setMade({ address, until: screen.expiresAt });
      announce("The link is made.");
      void onMade();
    },
  });
  return (
    <div className="form">
      <Select label="It shows of the floor" options={levels} value={level} onChange={setLevel} />
      <div className="actions">
        <Button look="filled" aria-busy={busy} onClick={() => void send({ level })}>
          Make a link
        </Button>
      </div>
      <div className="field" role="alert">
        {problemOf(null) && <p className="problem">{problemOf(null)}</p>}
      </div>
      {made && (
        <div className="made">
          <TextField
            label="Open this on the wall"
            hint={`It is shown only now, and works until ${dayMonth(made.until)}, ${time(made.until)}.`}
            value={made.address}
            readOnly
            onFocus={(event) => event.target.select()}
          />
          <div className="actions">
            <LinkButton href={made.address} target="_blank">
              Open in a new tab
            </LinkButton>
            <CopyWords words={made.address}>Copy the link</CopyWords>
          </div>
          <QrCode words={made.address} title="The link of this screen, as a code" />
        </div>
      )}
    </div>
  );
}

type OpenProps = {
  meetingId: MeetingId;
  screen: ScreenRow;
  onChanged: () => Promise<void>;
};

function OpenScreen({ meetingId, screen, onChanged }: OpenProps) {
  const path = `/api/meetings/${meetingId}/screens/${screen.id}`;
  const { send, problemOf } = useAsking({
    method: "PUT",
    path,
    reads: nothingMore,
    schema: SetScreenLevel.pick({ level: true }),
    onDone: () => void onChanged(),
  });
  return (
    <>
      <p>
        <b>{shownOn(screen.showing)}</b>{" "}
        <span className="muted">
          Made by {screen.madeBy} at {time(screen.madeAt)}.
        </span>
      </p>
      <Select
        label={`The link made at ${time(screen.madeAt)} shows of the floor`}
        options={levels}
        value={screen.level}
        onChange={(level) => void send({ level })}
        problem={problemOf(null)}
      />
      <Act
        way={{ method: "DELETE", path, reads: nothingMore }}
        act="Switch off"
        onDone={() => void onChanged()}
      />
    </>
  );
}

function shownOn(count: number): string {
  if (count === 0) return "Shown nowhere.";
  return count === 1 ? "Shown on one screen." : `Shown on ${count} screens.`;
}
