"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOrNull } from "#app/_forms/fields.ts";
import { useAsking } from "#app/_forms/use-asking.ts";
import { inWords } from "#app/_text/numbers.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { Confirm } from "#app/_ui/dialog.tsx";
import { UndoLine } from "#app/_ui/undo-line.tsx";
import { FLOOR } from "#domain/assessment/scoring.ts";
import type { BoardId } from "#domain/ids.ts";
import { EndAssessment, LinkToken, MoveAssessment, OwnLink } from "#domain/registers/assessments.ts";

type Place = { readonly boardId: BoardId; readonly assessmentId: string };

const pathOf = ({ boardId, assessmentId }: Place) => `/api/boards/${boardId}/self-assessment/${assessmentId}`;

/** For whoever is asked and signed in: the same page as behind the link in their letter. */
export function AnswerNow({ place }: { place: Place }) {
  const { send, busy, problemOf } = useAsking({
    schema: OwnLink,
    method: "POST",
    path: `${pathOf(place)}/own-link`,
    reads: LinkToken,
    onDone: ({ token }) => window.location.assign(`/self-assessment#${token}`),
  });
  return (
    <>
      <Button look="filled" aria-busy={busy} onClick={() => void send(place)}>
        Answer it now
      </Button>
      {problemOf(null) && (
        <p className="problem" role="alert">
          {problemOf(null)}
        </p>
      )}
    </>
  );
}

/** Until letters go out. `leaves`: in how many seconds that is, where it is soon. */
export function TakeBack({ place, leaves }: { place: Place; leaves: number | null }) {
  const router = useRouter();
  const { send, problemOf } = useAsking({
    schema: EndAssessment,
    method: "DELETE",
    path: pathOf(place),
    reads: nothingMore,
    onDone: () => router.refresh(),
  });
  if (leaves === null)
    return (
      <Act
        way={{ method: "DELETE", path: pathOf(place), reads: nothingMore }}
        act="Take it back"
        look="outline"
      />
    );
  return (
    <>
      <UndoLine seconds={leaves} onUndo={() => void send(place)} onGone={() => router.refresh()}>
        Opened. Letters go out in a moment.
      </UndoLine>
      {problemOf(null) && (
        <p className="problem" role="alert">
          {problemOf(null)}
        </p>
      )}
    </>
  );
}

type ActsProps = { place: Place; isOpen: boolean; mailIsOn: boolean; answered: number };

export function ClerksActs({ place, isOpen, mailIsOn, answered }: ActsProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const { send, busy, problemOf } = useAsking({
    schema: EndAssessment,
    method: "POST",
    path: `${pathOf(place)}/end`,
    reads: nothingMore,
    onDone: () => router.refresh(),
  });
  return (
    <>
      {isOpen && mailIsOn && (
        <Act
          way={{ method: "POST", path: `${pathOf(place)}/remind`, reads: nothingMore }}
          act="Remind whoever has not answered"
          look="outline"
          onDone={() => {
            announce("Reminders are on their way.");
            router.refresh();
          }}
        />
      )}
      <Button look="outline" aria-busy={busy} onClick={() => setIsAsking(true)}>
        End it now
      </Button>
      {problemOf(null) && (
        <p className="problem" role="alert">
          {problemOf(null)}
        </p>
      )}
      <Confirm
        title="End the self-assessment?"
        lost={
          answered < FLOOR
            ? `Nobody can answer after that. Fewer than ${inWords(FLOOR)} have answered: nothing will be shown, and their answers are removed unread.`
            : "Nobody can answer after that. What everybody’s answers came to is shown to the board at once, and cannot be taken back."
        }
        act="End it"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        onAct={() => void send(place)}
      />
    </>
  );
}

/** Another last day. */
export function MoveForm({ place, lastDay }: { place: Place; lastDay: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <details className="after no-print">
      <summary>Another last day</summary>
      <AskingForm
        schema={MoveAssessment}
        method="PUT"
        path={pathOf(place)}
        reads={nothingMore}
        read={(fields) => ({ ...place, lastDay: textOrNull(fields, "lastDay") })}
        onDone={() => {
          announce("Moved.");
          router.refresh();
        }}
        act="Set this day"
        look="outline"
      >
        {(problemOf) => (
          <DateField
            key={lastDay}
            label="Last day"
            hint="It can be answered until the end of it."
            name="lastDay"
            defaultValue={lastDay}
            problem={problemOf("lastDay")}
          />
        )}
      </AskingForm>
    </details>
  );
}

export function RevokeButton({ place, linkId, name }: { place: Place; linkId: string; name: string }) {
  return (
    <Act
      way={{ method: "DELETE", path: `${pathOf(place)}/links/${linkId}`, reads: nothingMore }}
      act={`Ask ${name} no more`}
      look="plain"
    />
  );
}
