"use client";

import { Header, Menu, MenuItem, MenuSection, Separator } from "#app/_ui/menu.tsx";
import type { ItemId, PersonId } from "#domain/ids.ts";
import { mayBeBundled } from "#domain/meeting/bundles.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { isChaired, presidingNow, recordingNow } from "#domain/meeting/look-up.ts";
import { useRoom } from "../room-context.ts";

/** An act that needs words before it is done. */
export type NeedsForm =
  | { readonly act: "proposeBundle" }
  | { readonly act: "adjournMeeting" | "excludePublic" }
  | {
      readonly act: "skipItem" | "deferItem" | "reopenItem";
      readonly itemId: ItemId;
      readonly title: string;
    };

type MoreActsProps = {
  readonly onForm: (form: NeedsForm) => void;
  readonly onEnd: () => void;
  readonly onScreens: () => void;
  /** More time for the item the board is on, which on a phone has no button of its own. */
  readonly forDebate: SentCommand | undefined;
};

/** The acts that are seldom next: a break, the public, the end, another chair. */
export function MoreActs({ onForm, onEnd, onScreens, forDebate }: MoreActsProps) {
  const { meeting, isCut, may, act } = useRoom();
  const { phase, publicExcluded } = meeting;
  const isRunning = phase === "inSession";
  const together = meeting.items.map(({ id }) => id).filter((id) => mayBeBundled(meeting, id));
  return (
    <Menu label="More" name="More acts of the chair">
      <MenuSection aria-label="Meeting">
        {isCut && <Header>These need a connection.</Header>}
        {forDebate && (
          <MenuItem isDisabled={isCut} onAction={() => void act(forDebate)}>
            Five more minutes, for debate
          </MenuItem>
        )}
        {isRunning && (
          <MenuItem isDisabled={isCut} onAction={() => onForm({ act: "adjournMeeting" })}>
            Adjourn
          </MenuItem>
        )}
        {isRunning && !publicExcluded && may({ type: "excludePublic", reason: "asked" }) && (
          <MenuItem isDisabled={isCut} onAction={() => onForm({ act: "excludePublic" })}>
            Exclude the public
          </MenuItem>
        )}
        {publicExcluded && may({ type: "readmitPublic" }) && (
          <MenuItem isDisabled={isCut} onAction={() => void act({ type: "readmitPublic" })}>
            Readmit the public
          </MenuItem>
        )}
        {isRunning && together.length > 0 && may({ type: "proposeBundle", itemIds: together }) && (
          <MenuItem isDisabled={isCut} onAction={() => onForm({ act: "proposeBundle" })}>
            Take items for information together
          </MenuItem>
        )}
        <MenuItem isDisabled={isCut} onAction={onScreens}>
          Second screen
        </MenuItem>
        {may({ type: "closeMeeting" }) && <MenuItem onAction={onEnd}>Close the meeting…</MenuItem>}
      </MenuSection>
      <Separator />
      <PeopleSection />
    </Menu>
  );
}

function PeopleSection() {
  const { meeting, you, role, isCut, people, act } = useRoom();
  const { roles } = meeting.registers;
  const name = (person: PersonId) => people[person]?.name ?? "somebody";
  const presiding = presidingNow(meeting)?.person;
  const recording = recordingNow(meeting)?.person;
  const chairs = roles.filter(
    ({ personId, role }) => personId !== presiding && (role === "chair" || role === "viceChair"),
  );
  const clerks = roles.filter(({ personId, role }) => personId !== recording && role === "clerk");
  return (
    <MenuSection aria-label="People">
      {chairs.map(({ personId }) => (
        <MenuItem
          key={personId}
          isDisabled={isCut}
          onAction={() => void act({ type: "takeChair", presiding: personId })}
        >
          {`${name(personId)} takes the chair`}
        </MenuItem>
      ))}
      {role === "clerk" && isChaired(meeting) && (
        <MenuItem isDisabled={isCut} onAction={() => void act({ type: "takeChair", presiding: you })}>
          Stand in until a chair is named
        </MenuItem>
      )}
      {clerks.map(({ personId }) => (
        <MenuItem
          key={personId}
          isDisabled={isCut}
          onAction={() => void act({ type: "nameRecorder", recording: personId })}
        >
          {`${name(personId)} keeps the record`}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
